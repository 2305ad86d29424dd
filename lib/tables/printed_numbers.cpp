// What a report prints, by name.
#include <fmt/format.h>

#include <algorithm>

#include "rows/csv_reader.hpp"
#include "rows/fold_name.hpp"
#include "tables/number_check.hpp"
#include "tables/text_places.hpp"

namespace jv {

namespace {

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

std::int64_t millionths(const Number& number) {
    auto value = number.units;
    for (int i = number.decimals; i < 6; ++i) value *= 10;
    return value;
}

// True when no word goes on over the byte border at `at`.
bool is_border(const std::string& text, std::size_t at) {
    const auto ties = [&](std::size_t i) {
        const auto c = static_cast<unsigned char>(text[i]);
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
    };
    if (at == 0 || at >= text.size()) return true;
    if (text[at] == '-') return at + 1 >= text.size() || !ties(at - 1) || !ties(at + 1);
    if (text[at - 1] == '-') return at < 2 || !ties(at - 2) || !ties(at);
    return !ties(at - 1) || !ties(at);
}

auto row_cells(const Table& table, std::size_t row) {
    std::vector<std::pair<std::size_t, std::size_t>> cells;
    for (std::size_t column = 0; column < table.columns.size(); ++column) cells.emplace_back(row, column);
    return cells;
}
auto column_cells(const Table& table, std::size_t column) {
    std::vector<std::pair<std::size_t, std::size_t>> cells;
    for (std::size_t row = 0; row < table.rows.size(); ++row) cells.emplace_back(row, column);
    return cells;
}

}  // namespace

bool PrintedNumbers::Named::holds(std::int64_t value) const {
    return std::any_of(numbers.begin(), numbers.end(), [&](const Printed& printed) { return printed.value == value; });
}

const PrintedNumbers::Printed& PrintedNumbers::Named::nearest(std::int64_t value) const {
    return *std::min_element(numbers.begin(), numbers.end(),
                             [&](const Printed& a, const Printed& b) { return std::abs(a.value - value) < std::abs(b.value - value); });
}

PrintedNumbers::PrintedNumbers(const Report& report, const ReportTemplate& source, const Definitions& definitions, const FigureValues& figures,
                               const std::set<std::string>& no_names)
    : no_names_(no_names) {
    for (const auto* table : tables_of(report)) add_table(*table);
    for (std::size_t i = 0; i < report.parts.size(); ++i)
        if (const auto* table = std::get_if<Table>(&report.parts[i]))
            if (const auto* table_template = std::get_if<TableTemplate>(&source.parts[i])) add_indicators(*table, *table_template, definitions);
    for (const auto& figure : source.figures) {
        const auto& cell = figures.at(figure.name.text).cell;
        add_figure(figure.name.text, figure.name.text, cell);
        const auto* count = std::get_if<CountFigure>(&figure.value);
        const auto* indicator = count && count->selection.indicator ? definitions.indicator(count->selection.indicator->text) : nullptr;
        if (indicator) add_figure(indicator->label, figure.name.text, cell);
    }
    std::erase_if(named_, [](const auto& entry) { return entry.second.numbers.empty(); });
}

PrintedNumbers::Named* PrintedNumbers::entry(const std::string& name) {
    const auto folded = fold_name(plain(name));
    if (folded.size() < 3 || no_names_.contains(folded) || folded.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos) return nullptr;
    auto& named = named_[folded];
    if (named.name.empty()) named = {folded.size(), name, {}};
    return &named;
}

void PrintedNumbers::add_line(const Table& table, const std::string& name, const Cells& cells) {
    auto* named = entry(name);
    if (!named) return;
    for (const auto& [row, column] : cells)
        if (const auto* number = std::get_if<Number>(&table.cell(row, column))) named->numbers.push_back({millionths(*number), &table, row, column});
}

void PrintedNumbers::add_table(const Table& table) {
    for (const auto& cell : table.cells)
        if (const auto* number = std::get_if<Number>(&cell)) all_.insert(millionths(*number));
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const auto& head = table.columns[column];
        for (const auto& name : std::set<std::string>{head.kolom, head.group, head.head}) add_line(table, name, column_cells(table, column));
    }
    for (std::size_t row = 0; row < table.rows.size(); ++row) add_line(table, table.rows[row].label, row_cells(table, row));
}

void PrintedNumbers::add_indicators(const Table& table, const TableTemplate& source, const Definitions& definitions) {
    if (source.ratio) return;
    const auto label = [&](const Selection& selection) -> std::string {
        const auto* indicator = selection.indicator ? definitions.indicator(selection.indicator->text) : nullptr;
        return indicator ? indicator->label : std::string();
    };
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        add_line(table, label(source.selection), row_cells(table, row));
        for (const auto& line : source.rows)
            if (table.rows[row].label == line.label.text) add_line(table, label(line.selection), row_cells(table, row));
    }
    for (std::size_t column = 0; column < table.columns.size(); ++column)
        for (const auto& line : source.columns)
            if (table.columns[column].kolom == line.label.text) add_line(table, label(line.selection), column_cells(table, column));
}

void PrintedNumbers::add_figure(const std::string& name, const std::string& figure, const Cell& cell) {
    const auto* number = std::get_if<Number>(&cell);
    if (!number) return;
    all_.insert(millionths(*number));
    if (auto* named = entry(name)) named->numbers.push_back({millionths(*number), nullptr, 0, 0, figure});
}

const PrintedNumbers::Named* PrintedNumbers::name_at(const std::string& text, std::size_t at) const {
    const Named* longest = nullptr;
    for (const auto& [name, named] : named_)
        if ((!longest || named.size > longest->size) && text.compare(at, name.size(), name) == 0 && is_border(text, at + name.size()))
            longest = &named;
    return longest;
}

const PrintedNumbers::Named* PrintedNumbers::name_before(const std::string& text, std::size_t at) const {
    const Named* longest = nullptr;
    for (const auto& [name, named] : named_)
        if (name.size() <= at && (!longest || named.size > longest->size) && text.compare(at - name.size(), name.size(), name) == 0 &&
            is_border(text, at - name.size()))
            longest = &named;
    return longest;
}

std::vector<std::pair<std::size_t, std::size_t>> PrintedNumbers::names_with_numbers(const std::string& text) const {
    std::vector<std::pair<std::size_t, std::size_t>> spans;
    for (const auto& [folded, named] : named_) {
        if (!has_digit(folded)) continue;
        for (auto at = text.find(folded); at != std::string::npos; at = text.find(folded, at + 1))
            if (is_border(text, at) && is_border(text, at + folded.size())) spans.emplace_back(at, at + folded.size());
    }
    return spans;
}

}  // namespace jv
