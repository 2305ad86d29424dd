// A picture in the making: shapes and text in whole pixels from the upper left corner. For svg_chart.cpp, svg_bars.cpp and svg_lines.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "documents/chart_values.hpp"

namespace jv {

inline constexpr int svg_line = 18;  // from a line of text to the next

// At least as wide as the text is drawn, in pixels.
int svg_text_width(std::string_view text);
// The text in lines of at most that width.
std::vector<std::string> svg_wrap(std::string_view text, int width);

class SvgCanvas {
public:
    // `look` is a class. The anchor is start, middle or end.
    void text(int x, int y, std::string_view text, std::string_view anchor = "start", std::string_view look = {});
    void rect(int x, int y, int width, int height, std::string_view look);
    void line(int x1, int y1, int x2, int y2, std::string_view look);
    void path(std::string_view points, std::string_view look);
    const std::string& svg() const { return svg_; }

private:
    std::string svg_;
};

// The pattern of a series of bars, of which there are most_patterns: a class.
std::string svg_pattern(std::size_t series);
// The markers of lines: each series its own shape.
inline constexpr std::size_t svg_markers = 4;
void draw_marker(SvgCanvas& canvas, int x, int y, std::size_t series);

// Each draws from `top` down and returns where it ends.
// Before the places of `gaps` lines are interrupted, and bars have a broken line above them.
int draw_bars(SvgCanvas& canvas, const ChartValues& values, const std::vector<std::size_t>& gaps, int top, int width);
int draw_stacks(SvgCanvas& canvas, const ChartValues& values, int top, int width);
// Each bar with the name of its series, below the name of the place.
int draw_named_bars(SvgCanvas& canvas, const ChartValues& values, const std::vector<std::size_t>& gaps, int top, int width);
int draw_lines(SvgCanvas& canvas, const ChartValues& values, const std::vector<std::size_t>& gaps, int top, int width, const Style& style);
// The points of a funnel plot with their labels, its centre line and its limits, below what each of them looks like.
int draw_funnel(SvgCanvas& canvas, const Chart& chart, const ChartValues& values, int top, int width, const Style& style);
// Whether the places of a line chart fit beside each other, and every line has a look of its own.
bool lines_fit(const ChartValues& values, int width, const Style& style);

}  // namespace jv
