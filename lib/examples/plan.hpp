// Which pupils have which rows, so that the given figures come out.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "examples/demand.hpp"
#include "examples/pupil_tree.hpp"
#include "examples/unit_model.hpp"

namespace jv {

// So many pupils with the same rows: (class, number of rows), classes as in the tree of their school type.
struct Bundle {
    std::vector<std::pair<int, std::int64_t>> rows;
    std::int64_t pupils = 0;
};

// What a municipality has in a school year: per school type, per root of its tree, the pupils. A pupil has one school type a year; pupils
// under the same root differ, those under different roots may be the same.
using MunicipalYear = std::array<std::vector<std::vector<Bundle>>, school_type_count>;

// The rows of a unit, by municipality.
struct PlannedUnit : PlanUnit {
    std::map<std::string, MunicipalYear> rows = {};
};

struct Plan {
    std::array<PupilTree, school_type_count> trees;
    std::vector<PlannedUnit> units;  // by their first municipality, then by year; one that spans years after the others of its first year
    Schooljaar first, last;          // of the figures
};

// Finds rows that give every figure. Adds an error for each group of figures that can't hold together, naming as few as possible: C010 for
// figures that contradict each other, C011 for a search that was given up. Such a unit has no rows then. The number of threads makes no difference.
Plan make_plan(const Demand& demand, const Definitions& definitions, const std::string& file, unsigned threads, FindingLog& log);

}  // namespace jv
