#include "tables/resolve.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "messages/suggest.hpp"

namespace jv {

namespace {

[[noreturn]] void fail_unknown(std::string_view what, const Name& name, const std::vector<std::string>& known) {
    fail_usage("S005", fmt::format("{} \"{}\" is onbekend", what, name.text), did_you_mean(name.text, known), name.place);
}

// The first of the selections that says it.
const Name* first_said(const std::vector<const Selection*>& selections, std::optional<Name> Selection::*member) {
    for (const auto* selection : selections)
        if (selection->*member) return &*(selection->*member);
    return nullptr;
}

const Name& require_said(const std::vector<const Selection*>& selections, std::optional<Name> Selection::*member, std::string_view what,
                         const Place& place) {
    if (const auto* name = first_said(selections, member)) return *name;
    fail_usage("S004", fmt::format("hier staat niet welke {} bedoeld is", what),
               fmt::format("schrijf {} = \"…\" bij de tabel, de rij of de kolom", what), place);
}

Codes read_codes(const Indeling& indeling, const std::vector<Name>& names) {
    std::vector<std::string> categories, known;
    for (const auto& category : indeling.categories) known.push_back(category.code);
    for (const auto& name : names) {
        if (!indeling.open && std::find(known.begin(), known.end(), name.text) == known.end())
            fail_unknown(fmt::format("de code van {}", indeling.code), name, known);
        categories.push_back(name.text);
    }
    return codes_of(indeling, categories);
}

}  // namespace

Resolver::Resolver(const Cijfers& cijfers, const Definitions& definitions, std::string gebied, std::string schooljaar)
    : cijfers_(cijfers), definitions_(definitions), gebied_(std::move(gebied)), schooljaar_(std::move(schooljaar)) {
    for (const auto& indicator : definitions.indicators)
        for (const auto& unit : indicator.units) known_.emplace(indicator.code, unit);
    std::set<std::pair<std::string_view, std::string_view>> seen;
    CijferKeyView last;
    for (const auto& [key, value] : cijfers) {
        const bool same_area = !areas_.empty() && key.gebied == last.gebied;
        if (!same_area) areas_.push_back({std::string(key.gebied), {}});
        if (!same_area || key.indicator != last.indicator || key.eenheid != last.eenheid) {
            seen.emplace(key.indicator, key.eenheid);
            areas_.back().indicators.insert(key.indicator);
        }
        last = key;
    }
    known_.insert(seen.begin(), seen.end());
}

void Resolver::require_known(const Name& indicator, const Name& eenheid) const {
    if (known_.contains({indicator.text, eenheid.text})) return;
    std::set<std::string> indicators, units;
    for (const auto& [code, unit] : known_) {
        indicators.insert(code);
        if (code == indicator.text) units.insert(unit);
    }
    if (units.empty()) fail_unknown("de indicator", indicator, {indicators.begin(), indicators.end()});
    fail_unknown(fmt::format("bij {} de eenheid", indicator.text), eenheid, {units.begin(), units.end()});
}

const Indeling* Resolver::find_indeling(const Name& name) const {
    if (const auto* indeling = definitions_.indeling(name.text)) return indeling;
    std::vector<std::string> known;
    for (const auto& indeling : definitions_.indelingen) known.push_back(indeling.code);
    fail_unknown("de indeling", name, known);
}

FigureKey Resolver::resolve(const std::vector<const Selection*>& selections, int offset, const Place& place) const {
    FigureKey figure;
    const auto& indicator = require_said(selections, &Selection::indicator, "indicator", place);
    const auto& eenheid = require_said(selections, &Selection::eenheid, "eenheid", place);
    require_known(indicator, eenheid);
    const auto* area = first_said(selections, &Selection::gebied);
    figure.key = {area ? area->text : gebied_, year(offset), indicator.text, eenheid.text, {}, {}};
    if (const auto* indeling = first_said(selections, &Selection::indeling)) figure.indeling = find_indeling(*indeling);
    for (const auto* selection : selections) {
        if (selection->total) break;
        if (selection->codes.empty()) continue;
        if (!figure.indeling)
            fail_usage("S004", "bij codes hoort een indeling", "schrijf indeling = \"…\" bij de tabel", selection->codes.front().place);
        figure.codes = read_codes(*figure.indeling, selection->codes);
        figure.total = false;
        break;
    }
    return figure;
}

FigureKey Resolver::divisor(const FigureKey& figure, const Ratio& ratio, const Place& place) const {
    auto divisor = figure;
    if (ratio.of.gebied) divisor.key.gebied = ratio.of.gebied->text;
    if (ratio.of.indicator) divisor.key.indicator = ratio.of.indicator->text;
    if (ratio.of.eenheid) divisor.key.eenheid = ratio.of.eenheid->text;
    const Name indicator{divisor.key.indicator, ratio.of.indicator ? ratio.of.indicator->place : place};
    require_known(indicator, {divisor.key.eenheid, ratio.of.eenheid ? ratio.of.eenheid->place : place});
    if (ratio.per == 100 && divisor.key.eenheid != figure.key.eenheid)
        fail_usage("S004", fmt::format("{} zijn geen deel van {}", figure.key.eenheid, divisor.key.eenheid),
                   "deel cijfers van dezelfde eenheid, of schrijf bij per waarop het getal slaat", indicator.place);
    if (ratio.of.indeling) divisor.indeling = find_indeling(*ratio.of.indeling);
    if (ratio.of.total) {
        divisor.total = true;
        divisor.codes.clear();
    } else if (!ratio.of.codes.empty() && divisor.indeling) {
        divisor.total = false;
        divisor.codes = read_codes(*divisor.indeling, ratio.of.codes);
    }
    return divisor;
}

FigureKey Resolver::with_indicator(const FigureKey& figure, const Name& indicator) const {
    auto other = figure;
    other.key.indicator = indicator.text;
    require_known(indicator, {figure.key.eenheid, indicator.place});
    return other;
}

Lookup Resolver::lookup(const FigureKey& figure) const {
    const auto counts = division(figure);
    return figure.total ? counts.total() : counts.of(figure.codes);
}

std::vector<std::string> Resolver::years_until(const std::string& last) const {
    auto first = shift_year(last, -1);
    for (const auto& year : cijfers_.texts(CijferColumn::schooljaar))
        if (year.size() == last.size()) first = std::min(first, year);
    std::vector<std::string> years{first};
    while (years.back() < last) years.push_back(shift_year(years.back(), 1));
    return years;
}

std::vector<std::string> Resolver::areas_with(const std::set<std::string>& indicators) const {
    std::vector<std::string> areas;
    for (const auto& area : areas_)
        if (std::any_of(indicators.begin(), indicators.end(), [&](const auto& indicator) { return area.indicators.contains(indicator); }))
            areas.push_back(area.name);
    return areas;
}

}  // namespace jv
