// A comparison for other programs. The README describes the keys, which stay as they are.
#pragma once

#include <string>
#include <vector>

#include "bytes/json.hpp"
#include "comparison/compare.hpp"
#include "comparison/moved.hpp"

namespace jv {

// One JSON object in UTF-8, its keys always in the same order. Rates, ratios and p's are rounded to six digits; what is infinite is null. It comes in
// three pieces: what stands before the tables, each area's tables in turn, and the end. The breaks must be known beforehand.
class ComparisonJson {
public:
    explicit ComparisonJson(const Comparison& frame) : frame_(frame) {}
    std::string begin();
    std::string tables(const std::vector<ComparedTable>& tables);
    std::string end(const std::vector<MovedFigure>& moved, const std::vector<ShiftedSeries>& shifted);

private:
    const Comparison& frame_;  // its years and breaks
    JsonWriter json_;
};

}  // namespace jv
