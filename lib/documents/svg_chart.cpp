#include "documents/svg_chart.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "documents/html_text.hpp"
#include "documents/svg_canvas.hpp"

namespace jv {

namespace {

constexpr int swatch = 14, swatch_gap = 8, legend_gap = 22;

// What each series looks like. Returns where it ends.
int draw_legend(SvgCanvas& canvas, const ChartValues& values, int top, int width, bool lines) {
    const int mark = lines ? 30 : swatch;
    int x = 0;
    for (std::size_t series = 0; series < values.series(); ++series) {
        const int begin = mark + swatch_gap, room = width - begin;
        const auto text = svg_wrap(values.series_name(series), room);
        const int wide = begin + (text.size() > 1 ? room : svg_text_width(text.front()));
        if (x > 0 && x + wide > width) {
            x = 0;
            top += svg_line + 4;
        }
        if (lines) {
            canvas.path(fmt::format("M{} {} L{} {}", x, top + 8, x + mark, top + 8), fmt::format("lijn l{}", series % svg_markers));
            draw_marker(canvas, x + mark / 2, top + 8, series);
        } else {
            canvas.rect(x, top + 1, swatch, swatch, svg_pattern(series));
        }
        int y = top + 13;
        for (const auto& line : text) {
            canvas.text(x + begin, y, line);
            y += svg_line;
        }
        top += static_cast<int>(text.size() - 1) * svg_line;
        x += wide + legend_gap;
    }
    return top + svg_line + 14;
}

}  // namespace

void draw_marker(SvgCanvas& canvas, int x, int y, std::size_t series) {
    const auto look = fmt::format("punt m{}", series % svg_markers);
    const auto corner = [&](int right, int down) { return fmt::format("{} {}", x + right, y + down); };
    switch (series % svg_markers) {
        case 0:
            return canvas.path(fmt::format("M{} a5 5 0 1 0 10 0 a5 5 0 1 0 -10 0 Z", corner(-5, 0)), look);
        case 1:
            return canvas.path(fmt::format("M{} L{} L{} L{} Z", corner(-5, -5), corner(5, -5), corner(5, 5), corner(-5, 5)), look);
        case 2:
            return canvas.path(fmt::format("M{} L{} L{} Z", corner(0, -6), corner(6, 5), corner(-6, 5)), look);
        default:
            return canvas.path(fmt::format("M{} L{} L{} L{} Z", corner(0, -7), corner(7, 0), corner(0, 7), corner(-7, 0)), look);
    }
}

std::string svg_chart(const Chart& chart, const Style& style, std::string_view id, int width) {
    const ChartValues values(chart, style);
    SvgCanvas canvas;
    int top = 2;
    if (!chart.unit.empty()) {
        for (const auto& line : svg_wrap(chart.unit, width)) canvas.text(0, (top += svg_line) - 5, line, "start", "stil");
        top += 12;
    }
    const bool lines = chart.kind == ChartKind::line && lines_fit(values, width, style);
    const bool named = values.has_named_bars();
    if (values.series() > 1 && !named && chart.kind != ChartKind::funnel) top = draw_legend(canvas, values, top, width, lines);
    top = named                              ? draw_named_bars(canvas, values, chart.gaps, top, width)
          : lines                            ? draw_lines(canvas, values, chart.gaps, top, width, style)
          : chart.kind == ChartKind::funnel  ? draw_funnel(canvas, chart, values, top, width, style)
          : chart.kind == ChartKind::stacked ? draw_stacks(canvas, values, top, width)
                                             : draw_bars(canvas, values, chart.gaps, top, width);
    return fmt::format(
        "<svg role=\"img\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" aria-labelledby=\"{2}_titel\" aria-describedby=\"{2}_uitleg\">\n"
        "<title id=\"{2}_titel\">{3}</title>\n<desc id=\"{2}_uitleg\">{4}</desc>\n{5}</svg>\n",
        width, top, id, escaped(chart.data.title), escaped(chart.description), canvas.svg());
}

std::string_view svg_definitions() {
    return R"svg(<svg class="patronen" width="0" height="0" aria-hidden="true"><defs>
<pattern id="patroon_schuin" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="grond" width="7" height="7"/><rect class="streep" width="3" height="7"/></pattern>
<pattern id="patroon_punt" width="7" height="7" patternUnits="userSpaceOnUse"><rect class="grond" width="7" height="7"/><circle class="streep" cx="3.5" cy="3.5" r="1.7"/></pattern>
<pattern id="patroon_ruit" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="grond" width="8" height="8"/><rect class="streep" width="2" height="8"/><rect class="streep" width="8" height="2"/></pattern>
<pattern id="patroon_lijn" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="grond" width="6" height="6"/><rect class="streep" width="6" height="2"/></pattern>
</defs></svg>
)svg";
}

}  // namespace jv
