#include "comparison/row_figures.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace jv {

namespace {

constexpr std::string_view total = "totaal";

// The places of all that has a code, as far as the definitions list it; the rest comes behind that, in byte order.
template <typename Items>
std::vector<std::string_view> listed_first(const Items& items, const std::set<std::string_view>& found) {
    std::vector<std::string_view> order;
    for (const auto& item : items)
        if (found.contains(item.code)) order.push_back(item.code);
    const std::set<std::string_view> listed(order.begin(), order.end());
    std::set_difference(found.begin(), found.end(), listed.begin(), listed.end(), std::back_inserter(order));
    return order;
}

// The order of rows within an indeling: as it lists them, then numbers by size, then by byte.
void put_in_order(std::vector<RowPlan>& rows, const Indeling* indeling) {
    std::vector<std::tuple<std::size_t, std::size_t, std::string_view, RowPlan>> ordered;
    for (const auto& row : rows) {
        const auto category = row.series->key.categorie;
        std::size_t place = 0;
        if (indeling) {
            const auto& listed = indeling->categories;
            const auto first = category.substr(0, category.find('+'));
            place =
                static_cast<std::size_t>(std::find_if(listed.begin(), listed.end(), [&](const auto& c) { return c.code == first; }) - listed.begin());
        }
        const bool number = category.find_first_not_of("0123456789") == std::string_view::npos;
        ordered.emplace_back(place, number ? category.size() : 0, category, row);
    }
    const auto key = [](const auto& row) { return std::tuple(std::get<0>(row), std::get<1>(row), std::get<2>(row)); };
    std::sort(ordered.begin(), ordered.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    std::transform(ordered.begin(), ordered.end(), rows.begin(), [](const auto& row) { return std::get<3>(row); });
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

std::vector<std::pair<std::string_view, std::vector<RowPlan>>> lay_out(const AreaSeries& area, const Definitions& definitions,
                                                                       std::string_view unit) {
    std::map<std::string_view, std::map<std::string_view, std::vector<RowPlan>>> found;  // rows by indicator and indeling
    std::set<std::string_view> found_indicators, found_indelingen;
    for (const auto& series : area.all()) {
        if (series.key.eenheid != unit) continue;
        found[series.key.indicator][series.key.indeling].push_back({&series});
        found_indicators.insert(series.key.indicator);
        if (series.key.indeling != total) found_indelingen.insert(series.key.indeling);
    }
    const auto indelingen = listed_first(definitions.indelingen, found_indelingen);
    std::vector<std::pair<std::string_view, std::vector<RowPlan>>> tables{{"", {}}};
    for (const auto& indeling : indelingen) tables.emplace_back(indeling, std::vector<RowPlan>());
    const auto append = [](std::vector<RowPlan>& to, const std::vector<RowPlan>& rows) { to.insert(to.end(), rows.begin(), rows.end()); };
    for (const auto& indicator : listed_first(definitions.indicators, found_indicators)) {
        auto& divisions = found.at(indicator);
        if (const auto at = divisions.find(total); at != divisions.end()) append(tables[0].second, at->second);
        const Indeling* first = nullptr;
        bool has_first = false;
        for (std::size_t i = 0; i < indelingen.size(); ++i) {
            const auto at = divisions.find(indelingen[i]);
            if (at == divisions.end()) continue;
            const auto* indeling = definitions.indeling(indelingen[i]);
            auto& rows = at->second;
            put_in_order(rows, indeling);
            if (has_first && first && indeling && first->column == indeling->column)
                for (auto& row : rows) row.role = Role::regrouping;
            append(tables[has_first ? i + 1 : 0].second, rows);
            if (!has_first) first = indeling;
            has_first = true;
        }
    }
    std::erase_if(tables, [](const auto& table) { return table.second.empty(); });
    return tables;
}

YearFigure to_year_figure(const Lookup& lookup) { return std::visit(FigureOf(), lookup); }

std::vector<YearFigure> RowFigures::of(const AreaSeries::Series& series, std::span<const std::string> years) {
    std::vector<YearFigure> figures;
    figures.reserve(years.size());
    auto key = series.key;
    for (std::size_t year = 0; year < years.size(); ++year) {
        key.schooljaar = years[year];
        figures.push_back(series.figures[year] ? to_year_figure(*series.figures[year]) : made_of_others(key));
    }
    return figures;
}

YearFigure RowFigures::made_of_others(const CijferKeyView& key) {
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
