// Lines over school years, with a scale at the left and each figure above its point.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "documents/svg_canvas.hpp"
#include "documents/svg_scale.hpp"

namespace jv {

namespace {

constexpr int height = 230, label_step = 16, above = 10, gap = 10;

bool all_whole(const ChartValues& values) {
    for (std::size_t s = 0; s < values.series(); ++s)
        for (std::size_t p = 0; p < values.places(); ++p)
            if (values.value(s, p) != std::round(values.value(s, p))) return false;
    return true;
}

// A school year may be broken behind its hyphen.
std::vector<std::string> place_lines(const std::string& name, int width) {
    if (svg_text_width(name) > width && name.size() == 9 && name[4] == '-') return {name.substr(0, 5), name.substr(5)};
    return svg_wrap(name, width);
}

struct Frame {
    SvgScale scale;
    int left = 0, step = 0;

    Frame(const ChartValues& values, int width, const Style& style) : scale(values.lowest(), values.highest(), all_whole(values)) {
        for (int tick = 0; tick <= scale.ticks(); ++tick) left = std::max(left, svg_text_width(scale.text(tick, style)));
        left += gap;
        step = (width - left) / static_cast<int>(values.places());
    }
    int x(std::size_t place) const { return left + step / 2 + step * static_cast<int>(place); }
};

// A figure at its point.
struct Point {
    int y;
    std::string text;
};

// Puts the figures of one place where they are written: those of points close to each other in their order above the highest of them.
void place_figures(std::vector<Point>& points) {
    std::sort(points.begin(), points.end(), [](const Point& a, const Point& b) { return a.y > b.y; });
    for (std::size_t first = 0; first < points.size();) {
        std::size_t end = first + 1;
        const auto taken = [&] { return above + label_step * static_cast<int>(end - first) + 6; };
        while (end < points.size() && points[end - 1].y - points[end].y < taken()) ++end;
        int y = points[end - 1].y - above;
        for (; first < end; ++first, y -= label_step) points[first].y = y;
    }
}

}  // namespace

bool lines_fit(const ChartValues& values, int width, const Style& style) {
    if (values.series() > svg_markers) return false;
    const Frame frame(values, width, style);
    for (std::size_t place = 0; place < values.places(); ++place) {
        for (const auto& line : place_lines(values.place_name(place), frame.step - 4))
            if (svg_text_width(line) > frame.step - 4) return false;
        for (std::size_t series = 0; series < values.series(); ++series)
            if (svg_text_width(values.text(series, place)) > frame.step - 4) return false;
    }
    return true;
}

int draw_lines(SvgCanvas& canvas, const ChartValues& values, const std::vector<std::size_t>& gaps, int top, int width, const Style& style) {
    const Frame frame(values, width, style);
    const auto& scale = frame.scale;
    const auto above_bottom = [&](double value) { return static_cast<int>(std::lround((value - scale.low) / (scale.high - scale.low) * height)); };
    std::vector<std::vector<Point>> figures(values.places());  // from the bottom up, less than nothing
    int highest = -height;
    for (std::size_t place = 0; place < values.places(); ++place) {
        for (std::size_t series = 0; series < values.series(); ++series)
            figures[place].push_back({-above_bottom(values.value(series, place)), values.text(series, place)});
        place_figures(figures[place]);
        highest = std::min(highest, figures[place].back().y - 12);
    }
    const int bottom = top - highest;
    const auto y_of = [&](double value) { return bottom - above_bottom(value); };
    for (int tick = 0; tick <= scale.ticks(); ++tick) {
        const int y = y_of(scale.low + tick * scale.step);
        canvas.line(frame.left, y, width, y, tick == 0 ? "as" : "raster");
        canvas.text(frame.left - 6, y + 5, scale.text(tick, style), "end", "stil");
    }
    for (std::size_t series = 0; series < values.series(); ++series) {
        std::string points;
        for (std::size_t place = 0; place < values.places(); ++place)
            points += fmt::format("{}{} {}",
                                  place == 0                                            ? "M"
                                  : std::binary_search(gaps.begin(), gaps.end(), place) ? " M"
                                                                                        : " L",
                                  frame.x(place), y_of(values.value(series, place)));
        canvas.path(points, fmt::format("lijn l{}", series % svg_markers));
        for (std::size_t place = 0; place < values.places(); ++place) draw_marker(canvas, frame.x(place), y_of(values.value(series, place)), series);
    }
    int end = bottom;
    for (std::size_t place = 0; place < values.places(); ++place) {
        for (const auto& figure : figures[place]) canvas.text(frame.x(place), bottom + figure.y, figure.text, "middle", "in");
        int y = bottom + 4;
        for (const auto& line : place_lines(values.place_name(place), frame.step - 4)) canvas.text(frame.x(place), y += svg_line, line, "middle");
        end = std::max(end, y);
    }
    return end + 12;
}

}  // namespace jv
