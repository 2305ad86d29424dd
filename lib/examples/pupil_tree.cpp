#include "examples/pupil_tree.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace jv {

namespace {

// Builds the tree from the leaves up, joining first what gives the fewest states.
class Builder {
public:
    Builder(const Demand& demand, std::vector<RowClass> classes) {
        tree_.classes = std::move(classes);
        const auto predicates = demand.predicates.size();
        for (const auto& predicate : demand.predicates) {
            std::vector<bool> members;
            auto& with = tree_.classes_with.emplace_back();
            for (std::size_t c = 0; c < tree_.classes.size(); ++c) {
                members.push_back(tree_.classes[c].has[members_.size()]);
                if (members.back()) with.push_back(c);
            }
            members_.push_back(members);
            caps_.push_back(predicate.pupils_from);
        }
        // Where a pupil has one row a year, that is one more thing to count, beside other rows of the pupil.
        std::vector<bool> single;
        for (std::size_t c = 0; c < tree_.classes.size(); ++c) single.push_back(one_row_a_pupil(tree_.classes[c].kind) && joins(c));
        members_.push_back(single);
        caps_.push_back(1);
        single_ = predicates;
        tree_.complete_at.assign(predicates, -1);
    }

    PupilTree build() {
        for (std::size_t c = 0; c < tree_.classes.size(); ++c) {
            add(leaf(c));
            if (joins(c)) continue;
            tree_.roots.push_back(open_.back());
            open_.pop_back();
        }
        while (join_best()) {
        }
        tree_.roots.insert(tree_.roots.end(), open_.begin(), open_.end());
        std::sort(tree_.roots.begin(), tree_.roots.end());
        return std::move(tree_);
    }

private:
    using Counts = PupilTree::Counts;
    using Node = PupilTree::Node;
    struct Draft {
        Node node;
        std::vector<bool> holds;  // per class
    };

    bool counts_pupils(std::size_t predicate) const { return caps_[predicate] > 0; }

    // Whether some figure counts pupils with rows of the class.
    bool joins(std::size_t c) const {
        for (std::size_t p = 0; p < members_.size(); ++p)
            if (members_[p][c] && counts_pupils(p)) return true;
        return false;
    }

    // Whether the predicate looks at classes inside and outside.
    bool crosses(std::size_t predicate, const std::vector<bool>& holds) const {
        if (!counts_pupils(predicate)) return false;
        bool inside = false, outside = false;
        for (std::size_t c = 0; c < holds.size(); ++c)
            if (members_[predicate][c]) (holds[c] ? inside : outside) = true;
        return inside && outside;
    }

    // Gives the parts their states: the counts that still matter outside.
    void set_states(Draft& draft) const {
        std::vector<bool> matters;
        for (std::size_t p = 0; p < members_.size(); ++p) matters.push_back(crosses(p, draft.holds));
        std::map<Counts, int> index;
        for (auto& part : draft.node.parts) {
            auto state = part.counts;
            for (std::size_t p = 0; p < state.size(); ++p)
                if (!matters[p]) state[p] = 0;
            const auto [at, is_new] = index.emplace(state, static_cast<int>(draft.node.states.size()));
            if (is_new) draft.node.states.push_back(std::move(state));
            part.to = at->second;
        }
    }

    Draft leaf(std::size_t c) const {
        Draft draft{{.row_class = static_cast<int>(c)}, std::vector<bool>(tree_.classes.size())};
        draft.holds[c] = true;
        int highest = 1;
        for (std::size_t p = 0; p < members_.size(); ++p)
            if (members_[p][c]) highest = std::max(highest, caps_[p]);
        if (one_row_a_pupil(tree_.classes[c].kind)) highest = 1;
        for (int level = 1; level <= highest; ++level) {
            PupilTree::Part part{.level = level, .counts = Counts(members_.size())};
            for (std::size_t p = 0; p < members_.size(); ++p)
                if (members_[p][c]) part.counts[p] = static_cast<std::uint8_t>(std::min(level, caps_[p]));
            draft.node.parts.push_back(std::move(part));
        }
        set_states(draft);
        return draft;
    }

