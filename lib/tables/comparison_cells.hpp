// How the results of a test stand in a table: for comparison_report.cpp and side_by_side_report.cpp.
#pragma once

#include <optional>
#include <string>

#include "comparison/compare.hpp"
#include "tables/cell.hpp"

namespace jv {

// `kan toeval zijn`; without a test `niet getoetst`.
std::string words(Verdict verdict);
// Why there is no figure or no comparison: `geen cijfer`, `breuk`.
std::string words(Obstacle obstacle);
// `Breuk (definitie): …`, the note of a change that crosses it.
std::string note_text(const Break& entry);
// A quotient, rounded; what is infinite is `∞`.
Cell share(double value, int decimals);
Cell ratio_cell(double ratio);
// A p: three decimals, or a bound where those would hide on which side of the level it is. Empty when there is none.
Cell p_cell(const std::optional<double>& p);

}  // namespace jv
