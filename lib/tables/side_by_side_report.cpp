#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "messages/suggest.hpp"
#include "tables/comparison_cells.hpp"
#include "tables/comparison_report.hpp"

namespace jv {

namespace {

constexpr int rate_decimals = 1;

// A rate per pupil as one per 1.000.
Cell rate_cell(double rate) { return share(rate * 1000, rate_decimals); }

std::string direction(const AreaRate& area) {
    if (area.verdict != Verdict::more && area.verdict != Verdict::may_be_more) return words(area.verdict);
    return fmt::format("{}{}", area.verdict == Verdict::may_be_more ? "misschien " : "", area.test->ratio > 1 ? "hoger" : "lager");
}

Table rate_table(const RateTable& source, const SideBySide& comparison, const Definitions& definitions) {
    Table table;
    table.name = source.indicator;
    const auto label = figure_label(definitions, source.indicator, "totaal", "totaal");
    table.title = fmt::format("{}: leerlingen per gemeente, {}", label, comparison.schooljaar);
    table.row_head = "Gemeente";
    const auto rest = fmt::format("Tegen de rest van {}", comparison.region);
    const auto add = [&](const char* kolom, const std::string& group, const char* head) {
        table.columns.push_back({kolom, group, head, comparison.schooljaar});
    };
    add("Aantal", label, "Aantal");
    add("Van de", label, "Van de");
    for (const auto& [kolom, head] : {std::pair{"Per 1.000", "Per 1.000"}, {"Per 1.000 van", "Van"}, {"Per 1.000 tot", "Tot"}})
        add(kolom, "Per 1.000 leerlingen", head);
    add("Oordeel", rest, "Oordeel");
    for (const auto* head : {"95 % van", "95 % tot", "99,8 % van", "99,8 % tot"}) add(head, "Grenzen van toeval, per 1.000", head);
    for (const auto& [kolom, head] :
         {std::pair{"p", "p"}, {"p gecorrigeerd", "p corr."}, {"Verhouding", "Verhouding"}, {"Verhouding van", "Van"}, {"Verhouding tot", "Tot"}})
        add(kolom, "Toets tegen de rest", head);
    for (const auto& area : source.areas) {
        const bool is_region = &area == &source.areas.back();
        table.rows.push_back({area.gebied, area.gebied, is_region});
        table.cells.insert(table.cells.end(),
                           {rounded(area.count * 1000, 0), rounded(area.base * 1000, 0), Number{area.rate_tenths(), rate_decimals, true},
                            rate_cell(area.interval.low), rate_cell(area.interval.high)});
        if (area.test) {
            const auto test = test_cells(*area.test, area.corrected);
            table.cells.insert(table.cells.end(), {Words{direction(area)}, rate_cell(area.limits.low), rate_cell(area.limits.high),
                                                   rate_cell(area.far_limits.low), rate_cell(area.far_limits.high)});
            table.cells.insert(table.cells.end(), test.begin(), test.end());
        } else {
            table.cells.insert(table.cells.end(), 10, Unknown{});
        }
    }
    if (!source.left_out.empty())
        table.remarks.push_back(
            fmt::format("Zonder cijfer, of zonder aantal leerlingen waar het bij past, en dus niet vergeleken: {}.", enumerate(source.left_out)));
    return table;
}

// With fewer municipalities there is no funnel to see.
constexpr std::size_t least_in_funnel = 3;
// With more, only those outside the limits have their name at their point.
constexpr std::size_t most_labelled = 12;

// How far a municipality is outside the limits: `▲` above those of 95 %, `▲▲` also above those of 99,8 %; `▼` below. Empty for within.
std::string mark(const AreaRate& area) {
    if (!area.test->is_significant()) return {};
    const std::string shape = area.test->ratio > 1 ? "▲" : "▼";
    return area.test->p < far_level ? shape + shape : shape;
}

// `Boven de grenzen van 95 %: Ede (41,2) en Wageningen (38,0).`; empty for none.
std::string listed(std::string_view what, const std::vector<const AreaRate*>& areas, std::string_view of_mark, const Style& style) {
    std::vector<std::string> names;
    for (const auto* area : areas)
        if (mark(*area) == of_mark)
            names.push_back(fmt::format("{} ({})", area->gebied, to_text(Number{area->rate_tenths(), rate_decimals, true}, style)));
    return names.empty() ? std::string() : fmt::format(" {}: {}.", what, enumerate(names));
}

// The municipalities by their number of pupils, between the limits of chance; none when there are too few.
std::optional<Chart> funnel(const RateTable& source, const SideBySide& comparison, const Definitions& definitions, const Style& style) {
    std::vector<const AreaRate*> areas;
    for (const auto& area : source.areas)
        if (area.test) areas.push_back(&area);
    if (areas.size() < least_in_funnel) return std::nullopt;
    std::stable_sort(areas.begin(), areas.end(), [](const auto* a, const auto* b) { return a->base < b->base; });
    Chart chart;
    chart.kind = ChartKind::funnel;
    chart.unit = "per 1.000 leerlingen";
    auto& data = chart.data;
    data.name = "trechter-" + source.indicator;
    data.title = fmt::format("{}: gemeenten tussen de grenzen van toeval, {}", figure_label(definitions, source.indicator, "totaal", "totaal"),
                             comparison.schooljaar);
    data.row_head = "Gemeente";
    for (const auto* head : {"Aantal leerlingen", "Per 1.000", "Regio", "95 % van", "95 % tot", "99,8 % van", "99,8 % tot"})
        data.columns.push_back({head, {}, head, comparison.schooljaar});
    const auto& region = source.areas.back();
    const auto add = [&](const AreaRate& area, const Interval& limits, const Interval& far) {
        data.rows.push_back({area.gebied, area.gebied, &area == &region});
        data.cells.insert(data.cells.end(), {rounded(area.base * 1000, 0), Number{area.rate_tenths(), rate_decimals, true},
                                             Number{region.rate_tenths(), rate_decimals, true}, rate_cell(limits.low), rate_cell(limits.high),
                                             rate_cell(far.low), rate_cell(far.high)});
    };
    for (const auto* area : areas) {
        add(*area, area->limits, area->far_limits);
        const auto shape = mark(*area);
        chart.labels.push_back(!shape.empty()                  ? fmt::format("{} {}", area->gebied, shape)
                               : areas.size() <= most_labelled ? area->gebied
                                                               : std::string());
    }
    // Of the region as a whole nothing is left to chance.
    const auto rate = static_cast<double>(region.count) / static_cast<double>(region.base);
    add(region, {rate, rate}, {rate, rate});
    data.remarks.emplace_back("▲ of ▼: boven of onder de grenzen van 95 %; ▲▲ of ▼▼: ook van 99,8 %.");
    chart.description = fmt::format("Trechterdiagram: {}. Per gemeente het aantal leerlingen en het aantal per 1.000; {} heeft er {}.", data.title,
                                    region.gebied, to_text(Number{region.rate_tenths(), rate_decimals, true}, style));
    for (const auto& [what, of_mark] : {std::pair{"Boven de grenzen van 99,8 %", "▲▲"},
                                        {"Boven die van 95 %", "▲"},
                                        {"Onder die van 95 %", "▼"},
                                        {"Onder de grenzen van 99,8 %", "▼▼"},
                                        {"Binnen de grenzen van 95 %", ""}})
        chart.description += listed(what, areas, of_mark, style);
    return chart;
}

}  // namespace

Report side_by_side_report(const SideBySide& comparison, const Definitions& definitions, const Style& style) {
    Report report;
    report.title = fmt::format("Gemeenten van {} naast elkaar", comparison.region);
    report.gebied = comparison.region;
    report.schooljaar = comparison.schooljaar;
    report.style = style;
    for (const auto& table : comparison.tables) {
        report.parts.emplace_back(rate_table(table, comparison, definitions));
        if (auto chart = funnel(table, comparison, definitions, style)) report.parts.emplace_back(std::move(*chart));
    }
    report.notes = {
        "Een cijfer per 1.000 van een kleine gemeente schommelt sterk van jaar tot jaar. Met 95 % zekerheid ligt het tussen van en tot; gemeenten "
        "waarvan "
        "die grenzen over elkaar heen vallen, zijn niet te rangschikken.",
        "Hoger of lager: zou de gemeente gelijk zijn aan de rest van de regio, dan was zo'n verschil in minder dan 5 van de 100 keer toeval, ook na "
        "correctie voor "
        "het aantal gemeenten (p corr., Benjamini-Hochberg); misschien: alleen zonder die correctie. De rest van de regio is de regio zonder de "
        "gemeente: wie "
        "in beide woonde, telt alleen bij de gemeente.",
        "Grenzen van toeval: waar een gemeente met zo veel leerlingen in 95 (99,8) van de 100 keer tussen ligt als zij gelijk is aan de rest van de "
        "regio. Van alle gevallen in de regio valt er dan in elke gemeente een deel naar haar aantal leerlingen, zodat het midden voor elke gemeente "
        "het "
        "cijfer van de regio is. De grenzen zijn exact (binomiaal), passen bij p zonder correctie, en zijn ruim voor een kleine gemeente."};
    return report;
}

}  // namespace jv
