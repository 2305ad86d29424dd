#include "tables/comparison_report.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "counts/division.hpp"
#include "tables/comparison_cells.hpp"

namespace jv {

namespace {

constexpr std::string_view total = "totaal";
constexpr int rate_decimals = 1;

Cell cell_of(const std::optional<CijferValue>& value) { return value ? to_cell(*value, all_decimals) : Cell(Unknown{}); }

Cell figure_cell(const YearFigure& figure) {
    if (figure.value) return cell_of(figure.value);
    return figure.obstacle == Obstacle::absent ? Cell(Unknown{}) : Cell(Words{words(figure.obstacle)});
}

bool is_empty(const ComparedRow& row) {
    return std::all_of(row.figures.begin(), row.figures.end(), [](const YearFigure& figure) {
        return figure.obstacle == Obstacle::absent || figure.obstacle == Obstacle::nvt || (figure.is_number() && figure.value->thousandths == 0);
    });
}

bool stands_out(const ComparedRow& row) {
    return std::any_of(row.changes.begin(), row.changes.end(), [](const Change& change) { return change.stands_out(); });
}

// Whether a table has the row.
bool is_shown(const ComparedRow& row, bool only_standing_out) { return only_standing_out ? stands_out(row) : !is_empty(row); }

std::string name_of(const ComparedTable& table) {
    return table.indeling.empty() ? table.eenheid : fmt::format("{} naar {}", table.eenheid, table.indeling);
}

std::string title_of(const ComparedTable& table) { return fmt::format("{}: {}", table.gebied, name_of(table)); }

// The most telling change first: what is more than chance after correction, then by p.
auto rank(const ComparedRow& row) {
    std::pair<int, double> best{0, 1};
    for (const auto& change : row.changes)
        if (change.test) best = std::min(best, std::pair(-static_cast<int>(change.verdict), change.test->p));
    return best;
}

// One table of a comparison in the making.
class TableMaker {
public:
    TableMaker(const Comparison& comparison, const ComparedTable& source, const Definitions& definitions, bool only_standing_out)
        : comparison_(comparison), source_(source), definitions_(definitions) {
        for (const auto& row : source.rows)
            if (is_shown(row, only_standing_out)) rows_.push_back(&row);
        if (only_standing_out) std::stable_sort(rows_.begin(), rows_.end(), [](const auto* a, const auto* b) { return rank(*a) < rank(*b); });
        left_out_ = !only_standing_out && rows_.size() < source.rows.size();
        const auto years = comparison.years.size();
        years_ = places(years, [](const ComparedRow& row, std::size_t i) { return row.figures[i].obstacle != Obstacle::absent; });
        pairs_ = places(years - 1, [](const ComparedRow& row, std::size_t i) { return row.changes[i].obstacle != Obstacle::absent; });
        rates_ = places(years, [](const ComparedRow& row, std::size_t i) { return row.figures[i].rate_tenths().has_value(); });
        tested_pairs_ = places(years - 1, [](const ComparedRow& row, std::size_t i) { return row.changes[i].test.has_value(); });
        for (const auto* row : rows_)
            for (const auto& change : row->changes) tests_rates_ = tests_rates_ || (change.test && change.by_rate);
    }

    bool empty() const { return rows_.empty(); }

    Table table() {
        table_.name = name_of(source_);
        table_.title = title_of(source_);
        table_.gebied = source_.gebied;
        table_.row_head = "Indicator";
        add_columns();
        table_.rows.reserve(rows_.size());
        table_.cells.reserve(rows_.size() * table_.columns.size());
        for (const auto* row : rows_) add_row(*row);
        if (left_out_) table_.remarks.emplace_back("Rijen zonder cijfers, of met in elk jaar 0, zijn weggelaten.");
        if (years_.size() < comparison_.years.size()) table_.remarks.emplace_back("Schooljaren zonder cijfers zijn weggelaten.");
        if (!tested_pairs_.empty() && !tests_rates_) table_.remarks.emplace_back(on_counts);
        if (!tested_pairs_.empty() && std::any_of(rows_.begin(), rows_.end(), [](const auto* row) { return row->role != Role::finest; }))
            table_.remarks.emplace_back(
                "Totalen, waarvan-rijen en hergroeperingen zijn getoetst zonder correctie voor het aantal vergelijkingen: zij bestaan uit de andere "
                "rijen.");
        return std::move(table_);
    }

private:
    static constexpr std::string_view on_counts = "Getoetst op de aantallen, want het aantal leerlingen is niet van beide jaren bekend.";

