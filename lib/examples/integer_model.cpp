#include "examples/integer_model.hpp"

#include <glpk.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>
#include <set>

namespace jv {

namespace {

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b != 0 && (a < 0) != (b < 0)); }
std::int64_t ceil_div(std::int64_t a, std::int64_t b) { return -floor_div(-a, b); }

struct DeleteProblem {
    void operator()(glp_prob* p) const { glp_delete_prob(p); }
};
using Problem = std::unique_ptr<glp_prob, DeleteProblem>;

// GLPK keeps an environment for each thread that uses it.
struct Environment {
    Environment() { glp_term_out(GLP_OFF); }
    Environment(const Environment&) = delete;
    ~Environment() { glp_free_env(); }
};

// How hard one search tries.
struct Effort {
    bool wishes;  // follow the wishes, or look for any solution
    bool cuts;    // add cutting planes and heuristics
    int most_nodes;
};
constexpr Effort efforts[] = {{true, false, 500}, {false, true, 3000}, {true, true, 30000}};

struct Search {
    int nodes = 0, most_nodes = 0;
    bool found = false;
};

// Stops at the first solution, or after so many nodes.
void watch(glp_tree* tree, void* info) {
    auto& search = *static_cast<Search*>(info);
    switch (glp_ios_reason(tree)) {
        case GLP_IBINGO:
            search.found = true;
            glp_ios_terminate(tree);
            break;
        case GLP_ISELECT:
            if (++search.nodes > search.most_nodes) glp_ios_terminate(tree);
            break;
        default:
            break;
    }
}

constexpr std::int64_t no_limit = IntegerModel::no_limit;

// Sets the bounds of a row or a column.
void set_bounds(glp_prob* p, void (*set)(glp_prob*, int, int, double, double), int index, std::int64_t lower, std::int64_t upper,
                std::int64_t constant = 0) {
    const auto type = lower == upper ? GLP_FX : lower == -no_limit ? GLP_UP : upper == no_limit ? GLP_LO : GLP_DB;
    set(p, index, type, static_cast<double>(lower - constant), static_cast<double>(upper - constant));
}

}  // namespace

// One run: narrows the bounds, splits what is left into independent parts, and hands each to GLPK.
class IntegerModel::Solver {
public:
    explicit Solver(const IntegerModel& model) : model_(model) {
        for (const auto& v : model.variables_) lower_.push_back(v.lower), upper_.push_back(v.upper);
        uses_.resize(model.variables_.size());
        column_of_.resize(model.variables_.size());
        for (std::size_t c = 0; c < model.constraints_.size(); ++c)
            for (const auto& term : model.constraints_[c].terms) uses_[static_cast<std::size_t>(term.variable)].push_back(c);
    }

    Outcome run() {
        Outcome outcome;
        narrow();
        if (!broken_.empty()) {
            const auto whole = components(false);
            for (const auto& part : whole)
                if (std::any_of(part.constraints.begin(), part.constraints.end(), [&](auto c) { return broken_.contains(c); }))
                    outcome.conflicts.push_back(sources(part));
            for (const auto c : broken_)
                if (model_.constraints_[c].terms.empty()) outcome.conflicts.push_back(model_.constraints_[c].sources);
            outcome.verdict = Verdict::impossible;
            return outcome;
        }
        for (const auto& part : components(true)) {
            const auto verdict = solve(part);
            if (verdict == Verdict::solved) continue;
            if (outcome.verdict != Verdict::impossible) outcome.verdict = verdict;
            outcome.conflicts.push_back(sources(part));
        }
        if (outcome.verdict == Verdict::solved) outcome.values = lower_;
        return outcome;
    }

private:
    struct Part {
        std::vector<int> variables;
        std::vector<std::size_t> constraints;
    };

    bool fixed(int v) const { return lower_[static_cast<std::size_t>(v)] == upper_[static_cast<std::size_t>(v)]; }
    std::int64_t low(int v) const { return lower_[static_cast<std::size_t>(v)]; }
    std::int64_t high(int v) const { return upper_[static_cast<std::size_t>(v)]; }

    // Narrows the bounds of variables by the constraints until nothing changes, or long enough.
    void narrow() {
        const auto& constraints = model_.constraints_;
        std::vector<std::size_t> queue(constraints.size());
        std::iota(queue.begin(), queue.end(), std::size_t{0});
        std::vector<char> queued(constraints.size(), 1);
        auto budget = 40 * constraints.size() + 1000;
        for (std::size_t at = 0; at < queue.size() && budget > 0; ++at, --budget) {
            const auto c = queue[at];
            queued[c] = 0;
            if (!narrow(c, queue, queued)) broken_.insert(c);
        }
    }

