// Lying bars, below or behind each other; long labels have room, and every bar its figure.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "documents/svg_canvas.hpp"

namespace jv {

namespace {

constexpr int narrow = 480;  // a picture less wide has its labels above the bars
constexpr int most_label = 230, gap = 10, between = 14;
constexpr int stack_height = 26;

// The names of bars: beside them, or above them in a narrow picture.
class Labels {
public:
    Labels(const std::vector<std::string>& names, int width) : beside_(width >= narrow) {
        int widest = 0;
        for (const auto& name : names) widest = std::max(widest, svg_text_width(name));
        width_ = beside_ ? std::min(widest, most_label) : width;
        for (const auto& name : names) lines_.push_back(svg_wrap(name, width_));
    }

    bool beside() const { return beside_; }
    int left() const { return beside_ ? width_ + gap : 1; }
    int height(std::size_t at) const { return static_cast<int>(lines_[at].size()) * svg_line; }
    // Where the bars of a name begin, and where it ends with bars of that height.
    int bars_top(std::size_t at, int top) const { return beside_ ? top : top + height(at); }
    int end(std::size_t at, int top, int bars) const { return beside_ ? top + std::max(bars, height(at)) : top + height(at) + bars; }

    void draw(SvgCanvas& canvas, std::size_t at, int top, int bars) const {
        int y = top + 13;
        if (beside_ && bars > height(at)) y += (bars - height(at)) / 2;
        for (const auto& line : lines_[at]) {
            canvas.text(beside_ ? width_ : 0, y, line, beside_ ? "end" : "start");
            y += svg_line;
        }
    }

private:
    bool beside_;
    int width_ = 0;
    std::vector<std::vector<std::string>> lines_;
};

std::vector<std::string> place_names(const ChartValues& values) {
    std::vector<std::string> names;
    for (std::size_t place = 0; place < values.places(); ++place) names.push_back(values.place_name(place));
    return names;
}

std::vector<std::string> series_names(const ChartValues& values) {
    std::vector<std::string> names;
    for (std::size_t series = 0; series < values.series(); ++series) names.push_back(values.series_name(series));
    return names;
}

// A bar with its figure.
struct Bar {
    double value;
    std::string text, look;
};

// Bars on one scale, below each other under or beside their names.
class Bars {
public:
    Bars(SvgCanvas& canvas, const ChartValues& values, const std::vector<std::string>& names, int step, int width)
        : canvas_(canvas), labels_(names, width), lowest_(values.lowest()), range_(std::max(values.highest() - lowest_, 1e-9)), step_(step) {
        int figures = 0;
        for (std::size_t s = 0; s < values.series(); ++s)
            for (std::size_t p = 0; p < values.places(); ++p) figures = std::max(figures, svg_text_width(values.text(s, p)));
        left_ = labels_.left() + (lowest_ < 0 ? figures + gap : 0);  // room for the figures of what is less than nothing
        room_ = width - left_ - figures - gap;
    }

    // The bars of one name. Returns where they end.
    int draw(std::size_t name, const std::vector<Bar>& bars, int top) {
        const int height = step_ * static_cast<int>(bars.size()) - space;
        labels_.draw(canvas_, name, top, height);
        int y = labels_.bars_top(name, top);
        for (const auto& bar : bars) {
            const int end = x_of(bar.value), thick = step_ - space;
            if (bar.value != 0) canvas_.rect(std::min(zero(), end), y, std::max(std::abs(end - zero()), 1), thick, bar.look);
            canvas_.text(bar.value < 0 ? end - 6 : end + 6, y + thick / 2 + 5, bar.text, bar.value < 0 ? "end" : "start");
            y += step_;
        }
        if (!labels_.beside()) canvas_.line(zero(), labels_.bars_top(name, top), zero(), y - space, "as");
        return labels_.end(name, top, height);
    }

    // The axis beside bars that have their names there.
    void draw_axis(int top, int bottom) {
        if (labels_.beside()) canvas_.line(zero(), top - 2, zero(), bottom + 2, "as");
    }

private:
    static constexpr int space = 4;
    int x_of(double value) const { return left_ + static_cast<int>(std::lround((value - lowest_) / range_ * room_)); }
    int zero() const { return x_of(0); }

    SvgCanvas& canvas_;
    Labels labels_;
    double lowest_, range_;
    int step_, left_ = 0, room_ = 0;
};

constexpr int thin_step = 19, usual_step = 23;

// Room between two places, with a broken line where the figures can't be compared.
int draw_between(SvgCanvas& canvas, std::size_t next, const std::vector<std::size_t>& gaps, int top, int width) {
    if (!std::binary_search(gaps.begin(), gaps.end(), next)) return top + between;
    canvas.line(0, top + between, width, top + between, "breuk");
    return top + 2 * between;
}

}  // namespace

std::string svg_pattern(std::size_t series) { return fmt::format("v{}", series); }

int draw_bars(SvgCanvas& canvas, const ChartValues& values, const std::vector<std::size_t>& gaps, int top, int width) {
    Bars bars(canvas, values, place_names(values), values.series() > 3 ? thin_step : usual_step, width);
    int begin = top;
    for (std::size_t place = 0; place < values.places(); ++place) {
        std::vector<Bar> of_place;
        for (std::size_t series = 0; series < values.series(); ++series)
            of_place.push_back({values.value(series, place), values.text(series, place), svg_pattern(series)});
        const int end = bars.draw(place, of_place, top);
        top = draw_between(canvas, place + 1, gaps, end, width);
        if (top == end + between && place + 1 < values.places()) continue;
        bars.draw_axis(begin, end);
        begin = top;
    }
    return top;
}

int draw_named_bars(SvgCanvas& canvas, const ChartValues& values, const std::vector<std::size_t>& gaps, int top, int width) {
    Bars bars(canvas, values, series_names(values), usual_step, width);
    for (std::size_t place = 0; place < values.places(); ++place) {
        for (const auto& line : svg_wrap(values.place_name(place), width * 9 / 10)) canvas.text(0, (top += svg_line) - 5, line, "start", "vet");
        const int begin = top += 6;
        int end = top;
        for (std::size_t series = 0; series < values.series(); ++series) {
            end = bars.draw(series, {{values.value(series, place), values.text(series, place), svg_pattern(0)}}, top);
            top = end + 4;
        }
        bars.draw_axis(begin, end);
        top = draw_between(canvas, place + 1, gaps, end, width);
    }
    return top;
}

int draw_stacks(SvgCanvas& canvas, const ChartValues& values, int top, int width) {
    const Labels labels(place_names(values), width);
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
                if (series > 0) canvas.rect(middle - figure / 2, y + 5, figure, stack_height - 10, "grond");
                canvas.text(middle, y + stack_height / 2 + 5, text, "middle", series == 0 ? "op" : "");
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