    void add_columns() {
        const auto add = [&](std::string kolom, std::string group, std::string head, const std::string& year) {
            table_.columns.push_back({std::move(kolom), std::move(group), std::move(head), year});
        };
        const auto& years = comparison_.years;
        for (const auto i : years_) add("Aantal", "Aantal", years[i], years[i]);
        for (const auto i : rates_) add("Per 1.000 leerlingen", "Per 1.000 leerlingen", years[i], years[i]);
        for (const auto i : pairs_) {
            const auto &earlier = years[i], &later = years[i + 1];
            const auto pair = fmt::format("{} tegen {}", later, earlier);
            const auto add_change = [&](std::string_view kolom, std::string group, std::string_view head) {
                add(fmt::format("{} tegen {}", kolom, earlier), std::move(group), std::string(head), later);
            };
            for (const auto* head : {"Verschil", "%", "Oordeel"}) add_change(head, pair, head);
            if (!is_tested(i)) continue;
            const auto test = fmt::format("Toets {}", pair);
            add_change("p", test, "p");
            table_.columns.back().with_before = true;
            add_change("p gecorrigeerd", test, "p corr.");
            add_change("Verhouding", test, "Verhouding");
            add_change("Verhouding van", test, "Van");
            add_change("Verhouding tot", test, "Tot");
        }
    }

    void add_row(const ComparedRow& row) {
        const bool is_total = row.indeling == total;
        table_.rows.push_back({figure_label(definitions_, row.indicator, row.indeling, row.categorie),
                               {},
                               is_total && row.role == Role::total,
                               row.role == Role::part,
                               {}});
        for (const auto i : years_) table_.cells.push_back(figure_cell(row.figures[i]));
        for (const auto i : rates_) {
            const auto rate = row.figures[i].rate_tenths();
            table_.cells.push_back(rate ? Cell(Number{*rate, rate_decimals, true}) : Cell(Unknown{}));
        }
        for (const auto i : pairs_) add_change(row.changes[i]);
    }

    void add_change(const Change& change) {
        const bool compared = change.obstacle == Obstacle::none;
        table_.cells.push_back(compared ? Cell(rounded(change.difference, all_decimals)) : Cell(Unknown{}));
        table_.cells.push_back(change.percent_tenths ? Cell(Number{*change.percent_tenths, 1, true}) : Cell(Unknown{}));
        const auto column = table_.cells.size() % table_.columns.size();
        table_.cells.push_back(change.no_test == NoTest::all_zero ? Cell(Unknown{})
                                                                  : Cell(Words{compared ? words(change.verdict) : words(change.obstacle)}));
        if (change.test) {
            const auto cells = test_cells(*change.test, change.corrected);
            table_.cells.insert(table_.cells.end(), cells.begin(), cells.end());
        } else if (is_tested(change.from)) {
            table_.cells.insert(table_.cells.end(), 5, Unknown{});
        }
        Marks marks;
        for (const auto at : change.breaks) marks.push_back(note(note_text(comparison_.breaks[at])));
        if (change.test && tests_rates_ && !change.by_rate) marks.push_back(note(std::string(on_counts)));
        std::sort(marks.begin(), marks.end());
        if (!marks.empty()) table_.cell_notes[{table_.rows.size() - 1, column}] = marks;
    }

