#include <fmt/format.h>

#include "records/checks/row_checks.hpp"

namespace jv {

void check_begin_and_end(RowFindings& row, const ColumnReading& end_column, Datum begin, Datum end) {
    if (end >= begin) return;
    row.warn(end_column, "V102", [&] {
        return Said{fmt::format("einddatum {} ligt voor begindatum {}", to_text(end), to_text(begin)), "controleer beide datums; de rij telt mee"};
    });
}

}  // namespace jv
