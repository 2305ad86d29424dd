// A funnel plot: a point for every place by its size and rate, between limits that are wide for a small place and narrow for a large one.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "documents/svg_canvas.hpp"
#include "documents/svg_scale.hpp"

namespace jv {

namespace {

constexpr int height = 300, gap = 10, sample = 34, sample_gap = 8, legend_gap = 22, marker = 7, text_up = 13, text_down = 4;
// A label at most so far from its point stands beside it.
constexpr double beside = 14;

struct Box {
    int left, top, right, bottom;
    bool overlaps(const Box& other) const { return left < other.right && other.left < right && top < other.bottom && other.top < bottom; }
    bool is_within(const Box& other) const { return left >= other.left && right <= other.right && top >= other.top && bottom <= other.bottom; }
    double distance(int x, int y) const { return std::hypot(x - std::clamp(x, left, right), y - std::clamp(y, top, bottom)); }
};

class Funnel {
public:
    Funnel(SvgCanvas& canvas, const Chart& chart, const ChartValues& values, int width, const Style& style)
        : canvas_(canvas),
          chart_(chart),
          values_(values),
          width_(width),
          style_(style),
          x_(0, largest({funnel_size}), true),
          y_(0, largest({funnel_rate, funnel_centre, funnel_high, funnel_far_high}), false) {
        for (int tick = 0; tick <= y_.ticks(); ++tick) left_ = std::max(left_, svg_text_width(y_.text(tick, style)));
        left_ += gap;
        right_ = width - svg_text_width(x_.text(x_.ticks(), style)) / 2;
    }

    int draw(int top) {
        top = draw_legend(top) + gap;
        bottom_ = top + height;
        for (int tick = 0; tick <= y_.ticks(); ++tick) {
            canvas_.line(left_, y(y_.value(tick)), width_, y(y_.value(tick)), tick == 0 ? "as" : "raster");
            canvas_.text(left_ - 6, y(y_.value(tick)) + 5, y_.text(tick, style_), "end", "stil");
        }
        for (int tick = 0; tick <= x_.ticks(); ++tick)
            if (tick % every() == 0) canvas_.text(x(x_.value(tick)), bottom_ + svg_line, x_.text(tick, style_), "middle", "stil");
        canvas_.text(width_, bottom_ + 2 * svg_line, chart_.data.columns[funnel_size].head, "end", "stil");
        const int rate = y(values_.value(funnel_centre, 0));
        canvas_.line(left_, rate, width_, rate, "lijn l0");
        for (const auto column : {funnel_low, funnel_high}) draw_limit(column, "lijn l1");
        for (const auto column : {funnel_far_low, funnel_far_high}) draw_limit(column, "lijn l2");
        for (std::size_t place = 0; place < values_.places(); ++place) {
            draw_marker(canvas_, x_of(place), y_of(place), 0);
            taken_.push_back({x_of(place) - marker, y_of(place) - marker, x_of(place) + marker, y_of(place) + marker});
        }
        for (std::size_t place = 0; place < values_.places(); ++place)
            if (!chart_.labels[place].empty()) draw_label(place, top);
        return bottom_ + 2 * svg_line + gap;
    }

private:
    double largest(std::initializer_list<FunnelColumn> columns) const {
        double largest = 0;
        for (const auto column : columns)
            for (std::size_t place = 0; place < values_.places(); ++place) largest = std::max(largest, values_.value(column, place));
        return largest;
    }

    int x(double size) const { return left_ + static_cast<int>(std::lround(size / x_.high * (right_ - left_))); }
    int y(double rate) const { return bottom_ - static_cast<int>(std::lround(rate / y_.high * height)); }
    int x_of(std::size_t place) const { return x(values_.value(funnel_size, place)); }
    int y_of(std::size_t place) const { return y(values_.value(funnel_rate, place)); }

    // Of the sizes along the axis in a narrow picture only some fit.
    int every() const {
        const int room = (right_ - left_) / x_.ticks();
        return (svg_text_width(x_.text(x_.ticks(), style_)) + gap + room - 1) / room;
    }

