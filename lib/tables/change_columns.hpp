// The columns of a table that say what changed since the year before, and the small lines over the years. For tables/table_builder.cpp.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "comparison/compare.hpp"
#include "tables/resolve.hpp"
#include "tables/table_builder.hpp"

namespace jv {

// What a row and a column of the template count, year by year.
struct CellSeries {
    FigureKey figure;  // of the last year
    int decimals = 0;
    std::map<std::string, YearFigure> years;  // each year from the first of the cijfers to the last of the table
};

// Puts the columns that the template asks for behind the years of their column. `columns` are the lines behind the columns of the table, `series`
// their figures by row and line; those of lines that ask for nothing are not used. A change is that of the last year against the one before:
// - what can't be compared has a word instead of a figure, and a break or a circumstance that is crossed is a note;
// - there is no percentage of fewer than the rules of comparison/rules.hpp say;
// - the line of a trend is interrupted where a year has no figure, and where a break lies.
// Notes of the table must not be in their order yet.
void add_changes(Table& table, const TableTemplate& source, const std::vector<const Line*>& columns, const std::vector<CellSeries>& series,
                 const TextValues& values);

}  // namespace jv
