#include "tables/report_template.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "bytes/files.hpp"
#include "messages/suggest.hpp"
#include "settings/templates.hpp"
#include "tables/template_parts.hpp"

namespace jv {

namespace {

// The parts of all sorts, in the order in which they stand in the file.
std::vector<PartTemplate> read_parts(const Settings& settings, const ReportTemplate& report) {
    const auto& figures = report.figures;
    std::vector<std::pair<std::uint64_t, PartTemplate>> found;
    for (const auto& part : settings.tables("tabel")) found.emplace_back(part.place().line, read_table(part, figures));
    for (const auto& part : settings.tables("grafiek")) found.emplace_back(part.place().line, read_chart(part, figures));
    for (const auto& part : settings.tables("kerncijfers")) found.emplace_back(part.place().line, read_key_figures(part, figures));
    for (const auto& part : settings.tables("zinnen")) found.emplace_back(part.place().line, read_sentences(part, report));
    for (const auto& part : settings.tables("tekst")) found.emplace_back(part.place().line, read_own_text(part, figures));
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<PartTemplate> parts;
    for (auto& [line, part] : found) parts.push_back(std::move(part));
    return parts;
}

// The table of selected figures that the part is or draws, or null.
const TableTemplate* table_of(const PartTemplate& part) {
    const auto* chart = std::get_if<ChartTemplate>(&part);
    return chart ? std::get_if<TableTemplate>(&chart->data) : std::get_if<TableTemplate>(&part);
}

// Fails when two tables or charts have the same name, which csv or a reader could not tell apart.
void require_unique_names(const std::vector<PartTemplate>& parts) {
    std::set<std::string> seen;
    for (const auto& part : parts) {
        const Name* name = nullptr;
        if (const auto* table = std::get_if<TableTemplate>(&part)) name = &table->name;
        if (const auto* chart = std::get_if<ChartTemplate>(&part)) name = &chart->name();
        if (const auto* figures = std::get_if<KeyFiguresTemplate>(&part)) name = &figures->name;
        if (name && !seen.insert(name->text).second)
            fail_usage("S004", fmt::format("de naam \"{}\" is al van een andere tabel of grafiek", name->text), "geef elk een eigen naam",
                       name->place);
    }
}

// Fails when two places want the same text.
void require_unique_texts(const std::vector<PartTemplate>& parts) {
    std::set<std::string> seen;
    for (const auto& part : parts)
        if (const auto* text = std::get_if<OwnTextTemplate>(&part); text && !seen.insert(text->file.text).second)
            fail_usage("S004", fmt::format("{} heeft al een plaats in dit sjabloon", text->file.text), "geef elke tekst een eigen bestand",
                       text->file.place);
}

bool all_have_area(const std::vector<Line>& lines) {
    return std::all_of(lines.begin(), lines.end(),
                       [](const Line& l) { return l.selection.gebied || l.all_areas || l.other_areas || !l.areas.empty(); });
}

// The label is one of those named, or none is.
bool names(const std::vector<Name>& labels, std::string_view label) {
    return labels.empty() || std::any_of(labels.begin(), labels.end(), [&](const Name& name) { return name.text == label; });
}

bool needs_area(const TableTemplate& table) {
    return table.title.names_area() || !(table.selection.gebied || all_have_area(table.rows) || all_have_area(table.columns));
}

}  // namespace

bool CellRule::holds_row(std::string_view label) const { return names(rows, label); }

bool CellRule::holds_column(std::string_view label) const { return names(columns, label); }

bool CellRule::holds_year(std::string_view schooljaar) const {
    return (from.empty() || from <= schooljaar) && (until.empty() || schooljaar <= until);
}

std::vector<ChangeColumn> TableTemplate::changes_of(const Line& column) const {
    return ratio || column.ratio ? std::vector<ChangeColumn>() : column.changes.value_or(changes);
}

std::vector<int> ReportTemplate::years() const {
    std::set<int> years;
    for (const auto& part : parts)
        if (const auto* table = table_of(part)) years.insert(table->years.begin(), table->years.end());
    for (const auto& figure : figures)
        if (const auto* count = std::get_if<CountFigure>(&figure.value)) years.insert(count->year);
    return {years.begin(), years.end()};
}

bool ReportTemplate::needs_area() const {
    if (title.names_area()) return true;
    for (const auto& note : notes)
        if (note.names_area()) return true;
    for (const auto& figure : figures)
        if (const auto* count = std::get_if<CountFigure>(&figure.value); count && !count->selection.gebied) return true;
    for (const auto& part : parts) {
        if (const auto* table = table_of(part); table && jv::needs_area(*table)) return true;
        if (const auto* sentences = std::get_if<SentencesTemplate>(&part))
            for (const auto& line : sentences->lines)
                if (line.names_area()) return true;
        if (const auto* text = std::get_if<OwnTextTemplate>(&part); text && text->title.names_area()) return true;
    }
    return false;
}

const Name& ChartTemplate::name() const {
    return std::visit([](const auto& table) -> const Name& { return table.name; }, data);
}

ReportTemplate read_report_template(std::string_view name_or_path) {
    const auto path = find_template("rapporten", name_or_path);
    return parse_report_template(read_settings(path), display_name(path), path.parent_path());
}

ReportTemplate parse_report_template(const Settings& settings, std::string file, const std::filesystem::path& folder) {
    ReportTemplate report;
    report.file = std::move(file);
    for (const auto& typed : settings.tables("ingevuld")) {
        report.typed_in.push_back({typed.text("indicator"), typed.text("eenheid")});
        typed.check_keys();
    }
    report.figures = read_figures(settings.table("cijfer"));
    report.title = read_text(settings, "titel", report.figures);
    report.style = style_of(settings, folder);
    report.notes = read_texts(settings, "noten", report.figures);
    if (!settings.flag("onderdrukken", true)) report.open_only = settings.place("onderdrukken");
    report.lists = read_lists(settings.table("lijst"), report.figures);
    if (settings.has("zinnen")) report.wording = read_wording();
    report.parts = read_parts(settings, report);
    settings.check_keys();
    require_unique_names(report.parts);
    require_unique_texts(report.parts);
    if (report.parts.empty())
        settings.fail("titel", "dit sjabloon heeft geen tabel", "voeg een [[tabel]], [[kerncijfers]], [[grafiek]], [[zinnen]] of [[tekst]] toe");
    return report;
}

}  // namespace jv
