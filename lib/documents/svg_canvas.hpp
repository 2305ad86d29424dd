// A picture in the making: shapes and text in whole pixels from the upper left corner. For svg_chart.cpp, svg_bars.cpp and svg_lines.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tables/table.hpp"

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

// What a chart draws: series, and places along its axis; without totals.
class ChartValues {
public:
    ChartValues(const Chart& chart, Style style);
    std::size_t series() const { return by_row_ ? rows_ : columns_; }
    std::size_t places() const { return by_row_ ? columns_ : rows_; }
    const std::string& series_name(std::size_t series) const { return by_row_ ? row(series) : column(series); }
    const std::string& place_name(std::size_t place) const { return by_row_ ? column(place) : row(place); }
    double value(std::size_t series, std::size_t place) const;
    // `1.234`, and of a share `1.234 (12,3 %)`.
    std::string text(std::size_t series, std::size_t place) const;
    double lowest() const;   // 0 at most
    double highest() const;  // 0 at least

private:
    const std::string& row(std::size_t at) const { return chart_.data.rows[at].label; }
    const std::string& column(std::size_t at) const { return chart_.data.columns[at].head; }
    const Number& number(std::size_t series, std::size_t place) const;

    const Chart& chart_;
    Style style_;
    bool by_row_;
    std::size_t rows_ = 0, columns_ = 0;
};

// The pattern of a series of bars: a class.
std::string svg_pattern(std::size_t series);
// The markers of lines: each series its own shape.
inline constexpr std::size_t svg_markers = 4;
void draw_marker(SvgCanvas& canvas, int x, int y, std::size_t series);

// Each draws from `top` down and returns where it ends.
int draw_bars(SvgCanvas& canvas, const ChartValues& values, int top, int width);
int draw_stacks(SvgCanvas& canvas, const ChartValues& values, int top, int width);
// Lines are interrupted before the places of `gaps`.
int draw_lines(SvgCanvas& canvas, const ChartValues& values, const std::vector<std::size_t>& gaps, int top, int width, const Style& style);
// Whether the places of a line chart fit beside each other.
bool lines_fit(const ChartValues& values, int width, const Style& style);

}  // namespace jv
