#include "comparison/side_by_side.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

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

}  // namespace

std::int64_t AreaRate::rate_tenths() const { return rounded_quotient(count, base, 10000); }

SideBySide side_by_side(const Cijfers& cijfers, const Definitions& definitions, const std::string& region,
                        const std::vector<std::string>& municipalities, const std::string& schooljaar) {
    const auto known = cijfers.texts(CijferColumn::gebied), known_years = cijfers.texts(CijferColumn::schooljaar);
    auto asked = municipalities;
    asked.push_back(region);
    for (const auto& area : asked)
        if (!cijfers.has_text(CijferColumn::gebied, area))
            fail_usage("U011", fmt::format("\"{}\" staat niet in deze cijfers", area), did_you_mean(area, known));
    if (!schooljaar.empty() && !cijfers.has_text(CijferColumn::schooljaar, schooljaar))
        fail_usage("U010", fmt::format("schooljaar {} staat niet in deze cijfers", schooljaar), fmt::format("er zijn: {}", enumerate(known_years)));
    SideBySide result{region, schooljaar.empty() ? known_years.back() : schooljaar, {}};
    const auto& chosen = municipalities.empty() ? known : municipalities;
    const ComparisonRules rules(definitions);
    for (const auto& indicator : definitions.indicators) {
        const auto whole = number(cijfers, region, result.schooljaar, indicator.code);
        const auto base = base_of(cijfers, rules.bases(indicator.code), region, result.schooljaar);
        if (whole.value_or(0) == 0 || base.empty()) continue;
        RateTable table{indicator.code, base, {}, {}};
        const auto all = rate_of(region, *whole, *number(cijfers, region, result.schooljaar, base));
        for (const auto& area : chosen) {
            if (area == region) continue;
            const auto count = number(cijfers, area, result.schooljaar, indicator.code), of = number(cijfers, area, result.schooljaar, base);
            if (!count || of.value_or(0) == 0 || *count > *of) {
                table.left_out.push_back(area);
                continue;
            }
            table.areas.push_back(rate_of(area, *count, *of));
            compare_with_rest(table.areas.back(), all, indicator.code);
        }
        correct(table.areas);
        table.areas.push_back(all);
        result.tables.push_back(std::move(table));
    }
    return result;
}

}  // namespace jv