    // One constraint; false when its bounds can't be met.
    bool narrow(std::size_t c, std::vector<std::size_t>& queue, std::vector<char>& queued) {
        const auto& constraint = model_.constraints_[c];
        std::int64_t least = 0, most = 0;
        for (const auto& [v, a] : constraint.terms) {
            least += a > 0 ? a * low(v) : a * high(v);
            most += a > 0 ? a * high(v) : a * low(v);
        }
        if (least > constraint.upper || most < constraint.lower) return false;
        if (least >= constraint.lower && most <= constraint.upper) return true;
        for (const auto& [v, a] : constraint.terms) {
            if (fixed(v)) continue;
            // What the other terms leave for this one.
            const auto smallest = constraint.lower - (most - (a > 0 ? a * high(v) : a * low(v)));
            const auto largest = constraint.upper - (least - (a > 0 ? a * low(v) : a * high(v)));
            const auto new_low = std::max(low(v), a > 0 ? ceil_div(smallest, a) : ceil_div(largest, a));
            const auto new_high = std::min(high(v), a > 0 ? floor_div(largest, a) : floor_div(smallest, a));
            if (new_low > new_high) return false;
            if (new_low == low(v) && new_high == high(v)) continue;
            // The sums follow the bounds.
            least += a > 0 ? a * (new_low - low(v)) : a * (new_high - high(v));
            most += a > 0 ? a * (new_high - high(v)) : a * (new_low - low(v));
            lower_[static_cast<std::size_t>(v)] = new_low;
            upper_[static_cast<std::size_t>(v)] = new_high;
            for (const auto other : uses_[static_cast<std::size_t>(v)])
                if (!queued[other]) queued[other] = 1, queue.push_back(other);
        }
        return true;
    }

    // The parts that share no variable. `open`: through variables that are not fixed only; parts that are all fixed are left out.
    std::vector<Part> components(bool open) const {
        const auto n = model_.variables_.size();
        std::vector<std::size_t> parent(n);
        std::iota(parent.begin(), parent.end(), std::size_t{0});
        const auto root = [&](std::size_t v) {
            while (parent[v] != v) v = parent[v] = parent[parent[v]];
            return v;
        };
        const auto counts = [&](int v) { return !open || !fixed(v); };
        for (const auto& constraint : model_.constraints_) {
            int first = -1;
            for (const auto& term : constraint.terms) {
                if (!counts(term.variable)) continue;
                if (first < 0)
                    first = term.variable;
                else
                    parent[root(static_cast<std::size_t>(term.variable))] = root(static_cast<std::size_t>(first));
            }
        }
        std::vector<int> part_of(n, -1);
        std::vector<Part> parts;
        const auto part = [&](int v) -> Part& {
            auto& index = part_of[root(static_cast<std::size_t>(v))];
            if (index < 0) index = static_cast<int>(parts.size()), parts.emplace_back();
            return parts[static_cast<std::size_t>(index)];
        };
        for (std::size_t v = 0; v < n; ++v)
            if (counts(static_cast<int>(v))) part(static_cast<int>(v)).variables.push_back(static_cast<int>(v));
        for (std::size_t c = 0; c < model_.constraints_.size(); ++c)
            for (const auto& term : model_.constraints_[c].terms)
                if (counts(term.variable)) {
                    part(term.variable).constraints.push_back(c);
                    break;
                }
        return parts;
    }

    std::vector<int> sources(const Part& part) const {
        std::set<int> all;
        for (const auto c : part.constraints) all.insert(model_.constraints_[c].sources.begin(), model_.constraints_[c].sources.end());
        return {all.begin(), all.end()};
    }

    Verdict solve(const Part& part) {
        for (const auto& effort : efforts) {
            const auto verdict = solve(part, effort);
            if (verdict != Verdict::undecided) return verdict;
        }
        return Verdict::undecided;
    }

    Verdict solve(const Part& part, const Effort& effort) {
        const auto problem = state(part, effort);
        glp_smcp simplex;
        glp_init_smcp(&simplex);
        simplex.msg_lev = GLP_MSG_OFF;
        simplex.meth = GLP_DUALP;
        glp_adv_basis(problem.get(), 0);
        if (glp_simplex(problem.get(), &simplex) != 0) {
            glp_std_basis(problem.get());
            simplex.meth = GLP_PRIMAL;
            simplex.presolve = GLP_OFF;
            if (glp_simplex(problem.get(), &simplex) != 0) return Verdict::undecided;
        }
        if (glp_get_status(problem.get()) == GLP_NOFEAS || glp_get_status(problem.get()) == GLP_INFEAS) return Verdict::impossible;
        if (glp_get_status(problem.get()) != GLP_OPT) return Verdict::undecided;
        Search search{.most_nodes = effort.most_nodes};
        glp_iocp options;
        glp_init_iocp(&options);
        options.msg_lev = GLP_MSG_OFF;
        options.bt_tech = GLP_BT_DFS;
        options.br_tech = effort.cuts ? GLP_BR_MFV : GLP_BR_FFV;
        options.tol_int = 1e-7;
        options.cb_func = watch;
        options.cb_info = &search;
        options.gmi_cuts = options.mir_cuts = effort.cuts ? GLP_ON : GLP_OFF;
        options.sr_heur = GLP_ON;
        const auto result = glp_intopt(problem.get(), &options);
        const auto status = glp_mip_status(problem.get());
        if (status == GLP_OPT || status == GLP_FEAS) return take(part, problem.get()) ? Verdict::solved : Verdict::undecided;
        return result == 0 && status == GLP_NOFEAS ? Verdict::impossible : Verdict::undecided;
    }

