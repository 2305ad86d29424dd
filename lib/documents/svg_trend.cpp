#include "documents/svg_trend.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "documents/html_text.hpp"
#include "documents/svg_canvas.hpp"

namespace jv {

namespace {

constexpr int width = 96, height = 26, margin = 4, dot = 2;

double value(const Number& number) { return static_cast<double>(number.units) / std::pow(10, number.decimals); }

// A filled circle.
std::string circle(int x, int y, int radius) {
    return fmt::format("M{} {} a{r} {r} 0 1 0 {d} 0 a{r} {r} 0 1 0 -{d} 0 Z", x - radius, y, fmt::arg("r", radius), fmt::arg("d", 2 * radius));
}

}  // namespace

std::string svg_trend(const Trend& trend, std::string_view title, std::string_view id) {
    double highest = 0, lowest = 0;
    for (const auto& point : trend.points)
        if (point.figure) highest = std::max(highest, value(*point.figure)), lowest = std::min(lowest, value(*point.figure));
    const double range = std::max(highest - lowest, 1e-9);
    const auto last = trend.points.size() - 1;
    const auto x = [&](std::size_t at) {
        return margin + static_cast<int>(std::lround(static_cast<double>(at * (width - 2 * margin)) / static_cast<double>(last)));
    };
    const auto y = [&](const Number& figure) {
        return height - margin - static_cast<int>(std::lround((value(figure) - lowest) / range * (height - 2 * margin)));
    };
    const auto has = [&](std::size_t at) { return at < trend.points.size() && trend.points[at].figure; };
    const auto follows = [&](std::size_t at) { return at > 0 && has(at) && has(at - 1) && !trend.points[at].broken; };
    SvgCanvas canvas;
    canvas.line(0, height - 1, width, height - 1, "raster");
    std::string line, dots;
    std::size_t end = 0;
    for (std::size_t at = 0; at <= last; ++at) {
        if (!has(at)) continue;
        const auto& figure = *trend.points[at].figure;
        line += fmt::format("{}{} {}", follows(at) ? " L" : line.empty() ? "M" : " M", x(at), y(figure));
        // A figure beside which there is no other would not be seen.
        if (!follows(at) && !follows(at + 1)) dots += (dots.empty() ? "" : " ") + circle(x(at), y(figure), dot);
        end = at;
    }
    canvas.path(line, "lijn l0");
    if (!dots.empty()) canvas.path(dots, "m0");
    canvas.path(circle(x(end), y(*trend.points[end].figure), dot + 1), "m0");
    return fmt::format(
        "<svg class=\"trendlijn\" role=\"img\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" aria-labelledby=\"{2}_titel\" "
        "aria-describedby=\"{2}_uitleg\"><title id=\"{2}_titel\">{3}</title><desc id=\"{2}_uitleg\">{4}</desc>\n{5}</svg>",
        width, height, id, escaped(title), escaped(trend.description), canvas.svg());
}

}  // namespace jv
