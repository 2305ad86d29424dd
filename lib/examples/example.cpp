#include "examples/example.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <stdexcept>

#include "examples/plan.hpp"
#include "examples/recount.hpp"

namespace jv {

namespace {

void stop_on_errors(const FindingLog& log) {
    if (log.has_errors()) throw Failure(ExitStatus::data, log.lines());
}

// Whether every figure of the unit comes out; anything else is a mistake of this program.
void check(const PlanUnit& unit, const Demand& demand, const Recount& recount) {
    for (const auto g : unit.given) {
        const auto& figure = demand.given[static_cast<std::size_t>(g)];
        if (const auto counted = recount.count(figure.key(), demand.municipalities(figure)); counted != figure.value())
            throw std::logic_error(fmt::format("{} comes out as {} instead of {}", describe(figure.key()), counted, figure.value()));
    }
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

void Example::make(std::uint64_t seed, const ExampleSink& sink) const {
    FindingLog log;
    const auto plan = make_plan(demand_, request_.definitions, request_.file, log);
    stop_on_errors(log);
    Filler filler(plan, request_.definitions, seed);
    Recount recount(request_.definitions, demand_.first, demand_.last);
    for (const auto& unit : plan.units) {
        std::map<std::string, MunicipalRows> rows;
        for (const auto& municipality : unit.municipalities) rows[municipality] = filler.fill(unit, municipality);
        recount.read(rows);
        check(unit, demand_, recount);
        for (const auto& [municipality, kinds] : rows)
            for (const auto& [kind, list] : kinds)
                for (const auto& row : list) sink(kind, unit.spans ? year_of(kind, row) : unit.year, row);
    }
}

}  // namespace jv
