// Whole numbers that meet linear constraints, found by GLPK.
#pragma once

#include <cstdint>
#include <vector>

namespace jv {

class IntegerModel {
public:
    static constexpr std::int64_t no_limit = std::int64_t{1} << 50;

    struct Term {
        int variable;
        std::int64_t coefficient;
    };

    enum class Verdict {
        solved,
        impossible,
        undecided,  // the search was given up after a fixed number of steps, so that every machine gives up at the same one
    };

    struct Outcome {
        Verdict verdict = Verdict::solved;
        std::vector<std::int64_t> values;         // one a variable, when solved
        std::vector<std::vector<int>> conflicts;  // otherwise: for each independent part that failed, the sources in it, ascending
    };

    // A variable between two bounds (not no_limit), both included.
    int add_variable(std::int64_t lower, std::int64_t upper);
    // The sum of the terms lies between the bounds, of which one may be no_limit (or minus that). Sources say which of the caller's wishes the
    // constraint comes from.
    void require(std::vector<Term> terms, std::int64_t lower, std::int64_t upper, std::vector<int> sources = {});
    // A wish, not a constraint: a value near the target.
    void prefer(int variable, std::int64_t target);
    // A wish, weaker than a target: a low value.
    void prefer_low(int variable);

    // The same model gives the same outcome. A solution is checked in whole numbers before it is given.
    Outcome solve() const;

private:
    struct Variable {
        std::int64_t lower, upper;
        std::int64_t target = -1;
        bool low = false;
    };
    struct Constraint {
        std::vector<Term> terms;
        std::int64_t lower, upper;
        std::vector<int> sources;
    };
    class Solver;
    std::vector<Variable> variables_;
    std::vector<Constraint> constraints_;
};

}  // namespace jv
