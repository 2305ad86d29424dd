#include "examples/example.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <stdexcept>

#include "examples/plan.hpp"
#include "threads/in_order.hpp"

namespace jv {

namespace {

void stop_on_errors(const FindingLog& log) {
    if (log.has_errors()) throw Failure(ExitStatus::data, log.lines());
}

// Whether every figure of the unit comes out; anything else is a mistake of this program.
void check(const PlanUnit& unit, const Demand& demand, Recount& recount) {
    std::vector<Recount::Asked> asked;
    for (const auto g : unit.given) {
        const auto& figure = demand.given[static_cast<std::size_t>(g)];
        asked.push_back({figure.key(), demand.municipalities(figure)});
    }
    const auto counted = recount.count(asked);
    for (std::size_t i = 0; i < counted.size(); ++i)
        if (const auto value = demand.given[static_cast<std::size_t>(unit.given[i])].value(); counted[i] != value)
            throw std::logic_error(fmt::format("{} comes out as {} instead of {}", describe(asked[i].key), counted[i], value));
}

}  // namespace

Example::Example(ExampleRequest request) : request_(std::move(request)) {
    FindingLog log;
    demand_ = read_demand(request_, log);
    stop_on_errors(log);
    std::set<Schooljaar> years;
    for (const auto& figure : demand_.given) years.insert(figure.year);
    years_.assign(years.begin(), years.end());
}

// The last of the years that is not after the row's first date, or else the first.
Schooljaar Example::year_of(Kind kind, const ExportRow& row) const {
    const auto begin = Schooljaar::of(*parse_datum(row[static_cast<std::size_t>(info(kind).index_of("begindatum"))]));
    const auto after = std::upper_bound(years_.begin(), years_.end(), begin);
    return after == years_.begin() ? years_.front() : *std::prev(after);
}

// The rows of a unit, in order: as far as they follow each other, those of the same kind and year together.
std::vector<YearRows> Example::by_year(const PlanUnit& unit, const std::map<std::string, MunicipalRows>& rows) const {
    std::vector<YearRows> all;
    for (const auto& [municipality, kinds] : rows)
        for (const auto& [kind, list] : kinds)
            for (std::span<const ExportRow> rest = list; !rest.empty(); rest = rest.subspan(all.back().rows.size())) {
                if (!unit.spans) {
                    all.push_back({kind, unit.year, rest});
                    continue;
                }
                const auto year = year_of(kind, rest.front());
                const auto end =
                    std::find_if(rest.begin(), rest.end(), [&, kind = kind](const ExportRow& row) { return year_of(kind, row) != year; });
                all.push_back({kind, year, {rest.begin(), end}});
            }
    return all;
}

void Example::make(std::uint64_t seed, unsigned threads, const ExampleSink& sink) const {
    FindingLog log;
    const auto plan = make_plan(demand_, request_.definitions, request_.file, threads, log);
    stop_on_errors(log);
    struct Filled {
        const PlannedUnit* unit;
        std::map<std::string, MunicipalRows> rows;
    };
    Filler filler(plan, request_.definitions, seed);
    const auto fill = [&, unit = plan.units.begin()]() mutable -> std::optional<Filled> {
        if (unit == plan.units.end()) return std::nullopt;
        Filled filled{&*unit++, {}};
        for (const auto& municipality : filled.unit->municipalities) filled.rows[municipality] = filler.fill(*filled.unit, municipality);
        return filled;
    };
    std::vector<Recount> recounts(threads, Recount(request_.definitions, demand_.first, demand_.last));
    const auto recount = [&](unsigned thread, const Filled& filled) {
        recounts[thread].read(filled.rows);
        check(*filled.unit, demand_, recounts[thread]);
        return sink(by_year(*filled.unit, filled.rows));
    };
    in_order(threads, fill, recount, [](const std::function<void()>& finish) { finish(); });
}

}  // namespace jv
