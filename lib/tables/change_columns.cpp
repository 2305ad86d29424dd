#include "tables/change_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "messages/suggest.hpp"
#include "tables/annotations.hpp"
#include "tables/change_tests.hpp"
#include "tables/comparison_cells.hpp"

namespace jv {

namespace {

constexpr std::string_view too_few = "te weinig", not_comparable = "niet te vergelijken";

std::string_view head_of(ChangeColumn what) {
    constexpr std::array<std::string_view, 5> heads = {"Verschil", "%", "Richting", "Oordeel", "Trend"};
    return heads[static_cast<std::size_t>(what)];
}

// A shape beside the word: it is seen at a glance, and the word says it to everyone.
std::string_view direction(std::int64_t difference) { return difference > 0 ? "▲ stijging" : difference < 0 ? "▼ daling" : "▬ gelijk"; }

// A cell of a change that there is not.
Cell cell_of(Obstacle obstacle) {
    switch (obstacle) {
        case Obstacle::absent:
            return Unknown{};
        case Obstacle::nvt:
            return Nvt{};
        case Obstacle::unknown:
            return Unknown{true};
        // How a style prints a hidden count, such as `<5`, would be untrue of a difference.
        case Obstacle::suppressed:
        case Obstacle::broken:
            return Words{words(obstacle)};
        default:
            return Words{std::string(not_comparable)};
    }
}

class ChangeColumns {
public:
    ChangeColumns(Table& table, const TableTemplate& source, const std::vector<const Line*>& lines, const std::vector<CellSeries>& series,
                  const TextValues& values)
        : table_(table), source_(source), lines_(lines), series_(series), values_(values), rules_(values.resolver.definitions()) {
        const auto last = *std::max_element(source.years.begin(), source.years.end());
        year_ = values.resolver.year(last);
        year_before_ = values.resolver.year(last - 1);
        for (const auto* line : lines) {
            auto& wanted = wanted_.emplace_back(source.changes_of(*line));
            const auto trend = std::find(wanted.begin(), wanted.end(), ChangeColumn::trend);
            trends_.push_back(trend != wanted.end());
            std::erase(wanted, ChangeColumn::trend);
            if (!values.tests) std::erase(wanted, ChangeColumn::verdict);
        }
    }

    void add() {
        widen();
        for (std::size_t row = 0; row < table_.rows.size(); ++row)
            for (std::size_t line = 0; line < lines_.size(); ++line)
                if (!wanted_[line].empty()) fill(row, line);
        for (std::size_t line = 0; line < lines_.size(); ++line)
            if (trends_[line]) add_trends(line);
        add_trend_years();
        const auto trends = std::count(trends_.begin(), trends_.end(), true);
        if (trends == 1 && !table_.trends.empty()) table_.trends.front().head = head_of(ChangeColumn::trend);
        add_remarks();
    }

private:
    const CellSeries& series(std::size_t row, std::size_t line) const { return series_[row * lines_.size() + line]; }
    // The place in the table of the first column of a line.
    std::size_t first_of(std::size_t line) const { return starts_[line]; }

    // Makes room: every column of a line moves behind those of the lines before it.
    void widen() {
        const auto years = source_.years.size();
        Table wide = table_;
        wide.columns.clear();
        std::vector<std::size_t> place;  // of each column that there was
        for (std::size_t line = 0; line < lines_.size(); ++line) {
            starts_.push_back(wide.columns.size());
            for (std::size_t year = 0; year < years; ++year) {
                place.push_back(wide.columns.size());
                wide.columns.push_back(table_.columns[line * years + year]);
            }
            for (const auto what : wanted_[line]) wide.columns.push_back(column(wide.columns[starts_.back()], *lines_[line], what));
        }
        wide.cells.assign(wide.rows.size() * wide.columns.size(), Unknown{});
        for (std::size_t row = 0; row < table_.rows.size(); ++row)
            for (std::size_t column = 0; column < place.size(); ++column) wide.cell(row, place[column]) = table_.cell(row, column);
        for (auto& joint : wide.joints)
            for (auto& column : joint.columns) column = place[column];
        wide.cell_notes.clear();
        for (auto& [at, marks] : table_.cell_notes) wide.cell_notes.emplace(std::pair{at.first, place[at.second]}, marks);
        table_ = std::move(wide);
    }

    TableColumn column(const TableColumn& beside, const Line& line, ChangeColumn what) const {
        auto column = beside;
        column.group_notes.clear();
        column.head_notes.clear();
        column.schooljaar = year_;
        std::string name(head_of(what));
        if (name != "%") name.front() = static_cast<char>(name.front() - 'A' + 'a');
        column.kolom = fmt::format("{}: {}", beside.kolom, name);
        column.head = line.head.empty() ? std::string(head_of(what)) : fmt::format("{} {}", line.head, name);
        return column;
    }

    std::vector<const Break*> breaks(const FigureKey& figure, const std::string& earlier, const std::string& later) const {
        return breaks_between(values_.breaks, figure.key.indicator, figure.key.gebied, earlier, later);
    }
    static bool separate(const std::vector<const Break*>& crossed) {
        return std::any_of(crossed.begin(), crossed.end(), [](const Break* entry) { return entry->separates(); });
    }

    void fill(std::size_t row, std::size_t line) {
        const auto& own = series(row, line);
        const auto crossed = breaks(own.figure, year_before_, year_);
        const auto change = change_between(own.years.at(year_before_), own.years.at(year_), separate(crossed), rules_);
        auto at = first_of(line) + source_.years.size();
        for (const auto* entry : crossed) attach(table_, table_.cell_notes[{row, at}], note_text(*entry));
        for (const auto what : wanted_[line]) table_.cell(row, at++) = cell(what, change, own);
    }

