#include "documents/csv.hpp"

#include <array>
#include <string_view>

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

std::string defused(const std::string& text) { return begins_formula(text) && !is_figure(text) ? "'" + text : text; }

bool has_line(const Cell& cell) { return cell != Cell(Unknown{}) && !std::holds_alternative<Covered>(cell); }

}  // namespace

CsvWriter::CsvWriter(const Report& report) : report_(report), bytes_("bron;tabel;gebied;schooljaar;rij;kolom;waarde\n") {}

void CsvWriter::table(const Table& table) {
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            const auto& cell = table.cell(row, column);
            if (!has_line(cell)) continue;
            const std::array<std::string, 7> fields = {report_.title,
                                                       table.name,
                                                       table.gebied_of(row, column),
                                                       table.columns[column].schooljaar,
                                                       table.row_label(row, column),
                                                       table.column_label(row, column),
                                                       to_text(cell, report_.style, Thousands::none)};
            for (std::size_t i = 0; i < fields.size(); ++i) {
                if (i > 0) bytes_ += ';';
                append_csv_field(bytes_, defused(fields[i]), ';');
            }
            bytes_ += '\n';
        }
}

}  // namespace jv
