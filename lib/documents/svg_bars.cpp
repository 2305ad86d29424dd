// Lying bars, beside or behind each other; long labels have room, and every bar its figure.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "documents/svg_canvas.hpp"

namespace jv {

namespace {

constexpr int narrow = 480;  // a picture less wide has its labels above the bars
constexpr int most_label = 230, gap = 10, between = 14;
constexpr int stack_height = 26;
constexpr std::size_t patterns = 7;

// The labels of the places: beside the bars, or above them in a narrow picture.
class Labels {
public:
    Labels(const ChartValues& values, int width) : beside_(width >= narrow) {
        int widest = 0;
        for (std::size_t place = 0; place < values.places(); ++place) widest = std::max(widest, svg_text_width(values.place_name(place)));
        width_ = beside_ ? std::min(widest, most_label) : width;
        for (std::size_t place = 0; place < values.places(); ++place) lines_.push_back(svg_wrap(values.place_name(place), width_));
    }

    bool beside() const { return beside_; }
    int left() const { return beside_ ? width_ + gap : 1; }
    int height(std::size_t place) const { return static_cast<int>(lines_[place].size()) * svg_line; }
    // Where the bars of a place begin, and where it ends with bars of that height.
    int bars_top(std::size_t place, int top) const { return beside_ ? top : top + height(place); }
    int end(std::size_t place, int top, int bars) const { return beside_ ? top + std::max(bars, height(place)) : top + height(place) + bars; }

    void draw(SvgCanvas& canvas, std::size_t place, int top, int bars) const {
        int y = top + 13;
        if (beside_ && bars > height(place)) y += (bars - height(place)) / 2;
        for (const auto& line : lines_[place]) {
            canvas.text(beside_ ? width_ : 0, y, line, beside_ ? "end" : "start");
            y += svg_line;
        }
    }

private:
    bool beside_;
    int width_ = 0;
    std::vector<std::vector<std::string>> lines_;
};

}  // namespace

std::string svg_pattern(std::size_t series) { return fmt::format("v{}", series % patterns); }

int draw_bars(SvgCanvas& canvas, const ChartValues& values, int top, int width) {
    const Labels labels(values, width);
    int figures = 0;
    for (std::size_t s = 0; s < values.series(); ++s)
        for (std::size_t p = 0; p < values.places(); ++p) figures = std::max(figures, svg_text_width(values.text(s, p)));
    const double lowest = values.lowest(), range = std::max(values.highest() - lowest, 1e-9);
    const int before = lowest < 0 ? figures + gap : 0;  // room for the figures of what is less than nothing
    const int left = labels.left() + before, room = width - left - figures - gap;
    const auto x_of = [&](double value) { return left + static_cast<int>(std::lround((value - lowest) / range * room)); };
    const int step = values.series() > 3 ? 19 : 23, bar = step - 4;
    const int zero = x_of(0), begin = top;
    for (std::size_t place = 0; place < values.places(); ++place) {
        const int bars = step * static_cast<int>(values.series());
        labels.draw(canvas, place, top, bars - 4);
        int y = labels.bars_top(place, top);
        for (std::size_t series = 0; series < values.series(); ++series, y += step) {
            const auto value = values.value(series, place);
            const int end = x_of(value);
            if (value != 0) canvas.rect(std::min(zero, end), y, std::max(std::abs(end - zero), 1), bar, svg_pattern(series));
            canvas.text(value < 0 ? end - 6 : end + 6, y + bar / 2 + 5, values.text(series, place), value < 0 ? "end" : "start");
        }
        if (!labels.beside()) canvas.line(zero, labels.bars_top(place, top), zero, y - 4, "as");
        top = labels.end(place, top, bars - 4) + between;
    }
    if (labels.beside()) canvas.line(zero, begin - 2, zero, top - between + 2, "as");
    return top;
}

int draw_stacks(SvgCanvas& canvas, const ChartValues& values, int top, int width) {
    const Labels labels(values, width);
    const double highest = values.highest_stack();
    const int left = labels.left(), room = width - left - 1, begin = top;
    for (std::size_t place = 0; place < values.places(); ++place) {
        labels.draw(canvas, place, top, stack_height);
        const int y = labels.bars_top(place, top);
        double sum = 0;
        std::string small;  // the figures of parts too narrow for them
        for (std::size_t series = 0; series < values.series(); ++series) {
            const auto value = std::max(values.value(series, place), 0.0);
            const auto x_of = [&](double at) { return left + static_cast<int>(std::lround(highest > 0 ? at / highest * room : 0)); };
            const int x = x_of(sum), end = x_of(sum += value);
            const auto text = values.text(series, place);
            if (value > 0) canvas.rect(x, y, std::max(end - x, 1), stack_height, svg_pattern(series));
            const int figure = svg_text_width(text) + 6;
            if (figure + 2 <= end - x) {
                const int middle = (x + end) / 2;
                if (series % patterns > 0) canvas.rect(middle - figure / 2, y + 5, figure, stack_height - 10, "grond");
                canvas.text(middle, y + stack_height / 2 + 5, text, "middle", series % patterns == 0 ? "op" : "");
            } else {
                small += (small.empty() ? "" : " · ") + values.series_name(series) + " " + text;
            }
        }
        int end = labels.end(place, top, stack_height);
        if (!small.empty()) {
            end = y + stack_height;
            for (const auto& line : svg_wrap(small, width - left - 4)) canvas.text(left + 4, (end += svg_line) - 3, line, "start", "stil");
            end = std::max(end, labels.end(place, top, stack_height));
        }
        top = end + between;
    }
    if (labels.beside()) canvas.line(left, begin - 2, left, top - between + 2, "as");
    return top;
}

}  // namespace jv
