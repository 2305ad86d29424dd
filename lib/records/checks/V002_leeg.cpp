#include <fmt/format.h>

#include "records/checks/row_checks.hpp"

namespace jv {

void reject_empty(RowFindings& row, const ColumnReading& column) {
    row.reject(column, "V002", [&] { return Said{fmt::format("{} is leeg", column.column->name), "vul de waarde in"}; });
}

}  // namespace jv
