#include "documents/svg_scale.hpp"

#include <algorithm>
#include <cmath>

#include "tables/cell.hpp"

namespace jv {

namespace {

constexpr double most_ticks = 5;

}  // namespace

SvgScale::SvgScale(double lowest, double highest, bool whole) {
    const double range = std::max(highest - lowest, 1e-9);
    const double power = std::pow(10, std::floor(std::log10(range / most_ticks)));
    for (const double factor : {1.0, 2.0, 5.0, 10.0})
        if (range / (factor * power) <= most_ticks + 1e-9) {
            step = factor * power;
            break;
        }
    if (whole) step = std::max(step, 1.0);
    for (double unit = step; decimals < max_decimals && std::abs(unit - std::round(unit)) > 1e-6; unit *= 10) ++decimals;
    low = std::floor(lowest / step + 1e-9) * step;
    high = std::max(std::ceil(highest / step - 1e-9) * step, low + step);
}

int SvgScale::ticks() const { return static_cast<int>(std::lround((high - low) / step)); }

std::string SvgScale::text(int tick, Style style) const {
    style.zero = '0';
    return to_text(Number{std::llround(value(tick) * std::pow(10, decimals)), decimals}, style);
}

}  // namespace jv
