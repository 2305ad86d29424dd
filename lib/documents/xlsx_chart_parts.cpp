#include "documents/xlsx_chart_parts.hpp"

#include "documents/colour.hpp"
#include "documents/unicode.hpp"

namespace jv {

namespace {

constexpr double chart_width = 900;
// What Excel measures a chart in before it is scaled.
constexpr double default_width = 480, default_height = 288;

}  // namespace

double chart_text_size(const Style& style) { return style.font_size - 1; }

lxw_chart_font chart_font(const Style& style, double size, Colour colour, bool bold) {
    lxw_chart_font font{};
    font.name = const_cast<char*>(style.font.c_str());
    font.size = size;
    font.bold = bold ? LXW_TRUE : LXW_EXPLICIT_FALSE;
    font.color = colour;
    return font;
}

void set_chart_title(lxw_chart* chart, const Chart& source, const Style& style) {
    chart_title_set_name(chart, printable(source.data.title).c_str());
    auto font = chart_font(style, style.font_size + 3, style.accent, true);
    chart_title_set_name_font(chart, &font);
    lxw_chart_line none{};
    none.none = LXW_TRUE;
    chart_chartarea_set_line(chart, &none);
}

void set_value_axis(lxw_chart_axis* axis, const Style& style, std::string_view unit) {
    auto font = chart_font(style, chart_text_size(style), style.muted);
    chart_axis_set_num_font(axis, &font);
    chart_axis_set_num_format(axis, "#,##0");
    chart_axis_set_major_tick_mark(axis, LXW_CHART_AXIS_TICK_MARK_NONE);
    lxw_chart_line none{};
    none.none = LXW_TRUE;
    chart_axis_set_line(axis, &none);
    lxw_chart_line grid{};
    grid.color = shade(style.line, 0.9);
    grid.width = 0.75;
    chart_axis_major_gridlines_set_line(axis, &grid);
    if (unit.empty()) return;
    chart_axis_set_name(axis, printable(unit).c_str());
    chart_axis_set_name_font(axis, &font);
}

void place_chart(Sheet& sheet, lxw_chart* chart, const Chart& source, std::size_t row, double height) {
    auto description = printable(source.description);
    lxw_chart_options options{};
    options.x_scale = chart_width / default_width;
    options.y_scale = height / default_height;
    options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
    options.description = description.data();
    require(worksheet_insert_chart_opt(sheet.handle(), static_cast<lxw_row_t>(row), 0, chart, &options));
}

}  // namespace jv
