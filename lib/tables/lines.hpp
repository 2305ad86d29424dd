// The lines of a table that follow from the cijfers: one for each area, one for each category that occurs, and what is left.
// For tables/table_builder.cpp and tables/build.cpp.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "tables/report_template.hpp"
#include "tables/resolve.hpp"

namespace jv {

// The indicators that a table names, in reading order.
std::vector<std::string> indicators_of(const TableTemplate& table);

// A line of the template as it stands in the table: one for each area, if it is by area.
struct AreaLine {
    const Line* line;
    std::string label;
    Selection selection;
    std::string gebied;  // empty when the line says nothing of areas
};

// The lines, with one for each area that a line stands for, of those in the cijfers. They point into `lines`.
std::vector<AreaLine> by_area(const std::vector<Line>& lines, const std::vector<std::string>& all_areas, const std::string& own_area);

// The table with in place of each line `codes = "alle"` one for every category that occurs in the years, areas and indicators of the table,
// by label (of numbers by number). Two categories of one label have their code behind it. A line `rest` stays only where something is left.
// Where leerlingen of an open indeling have a total, a note says what that total holds besides.
// The brins that get a line and have no name go to `unnamed`. Fails with status 2 (S004) for lines that can't go together.
TableTemplate with_code_lines(const TableTemplate& source, const Resolver& resolver, std::set<std::string>& unnamed);

}  // namespace jv