    Draft join(int left, int right) const {
        const auto& a = tree_.nodes[static_cast<std::size_t>(left)];
        const auto& b = tree_.nodes[static_cast<std::size_t>(right)];
        Draft draft{{.left = left, .right = right}, holds_[static_cast<std::size_t>(left)]};
        for (std::size_t c = 0; c < draft.holds.size(); ++c)
            if (holds_[static_cast<std::size_t>(right)][c]) draft.holds[c] = true;
        const Counts none(members_.size());
        for (int i = -1; i < static_cast<int>(a.states.size()); ++i)
            for (int j = -1; j < static_cast<int>(b.states.size()); ++j) {
                if (i < 0 && j < 0) continue;
                const auto& x = i < 0 ? none : a.states[static_cast<std::size_t>(i)];
                const auto& y = j < 0 ? none : b.states[static_cast<std::size_t>(j)];
                if (x[single_] + y[single_] > 1) continue;
                PupilTree::Part part{.left = i, .right = j, .counts = none};
                for (std::size_t p = 0; p < none.size(); ++p) part.counts[p] = static_cast<std::uint8_t>(std::min(x[p] + y[p], caps_[p]));
                draft.node.parts.push_back(std::move(part));
            }
        set_states(draft);
        return draft;
    }

    bool share_predicate(int left, int right) const {
        const auto& a = holds_[static_cast<std::size_t>(left)];
        const auto& b = holds_[static_cast<std::size_t>(right)];
        for (std::size_t p = 0; p < members_.size(); ++p) {
            if (!counts_pupils(p)) continue;
            bool in_a = false, in_b = false;
            for (std::size_t c = 0; c < a.size(); ++c)
                if (members_[p][c]) in_a = in_a || a[c], in_b = in_b || b[c];
            if (in_a && in_b) return true;
        }
        return false;
    }

    // Joins the two open nodes that give the fewest states; false when no two have a predicate in common.
    bool join_best() {
        const Draft* best = nullptr;
        const auto cost = [](const Draft& d) { return std::pair(d.node.states.size(), d.node.parts.size()); };
        for (std::size_t i = 0; i < open_.size(); ++i)
            for (std::size_t j = i + 1; j < open_.size(); ++j) {
                const auto [at, is_new] = drafts_.try_emplace({open_[i], open_[j]});
                if (is_new && share_predicate(open_[i], open_[j])) at->second = join(open_[i], open_[j]);
                if (at->second && (best == nullptr || cost(*at->second) < cost(*best))) best = &*at->second;
            }
        if (best == nullptr) return false;
        auto draft = *best;
        std::erase_if(open_, [&](int node) { return node == draft.node.left || node == draft.node.right; });
        add(std::move(draft));
        return true;
    }

    void add(Draft draft) {
        const auto index = static_cast<int>(tree_.nodes.size());
        for (std::size_t p = 0; p < tree_.complete_at.size(); ++p) {
            if (!counts_pupils(p) || tree_.complete_at[p] >= 0) continue;
            bool inside = false, outside = false;
            for (std::size_t c = 0; c < draft.holds.size(); ++c)
                if (members_[p][c]) (draft.holds[c] ? inside : outside) = true;
            if (inside && !outside) tree_.complete_at[p] = index;
        }
        tree_.nodes.push_back(std::move(draft.node));
        holds_.push_back(std::move(draft.holds));
        open_.push_back(index);
    }

    PupilTree tree_;
    std::vector<std::vector<bool>> members_;                      // per predicate, per class
    std::vector<int> caps_;                                       // per predicate: up to where rows are counted
    std::vector<std::vector<bool>> holds_;                        // per node, per class
    std::vector<int> open_;                                       // nodes that are in no other
    std::map<std::pair<int, int>, std::optional<Draft>> drafts_;  // pairs of nodes that were tried; none: they share no predicate
    std::size_t single_ = 0;                                      // the predicate of kinds with one row a pupil
};

}  // namespace

std::array<PupilTree, school_type_count> pupil_trees(const Demand& demand, const Definitions& definitions) {
    std::array<PupilTree, school_type_count> trees;
    const auto same_class = [](const RowClass& a, const RowClass& b) { return a.kind == b.kind && a.has == b.has; };
    for (int type = 0; type < school_type_count; ++type) {
        auto& tree = trees[static_cast<std::size_t>(type)];
        auto classes = row_classes(demand, definitions, type);
        // Most school types have the same classes; only how usual they are differs.
        const auto same = std::find_if(trees.begin(), trees.begin() + type, [&](const PupilTree& other) {
            return std::equal(classes.begin(), classes.end(), other.classes.begin(), other.classes.end(), same_class);
        });
        if (same == trees.begin() + type) {
            tree = Builder(demand, std::move(classes)).build();
        } else {
            tree = *same;
            tree.classes = std::move(classes);
        }
    }
    return trees;
}

}  // namespace jv
