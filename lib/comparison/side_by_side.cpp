#include "comparison/side_by_side.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "comparison/choices.hpp"
#include "counts/rounding.hpp"
#include "messages/suggest.hpp"

namespace jv {

namespace {

constexpr std::string_view pupils = "leerlingen", total = "totaal";

// What the cijfers have of an area, if it is a number.
std::optional<std::int64_t> number(const Cijfers& cijfers, const std::string& area, const std::string& year, const std::string& indicator) {
    const auto found = cijfers.find({area, year, indicator, pupils, total, total});
    return found && found->is_number() ? std::optional(found->whole()) : std::nullopt;
}

// The first base of which the region and some municipality have a number.
std::string base_of(const Cijfers& cijfers, const std::vector<std::string>& candidates, const std::string& region, const std::string& year) {
    for (const auto& candidate : candidates)
        if (number(cijfers, region, year, candidate).value_or(0) > 0) return candidate;
    return {};
}

AreaRate rate_of(const std::string& area, std::int64_t count, std::int64_t base) {
    return {area, count, base, poisson_interval(count, static_cast<double>(base)), {}, {}, Verdict::none};
}

void compare_with_rest(AreaRate& area, const AreaRate& region, const std::string& indicator) {
    const auto rest = region.count - area.count, rest_base = region.base - area.base;
    if (rest < 0 || rest_base < 0)
        fail_data("W005", fmt::format("{}: {} heeft meer leerlingen dan {}", indicator, area.gebied, region.gebied),
                  "noem met --naast de regio waar deze gemeente in ligt, en met --gemeente haar gemeenten");
    if (rest_base == 0) return;
    area.test = exact_test(rest, area.count, static_cast<double>(rest_base), static_cast<double>(area.base));
    const auto base = static_cast<double>(area.base), share = base / static_cast<double>(region.base);
    for (auto [limits, level] : {std::pair{&area.limits, test_level}, {&area.far_limits, far_level}}) {
        const auto counts = chance_limits(region.count, share, level);
        *limits = {counts.low / base, counts.high / base};
    }
    if (area.test) area.verdict = area.test->is_significant() ? Verdict::more : Verdict::may_be_chance;
}

void correct(std::vector<AreaRate>& areas) {
    std::vector<double> p;
    std::vector<AreaRate*> family;
    for (auto& area : areas)
        if (area.test) family.push_back(&area), p.push_back(area.test->p);
    const auto corrected = benjamini_hochberg(p);
    for (std::size_t i = 0; i < family.size(); ++i) {
        family[i]->corrected = corrected[i];
        if (family[i]->verdict == Verdict::more && corrected[i] >= test_level) family[i]->verdict = Verdict::may_be_more;
    }
}

// The year asked for, or the last of the region.
std::string chosen_year(const Cijfers& cijfers, const SideBySideRequest& request) {
    if (!request.schooljaar.empty()) {
        require_years(cijfers, {request.schooljaar});
        return request.schooljaar;
    }
    std::string last;
    for (const auto& year : default_years(cijfers))
        if (last.empty() || !cijfers.under({request.region, year}).empty()) last = year;
    return last;
}

std::vector<std::string> chosen_municipalities(const Cijfers& cijfers, const SideBySideRequest& request) {
    chosen_areas(cijfers, {request.region});
    auto chosen = chosen_areas(cijfers, request.municipalities);
    std::erase(chosen, request.region);
    return chosen;
}

// Municipalities have together hardly more leerlingen than their region, where who lived in two of them counts once. Where they have more by all
// that one of them has, that one may not be part of the region.
void warn_of_strangers(const Cijfers& cijfers, const std::vector<std::string>& areas, const std::string& base, const SideBySide& comparison,
                       FindingLog& log) {
    std::int64_t sum = 0;
    for (const auto& area : areas) sum += number(cijfers, area, comparison.schooljaar, base).value_or(0);
    const auto in_region = *number(cijfers, comparison.region, comparison.schooljaar, base);
    std::vector<std::string> strangers;
    for (const auto& area : areas)
        if (const auto own = number(cijfers, area, comparison.schooljaar, base).value_or(0); own > 0 && own <= sum - in_region)
            strangers.push_back(area);
    if (!strangers.empty())
        log.add({{},
                 "W006",
                 fmt::format("{}: {} heeft er {}, en alle gemeenten samen {}; misschien ligt niet elke gemeente erin: kijk naar {}", base,
                             comparison.region, in_region, sum, enumerate(strangers)),
                 "noem met --gemeente de gemeenten van de regio",
                 Level::warning});
}

}  // namespace

std::int64_t AreaRate::rate_tenths() const { return rounded_quotient(count, base, 10000); }

SideBySide side_by_side(const Cijfers& cijfers, const Definitions& definitions, const SideBySideRequest& request, FindingLog& log) {
    const auto& region = request.region;
    SideBySide result{region, chosen_year(cijfers, request), {}};
    const auto chosen = chosen_municipalities(cijfers, request);
    if (!request.base.empty()) require_base(cijfers, request.base, {result.schooljaar});
    const ComparisonRules rules(definitions);
    std::set<std::string> checked;  // bases
    for (const auto& indicator : definitions.indicators) {
        auto candidates = rules.bases(indicator.code);
        if (!request.base.empty() && !candidates.empty()) candidates = {request.base};
        const auto figure_of = [&](const std::string& area, const std::string& code) { return number(cijfers, area, result.schooljaar, code); };
        const auto whole = figure_of(region, indicator.code);
        const auto base = base_of(cijfers, candidates, region, result.schooljaar);
        if (whole.value_or(0) == 0 || base.empty()) continue;
        if (checked.insert(base).second) warn_of_strangers(cijfers, chosen, base, result, log);
        RateTable table{indicator.code, base, {}, {}};
        // The rate, where there is one.
        const auto rate = [&](const std::string& area) -> std::optional<AreaRate> {
            const auto count = figure_of(area, indicator.code), of = figure_of(area, base);
            if (!count || !of) return std::nullopt;
            if (*count > *of) log.add(contradicts_base({area, result.schooljaar, indicator.code, pupils, total, total}, *count, base, *of));
            return *of == 0 || *count > *of ? std::nullopt : std::optional(rate_of(area, *count, *of));
        };
        const auto all = rate(region);
        if (!all) continue;
        for (const auto& area : chosen) {
            const auto own = rate(area);
            if (own)
                compare_with_rest(table.areas.emplace_back(*own), *all, indicator.code);
            else
                table.left_out.push_back(area);
        }
        correct(table.areas);
        table.areas.push_back(*all);
        result.tables.push_back(std::move(table));
    }
    return result;
}

}  // namespace jv