    // Those of `count` places that hold for some row: a column of nothing says nothing.
    std::vector<std::size_t> places(std::size_t count, const auto& holds) const {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < count; ++i)
            if (std::any_of(rows_.begin(), rows_.end(), [&](const ComparedRow* row) { return holds(*row, i); })) found.push_back(i);
        return found;
    }

    bool is_tested(std::size_t pair) const { return std::binary_search(tested_pairs_.begin(), tested_pairs_.end(), pair); }

    // The place of a note in the table, which it gets when it is new.
    std::size_t note(const std::string& text) {
        const auto at = std::find(table_.notes.begin(), table_.notes.end(), text);
        const auto place = static_cast<std::size_t>(at - table_.notes.begin());
        if (at == table_.notes.end()) table_.notes.push_back(text);
        return place;
    }

    const Comparison& comparison_;
    const ComparedTable& source_;
    const Definitions& definitions_;
    std::vector<const ComparedRow*> rows_;
    std::vector<std::size_t> years_, rates_;         // that have a column: places in Comparison::years
    std::vector<std::size_t> pairs_, tested_pairs_;  // by their earlier year
    bool left_out_ = false, tests_rates_ = false;
    Table table_;
};

// What a total did, for those that stand out: `Relatief verzuim, leerlingen: gedaald van 165 (2022-2023) naar 120 (2023-2024), -27,3 %; ...`.
std::string sentence(const Comparison& comparison, const ComparedTable& table, const ComparedRow& row, const Change& change,
                     const Definitions& definitions, const Style& style, const Wording& wording) {
    const auto figure = [&](std::size_t year) { return to_text(cell_of(row.figures[year].value), style); };
    auto text = fmt::format("{}, {}, {}: {} van {} ({}) naar {} ({})", table.gebied,
                            figure_label(definitions, row.indicator, row.indeling, row.categorie), table.eenheid,
                            change.difference > 0   ? "gestegen"
                            : change.difference < 0 ? "gedaald"
                                                    : "gebleven",
                            figure(change.from), comparison.years[change.from], figure(change.to), comparison.years[change.to]);
    if (change.percent_tenths) text += fmt::format(", {} %", to_text(Number{*change.percent_tenths, 1, true}, style));
    const auto number = [&](std::size_t year) { return rounded(row.figures[year].value->thousandths, all_decimals); };
    Tested tested{change.verdict, {}};
    const auto rate = [&](std::size_t year) { return Number{*row.figures[year].rate_tenths(), rate_decimals, true}; };
    if (change.by_rate) tested.rates = {rate(change.from), rate(change.to)};
    const auto test = say_test({number(change.from), number(change.to)}, tested, wording);
    text += test.empty() ? "." : fmt::format("; {}.", test);
    for (const auto at : change.breaks) text += fmt::format(" {}", note_text(comparison.breaks[at]));
    return text;
}

}  // namespace

std::string figure_label(const Definitions& definitions, const std::string& indicator, const std::string& indeling, const std::string& categorie) {
    const auto* known = definitions.indicator(indicator);
    const auto label = known ? known->label : indicator;
    if (indeling == total) return categorie == total ? label : fmt::format("{}: {}", label, categorie);
    const auto* division = definitions.indeling(indeling);
    std::vector<std::string> labels;
    for (const auto& code : division && !division->open ? split_joint(categorie) : std::vector{categorie})
        labels.push_back(division ? division->label(code) : code);
    const auto open = indeling == "leeftijd" ? fmt::format("{} jaar", categorie) : fmt::format("{}", fmt::join(labels, " + "));
    return fmt::format("{}: {}", label, open);
}

ComparisonReport::ComparisonReport(const Comparison& frame, const Definitions& definitions, Style style, bool only_standing_out)
    : frame_(frame),
      definitions_(definitions),
      style_(std::move(style)),
      in_sentences_(style_),
      wording_(read_wording()),
      only_standing_out_(only_standing_out) {
    in_sentences_.zero = "0";
}

