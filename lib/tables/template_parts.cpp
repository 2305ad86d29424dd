#include "tables/template_parts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "messages/suggest.hpp"

namespace jv {

namespace {

std::vector<std::string> names_of(const std::vector<FigureTemplate>& figures) {
    std::vector<std::string> names;
    for (const auto& figure : figures) names.push_back(figure.name.text);
    return names;
}

const FigureTemplate& find_figure(const Name& name, const std::vector<FigureTemplate>& figures) {
    for (const auto& figure : figures)
        if (figure.name.text == name.text) return figure;
    fail_usage("S005", fmt::format("het cijfer \"{}\" staat niet in dit sjabloon, of pas verderop", name.text),
               did_you_mean(name.text, names_of(figures)), name.place);
}

std::optional<Name> read_name(const Settings& settings, std::string_view key) {
    if (!settings.has(key)) return std::nullopt;
    return Name{settings.text(key), settings.place(key, 0)};
}

std::vector<Name> read_names(const Settings& settings, std::string_view key) {
    std::vector<Name> names;
    for (const auto& text : settings.texts(key)) names.push_back({text, settings.place(key, names.size())});
    return names;
}

// The named figures in `key`, which stand before this one, all of one eenheid: figures of different units don't add.
std::vector<std::string> read_terms(const Settings& settings, std::string_view key, const std::vector<FigureTemplate>& before, std::string& eenheid) {
    std::vector<std::string> terms;
    for (const auto& name : read_names(settings, key)) {
        const auto& term = find_figure(name, before);
        if (std::holds_alternative<ShareFigure>(term.value))
            settings.fail(key, fmt::format("\"{}\" is een aandeel: dat is al afgerond", name.text), "reken met de aantallen");
        if (!terms.empty() && term.eenheid != eenheid)
            settings.fail(key, fmt::format("\"{}\" telt {}, \"{}\" telt {}", terms.front(), eenheid, name.text, term.eenheid),
                          "tel alleen op wat dezelfde eenheid heeft");
        eenheid = term.eenheid;
        terms.push_back(name.text);
    }
    return terms;
}

FigureTemplate read_figure(const Settings& settings, const Name& name, const std::vector<FigureTemplate>& before) {
    FigureTemplate figure{name, {}, {}, CountFigure{}, 0};
    if (settings.has("som")) {
        SumFigure sum{read_terms(settings, "som", before, figure.eenheid), {}};
        if (figure.eenheid == "leerlingen")
            settings.fail("som", "leerlingen kunnen niet worden opgeteld: een leerling kan twee keer voorkomen",
                          "tel meldingen, of neem een indicator die de leerlingen samen telt");
        figure.value = std::move(sum);
    } else if (settings.has("verschil")) {
        auto terms = read_terms(settings, "verschil", before, figure.eenheid);
        if (terms.size() < 2) settings.fail("verschil", "een verschil heeft twee cijfers nodig", "schrijf verschil = [\"geheel\", \"deel\"]");
        figure.value = SumFigure{{terms.front()}, {terms.begin() + 1, terms.end()}};
    } else if (settings.has("deel")) {
        ShareFigure share;
        std::string unit_of_part, unit_of_whole;
        settings.text("deel"), settings.text("geheel");
        share.part = read_terms(settings, "deel", before, unit_of_part).front();
        share.whole = read_terms(settings, "geheel", before, unit_of_whole).front();
        share.per = static_cast<int>(settings.whole("per", 100));
        if (share.per == 100 && unit_of_part != unit_of_whole)
            settings.fail("deel", fmt::format("{} zijn geen deel van {}", unit_of_part, unit_of_whole),
                          "deel cijfers van dezelfde eenheid, of schrijf bij per waarop het getal slaat");
        figure.value = std::move(share);
    } else {
        figure.value = CountFigure{read_selection(settings), static_cast<int>(settings.whole("schooljaar", 0))};
        figure.eenheid = settings.text("eenheid");
        settings.text("indicator");
    }
    if (settings.has("woord")) {
        const auto words = settings.texts("woord");
        if (words.size() != 2 || std::holds_alternative<ShareFigure>(figure.value))
            settings.fail("woord", "hier horen de twee woorden van wat geteld wordt", "schrijf woord = [\"leerling\", \"leerlingen\"]");
        figure.noun = {words[0], words[1]};
    }
    figure.decimals = read_decimals(settings, std::holds_alternative<ShareFigure>(figure.value) ? share_decimals : 0,
                                    std::holds_alternative<ShareFigure>(figure.value));
    settings.check_keys();
    return figure;
}

std::optional<Text> read_note(const Settings& settings, const std::vector<FigureTemplate>& figures) {
    if (!settings.has("noot")) return std::nullopt;
    return read_text(settings, "noot", figures);
}

bool names_each_code(const Settings& settings) { return settings.is_text("codes") && settings.text("codes") == "alle"; }

// The label of a line: required, unless it stands for one line an area or a code.
Line read_line(const Settings& settings, std::string_view label_key, const std::vector<FigureTemplate>& figures) {
    Line line;
    if (settings.is_text("gebieden")) {
        line.all_areas = settings.text("gebieden") == "alle";
        line.other_areas = settings.text("gebieden") == "andere";
        if (!line.all_areas && !line.other_areas)
            settings.fail("gebieden", "hier hoort een lijst van gebieden, \"alle\" of \"andere\"", "schrijf gebieden = \"alle\"");
    } else {
        line.areas = read_names(settings, "gebieden");
    }
    const bool by_area = line.all_areas || line.other_areas || !line.areas.empty();
    line.each_code = names_each_code(settings);
    line.rest = settings.flag("rest", false);
    if (line.each_code && by_area)
        settings.fail("codes", "een rij of kolom kan niet voor elke code en voor elk gebied staan",
                      "zet de codes in de rijen en de gebieden in de kolommen");
    line.label = {by_area || line.each_code ? settings.text(label_key, "") : settings.text(label_key), settings.place(label_key)};
    line.selection = read_selection(settings, true);
    if (line.rest && (line.each_code || line.selection.total || !line.selection.codes.empty()))
        settings.fail("rest", "een rest heeft geen codes en is geen totaal", "haal een van beide weg");
    line.part = settings.flag("waarvan", false);
    line.note = read_note(settings, figures);
    line.ratio = read_ratio(settings);
    if (settings.has("decimalen") || line.ratio) line.decimals = read_decimals(settings, share_decimals, line.ratio.has_value());
    return line;
}

std::vector<Line> read_rows(const Settings& settings, const std::vector<FigureTemplate>& figures) {
    std::vector<Line> rows;
    for (const auto& row : settings.tables("rijen")) {
        rows.push_back(read_line(row, "rij", figures));
        row.check_keys();
    }
    if (rows.empty()) settings.fail("rijen", "deze tabel heeft geen rijen", "schrijf rijen = [{ rij = \"…\" }]");
    return rows;
}

std::vector<Line> read_columns(const Settings& settings, const std::vector<FigureTemplate>& figures) {
    std::vector<Line> columns;
    for (const auto& column : settings.tables("kolommen")) {
        columns.push_back(read_line(column, "kolom", figures));
        if (column.has("groep")) columns.back().group = column.text("groep");
        columns.back().head = column.text("kop", "");
        if (column.has("verandering")) {
            columns.back().changes = read_changes(column);
            if (columns.back().ratio && !columns.back().changes->empty())
                column.fail("verandering", "deze kolom is een deel, en dat is al afgerond", "laat de verandering zien van het aantal");
        }
        column.check_keys();
    }
    if (columns.empty()) settings.fail("kolommen", "deze tabel heeft geen kolommen", "schrijf kolommen = [{ kolom = \"…\" }]");
    return columns;
}

// Fails for a label that none of the lines has. Where lines follow from the cijfers, such labels are put with those expected instead.
void require_labels(const std::vector<Name>& labels, const std::vector<Line>& lines, std::string_view what, std::vector<Name>& expected) {
    std::vector<std::string> known;
    for (const auto& line : lines) {
        known.push_back(line.label.text);
        for (const auto& area : line.areas) known.push_back(area.text);
    }
    const bool open = std::any_of(lines.begin(), lines.end(), [](const Line& line) { return line.all_areas || line.other_areas || line.each_code; });
    for (const auto& label : labels) {
        if (std::find(known.begin(), known.end(), label.text) != known.end()) continue;
        if (!open) fail_usage("S005", fmt::format("deze tabel heeft geen {} \"{}\"", what, label.text), did_you_mean(label.text, known), label.place);
        expected.push_back(label);
    }
}

void require_unique_labels(const std::vector<Line>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (lines[i].label.text == lines[j].label.text && !lines[i].label.text.empty())
                fail_usage("S004", fmt::format("\"{}\" staat twee keer in deze tabel", lines[i].label.text), "geef elke rij en kolom een eigen naam",
                           lines[i].label.place);
}

CellRule read_cell_rule(const Settings& settings, TableTemplate& table) {
    CellRule rule{read_names(settings, "rijen"), read_names(settings, "kolommen"), settings.text("vanaf", ""), settings.text("tot_en_met", "")};
    for (const auto* key : {"vanaf", "tot_en_met"})
        if (const auto year = settings.text(key, ""); !year.empty() && shift_year(year, 0) != year)
            settings.fail(key, fmt::format("\"{}\" is geen schooljaar", year), "schrijf een schooljaar als \"2023-2024\"");
    require_labels(rule.rows, table.rows, "rij", table.expected_rows);
    require_labels(rule.columns, table.columns, "kolom", table.expected_columns);
    return rule;
}

std::vector<CellRule> read_nvt(const Settings& settings, TableTemplate& table) {
    std::vector<CellRule> rules;
    for (const auto& rule : settings.tables("nvt")) {
        rules.push_back(read_cell_rule(rule, table));
        rule.check_keys();
    }
    return rules;
}

std::vector<NoteRule> read_note_rules(const Settings& settings, TableTemplate& table, const std::vector<FigureTemplate>& figures) {
    std::vector<NoteRule> rules;
    for (const auto& rule : settings.tables("voetnoten")) {
        rules.push_back({read_cell_rule(rule, table), read_text(rule, "noot", figures)});
        rule.check_keys();
    }
    return rules;
}

std::vector<SumCheck> read_checks(const Settings& settings) {
    std::vector<SumCheck> checks;
    for (const auto& check : settings.tables("controles")) {
        check.text("geheel");
        checks.push_back({*read_name(check, "geheel"), read_names(check, "delen")});
        check.check_keys();
    }
    return checks;
}

}  // namespace

Text read_text(const Settings& settings, std::string_view key, const std::vector<FigureTemplate>& figures) {
    const auto text = settings.text(key);
    return parse_text(text, settings.place(key, 0), {names_of(figures)});
}

std::vector<Text> read_texts(const Settings& settings, std::string_view key, const std::vector<FigureTemplate>& figures) {
    std::vector<Text> texts;
    for (const auto& text : settings.texts(key)) texts.push_back(parse_text(text, settings.place(key, texts.size()), {names_of(figures)}));
    return texts;
}

Selection read_selection(const Settings& settings, bool is_line) {
    Selection selection;
    selection.gebied = read_name(settings, "gebied");
    selection.indicator = read_name(settings, "indicator");
    selection.eenheid = read_name(settings, "eenheid");
    selection.indeling = read_name(settings, "indeling");
    if (!names_each_code(settings))
        selection.codes = read_names(settings, "codes");
    else if (!is_line)
        settings.fail("codes", "codes = \"alle\" hoort bij een rij of een kolom van een tabel", "noem de codes, of schrijf totaal = true");
    selection.total = settings.flag("totaal", false);
    if (selection.total && settings.has("codes")) settings.fail("totaal", "een totaal heeft geen codes", "haal een van beide weg");
    return selection;
}

std::optional<Ratio> read_ratio(const Settings& settings) {
    const int per = static_cast<int>(settings.whole("per", 100));
    if (per < 1) settings.fail("per", "per is minstens 1", "schrijf 100 voor een percentage, 1000 voor een aantal per 1.000");
    if (!settings.has("deel_van")) return std::nullopt;
    const auto of = settings.table("deel_van");
    Ratio ratio{read_selection(of), per};
    of.check_keys();
    return ratio;
}

int read_decimals(const Settings& settings, int otherwise, bool is_share) {
    if (settings.is_text("decimalen")) {
        if (settings.text("decimalen") == "alle" && !is_share) return all_decimals;
        settings.fail("decimalen", "dit is geen aantal decimalen",
                      fmt::format("kies 0 tot en met {}{}", max_decimals, is_share ? "" : ", of \"alle\""));
    }
    const auto decimals = settings.whole("decimalen", otherwise);
    if (decimals < 0 || decimals > max_decimals)
        settings.fail("decimalen", fmt::format("{} decimalen kan niet", decimals), fmt::format("kies 0 tot en met {}", max_decimals));
    return static_cast<int>(decimals);
}

std::vector<FigureTemplate> read_figures(const Settings& settings) {
    std::vector<FigureTemplate> figures;
    for (const auto& key : settings.keys()) {
        if (key == "gebied" || key.starts_with("schooljaar") || key.find_first_of("{}:") != std::string::npos)
            settings.fail(key, fmt::format("\"{}\" kan geen naam van een cijfer zijn", key), "kies een andere naam");
        figures.push_back(read_figure(settings.table(key), {key, settings.place(key)}, figures));
    }
    return figures;
}

TableTemplate read_table(const Settings& settings, const std::vector<FigureTemplate>& figures) {
    TableTemplate table;
    table.name = {settings.text("naam"), settings.place("naam")};
    table.title = read_text(settings, "titel", figures);
    table.row_head = settings.text("rijkop", "");
    table.selection = read_selection(settings);
    table.ratio = read_ratio(settings);
    table.decimals = read_decimals(settings, table.ratio ? share_decimals : 0, table.ratio.has_value());
    if (settings.has("schooljaren")) {
        table.years.clear();
        for (const auto year : settings.wholes("schooljaren")) {
            if (year < -50 || year > 50) settings.fail("schooljaren", fmt::format("{} is te ver weg", year), "schrijf jaren als 0, -1, -2");
            table.years.push_back(static_cast<int>(year));
        }
        if (table.years.empty()) settings.fail("schooljaren", "deze tabel heeft geen schooljaar", "schrijf schooljaren = [-1, 0]");
    }
    table.rows = read_rows(settings, figures);
    table.columns = read_columns(settings, figures);
    require_unique_labels(table.rows);
    require_unique_labels(table.columns);
    table.changes = read_changes(settings);
    require_counts(settings, table);
    table.nvt = read_nvt(settings, table);
    table.checks = read_checks(settings);
    table.complete = settings.flag("volledig", false);
    table.note = read_note(settings, figures);
    table.notes = read_note_rules(settings, table, figures);
    table.remarks = read_texts(settings, "noten", figures);
    table.definitions = settings.flag("definities", false);
    settings.check_keys();
    return table;
}

KeyFiguresTemplate read_key_figures(const Settings& settings, const std::vector<FigureTemplate>& figures) {
    KeyFiguresTemplate key_figures;
    key_figures.name = {settings.text("naam", "kerncijfers"), settings.place("naam")};
    key_figures.title = read_text(settings, "titel", figures);
    key_figures.row_head = settings.text("rijkop", "");
    key_figures.kolom = settings.text("kolom", "waarde");
    for (const auto& row : settings.tables("rijen")) {
        const Name label{row.text("rij"), row.place("rij")};
        const Name figure{row.text("cijfer"), row.place("cijfer", 0)};
        key_figures.rows.push_back({label, find_figure(figure, figures).name.text, read_note(row, figures), row.flag("totaal", false)});
        row.check_keys();
    }
    if (key_figures.rows.empty()) settings.fail("rijen", "deze tabel heeft geen rijen", "schrijf rijen = [{ rij = \"…\", cijfer = \"…\" }]");
    key_figures.note = read_note(settings, figures);
    key_figures.remarks = read_texts(settings, "noten", figures);
    key_figures.definitions = settings.flag("definities", false);
    settings.check_keys();
    return key_figures;
}

OwnTextTemplate read_own_text(const Settings& settings, const std::vector<FigureTemplate>& figures) {
    OwnTextTemplate text{read_text(settings, "titel", figures), {settings.text("bestand"), settings.place("bestand", 0)}};
    settings.check_keys();
    const auto& name = text.file.text;
    if (!name.ends_with(".md") || name.size() == 3 || name.starts_with('.') || name.find_first_of("/\\") != std::string::npos)
        fail_usage("S004", fmt::format("\"{}\" is geen naam van een tekst", name), "schrijf een naam zonder map, als \"inleiding.md\"",
                   text.file.place);
    return text;
}

}  // namespace jv
