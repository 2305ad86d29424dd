// One chart on its worksheet, with its table.
#pragma once

#include <string>
#include <string_view>

#include "documents/xlsx_sheet.hpp"
#include "tables/table.hpp"

namespace jv {

// Where a chart is written.
struct ChartPlace {
    lxw_workbook* book;
    Sheet& sheet;
    const std::string& sheet_name;
    Formats& formats;
    const Style& style;
};

// Puts the chart at a row of the sheet that holds its table, the body from `body_row` on.
void insert_chart(const ChartPlace& place, const Chart& chart, std::size_t body_row, std::size_t row);

// Writes the chart above its table, from whose cells it takes everything that it draws. Series and slices are shades of the style's
// colour, dark to light, each with its figures beside it, so that they differ in grey too. The description is its alternative text.
void write_chart(const ChartPlace& place, const Chart& chart, std::string_view contents, std::string_view footer);

}  // namespace jv
