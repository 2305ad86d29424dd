#include "tables/change_tests.hpp"

namespace jv {

namespace {

constexpr std::string_view total = "totaal";

bool is_calendar_year(std::string_view year) { return year.find('-') == std::string_view::npos; }

// Whether the row counts what the figure counts.
bool is_of(const ComparedRow& row, const FigureKey& figure) {
    if (row.indicator != figure.key.indicator) return false;
    if (figure.total) return row.indeling == total && row.categorie == total;
    if (!figure.indeling || row.indeling != figure.indeling->code) return false;
    return codes_of(*figure.indeling, split_joint(row.categorie)) == figure.codes;
}

}  // namespace

const Comparison& ChangeTests::of_area(const std::string& area) {
    const auto [at, is_new] = compared_.try_emplace(area);
    if (!is_new) return at->second;
    CompareRequest request;
    request.years = cijfers_.texts(CijferColumn::schooljaar);
    std::erase_if(request.years, [&](const auto& year) { return is_calendar_year(year) != is_calendar_year(schooljaar_); });
    request.areas = {area};
    request.breaks = {breaks_.begin(), breaks_.end()};
    FindingLog said_by_jv_vergelijk;
    if (request.years.size() > 1) at->second = compare(cijfers_, definitions_, request, said_by_jv_vergelijk);
    return at->second;
}

Tested ChangeTests::of(const FigureKey& figure) {
    if (figure.key.eenheid != "leerlingen") return {};
    const auto& comparison = of_area(figure.key.gebied);
    for (const auto& table : comparison.tables)
        for (const auto& row : table.rows) {
            if (table.eenheid != figure.key.eenheid || !is_of(row, figure)) continue;
            for (const auto& change : row.changes) {
                const auto &from = comparison.years[change.from], &to = comparison.years[change.to];
                if (to != figure.key.schooljaar || from != shift_year(to, -1) || !change.test) continue;
                Tested tested{change.verdict};
                const auto rate = [&](std::size_t year) { return Number{*row.figures[year].rate_tenths(), 1, true}; };
                if (change.by_rate) tested.rates = TwoYears{rate(change.from), rate(change.to)};
                return tested;
            }
        }
    return {};
}

}  // namespace jv
