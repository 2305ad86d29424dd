#include <fmt/format.h>

#include "records/checks/row_checks.hpp"

namespace jv {

void reject_number(RowFindings& row, const ColumnReading& column, std::string_view text) {
    row.reject(column, "V016", [&] {
        return Said{fmt::format("{} {} is geen getal", column.column->name, as_shown(text)),
                    "schrijf alleen cijfers, met een komma of punt voor decimalen"};
    });
}

}  // namespace jv