    // The part as a GLPK problem; notes the column of each of its variables.
    Problem state(const Part& part, const Effort& effort) {
        thread_local const Environment environment;
        Problem problem(glp_create_prob());
        auto* const p = problem.get();
        glp_set_obj_dir(p, GLP_MIN);
        std::vector<int> rows(1), columns(1);
        std::vector<double> numbers(1);
        const auto add = [&](int row, int column, double number) { rows.push_back(row), columns.push_back(column), numbers.push_back(number); };
        for (const auto v : part.variables) {
            const auto column = glp_add_cols(p, 1);
            column_of_[static_cast<std::size_t>(v)] = column;
            glp_set_col_kind(p, column, GLP_IV);
            set_bounds(p, glp_set_col_bnds, column, low(v), high(v));
        }
        for (const auto c : part.constraints) {
            const auto& constraint = model_.constraints_[c];
            const auto row = glp_add_rows(p, 1);
            std::int64_t constant = 0;
            for (const auto& [v, a] : constraint.terms) {
                if (fixed(v))
                    constant += a * low(v);
                else
                    add(row, column_of_[static_cast<std::size_t>(v)], static_cast<double>(a));
            }
            set_bounds(p, glp_set_row_bnds, row, constraint.lower, constraint.upper, constant);
        }
        if (effort.wishes)
            for (const auto v : part.variables) {
                const auto& variable = model_.variables_[static_cast<std::size_t>(v)];
                const auto column = column_of_[static_cast<std::size_t>(v)];
                if (variable.low) glp_set_obj_coef(p, column, 1);
                if (variable.target < 0) continue;
                // The distance from the target: at least the value minus the target, and at least the target minus the value.
                const auto distance = glp_add_cols(p, 1);
                glp_set_col_bnds(p, distance, GLP_LO, 0, 0);
                glp_set_obj_coef(p, distance, 8);
                const auto row = glp_add_rows(p, 2);
                const auto target = static_cast<double>(variable.target);
                add(row, column, 1), add(row, distance, -1);
                glp_set_row_bnds(p, row, GLP_UP, 0, target);
                add(row + 1, column, 1), add(row + 1, distance, 1);
                glp_set_row_bnds(p, row + 1, GLP_LO, target, 0);
            }
        glp_load_matrix(p, static_cast<int>(rows.size()) - 1, rows.data(), columns.data(), numbers.data());
        return problem;
    }

    // Takes over the values, rounded; false (and nothing taken) when they do not meet the constraints in whole numbers.
    bool take(const Part& part, glp_prob* p) {
        const auto value = [&](int v) {
            return fixed(v) ? low(v) : static_cast<std::int64_t>(std::llround(glp_mip_col_val(p, column_of_[static_cast<std::size_t>(v)])));
        };
        for (const auto v : part.variables)
            if (value(v) < low(v) || value(v) > high(v)) return false;
        for (const auto c : part.constraints) {
            std::int64_t sum = 0;
            for (const auto& [v, a] : model_.constraints_[c].terms) sum += a * value(v);
            if (sum < model_.constraints_[c].lower || sum > model_.constraints_[c].upper) return false;
        }
        std::vector<std::int64_t> values;
        for (const auto v : part.variables) values.push_back(value(v));
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto v = static_cast<std::size_t>(part.variables[i]);
            lower_[v] = upper_[v] = values[i];
        }
        return true;
    }

    const IntegerModel& model_;
    std::vector<std::int64_t> lower_, upper_;
    std::vector<std::vector<std::size_t>> uses_;  // the constraints of each variable
    std::vector<int> column_of_;                  // the column in the GLPK problem at hand
    std::set<std::size_t> broken_;                // constraints that can't be met
};

int IntegerModel::add_variable(std::int64_t lower, std::int64_t upper) {
    variables_.push_back({.lower = lower, .upper = upper});
    return static_cast<int>(variables_.size()) - 1;
}

void IntegerModel::require(std::vector<Term> terms, std::int64_t lower, std::int64_t upper, std::vector<int> sources) {
    constraints_.push_back({std::move(terms), lower, upper, std::move(sources)});
}

void IntegerModel::prefer(int variable, std::int64_t target) { variables_[static_cast<std::size_t>(variable)].target = target; }

void IntegerModel::prefer_low(int variable) { variables_[static_cast<std::size_t>(variable)].low = true; }

IntegerModel::Outcome IntegerModel::solve() const { return Solver(*this).run(); }

}  // namespace jv
