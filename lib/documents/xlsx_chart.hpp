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

// Writes the chart above its table, from whose cells it takes everything that it draws. Series and slices are shades of the style's
// colour, dark to light, each with its figures beside it, so that they differ in grey too.
void write_chart(const ChartPlace& place, const Chart& chart, std::string_view contents, std::string_view footer);

}  // namespace jv