    // A limit goes from place to place, by size: at each of them it is exact, and between them there is nobody.
    void draw_limit(FunnelColumn column, std::string_view look) {
        std::string points;
        for (std::size_t place = 0; place < values_.places(); ++place)
            points += fmt::format("{}{} {}", points.empty() ? "M" : " L", x_of(place), y(values_.value(column, place)));
        canvas_.path(points, look);
    }

    int draw_legend(int top) {
        int at = 0;
        const auto item = [&](const std::string& text, std::string_view look) {
            const int wide = sample + sample_gap + svg_text_width(text);
            if (at > 0 && at + wide > width_) at = 0, top += svg_line + 4;
            if (look.empty())
                draw_marker(canvas_, at + sample / 2, top + 8, 0);
            else
                canvas_.line(at, top + 8, at + sample, top + 8, look);
            canvas_.text(at + sample + sample_gap, top + 13, text);
            at += wide + legend_gap;
        };
        item("gemeente", "");
        item(fmt::format("regio: {}", values_.text(funnel_centre, 0)), "lijn l0");
        item("grenzen van 95 %", "lijn l1");
        item("grenzen van 99,8 %", "lijn l2");
        return top + svg_line;
    }

    // The label stands where it covers no point and no other label, beside its point if it can, and else where no other point is nearer. A line leads
    // to one that does not stand beside its point.
    void draw_label(std::size_t place, int top) {
        const auto& text = chart_.labels[place];
        const int wide = svg_text_width(text), px = x_of(place), py = y_of(place);
        const Box picture{left_, top - text_up, width_, bottom_};
        const auto box_at = [&](int left, int baseline) { return Box{left, baseline - text_up, left + wide, baseline + text_down}; };
        std::vector<Box> options;
        for (const int down : {0, -18, 18, -36, 36, -54, 54, -72, 72}) {
            options.push_back(box_at(px + marker + 3, py + 5 + down));
            options.push_back(box_at(px - marker - 3 - wide, py + 5 + down));
            if (down != 0) options.push_back(box_at(px - wide / 2, py + 5 + down));
        }
        std::erase_if(options, [&](const Box& box) { return !box.is_within(picture); });
        if (options.empty()) options.push_back(box_at(px + marker + 3, py + 5));
        const auto is_free = [&](const Box& box) {
            return std::none_of(taken_.begin(), taken_.end(), [&](const Box& other) { return box.overlaps(other); });
        };
        auto chosen = std::find_if(options.begin(), options.end(), [&](const Box& box) { return is_free(box) && is_nearest(box, place); });
        if (chosen == options.end()) chosen = std::find_if(options.begin(), options.end(), is_free);
        if (chosen == options.end()) chosen = options.begin();
        if (const double away = chosen->distance(px, py); away > beside) {
            const int to_x = std::clamp(px, chosen->left, chosen->right), to_y = std::clamp(py, chosen->top, chosen->bottom);
            const auto from = [&](int at, int to) { return at + static_cast<int>(std::lround((to - at) * marker / away)); };
            canvas_.line(from(px, to_x), from(py, to_y), to_x, to_y, "as");
        }
        canvas_.text(chosen->left, chosen->bottom - text_down, text, "start", "in");
        taken_.push_back(*chosen);
    }

    bool is_nearest(const Box& box, std::size_t place) const {
        const double own = box.distance(x_of(place), y_of(place));
        for (std::size_t other = 0; other < values_.places(); ++other)
            if (other != place && box.distance(x_of(other), y_of(other)) <= own) return false;
        return true;
    }

    SvgCanvas& canvas_;
    const Chart& chart_;
    const ChartValues& values_;
    int width_;
    const Style& style_;
    SvgScale x_, y_;
    int left_ = 0, right_ = 0, bottom_ = 0;
    std::vector<Box> taken_;
};

}  // namespace

int draw_funnel(SvgCanvas& canvas, const Chart& chart, const ChartValues& values, int top, int width, const Style& style) {
    return Funnel(canvas, chart, values, width, style).draw(top);
}

}  // namespace jv
