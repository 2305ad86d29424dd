#include <fmt/format.h>

#include "records/checks/row_checks.hpp"

namespace jv {

void tell_merged(RowFindings& row, const ColumnReading& column, std::string_view municipality, const Merger& merger) {
    row.warn_once(column, "V113", [&] {
        return Said{fmt::format("gemeente {} is op {} opgegaan in {}", municipality, to_text(merger.since), merger.into.front()),
                    "rijen vanaf die dag tellen daar mee"};
    });
}

}  // namespace jv
