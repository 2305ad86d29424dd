#include <fmt/format.h>

#include <algorithm>

#include "messages/suggest.hpp"
#include "tables/comparison_cells.hpp"
#include "tables/comparison_report.hpp"

namespace jv {

namespace {

constexpr int rate_decimals = 1;

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
    for (const auto& [kolom, head] :
         {std::pair{"p", "p"}, {"p gecorrigeerd", "p corr."}, {"Verhouding", "Verhouding"}, {"Verhouding van", "Van"}, {"Verhouding tot", "Tot"}})
        add(kolom, "Toets tegen de rest", head);
    for (const auto& area : source.areas) {
        const bool is_region = &area == &source.areas.back();
        table.rows.push_back({area.gebied, area.gebied, is_region});
        table.cells.insert(table.cells.end(),
                           {rounded(area.count * 1000, 0), rounded(area.base * 1000, 0), Number{area.rate_tenths(), rate_decimals, true},
                            share(area.interval.low * 1000, rate_decimals), share(area.interval.high * 1000, rate_decimals)});
        if (area.test)
            table.cells.insert(table.cells.end(), {Words{direction(area)}, p_cell(area.test->p), p_cell(area.corrected), ratio_cell(area.test->ratio),
                                                   ratio_cell(area.test->interval.low), ratio_cell(area.test->interval.high)});
        else
            table.cells.insert(table.cells.end(), 6, Unknown{});
    }
    if (!source.left_out.empty())
        table.remarks.push_back(fmt::format("Zonder cijfer of zonder aantal leerlingen, en dus niet vergeleken: {}.", enumerate(source.left_out)));
    return table;
}

}  // namespace

Report side_by_side_report(const SideBySide& comparison, const Definitions& definitions, const Style& style) {
    Report report;
    report.title = fmt::format("Gemeenten van {} naast elkaar", comparison.region);
    report.gebied = comparison.region;
    report.schooljaar = comparison.schooljaar;
    report.style = style;
    for (const auto& table : comparison.tables) report.parts.emplace_back(rate_table(table, comparison, definitions));
    report.notes = {
        "Een cijfer per 1.000 van een kleine gemeente schommelt sterk van jaar tot jaar. Met 95 % zekerheid ligt het tussen van en tot; gemeenten "
        "waarvan "
        "die grenzen over elkaar heen vallen, zijn niet te rangschikken.",
        "Hoger of lager: zou de gemeente gelijk zijn aan de rest van de regio, dan was zo'n verschil in minder dan 5 van de 100 keer toeval, ook na "
        "correctie voor "
        "het aantal gemeenten (p corr., Benjamini-Hochberg); misschien: alleen zonder die correctie. De rest van de regio is de regio zonder de "
        "gemeente: wie "
        "in beide woonde, telt alleen bij de gemeente."};
    return report;
}

}  // namespace jv
