#include "comparison/row_figures.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace jv {

namespace {

constexpr std::string_view total = "totaal";

// The place of a code in a list; behind it when it is not there.
template <typename Items>
std::size_t place_in(const Items& items, const std::string& code) {
    return static_cast<std::size_t>(std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.code == code; }) - items.begin());
}

// The order of rows within an indeling: as it lists them, then numbers by size, then by byte.
auto category_order(const Definitions& definitions, const std::string& indeling, const std::string& category) {
    const auto* known = definitions.indeling(indeling);
    const auto place = known ? place_in(known->categories, split_joint(category).front()) : 0;
    const bool number = category.find_first_not_of("0123456789") == std::string::npos;
    return std::tuple(place, number ? category.size() : 0, category);
}

Obstacle obstacle_of(Status status) {
    switch (status) {
        case Status::counted:
            return Obstacle::none;
        case Status::nvt:
            return Obstacle::nvt;
        case Status::onbekend:
            return Obstacle::unknown;
        case Status::onderdrukt:
            return Obstacle::suppressed;
    }
    return Obstacle::absent;
}

struct FigureOf {
    YearFigure operator()(NoSource) const { return {}; }
    YearFigure operator()(const CijferValue& value) const { return {value, obstacle_of(value.status), {}, false}; }
    YearFigure operator()(const NotAddable&) const { return {{}, Obstacle::not_addable, {}, false}; }
    YearFigure operator()(const Incomplete&) const { return {{}, Obstacle::incomplete, {}, false}; }
    YearFigure operator()(const Straddled&) const { return {{}, Obstacle::joint, {}, false}; }
};

}  // namespace

std::vector<std::pair<std::string, std::vector<ComparedRow>>> lay_out(const Cijfers& cijfers, const Definitions& definitions, const std::string& area,
                                                                      const std::string& unit, const std::vector<std::string>& years) {
    std::map<std::string, std::map<std::string, std::set<std::string>>> found;  // categories by indicator and indeling
    for (const auto& year : years)
        for (const auto& [key, value] : cijfers.under({area, year}))
            if (key.eenheid == unit) found[std::string(key.indicator)][std::string(key.indeling)].emplace(key.categorie);
    std::vector<std::string> indicators, indelingen;
    for (const auto& indicator : definitions.indicators)
        if (found.contains(indicator.code)) indicators.push_back(indicator.code);
    for (const auto& [indicator, divisions] : found)
        if (!definitions.indicator(indicator)) indicators.push_back(indicator);
    for (const auto& indeling : definitions.indelingen) indelingen.push_back(indeling.code);
    for (const auto& [indicator, divisions] : found)
        for (const auto& [indeling, categories] : divisions)
            if (indeling != total && std::find(indelingen.begin(), indelingen.end(), indeling) == indelingen.end()) indelingen.push_back(indeling);

    std::vector<std::pair<std::string, std::vector<ComparedRow>>> tables{{"", {}}};
    for (const auto& indeling : indelingen) tables.emplace_back(indeling, std::vector<ComparedRow>());
    for (const auto& indicator : indicators) {
        const auto& divisions = found.at(indicator);
        if (const auto at = divisions.find(std::string(total)); at != divisions.end())
            for (const auto& category : at->second) tables[0].second.push_back({indicator, std::string(total), category, Role::finest, {}, {}, {}});
        const Indeling* first = nullptr;
        bool has_first = false;
        for (std::size_t i = 0; i < indelingen.size(); ++i) {
            const auto at = divisions.find(indelingen[i]);
            if (at == divisions.end()) continue;
            const auto* indeling = definitions.indeling(indelingen[i]);
            std::vector<std::string> categories(at->second.begin(), at->second.end());
            std::sort(categories.begin(), categories.end(), [&](const auto& a, const auto& b) {
                return category_order(definitions, indelingen[i], a) < category_order(definitions, indelingen[i], b);
            });
            const bool regroups = has_first && first && indeling && first->column == indeling->column;
            auto& rows = tables[has_first ? i + 1 : 0].second;
            for (auto& category : categories)
                rows.push_back({indicator, indelingen[i], std::move(category), regroups ? Role::regrouping : Role::finest, {}, {}, {}});
            if (!has_first) first = indeling;
            has_first = true;
        }
    }
    std::erase_if(tables, [](const auto& table) { return table.second.empty(); });
    return tables;
}

YearFigure to_year_figure(const Lookup& lookup) { return std::visit(FigureOf(), lookup); }

YearFigure RowFigures::of(const CijferKeyView& key) {
    if (const auto stated = cijfers_.find(key)) return to_year_figure(*stated);
    const auto* indeling = definitions_.indeling(key.indeling);
    if (!indeling) return {};
    const auto codes = indeling->open ? Codes{std::string(key.categorie)} : codes_of(*indeling, split_joint(key.categorie));
    return to_year_figure(division(key, *indeling).of(codes));
}

const Division& RowFigures::division(const CijferKeyView& key, const Indeling& indeling) {
    const CijferKeyView divided{key.gebied, {}, key.indicator, key.eenheid, key.indeling, {}};
    if (divided != CijferKeyView(divided_)) {
        divided_ = divided;
        divisions_.clear();
    }
    const auto found = divisions_.find(key.schooljaar);
    if (found != divisions_.end()) return found->second;
    return divisions_.try_emplace(std::string(key.schooljaar), cijfers_, definitions_, key, &indeling).first->second;
}

}  // namespace jv
