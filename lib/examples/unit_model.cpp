#include "examples/unit_model.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace jv {

namespace {

using Term = IntegerModel::Term;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

}  // namespace

UnitModel::UnitModel(const Demand& demand, const std::array<PupilTree, school_type_count>& trees, const PlanUnit& unit, std::span<const int> given)
    : demand_(demand), trees_(trees) {
    collect_sums(unit, given);
    bound_rows();
    for (std::size_t b = 0; b < blocks_.size(); ++b) add_block(b);
    add_wishes();
    subtract_parts();
    for (const auto& sum : sums_) add_sum(sum);
}

void UnitModel::collect_sums(const PlanUnit& unit, std::span<const int> given) {
    std::map<std::pair<std::string, int>, int> index;
    for (const int g : given) {
        const auto& figure = demand_.given[at(g)];
        const auto& question = demand_.questions[at(figure.question)];
        Sum sum{{}, question.rows, question.at_least, figure.value(), {g}};
        for (const auto& municipality : demand_.municipalities(figure)) {
            if (!unit.alike.contains(municipality)) continue;
            for (int type = 0; type < school_type_count; ++type) {
                const auto predicate = question.predicate[at(type)];
                if (predicate < 0) continue;
                const auto [found, is_new] = index.emplace(std::pair(municipality, type), static_cast<int>(blocks_.size()));
                if (is_new) blocks_.push_back({municipality, type, {}, {}});
                sum.cells.emplace_back(found->second, predicate);
            }
        }
        std::sort(sum.cells.begin(), sum.cells.end());
        sums_.push_back(std::move(sum));
    }
}

template <typename F>
void UnitModel::for_each_class(const Sum& sum, F each) const {
    for (const auto& [block, predicate] : sum.cells)
        for (const auto c : trees_[at(blocks_[at(block)].school_type)].classes_with[at(predicate)]) each(at(block), c);
}

// The most rows of a class that can matter. Where rows are given, that number. Where only pupils are: a pupil that none of these figures counts
// needs no rows of the class, and the others need no more than the highest number that a figure looks at. Without figures: none.
void UnitModel::bound_rows() {
    constexpr std::int64_t unknown = -1;
    std::vector<std::vector<std::int64_t>> by_pupils;
    for (const auto& block : blocks_) {
        most_rows_.emplace_back(trees_[at(block.school_type)].classes.size(), unknown);
        by_pupils.emplace_back(most_rows_.back().size(), 0);
    }
    std::int64_t highest = 1;
    for (const auto& predicate : demand_.predicates) highest = std::max<std::int64_t>(highest, predicate.pupils_from);
    for (const auto& sum : sums_)
        for_each_class(sum, [&](std::size_t block, std::size_t c) {
            auto& most = most_rows_[block][c];
            if (sum.rows)
                most = most == unknown ? sum.value : std::min(most, sum.value);
            else
                by_pupils[block][c] += sum.value * (highest + 1);
        });
    for (std::size_t b = 0; b < blocks_.size(); ++b)
        for (std::size_t c = 0; c < most_rows_[b].size(); ++c)
            if (most_rows_[b][c] == unknown) most_rows_[b][c] = by_pupils[b][c];
}

void UnitModel::add_block(std::size_t b) {
    auto& block = blocks_[b];
    const auto& tree = trees_[at(block.school_type)];
    for (std::size_t c = 0; c < tree.classes.size(); ++c) block.rows.push_back(model_.add_variable(0, most_rows_[b][c]));
    std::vector<std::vector<std::int64_t>> most_pupils;  // per node, per state
    for (const auto& node : tree.nodes) {
        auto& parts = block.parts.emplace_back();
        auto& most = most_pupils.emplace_back(node.states.size(), 0);
        if (node.row_class >= 0) {
            // Pupils below the highest level have exactly that number of rows; those at the highest share what is left, if they exist.
            const auto rows = block.rows[at(node.row_class)];
            const auto most_rows = most_rows_[b][at(node.row_class)];
            std::vector<Term> rest = {{rows, 1}};
            for (const auto& part : node.parts) {
                parts.push_back(model_.add_variable(0, most_rows / part.level));
                rest.push_back({parts.back(), -part.level});
                most[at(part.to)] += most_rows / part.level;
            }
            const bool exact = one_row_a_pupil(tree.classes[at(node.row_class)].kind);
            model_.require(rest, 0, exact ? 0 : IntegerModel::no_limit);
            rest.back().coefficient -= most_rows;
            if (!exact) model_.require(std::move(rest), -IntegerModel::no_limit, 0);
            continue;
        }
        // The pupils of each state below are used up by the parts that ask for it.
        const auto place = [&](int below, bool is_left) {
            std::vector<std::vector<Term>> used(tree.nodes[at(below)].states.size());
            for (std::size_t i = 0; i < tree.nodes[at(below)].parts.size(); ++i)
                used[at(tree.nodes[at(below)].parts[i].to)].push_back({block.parts[at(below)][i], 1});
            for (std::size_t i = 0; i < node.parts.size(); ++i)
                if (const auto state = is_left ? node.parts[i].left : node.parts[i].right; state >= 0) used[at(state)].push_back({parts[i], -1});
            for (auto& terms : used) model_.require(std::move(terms), 0, 0);
        };
        for (const auto& part : node.parts) {
            const auto left = part.left < 0 ? IntegerModel::no_limit : most_pupils[at(node.left)][at(part.left)];
            const auto right = part.right < 0 ? IntegerModel::no_limit : most_pupils[at(node.right)][at(part.right)];
            parts.push_back(model_.add_variable(0, std::min(left, right)));
            most[at(part.to)] += std::min(left, right);
            if (part.left >= 0 && part.right >= 0) model_.prefer_low(parts.back());
        }
        place(node.left, true);
        place(node.right, false);
    }
}

