// Puts the notes of a table's template where they belong.
#pragma once

#include <vector>

#include "tables/report_template.hpp"
#include "tables/table.hpp"
#include "tables/table_builder.hpp"

namespace jv {

// Lets the title, rows, columns, years and cells of the table refer to the notes that its template gives them. The table has its rows and columns:
// one row for each of `rows`, and for each of `columns` one for every year of the template.
void place_notes(Table& table, const TableTemplate& source, const TextValues& values, const std::vector<const Line*>& rows,
                 const std::vector<const Line*>& columns);

}  // namespace jv
