// The scale of an axis in a picture.
#pragma once

#include <string>

#include "tables/style.hpp"

namespace jv {

// Round steps from at most the lowest figure to at least the highest; `whole` when there is nothing between whole numbers.
struct SvgScale {
    double low = 0, high = 1, step = 1;
    int decimals = 0;

    SvgScale(double lowest, double highest, bool whole);
    int ticks() const;
    double value(int tick) const { return low + tick * step; }
    std::string text(int tick, Style style) const;
};

}  // namespace jv