// Takes from each sum the smaller sums that it holds, as far as they do not overlap: a total of which all parts are given becomes a sum of
// nothing, and school types that only a total would tie together stay apart. The sums as a whole say the same as before.
void UnitModel::subtract_parts() {
    std::sort(sums_.begin(), sums_.end(), [](const Sum& a, const Sum& b) {
        const auto sizes = std::tuple(a.rows, a.at_least, a.cells.size()) <=> std::tuple(b.rows, b.at_least, b.cells.size());
        return sizes != 0 ? sizes < 0 : a.given < b.given;
    });
    const auto whole = sums_;
    std::map<std::tuple<bool, int, std::pair<int, int>>, std::vector<std::size_t>> smaller;  // per cell, ascending by size
    for (std::size_t s = 0; s < sums_.size(); ++s) {
        auto& sum = sums_[s];
        for (const auto& cell : whole[s].cells) {
            auto& candidates = smaller[{sum.rows, sum.at_least, cell}];
            for (auto it = candidates.rbegin(); it != candidates.rend() && std::binary_search(sum.cells.begin(), sum.cells.end(), cell); ++it) {
                const auto& part = whole[*it];
                if (!std::includes(sum.cells.begin(), sum.cells.end(), part.cells.begin(), part.cells.end())) continue;
                Cells rest;
                std::set_difference(sum.cells.begin(), sum.cells.end(), part.cells.begin(), part.cells.end(), std::back_inserter(rest));
                sum.cells = std::move(rest);
                sum.value -= part.value;
                sum.given.push_back(part.given.front());
            }
            candidates.push_back(s);
        }
    }
}

void UnitModel::add_sum(const Sum& sum) {
    std::vector<Term> terms;
    if (sum.rows)
        for_each_class(sum, [&](std::size_t block, std::size_t c) { terms.push_back({blocks_[block].rows[c], 1}); });
    else
        for (const auto& [block, predicate] : sum.cells) {
            const auto& tree = trees_[at(blocks_[at(block)].school_type)];
            const auto node = tree.complete_at[at(predicate)];
            if (node < 0) continue;
            const auto& parts = tree.nodes[at(node)].parts;
            for (std::size_t i = 0; i < parts.size(); ++i)
                if (parts[i].counts[at(predicate)] >= sum.at_least) terms.push_back({blocks_[at(block)].parts[at(node)][i], 1});
        }
    model_.require(std::move(terms), sum.value, sum.value, sum.given);
}

// Wishes that spread what the figures leave free: rows by how usual they are, within the smallest given sum that holds them.
void UnitModel::add_wishes() {
    struct Share {
        std::int64_t weight = 0, value = 0;  // of the smallest sum so far; no weight: none
        std::int64_t of(std::int64_t usual_weight) const { return (value * usual_weight + weight / 2) / weight; }
    };
    std::vector<std::vector<std::array<Share, 2>>> shares;  // per block, per class: of rows, of pupils
    for (const auto& block : blocks_) shares.emplace_back(block.rows.size());
    const auto usual_of = [&](std::size_t block, std::size_t c) { return trees_[at(blocks_[block].school_type)].classes[c].usual; };
    for (const auto& sum : sums_) {
        if (sum.at_least > 1) continue;
        std::int64_t weight = 0;
        for_each_class(sum, [&](std::size_t block, std::size_t c) { weight += usual_of(block, c); });
        for_each_class(sum, [&](std::size_t block, std::size_t c) {
            auto& share = shares[block][c][sum.rows ? 0 : 1];
            if (weight > 0 && (share.weight == 0 || weight < share.weight)) share = {weight, sum.value};
        });
    }
    for (std::size_t b = 0; b < blocks_.size(); ++b) {
        const auto& tree = trees_[at(blocks_[b].school_type)];
        for (std::size_t n = 0; n < tree.nodes.size(); ++n) {
            const auto c = tree.nodes[n].row_class;
            if (c < 0) continue;
            const auto& [by_rows, by_pupils] = shares[b][at(c)];
            const auto weight = usual_of(b, at(c));
            const auto pupils = by_pupils.weight > 0 ? by_pupils.of(weight) : by_rows.weight > 0 ? by_rows.of(weight) * 4 / 5 : 0;
            const auto rows = by_rows.weight > 0 ? by_rows.of(weight) : pupils * 5 / 4;
            model_.prefer(blocks_[b].rows[at(c)], rows);
            if (one_row_a_pupil(tree.classes[at(c)].kind)) continue;
            const auto& parts = blocks_[b].parts[n];
            for (std::size_t i = 0; i < parts.size(); ++i) model_.prefer(parts[i], parts.size() == 1 ? pupils : i == 0 ? pupils * 4 / 5 : pupils / 5);
        }
    }
}

}  // namespace jv
