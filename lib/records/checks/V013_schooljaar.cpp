#include <fmt/format.h>

#include "records/checks/row_checks.hpp"

namespace jv {

void reject_school_year(RowFindings& row, const ColumnReading& column, std::string_view text) {
    row.reject(column, "V013", [&] {
        return Said{fmt::format("{} {} is geen schooljaar", column.column->name, as_shown(text)), "schrijf 2023-2024"};
    });
}

}  // namespace jv
