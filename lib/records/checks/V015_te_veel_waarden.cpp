#include <fmt/format.h>

#include "records/checks/row_checks.hpp"

namespace jv {

void require_room(const RowFindings& row, const ColumnReading& column, std::uint32_t number) {
    if (std::uint64_t{number} < std::uint64_t{1} << column.code->width) return;
    if (column.column->type == ValueType::municipality)
        fail_data("V015", "er staan meer dan 4095 verschillende gemeenten in deze exports", "controleer of de kolom gemeente de woongemeente is",
                  row.place(column));
    fail_data("V015", fmt::format("er staan te veel verschillende waarden in kolom {}", column.column->name), "controleer of dit de juiste kolom is",
              row.place(column));
}

}  // namespace jv
