// The small line of a trend as a picture in HTML (SVG).
#pragma once

#include <string>
#include <string_view>

#include "tables/table.hpp"

namespace jv {

// The line from 0 up, interrupted where a year has no figure and at breaks, its last figure marked; `title` and the trend's description are for who
// does not see it. `id` is its own, unique in the document. The trend is drawn.
std::string svg_trend(const Trend& trend, std::string_view title, std::string_view id);

}  // namespace jv
