// How the rows of pupils combine: the pupils of one school type, built up from classes of rows, two parts at a time.
//
// The figures see of a pupil only how many of its rows have each predicate, up to the number from which a figure counts it. A node of
// the tree holds some classes of rows; a pupil's *state* there is that count, for the predicates that still look at classes outside
// the node. A leaf holds one class: a pupil has 1, 2, … rows of it. An inner node joins two nodes: a pupil has a part in the left one, in
// the right one, or in both.
//
// Pupils in the same state at a node are the same to everything outside it. So numbers of pupils for each part of each node describe pupils
// that exist exactly when at each inner node the parts use up the pupils of the nodes below, state by state: any pupil in the state may
// take any place that asks for that state. No choice of figures is lost, and none is added.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "examples/row_classes.hpp"

namespace jv {

struct PupilTree {
    // Rows with each predicate, as far as it matters.
    using Counts = std::vector<std::uint8_t>;

    // One way for a pupil to have rows in a node.
    struct Part {
        int level = 0;              // at a leaf: this number of rows of the class; the highest level is that number or more
        int left = -1, right = -1;  // at an inner node: the states in the nodes below; -1 for no rows there
        int to = 0;                 // the state it gives
        Counts counts;
    };

    struct Node {
        int row_class = -1;
        int left = -1, right = -1;
        std::vector<Counts> states = {};  // of pupils with at least one row
        std::vector<Part> parts = {};
    };

    std::vector<RowClass> classes;
    std::vector<Node> nodes;  // those below stand before those above
    std::vector<int> roots;
    std::vector<std::vector<std::size_t>> classes_with;  // per predicate
    std::vector<int> complete_at;                        // per predicate: the node that holds all its classes, if figures count its pupils; else -1
};

// By school type.
std::array<PupilTree, school_type_count> pupil_trees(const Demand& demand, const Definitions& definitions);

}  // namespace jv
