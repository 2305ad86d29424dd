#include "tables/place_notes.hpp"

#include "tables/annotations.hpp"

namespace jv {

namespace {

class NotePlacer {
public:
    NotePlacer(Table& table, std::size_t years) : table_(table), years_(years) {}

    // To the upper head over a column's years; where that is shared with other columns or absent, to each of its lower heads.
    void attach_to_column(std::size_t column, const std::string& text) {
        const auto first = column * years_, end = first + years_;
        const auto& group = table_.columns[first].group;
        const bool shared =
            (first > 0 && table_.columns[first - 1].group == group) || (end < table_.columns.size() && table_.columns[end].group == group);
        if (table_.columns[first].head.empty() || (!group.empty() && !shared))
            attach(table_, table_.columns[first].group_notes, text);
        else
            for (auto at = first; at < end; ++at) attach(table_, table_.columns[at].head_notes, text);
    }

    // Lets what the rule names refer to the note: a row, a column, a year in the heads, or cells.
    void apply(const CellRule& rule, const std::string& text) {
        const bool years_are_heads = years_ > 1;
        if (rule.rows.empty() && rule.columns.empty() && (!rule.has_years() || !years_are_heads)) {
            if (rule.holds_year(table_.columns.front().schooljaar)) attach(table_, table_.title_notes, text);
            return;
        }
        for (std::size_t row = 0; row < table_.rows.size(); ++row) {
            if (rule.rows.empty() || !rule.holds_row(table_.rows[row].label)) continue;
            if (rule.columns.empty() && !rule.has_years()) attach(table_, table_.rows[row].notes, text);
            for (std::size_t column = 0; column < table_.columns.size() && (!rule.columns.empty() || rule.has_years()); ++column)
                if (rule.holds_column(table_.columns[column].kolom) && rule.holds_year(table_.columns[column].schooljaar))
                    attach(table_, table_.cell_notes[{row, column}], text);
        }
        if (!rule.rows.empty()) return;
        for (std::size_t column = 0; column < table_.columns.size() / years_; ++column) {
            if (!rule.holds_column(table_.columns[column * years_].kolom)) continue;
            if (!rule.has_years()) {
                attach_to_column(column, text);
                continue;
            }
            for (std::size_t year = 0; year < years_; ++year)
                if (auto& head = table_.columns[column * years_ + year]; rule.holds_year(head.schooljaar))
                    attach(table_, head.head.empty() ? head.group_notes : head.head_notes, text);
        }
    }

private:
    Table& table_;
    std::size_t years_;  // columns of the table for one of the template
};

}  // namespace

void place_notes(Table& table, const TableTemplate& source, const TextValues& values, const std::vector<const Line*>& rows,
                 const std::vector<const Line*>& columns) {
    NotePlacer placer(table, source.years.size());
    if (source.note) attach(table, table.title_notes, fill(*source.note, values));
    for (std::size_t row = 0; row < rows.size(); ++row)
        if (const auto& note = rows[row]->note) attach(table, table.rows[row].notes, fill(*note, values));
    for (std::size_t column = 0; column < columns.size(); ++column)
        if (const auto& note = columns[column]->note) placer.attach_to_column(column, fill(*note, values));
    for (const auto& rule : source.notes) placer.apply(rule.where, fill(rule.text, values));
}

}  // namespace jv
