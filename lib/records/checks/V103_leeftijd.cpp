#include <fmt/format.h>

#include "records/checks/row_checks.hpp"

namespace jv {

void check_age(RowFindings& row, const ColumnReading& birth_column, int age) {
    if (age >= 0 && age <= 99) return;
    row.warn(birth_column, "V103", [&] {
        return Said{fmt::format("een leeftijd van {} jaar kan niet kloppen", age), "controleer de geboortedatum; de rij telt mee"};
    });
}

}  // namespace jv
