// Rows that no given figure tells apart.
#pragma once

#include <cstdint>
#include <vector>

#include "examples/demand.hpp"
#include "examples/histories.hpp"

namespace jv {

// The rows of one kind and school type that have the same predicates.
struct RowClass {
    Kind kind;
    std::vector<bool> has;              // per predicate of the demand
    std::vector<Codes> choices;         // each combination of codes that gives these predicates; at least one
    std::vector<std::int64_t> weights;  // how usual each choice is
    std::int64_t usual = 0;             // how usual rows of the class are, beside those of other classes and school types
};

// Whether a rule says that a row with these codes counts nowhere.
bool is_excluded(const Definitions& definitions, Kind kind, const Codes& codes);

// The classes of rows of a school type; rows that have no predicate at all have no class. A pupil that is neither
// leerplichtig nor kwalificatieplichtig has an empty `plicht`.
std::vector<RowClass> row_classes(const Demand& demand, const Definitions& definitions, int school_type);

}  // namespace jv
