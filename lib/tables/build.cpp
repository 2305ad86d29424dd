#include "tables/build.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "messages/suggest.hpp"
#include "tables/annotations.hpp"
#include "tables/lines.hpp"
#include "tables/sentences.hpp"
#include "tables/table_builder.hpp"

namespace jv {

namespace {

Table* table_of(Part& part) {
    if (auto* chart = std::get_if<Chart>(&part)) return &chart->data;
    return std::get_if<Table>(&part);
}

// Numbers the notes of all tables on.
void number_notes(Report& report) {
    std::size_t next = 1;
    for (auto& part : report.parts)
        if (auto* table = table_of(part)) {
            table->first_note = next;
            next += table->notes.size();
        }
}

// T014: a suppressed figure in a report that allows none.
void require_open(const Report& report, const Place& place, FindingLog& errors) {
    for (const auto& part : report.parts) {
        const auto* table = std::get_if<Table>(&part);
        for (std::size_t row = 0; table && row < table->rows.size(); ++row)
            for (std::size_t column = 0; column < table->columns.size(); ++column)
                if (std::holds_alternative<Suppressed>(table->cell(row, column)))
                    errors.add({place, "T014",
                                fmt::format("tabel \"{}\", rij \"{}\", kolom \"{}\", {}: dit cijfer is onderdrukt, en dat mag in dit verslag niet",
                                            table->name, table->rows[row].label, table->columns[column].kolom, table->columns[column].schooljaar),
                                "maak het verslag van cijfers waarin niets onderdrukt is"});
    }
}

// The definitions that must be printed of what only sentences and texts count, as notes of the report. `in_texts` are the figures in texts.
void add_definitions_of_sentences(Report& report, const ReportTemplate& report_template, const std::vector<std::string>& in_texts,
                                  const TextValues& values) {
    std::vector<std::string> indicators;
    const auto add = [&](const std::string& figure) {
        for (const auto& count : values.figures.at(figure).counts) indicators.push_back(count.key.indicator);
    };
    for (const auto& part : report_template.parts)
        if (const auto* sentences = std::get_if<SentencesTemplate>(&part))
            for (const auto& line : sentences->lines)
                for (const auto& figure : figures_of(line, report_template)) add(figure);
    for (const auto& figure : in_texts) add(figure);
    std::vector<Definition> printed;
    for (auto& part : report.parts)
        if (const auto* table = table_of(part)) printed.insert(printed.end(), table->definitions.begin(), table->definitions.end());
    const auto in_tables = printed.size();
    add_definitions(printed, indicators, false, values.resolver.definitions());
    for (auto at = in_tables; at < printed.size(); ++at) report.notes.push_back(to_text(printed[at]));
}

// Schools of which only the brin stands in the report.
void warn_unnamed(const std::set<std::string>& brins, const std::string& file, FindingLog& log) {
    if (brins.empty()) return;
    constexpr std::size_t shown = 10;
    std::vector<std::string> names(brins.begin(), brins.end());
    if (names.size() > shown) names = {names.begin(), names.begin() + shown - 1}, names.push_back(fmt::format("nog {}", brins.size() - names.size()));
    log.add({{file},
             "T009",
             brins.size() == 1 ? fmt::format("school {} heeft geen naam", names.front())
                               : fmt::format("{} scholen hebben geen naam: {}", brins.size(), enumerate(names)),
             "zet brin en naam in de lijst van scholen: scholen in jaarverslag.toml, of --scholen",
             Level::warning});
}

}  // namespace

std::string fill(const Text& text, const TextValues& values, std::string* missing) {
    // In a sentence nothing is 0, whatever a table prints for it.
    auto style = values.style;
    style.zero.assign(1, '0');
    std::string filled;
    for (const auto& piece : text.pieces) {
        if (const auto* literal = std::get_if<std::string>(&piece)) {
            filled += *literal;
        } else if (const auto* year = std::get_if<YearPlace>(&piece)) {
            filled += values.resolver.year(year->offset);
        } else if (std::holds_alternative<AreaPlace>(piece)) {
            filled += values.resolver.gebied();
        } else if (const auto* figure = std::get_if<FigurePlace>(&piece)) {
            const auto& name = figure->name;
            const auto& cell = values.figures.at(name).cell;
            const bool is_missing = std::holds_alternative<Unknown>(cell) || std::holds_alternative<Nvt>(cell);
            if (is_missing && missing) *missing = name;
            filled += is_missing && !missing ? style.unknown : to_text(cell, style);
        }
    }
    return filled;
}

Report build_report(const ReportTemplate& report_template, const Cijfers& cijfers, const Definitions& definitions, const ReportRequest& request,
                    FindingLog& log) {
    Resolver resolver(cijfers, definitions, request.gebied, request.schooljaar);
    for (const auto& typed : report_template.typed_in) resolver.add_known(typed.indicator, typed.eenheid);
    FindingLog errors;
    const auto figures = build_figures(report_template.figures, resolver, errors);
    // Of the year before no figure is needed but in a sentence, which is left out without it.
    FindingLog not_needed;
    const auto year_before = names_change(report_template) ? build_figures(report_template.figures, resolver, not_needed, -1) : FigureValues();
    ChangeTests tests(cijfers, definitions, request.breaks, request.schooljaar);
    const TextValues values{resolver, figures, report_template.style, request.breaks, request.statistics ? &tests : nullptr};
    std::set<std::string> unnamed;
    struct Build {
        const TextValues& values;
        FindingLog& errors;
        FindingLog& log;
        std::set<std::string>& unnamed;
        const SentenceValues sentences;
        Part operator()(const TableTemplate& part) const { return build_table(with_code_lines(part, values.resolver, unnamed), values, errors); }
        Part operator()(const ChartTemplate& part) const {
            auto chart = part;
            if (auto* table = std::get_if<TableTemplate>(&chart.data)) *table = with_code_lines(*table, values.resolver, unnamed);
            return build_chart(chart, values, errors, log);
        }
        Part operator()(const KeyFiguresTemplate& part) const { return build_key_figures(part, values); }
        Part operator()(const SentencesTemplate& part) const { return build_sentences(part, sentences, log); }
        Part operator()(const OwnTextTemplate& part) const { return OwnText{fill(part.title, values), {}}; }
    };
    Report report{fill(report_template.title, values), request.gebied, request.schooljaar, {}, {}, report_template.style};
    const Build build{values, errors, log, unnamed, {report_template, values, year_before}};
    for (const auto& part : report_template.parts) report.parts.push_back(std::visit(build, part));
    if (report_template.open_only) require_open(report, *report_template.open_only, errors);
    warn_unnamed(unnamed, report_template.file, log);
    if (errors.has_errors()) throw Failure(ExitStatus::data, errors.lines());
    for (const auto& finding : errors.kept()) log.add(finding);
    number_notes(report);
    const auto in_texts = fill_own_texts(report, report_template, definitions, values, request.texts, log);
    add_definitions_of_sentences(report, report_template, in_texts, values);
    for (const auto& note : report_template.notes) report.notes.push_back(fill(note, values));
    return report;
}

void append(Report& report, Report annex) {
    report.parts.insert(report.parts.end(), std::make_move_iterator(annex.parts.begin()), std::make_move_iterator(annex.parts.end()));
    number_notes(report);
    for (auto& note : annex.notes)
        if (std::find(report.notes.begin(), report.notes.end(), note) == report.notes.end()) report.notes.push_back(std::move(note));
}

}  // namespace jv
