// What charts of all kinds in a workbook have in common. For xlsx_chart.cpp and xlsx_funnel.cpp.
#pragma once

#include "documents/xlsx_chart.hpp"
#include "documents/xlsx_sheet.hpp"

namespace jv {

inline constexpr Colour chart_ink = 0x1A1A1A;
// The size of the text in a chart, somewhat smaller than that around it.
double chart_text_size(const Style& style);
// libxlsxwriter copies fonts; the style must only live until then.
lxw_chart_font chart_font(const Style& style, double size, Colour colour, bool bold = false);
void set_chart_title(lxw_chart* chart, const Chart& source, const Style& style);
// The axis of figures: lines across the chart, and the unit beside it.
void set_value_axis(lxw_chart_axis* axis, const Style& style, std::string_view unit);
inline constexpr double usual_chart_height = 400;
// Puts the chart in the sheet at a row, with its description as alternative text; its height is in pixels.
void place_chart(Sheet& sheet, lxw_chart* chart, const Chart& source, std::size_t row, double height);

// A funnel plot from the table whose body begins at `body_row`; that the points of outliers are such is said in their labels.
lxw_chart* funnel_chart(const ChartPlace& place, const Chart& chart, std::size_t body_row);

}  // namespace jv
