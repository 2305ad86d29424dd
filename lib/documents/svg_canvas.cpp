#include "documents/svg_canvas.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "documents/html_text.hpp"
#include "documents/unicode.hpp"

namespace jv {

namespace {

// Of a letter of 13 pixels high in a wide system font.
constexpr double letter = 7.6;

template <typename Items>
std::size_t drawn(const Items& items) {
    return static_cast<std::size_t>(std::count_if(items.begin(), items.end(), [](const auto& item) { return !item.total; }));
}

std::string class_of(std::string_view look) { return look.empty() ? std::string() : fmt::format(" class=\"{}\"", look); }

}  // namespace

int svg_text_width(std::string_view text) { return static_cast<int>(std::ceil(static_cast<double>(display_width(text)) * letter)); }

std::vector<std::string> svg_wrap(std::string_view text, int width) {
    return wrap(printable(text), static_cast<std::size_t>(std::max(4.0, width / letter)));
}

void SvgCanvas::text(int x, int y, std::string_view text, std::string_view anchor, std::string_view look) {
    svg_ += fmt::format("<text x=\"{}\" y=\"{}\"", x, y);
    if (anchor != "start") svg_ += fmt::format(" text-anchor=\"{}\"", anchor);
    if (look == "in") svg_ += " paint-order=\"stroke\"";
    svg_ += fmt::format("{}>{}</text>\n", class_of(look), escaped(text));
}

void SvgCanvas::rect(int x, int y, int width, int height, std::string_view look) {
    svg_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{}/>\n", x, y, width, height, class_of(look));
}

void SvgCanvas::line(int x1, int y1, int x2, int y2, std::string_view look) {
    svg_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"{}/>\n", x1, y1, x2, y2, class_of(look));
}

void SvgCanvas::path(std::string_view points, std::string_view look) { svg_ += fmt::format("<path d=\"{}\"{}/>\n", points, class_of(look)); }

ChartValues::ChartValues(const Chart& chart, Style style)
    : chart_(chart), style_(std::move(style)), by_row_(chart.rows_are_series && chart.kind != ChartKind::pie) {
    style_.zero = '0';
    rows_ = drawn(chart.data.rows);
    columns_ = chart.kind == ChartKind::pie ? 1 : drawn(chart.data.columns);
}

const Number& ChartValues::number(std::size_t series, std::size_t place) const {
    return std::get<Number>(by_row_ ? chart_.data.cell(series, place) : chart_.data.cell(place, series));
}

double ChartValues::value(std::size_t series, std::size_t place) const {
    const auto& is = number(series, place);
    return static_cast<double>(is.units) / std::pow(10, is.decimals);
}

std::string ChartValues::text(std::size_t series, std::size_t place) const {
    auto figure = to_text(number(series, place), style_);
    if (chart_.kind != ChartKind::pie || chart_.data.columns.size() < 2) return figure;
    return fmt::format("{} ({} %)", figure, to_text(chart_.data.cell(place, 1), style_));
}

double ChartValues::lowest() const {
    double lowest = 0;
    for (std::size_t s = 0; s < series(); ++s)
        for (std::size_t p = 0; p < places(); ++p) lowest = std::min(lowest, value(s, p));
    return lowest;
}

double ChartValues::highest() const {
    double highest = 0;
    for (std::size_t s = 0; s < series(); ++s)
        for (std::size_t p = 0; p < places(); ++p) highest = std::max(highest, value(s, p));
    return highest;
}

}  // namespace jv
