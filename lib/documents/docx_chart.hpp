// A chart in a Word document: drawn by Word from its own small workbook, so that it can be edited there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "documents/docx_look.hpp"
#include "tables/table.hpp"

namespace jv {

// The chart over as many as it takes to give every bar of a chart with named bars its room on a page: of some places, or of some series of one place.
std::vector<Chart> docx_charts(const Chart& chart, const Style& style);

// How high the chart is, in twentieths of a point, when it is as wide as the text.
int docx_chart_height(const Chart& chart, const Style& style, const DocxLook& look);

// The chart as a part (DrawingML). Its figures are those of the workbook that it refers to as `workbook`. A share (pie) and series differ as in
// a workbook: in shades that differ in grey too, and lines in dash and marker as well. The chart has rows.
std::string docx_chart_part(const Chart& chart, const Style& style, const DocxLook& look, std::string_view workbook);

inline constexpr std::string_view docx_chart_sheet = "Blad1";
// The workbook: one sheet, a column for each series, a row for each place along the axis. Its date is fixed.
std::string docx_chart_workbook(const Chart& chart, const Style& style);

}  // namespace jv
