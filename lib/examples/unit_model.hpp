// The figures of some municipalities in one year as a model in whole numbers.
#pragma once

#include <array>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "examples/demand.hpp"
#include "examples/integer_model.hpp"
#include "examples/pupil_tree.hpp"

namespace jv {

// Municipalities and a year that are planned together, because a region's figures tie them; or all years, of kinds that span years.
struct PlanUnit {
    Schooljaar year;  // the first, of a unit that spans years
    bool spans = false;
    std::vector<std::string> municipalities;
    std::vector<int> given;  // indices in Demand::given
    // Municipalities that stand in the same figures, under the first of them: those figures can't tell them apart, so that the pupils of all may
    // be planned as one and divided at will.
    std::map<std::string, std::vector<std::string>> alike;
};

class UnitModel {
public:
    // The model knows only the figures in `given`, some of those of the unit.
    UnitModel(const Demand& demand, const std::array<PupilTree, school_type_count>& trees, const PlanUnit& unit, std::span<const int> given);

    // The sources in an outcome are indices in the demand.
    IntegerModel::Outcome solve() const { return model_.solve(); }

    // The variables of one municipality (and those like it) and school type, along its tree.
    struct Block {
        std::string municipality;
        int school_type;
        std::vector<int> rows;                // per class: the number of rows
        std::vector<std::vector<int>> parts;  // per node, per part: the number of pupils
    };
    const std::vector<Block>& blocks() const { return blocks_; }

private:
    // A figure as a sum: over predicates in blocks. Sorted.
    using Cells = std::vector<std::pair<int, int>>;
    struct Sum {
        Cells cells;
        bool rows;
        int at_least;
        std::int64_t value;
        std::vector<int> given;
    };

    void collect_sums(const PlanUnit& unit, std::span<const int> given);
    void bound_rows();
    void add_block(std::size_t block);
    void subtract_parts();
    void add_sum(const Sum& sum);
    void add_wishes();
    // Calls `each` with the block and the class for the rows that a sum looks at.
    template <typename F>
    void for_each_class(const Sum& sum, F each) const;

    const Demand& demand_;
    const std::array<PupilTree, school_type_count>& trees_;
    std::vector<Block> blocks_;
    std::vector<Sum> sums_;
    std::vector<std::vector<std::int64_t>> most_rows_;  // per block, per class
    IntegerModel model_;
};

}  // namespace jv
