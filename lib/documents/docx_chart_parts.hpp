// The XML that charts of all kinds in a Word document have in common. For docx_chart.cpp and docx_funnel.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "documents/chart_values.hpp"
#include "documents/docx_look.hpp"

namespace jv {

inline constexpr Colour chart_black = 0x1A1A1A, chart_white = 0xFFFFFF;

std::string chart_fill(Colour colour);
// The width is in units of which a point has 12.700.
std::string chart_line(Colour colour, int width, std::string_view dash = {});
// `$B$2`, in the workbook behind the chart.
std::string chart_cell(std::size_t row, std::size_t column);
// Text in a chart, somewhat smaller than that around it.
std::string chart_text_look(const DocxLook& look, Colour colour);
// A text beside an axis.
std::string chart_axis_title(const DocxLook& look, std::string_view text, bool upright);
// Figures of the workbook, with what they are: a series by place.
std::string chart_numbers(std::string_view tag, const ChartValues& values, std::size_t series);
std::string chart_strings(std::string_view tag, const std::string& area, const std::vector<std::string>& texts);

// What is drawn of a funnel plot, and its axes.
std::string docx_funnel(const Chart& chart, const ChartValues& values, const DocxLook& look);

}  // namespace jv
