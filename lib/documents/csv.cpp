#include "documents/csv.hpp"

#include <string_view>
#include <vector>

#include "rows/split.hpp"

namespace jv {

namespace {

// What a spreadsheet would run as a formula.
bool begins_formula(std::string_view text) {
    const auto at = text.find_first_not_of('\'');
    return at != std::string_view::npos && std::string_view("=+-@\t\r").find(text[at]) != std::string_view::npos;
}

// `-`, `-3`, `-0,5`.
bool is_figure(std::string_view text) { return text.starts_with('-') && text.find_first_not_of("0123456789,", 1) == std::string_view::npos; }

// Adds a field with its separator.
void add_field(std::string& out, std::string_view text) {
    if (begins_formula(text) && !is_figure(text))
        append_csv_field(out, "'" + std::string(text), ';');
    else
        append_csv_field(out, text, ';');
    out += ';';
}

std::string field(std::string_view text) {
    std::string out;
    add_field(out, text);
    return out;
}

bool has_line(const Cell& cell) { return cell != Cell(Unknown{}) && !std::holds_alternative<Covered>(cell); }

}  // namespace

CsvWriter::CsvWriter(const Report& report) : report_(report), bytes_("bron;tabel;gebied;schooljaar;rij;kolom;waarde\n") {}

void CsvWriter::table(const Table& table) {
    const auto begin = field(report_.title) + field(table.name);
    std::vector<std::string> years, labels, kolommen;
    for (const auto& column : table.columns) years.push_back(field(column.schooljaar)), kolommen.push_back(field(column.kolom));
    for (const auto& row : table.rows) labels.push_back(field(row.label));
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            const auto& cell = table.cell(row, column);
            if (!has_line(cell)) continue;
            bytes_ += begin;
            add_field(bytes_, table.gebied_of(row, column));
            bytes_ += years[column];
            if (table.joint_of(row, column)) {
                add_field(bytes_, table.row_label(row, column));
                add_field(bytes_, table.column_label(row, column));
            } else {
                bytes_ += labels[row];
                bytes_ += kolommen[column];
            }
            add_field(bytes_, to_text(cell, report_.style, Thousands::none));
            bytes_.back() = '\n';
        }
}

}  // namespace jv
