// The figures of a project: what its exports count to, and what is given.
#pragma once

#include <map>
#include <vector>

#include "counts/counter.hpp"
#include "counts/definitions.hpp"
#include "project/project.hpp"

namespace jv {

struct ProjectFigures {
    Cijfers given;                      // earlier figures, and typed in
    Cijfers counted;                    // from the exports
    Cijfers all;                        // both
    std::map<Kind, Balance> balances;   // of the exports
    std::vector<InputAccount> exports;  // in the order in which they were read
};

struct CountingOptions {
    bool show_values = false;  // values of personal columns may stand in messages
    unsigned threads = 1;
};

// The definitions of the toolkit and the project's own, with its names of schools.
Definitions definitions_of(const Project& project);

// Reads and counts. Without `rejected`, rejected rows end the run (V100). What is noticed goes to `findings`. Fails as reading and counting do
// (status 1 and 2); status 1: C003 when a figure is both counted and given, and differs; C005 when a file that may not change has changed.
ProjectFigures figures_of(const Project& project, const Definitions& definitions, const CountingOptions& options,
                          const Counter::RejectedSink& rejected, FindingLog& findings);

}  // namespace jv