    Cell cell(ChangeColumn what, const Change& change, const CellSeries& own) {
        if (change.obstacle != Obstacle::none) return cell_of(change.obstacle);
        switch (what) {
            case ChangeColumn::difference:
                return rounded(change.difference, own.decimals);
            case ChangeColumn::percent:
                if (change.percent_tenths) return Number{*change.percent_tenths, 1, true};
                has_too_few_ = true;
                return Words{std::string(too_few)};
            case ChangeColumn::direction:
                return Words{std::string(direction(change.difference))};
            case ChangeColumn::verdict:
                return Words{words(values_.tests->of(own.figure).verdict)};
            case ChangeColumn::trend:
                break;
        }
        return Unknown{};
    }

    // The lines of a column, from the first year of which some row has a figure.
    void add_trends(std::size_t line) {
        TrendColumn column{fmt::format("{} {}", head_of(ChangeColumn::trend), table_.columns[first_of(line)].kolom), {}};
        std::optional<std::string> first;
        for (std::size_t row = 0; row < table_.rows.size(); ++row)
            for (const auto& [year, figure] : series(row, line).years)
                if (figure.is_number() && (!first || year < *first)) first = year;
        if (!first) return;
        for (std::size_t row = 0; row < table_.rows.size(); ++row) column.rows.push_back(trend(series(row, line), *first));
        if (std::none_of(column.rows.begin(), column.rows.end(), [](const Trend& trend) { return trend.is_drawn(); })) return;
        trend_begins_.emplace_back(column.head, *first);
        for (std::size_t row = 0; row < table_.rows.size(); ++row)
            for (const auto& point : column.rows[row].points)
                if (point.broken)
                    for (const auto* entry : breaks(series(row, line).figure, shift_year(point.schooljaar, -1), point.schooljaar))
                        if (entry->separates()) add_trend_remark(fmt::format("De lijn is onderbroken voor {}: {}", point.schooljaar, entry->text));
        table_.trends.push_back(std::move(column));
    }

    // Which years the lines are of; by column when those are not the same.
    void add_trend_years() {
        const auto is_first = [&](const auto& column) { return column.second == trend_begins_.front().second; };
        const bool same = std::all_of(trend_begins_.begin(), trend_begins_.end(), is_first);
        std::vector<std::string> remarks;
        for (const auto& [kolom, first] : trend_begins_)
            if (remarks.empty() || !same)
                remarks.push_back(
                    fmt::format("{}: het aantal in elk schooljaar van {} tot en met {}. Elke lijn begint bij 0 en heeft haar eigen schaal.",
                                same ? head_of(ChangeColumn::trend) : kolom, first, year_));
        table_.trend_remarks.insert(table_.trend_remarks.begin(), remarks.begin(), remarks.end());
    }

    void add_trend_remark(const std::string& text) {
        auto& remarks = table_.trend_remarks;
        if (std::find(remarks.begin(), remarks.end(), text) == remarks.end()) remarks.push_back(text);
    }

    Trend trend(const CellSeries& own, const std::string& first) const {
        Trend trend;
        std::vector<std::string> said;
        auto style = values_.style;
        style.zero.assign(1, '0');
        for (auto at = own.years.find(first); at != own.years.end(); ++at) {
            const auto& [year, figure] = *at;
            Trend::Point point{year};
            if (figure.is_number()) point.figure = rounded(figure.value->thousandths, own.decimals);
            point.broken = year != first && separate(breaks(own.figure, shift_year(year, -1), year));
            said.push_back(fmt::format("{}{}: {}", point.broken ? "na een breuk " : "", year,
                                       point.figure ? to_text(Cell(*point.figure), style) : words(figure.obstacle)));
            trend.points.push_back(std::move(point));
        }
        trend.description = enumerate(said) + ".";
        return trend;
    }

    void add_remarks() {
        std::vector<std::string> heads;
        bool has_verdict = false;
        for (const auto what : {ChangeColumn::difference, ChangeColumn::percent, ChangeColumn::direction, ChangeColumn::verdict})
            if (std::any_of(wanted_.begin(), wanted_.end(),
                            [&](const auto& wanted) { return std::find(wanted.begin(), wanted.end(), what) != wanted.end(); })) {
                heads.emplace_back(head_of(what));
                has_verdict = what == ChangeColumn::verdict;
            }
        if (!heads.empty()) table_.remarks.push_back(fmt::format("{}: {} tegen {}.", enumerate(heads), year_, year_before_));
        if (has_too_few_) table_.remarks.push_back(fmt::format("Te weinig: van minder dan {} is er geen percentage.", rules_.percent_from()));
        if (has_verdict)
            table_.remarks.emplace_back(
                "Oordeel: of een verandering in het aantal leerlingen meer is dan toeval verklaart, zoals jv-vergelijk haar toetst; wat geen "
                "leerlingen telt, "
                "is niet getoetst.");
    }

    Table& table_;
    const TableTemplate& source_;
    const std::vector<const Line*>& lines_;
    const std::vector<CellSeries>& series_;
    const TextValues& values_;
    ComparisonRules rules_;
    std::string year_, year_before_;
    std::vector<std::vector<ChangeColumn>> wanted_;                  // by line, without the trend
    std::vector<bool> trends_;                                       // by line
    std::vector<std::size_t> starts_;                                // by line
    std::vector<std::pair<std::string, std::string>> trend_begins_;  // of each column of lines its name and first year
    bool has_too_few_ = false;
};

}  // namespace

void add_changes(Table& table, const TableTemplate& source, const std::vector<const Line*>& columns, const std::vector<CellSeries>& series,
                 const TextValues& values) {
    ChangeColumns(table, source, columns, series, values).add();
}

}  // namespace jv
