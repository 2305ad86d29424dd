// How the results of a test stand in a table: for comparison_report.cpp and side_by_side_report.cpp.
#pragma once

#include <array>
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
// A test in five cells: p, the corrected p (empty when there is none), the ratio and its bounds. Rounding hides neither on which side of the level
// p is (`< 0,05`), nor that the interval excludes 1 (`> 1`, `< 1`).
std::array<Cell, 5> test_cells(const RatioTest& test, const std::optional<double>& corrected);

}  // namespace jv
