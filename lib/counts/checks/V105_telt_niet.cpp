#include "counts/checks/count_checks.hpp"

namespace jv {

void check_exclusion(RowFindings& row, const Exclusion* exclusion) {
    if (!exclusion || exclusion->warning.empty()) return;
    const auto column = static_cast<std::size_t>(row.of().info().index_of(exclusion->where.back().column));
    row.warn(row.of().readings()[column], "V105", [&] { return Said{exclusion->warning, exclusion->advice}; });
}

}  // namespace jv
