#include <fmt/format.h>

#include "records/checks/row_checks.hpp"

namespace jv {

void reject_municipality_code(RowFindings& row, const ColumnReading& column, std::string_view text) {
    row.reject(column, "V017", [&] {
        return Said{fmt::format("{} {} is geen code van een gemeente van nu", column.column->name, as_shown(text)),
                    "schrijf de naam van de gemeente, of haar code bij het CBS"};
    });
}

}  // namespace jv
