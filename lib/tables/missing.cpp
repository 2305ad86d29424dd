#include "tables/missing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "tables/lines.hpp"
#include "tables/table_builder.hpp"

namespace jv {

namespace {

bool is_missing(const Cell& cell) {
    const auto* unknown = std::get_if<Unknown>(&cell);
    return unknown && !unknown->stated;
}

class Search {
public:
    Search(const ReportTemplate& source, const Cijfers& cijfers, const TextValues& values)
        : source_(source), cijfers_(cijfers), values_(values), areas_(cijfers.texts(CijferColumn::gebied)) {}

    std::vector<MissingFigures> run() {
        for (const auto& part : source_.parts) std::visit(*this, part);
        return std::move(found_);
    }

    void operator()(const TableTemplate& table) { look_at(table, fmt::format("tabel \"{}\"", table.name.text)); }
    void operator()(const KeyFiguresTemplate& figures) { look_at(figures, fmt::format("kerncijfers \"{}\"", figures.name.text)); }
    void operator()(const ChartTemplate& chart) {
        std::visit([&](const auto& data) { look_at(data, fmt::format("grafiek \"{}\"", chart.name().text)); }, chart.data);
    }
    void operator()(const SentencesTemplate& sentences) {
        for (const auto& line : sentences.lines)
            for (const auto& piece : line.pieces)
                for (const auto& name : figures_named(piece))
                    for (const auto& [year, indicators] : lacking(name)) add(line.place, fmt::format("zin met \"{}\"", name), year, {}, indicators);
    }
    void operator()(const OwnTextTemplate&) {}

private:
    using ByYear = std::map<std::string, std::set<std::string>>;  // indicators

    // The figures that a place in a sentence is filled in with.
    std::vector<std::string> figures_named(const Text::Piece& piece) const {
        std::vector<std::string> names;
        std::visit(
            [&](const auto& of) {
                using Of = std::decay_t<decltype(of)>;
                if constexpr (std::is_same_v<Of, ListPlace>) {
                    const auto list = std::find_if(source_.lists.begin(), source_.lists.end(), [&](const auto& l) { return l.name.text == of.name; });
                    for (const auto& entry : list->entries) names.push_back(entry.figure);
                } else if constexpr (!std::is_same_v<Of, std::string> && !std::is_same_v<Of, YearPlace> && !std::is_same_v<Of, AreaPlace>) {
                    names.push_back(of.name);
                }
            },
            piece);
        return names;
    }

    void add(const Place& place, std::string part, const std::string& year, std::vector<std::string> cells, const std::set<std::string>& indicators) {
        MissingFigures missing{place, std::move(part), std::move(cells), year, {}};
        for (const auto& indicator : indicators)
            if (!is_known(year, indicator)) missing.indicators.push_back(indicator);
        found_.push_back(std::move(missing));
    }

    // Whether the cijfers have the indicator in that year, of whatever area.
    bool is_known(const std::string& year, const std::string& indicator) const {
        return std::any_of(areas_.begin(), areas_.end(), [&](const auto& area) { return !cijfers_.under({area, year, indicator}).empty(); });
    }

    void look_at(const TableTemplate& source, const std::string& part) {
        std::set<std::string> unnamed;
        FindingLog ignored;
        const auto expanded = with_code_lines(source, values_.resolver, unnamed);
        const auto table = build_table(expanded, values_, ignored);
        const auto indicators = indicators_of(expanded);
        std::set<std::string> years;
        for (const auto& column : table.columns) years.insert(column.schooljaar);
        for (const auto& year : years) {
            std::size_t empty = 0, all = 0;
            std::vector<std::string> cells;
            for (std::size_t row = 0; row < table.rows.size(); ++row) {
                std::vector<std::string> columns;
                std::size_t of_row = 0;
                for (std::size_t column = 0; column < table.columns.size(); ++column) {
                    if (table.columns[column].schooljaar != year) continue;
                    ++of_row;
                    if (is_missing(table.cell(row, column))) columns.push_back(table.columns[column].kolom);
                }
                all += of_row;
                empty += columns.size();
                if (columns.size() == of_row)
                    cells.push_back(fmt::format("rij \"{}\"", table.rows[row].label));
                else
                    for (const auto& column : columns) cells.push_back(fmt::format("rij \"{}\", kolom \"{}\"", table.rows[row].label, column));
            }
            if (empty == all) cells.clear();
            if (empty > 0) add(source.name.place, part, year, cells, {indicators.begin(), indicators.end()});
        }
    }

    void look_at(const KeyFiguresTemplate& figures, const std::string& part) {
        std::map<std::string, std::pair<std::vector<std::string>, std::set<std::string>>> by_year;
        for (const auto& entry : figures.rows)
            for (const auto& [year, indicators] : lacking(entry.figure)) {
                auto& [cells, all] = by_year[year];
                cells.push_back(fmt::format("rij \"{}\"", entry.label.text));
                all.insert(indicators.begin(), indicators.end());
            }
        for (const auto& [year, missing] : by_year) add(figures.name.place, part, year, missing.first, missing.second);
    }

    // The counts without a source that a named figure is made from.
    ByYear lacking(const std::string& name) const {
        ByYear years;
        collect(name, years);
        return years;
    }
    void collect(const std::string& name, ByYear& years) const {
        if (!is_missing(values_.figures.at(name).cell)) return;
        const auto& figure = *std::find_if(source_.figures.begin(), source_.figures.end(), [&](const auto& f) { return f.name.text == name; });
        if (const auto* count = std::get_if<CountFigure>(&figure.value)) {
            years[values_.resolver.year(count->year)].insert(count->selection.indicator->text);
        } else if (const auto* sum = std::get_if<SumFigure>(&figure.value)) {
            for (const auto& term : sum->add) collect(term, years);
            for (const auto& term : sum->subtract) collect(term, years);
        } else {
            const auto& share = std::get<ShareFigure>(figure.value);
            collect(share.part, years);
            collect(share.whole, years);
        }
    }

    const ReportTemplate& source_;
    const Cijfers& cijfers_;
    const TextValues& values_;
    std::vector<std::string> areas_;
    std::vector<MissingFigures> found_;
};

}  // namespace

std::vector<MissingFigures> missing_figures(const ReportTemplate& report_template, const Cijfers& cijfers, const Definitions& definitions,
                                            const std::string& gebied, const std::string& schooljaar) {
    Resolver resolver(cijfers, definitions, gebied, schooljaar);
    for (const auto& typed : report_template.typed_in) resolver.add_known(typed.indicator, typed.eenheid);
    FindingLog ignored;
    const auto figures = build_figures(report_template.figures, resolver, ignored);
    return Search(report_template, cijfers, {resolver, figures, report_template.style}).run();
}

}  // namespace jv
