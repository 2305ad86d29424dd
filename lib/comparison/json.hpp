// A comparison for other programs. The README describes the keys, which stay as they are.
#pragma once

#include <string>
#include <vector>

#include "comparison/compare.hpp"
#include "comparison/moved.hpp"

namespace jv {

// One JSON object in UTF-8, its keys always in the same order. Rates, ratios and p's are rounded to six digits; what is infinite is null.
std::string comparison_as_json(const Comparison& comparison, const std::vector<MovedFigure>& moved, const std::vector<ShiftedSeries>& shifted);

}  // namespace jv
