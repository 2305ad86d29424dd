// What is usual: how often codes occur, so that what the figures leave free looks like an export of a municipality. Only plausibility
// depends on it, never a figure.
#pragma once

#include <cstdint>
#include <string_view>

#include "records/kinds.hpp"

namespace jv {

// How often a code occurs in a column of rows of a school type, beside the other codes of that column; an empty code is an empty field. A code that
// is not known here weighs 1; one that gives a warning when it is counted weighs 0.
std::int64_t usual_weight(Kind kind, std::string_view schooltype, std::string_view column, std::string_view code);

// How often a kind has rows of a school type.
std::int64_t usual_school_type_weight(Kind kind, std::string_view schooltype);

}  // namespace jv
