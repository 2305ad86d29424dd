#include "examples/plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

#include "threads/in_order.hpp"

namespace jv {

namespace {

using Verdict = IntegerModel::Verdict;
using Trees = std::array<PupilTree, school_type_count>;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

// The municipalities that regions tie together, each with the years of their figures.
std::vector<PlannedUnit> make_units(const Demand& demand) {
    std::map<std::string, std::string> leader;
    const auto find = [&](std::string name) {
        while (leader.at(name) != name) name = leader.at(name);
        return name;
    };
    for (const auto& area : demand.areas)
        for (const auto& municipality : area) {
            leader.try_emplace(municipality, municipality);
            const auto a = find(area.front()), b = find(municipality);
            leader[std::max(a, b)] = std::min(a, b);
        }
    std::map<std::string, std::vector<std::string>> members;
    for (const auto& [name, unused] : leader) members[find(name)].push_back(name);
    std::vector<std::string> first_of;  // the first municipality of the unit of each area
    for (const auto& area : demand.areas) first_of.push_back(area.empty() ? std::string() : find(area.front()));
    std::map<std::string, Schooljaar> first_year;  // of what spans years
    for (const auto& figure : demand.given)
        if (figure.spans) {
            auto& first = first_year.try_emplace(first_of[at(figure.area)], figure.year).first->second;
            first = std::min(first, figure.year);
        }
    std::map<std::tuple<std::string_view, Schooljaar, bool>, PlannedUnit> units;
    for (std::size_t g = 0; g < demand.given.size(); ++g) {
        const auto& figure = demand.given[g];
        const auto& first = first_of[at(figure.area)];
        if (first.empty()) continue;
        const auto year = figure.spans ? first_year.at(first) : figure.year;
        auto& unit = units[{first, year, figure.spans}];
        unit.year = year;
        unit.spans = figure.spans;
        unit.municipalities = members[first];
        unit.given.push_back(static_cast<int>(g));
    }
    std::vector<PlannedUnit> list;
    for (auto& [key, unit] : units) {
        std::set<int> areas;
        for (const auto g : unit.given) areas.insert(demand.given[at(g)].area);
        std::map<std::string, std::vector<int>> areas_of;
        for (const auto& municipality : unit.municipalities) areas_of[municipality];
        for (const auto area : areas)
            for (const auto& municipality : demand.areas[at(area)]) areas_of[municipality].push_back(area);
        std::map<std::vector<int>, std::string> first_with;
        for (const auto& [municipality, all] : areas_of) unit.alike[first_with.emplace(all, municipality).first->second].push_back(municipality);
        list.push_back(std::move(unit));
    }
    return list;
}

// Pupils in runs of the same rows.
using Runs = std::vector<Bundle>;

void add_run(Runs& runs, Bundle bundle) {
    if (bundle.pupils > 0) runs.push_back(std::move(bundle));
}

// Takes pupils from the end.
Runs take(Runs& from, std::int64_t pupils) {
    Runs taken;
    while (pupils > 0) {
        auto& last = from.back();
        const auto n = std::min(pupils, last.pupils);
        taken.push_back({last.rows, n});
        last.pupils -= n, pupils -= n;
        if (last.pupils == 0) from.pop_back();
    }
    return taken;
}

// Pairs of pupils from two equally long lists, each pair one pupil.
Runs pair_up(Runs left, Runs right) {
    Runs pairs;
    while (!left.empty()) {
        const auto n = std::min(left.back().pupils, right.back().pupils);
        auto pair = std::move(take(left, n).front());
        const auto other = std::move(take(right, n).front());
        pair.rows.insert(pair.rows.end(), other.rows.begin(), other.rows.end());
        pairs.push_back(std::move(pair));
    }
    return pairs;
}

// The pupils of one block, per root, built from the leaves up.
std::vector<Runs> pupils_of(const UnitModel::Block& block, const PupilTree& tree, const std::vector<std::int64_t>& values) {
    std::vector<std::vector<Runs>> by_state;  // per node
    for (std::size_t n = 0; n < tree.nodes.size(); ++n) {
        const auto& node = tree.nodes[n];
        auto& states = by_state.emplace_back(node.states.size());
        auto left_over = node.row_class < 0 ? 0 : values[at(block.rows[at(node.row_class)])];
        for (std::size_t i = 0; i < node.parts.size(); ++i) {
            const auto& part = node.parts[i];
            const auto pupils = values[at(block.parts[n][i])];
            if (pupils == 0) continue;
            auto& runs = states[at(part.to)];
            if (node.row_class >= 0) {
                const bool highest = i + 1 == node.parts.size();
                const auto rows = highest ? left_over : pupils * part.level;
                left_over -= rows;
                add_run(runs, {{{node.row_class, rows / pupils + 1}}, rows % pupils});
                add_run(runs, {{{node.row_class, rows / pupils}}, pupils - rows % pupils});
            } else if (part.left >= 0 && part.right >= 0) {
                auto left = take(by_state[at(node.left)][at(part.left)], pupils);
                auto right = take(by_state[at(node.right)][at(part.right)], pupils);
                for (auto& run : pair_up(std::move(left), std::move(right))) add_run(runs, std::move(run));
            } else {
                auto& from = part.left >= 0 ? by_state[at(node.left)][at(part.left)] : by_state[at(node.right)][at(part.right)];
                for (auto& run : take(from, pupils)) add_run(runs, std::move(run));
            }
        }
    }
    std::vector<Runs> roots;
    for (const auto root : tree.roots) {
        auto& runs = roots.emplace_back();
        for (auto& state : by_state[at(root)])
            for (auto& run : state) add_run(runs, std::move(run));
    }
    return roots;
}

// The pupils of one of so many municipalities that divide them evenly; what is left over goes to each in turn.
std::vector<Runs> share_of(const std::vector<Runs>& roots, std::size_t index, std::size_t count) {
    std::vector<Runs> shares;
    std::size_t turn = 0;
    for (const auto& runs : roots) {
        auto& share = shares.emplace_back();
        for (const auto& run : runs) {
            const auto each = run.pupils / static_cast<std::int64_t>(count);
            const auto left_over = static_cast<std::size_t>(run.pupils) % count;
            add_run(share, {run.rows, each + ((index + count - turn % count) % count < left_over ? 1 : 0)});
            turn += left_over;
        }
    }
    return shares;
}

// Leaves figures out, many at a time and then one by one, as long as the rest still can't hold together.
std::vector<int> smallest_conflict(const Demand& demand, const Trees& trees, const PlanUnit& unit, std::vector<int> figures) {
    const auto impossible = [&](const std::vector<int>& some) { return UnitModel(demand, trees, unit, some).solve().verdict == Verdict::impossible; };
    std::sort(figures.begin(), figures.end());
    if (!impossible(figures)) figures = unit.given;
    for (auto size = std::max<std::size_t>(figures.size() / 2, 1);; size /= 2) {
        for (std::size_t from = 0; from < figures.size();) {
            auto fewer = figures;
            const auto first = fewer.begin() + static_cast<std::ptrdiff_t>(from);
            fewer.erase(first, first + static_cast<std::ptrdiff_t>(std::min(size, fewer.size() - from)));
            if (!fewer.empty() && impossible(fewer))
                figures = std::move(fewer);
            else
                from += size;
        }
        if (size == 1) return figures;
    }
}

void report(const Demand& demand, const std::vector<int>& figures, const std::string& file, FindingLog& log) {
    std::string list;
    for (const auto g : figures) {
        const auto& figure = demand.given[at(g)];
        list += fmt::format("{}{} = {}", list.empty() ? "" : "; ", describe(figure.key()), figure.value());
    }
    if (figures.size() == 1)
        log.add({{file}, "C010", fmt::format("dit cijfer kan niet: {}", list), "verbeter het, of laat het weg"});
    else
        log.add({{file},
                 "C010",
                 fmt::format("deze cijfers spreken elkaar tegen: {}", list),
                 "verbeter of schrap er een; een leerling heeft hier per jaar één gemeente en één schooltype"});
}

// Finds the rows of a unit, or errors.
void plan_unit(PlannedUnit& unit, const Demand& demand, const Trees& trees, const std::string& file, FindingLog& log) {
    const UnitModel model(demand, trees, unit, unit.given);
    const auto outcome = model.solve();
    if (outcome.verdict == Verdict::undecided) {
        log.add({{file},
                 "C011",
                 fmt::format("voor {} in {} is niet te vinden of de cijfers samen kunnen", unit.municipalities.front(), to_text(unit.year)),
                 "laat enkele cijfers van leerlingen weg"});
    } else if (outcome.verdict == Verdict::impossible) {
        std::set<std::vector<int>> seen;
        for (const auto& conflict : outcome.conflicts)
            if (const auto figures = smallest_conflict(demand, trees, unit, conflict); seen.insert(figures).second)
                report(demand, figures, file, log);
    } else {
        for (const auto& municipality : unit.municipalities) unit.rows[municipality];
        for (const auto& block : model.blocks()) {
            const auto roots = pupils_of(block, trees[at(block.school_type)], outcome.values);
            const auto& alike = unit.alike.at(block.municipality);
            for (std::size_t i = 0; i < alike.size(); ++i) unit.rows[alike[i]][at(block.school_type)] = share_of(roots, i, alike.size());
        }
    }
}

}  // namespace

Plan make_plan(const Demand& demand, const Definitions& definitions, const std::string& file, unsigned threads, FindingLog& log) {
    Plan plan;
    plan.trees = pupil_trees(demand, definitions);
    plan.units = make_units(demand);
    plan.first = demand.first;
    plan.last = demand.last;
    std::vector<FindingLog> logs(plan.units.size(), FindingLog(log.most_per_code()));
    for_each_index(threads, plan.units.size(), [&](unsigned, std::size_t u) { plan_unit(plan.units[u], demand, plan.trees, file, logs[u]); });
    for (auto& of_unit : logs) log.append(std::move(of_unit));
    return plan;
}

}  // namespace jv
