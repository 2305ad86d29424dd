#include "documents/chart_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "documents/unicode.hpp"

namespace jv {

namespace {

template <typename Items>
std::size_t drawn(const Items& items) {
    return static_cast<std::size_t>(std::count_if(items.begin(), items.end(), [](const auto& item) { return !item.total; }));
}

}  // namespace

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

int ChartValues::decimals() const { return number(0, 0).decimals; }

std::string ChartValues::number_format(std::size_t series) const {
    const auto decimals = number(series, 0).decimals;
    return decimals > 0 ? "#,##0." + std::string(static_cast<std::size_t>(decimals), '0') : "#,##0";
}

int ChartValues::rotation() const {
    double before = 0, smallest = 0, middle = 0;
    for (std::size_t place = 0; place < places(); ++place) {
        const double size = value(0, place);
        if (size > 0 && (smallest == 0 || size < smallest)) smallest = size, middle = before + size / 2;
        before += size;
    }
    return before > 0 ? static_cast<int>(std::lround(450 - 360 * middle / before) % 360) : 0;
}

bool ChartValues::lies_down(double characters) const {
    if (has_named_bars()) return true;
    if (office_kind() != ChartKind::columns && office_kind() != ChartKind::stacked) return false;
    const double room = characters / static_cast<double>(places());
    for (std::size_t place = 0; place < places(); ++place)
        if (static_cast<double>(longest_word(place_name(place))) > room || static_cast<double>(display_width(place_name(place))) > 2 * room)
            return true;
    return false;
}

bool ChartValues::labels_below(std::size_t series) const {
    constexpr double near = 0.1;  // of the height of the chart
    const double close = (highest() - lowest()) * near;
    for (std::size_t other = 0; other < this->series(); ++other)
        for (std::size_t place = 0; place < places() && other != series; ++place) {
            const double above = value(other, place) - value(series, place);
            if ((above > 0 && above < close) || (above == 0 && other < series)) return true;
        }
    return false;
}

std::size_t ChartValues::name_lines() const {
    constexpr std::size_t room = 28;  // in characters, with the figure
    std::size_t lines = 1;
    for (std::size_t s = 0; s < series(); ++s) lines = std::max(lines, wrap(series_name(s), room).size());
    return lines;
}

double ChartValues::highest_stack() const {
    double highest = 0;
    for (std::size_t p = 0; p < places(); ++p) {
        double sum = 0;
        for (std::size_t s = 0; s < series(); ++s) sum += std::max(value(s, p), 0.0);
        highest = std::max(highest, sum);
    }
    return highest;
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