void ComparisonReport::look_at(const std::vector<ComparedTable>& of_area) {
    for (const auto& table : of_area) {
        areas_.insert(table.gebied);
        if (std::any_of(table.rows.begin(), table.rows.end(), [&](const auto& row) { return is_shown(row, only_standing_out_); }))
            contents_.push_back({name_of(table), title_of(table)});
        for (const auto& row : table.rows)
            for (const auto& change : row.changes) {
                tested_ += change.test.has_value();
                standing_out_ += change.stands_out();
                // Around a circumstance there is no sentence; over a break one only when it was asked for, and it names the break.
                const bool in_circumstance =
                    std::any_of(change.breaks.begin(), change.breaks.end(), [&](const auto at) { return !frame_.breaks[at].separates(); });
                if (row.indeling == total && change.stands_out() && !in_circumstance)
                    lines_.push_back(sentence(frame_, table, row, change, definitions_, in_sentences_, wording_));
            }
    }
}

Report ComparisonReport::head() const {
    Report report;
    report.title = "Vergelijking van schooljaren";
    report.gebied = areas_.size() == 1 ? *areas_.begin() : std::string();
    report.schooljaar = frame_.years.back();
    report.style = style_;
    report.notes = {
        "Meer dan toeval: zou er niets veranderd zijn, dan was zo'n verschil in minder dan 5 van de 100 keer toeval (p < 0,05), ook na correctie "
        "voor "
        "het aantal vergelijkingen in de tabel (p corr., Benjamini-Hochberg). Misschien meer dan toeval: alleen zonder die correctie. Kan toeval "
        "zijn: er "
        "is geen reden om een oorzaak te zoeken. Niet getoetst: er is geen toets die hierbij past.",
        "De verhouding is het latere jaar gedeeld door het eerdere, per leerling waar het aantal leerlingen bekend is; met 95 % zekerheid ligt zij "
        "tussen van "
        "en tot. Een toets zegt niets over de oorzaak."};
    report.contents = {heading_of(what_stands_out())};
    report.contents.insert(report.contents.end(), contents_.begin(), contents_.end());
    return report;
}

Sentences ComparisonReport::what_stands_out() const {
    Sentences out{"Wat opvalt", {fmt::format("Getoetste veranderingen: {}. Daarvan vallen op: {}.", tested_, standing_out_)}};
    out.lines.insert(out.lines.end(), lines_.begin(), lines_.end());
    return out;
}

std::vector<Table> ComparisonReport::tables(const std::vector<ComparedTable>& of_area) {
    std::vector<Table> tables;
    for (const auto& source : of_area) {
        TableMaker maker(frame_, source, definitions_, only_standing_out_);
        if (maker.empty()) continue;
        tables.push_back(maker.table());
        tables.back().first_note = notes_ + 1;
        notes_ += tables.back().notes.size();
    }
    return tables;
}

Table moved_table(const std::vector<MovedFigure>& moved, const Definitions& definitions) {
    Table table;
    table.name = table.title = "Anders dan eerder gepubliceerd";
    table.row_head = "Cijfer";
    for (const auto* head : {"Was", "Is", "Verschil"}) table.columns.push_back({head, "", head, ""});
    for (const auto& figure : moved) {
        const auto& key = figure.key;
        table.rows.push_back({fmt::format("{} {}: {}, {}", key.gebied, key.schooljaar,
                                          figure_label(definitions, key.indicator, key.indeling, key.categorie), key.eenheid),
                              key.gebied});
        table.cells.push_back(cell_of(figure.published));
        table.cells.push_back(figure.now ? cell_of(figure.now) : Cell(Words{"staat er niet meer"}));
        const bool both = figure.published.is_number() && figure.now && figure.now->is_number();
        table.cells.push_back(both ? Cell(rounded(figure.now->thousandths - figure.published.thousandths, all_decimals)) : Cell(Unknown{}));
    }
    return table;
}

}  // namespace jv
