#include "documents/xlsx_flat.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "documents/notes.hpp"
#include "documents/unicode.hpp"
#include "documents/xlsx_list.hpp"
#include "documents/xlsx_page.hpp"
#include "tables/fixed_texts.hpp"

namespace jv {

namespace {

constexpr double most_label_width = 46, least_label_width = 16, least_width = 11, most_head_width = 22, notes_width = 34, padding = 2;

struct Reason {
    std::string_view word, means;
    std::string Style::*printed;  // how the style prints it; none for a joint count
};
// In the order of the reasons in Cell: unknown without a source, then as the variant has them.
constexpr std::array<Reason, 5> reasons = {{
    {fixed::no_source, fixed::no_source_means, &Style::no_source},
    {fixed::unknown, fixed::unknown_means, &Style::unknown},
    {fixed::nvt, fixed::nvt_means, &Style::nvt},
    {fixed::suppressed, fixed::suppressed_means, &Style::suppressed},
    {fixed::together, fixed::together_means, nullptr},
}};

const Reason* reason_of(const Cell& cell) {
    if (const auto* unknown = std::get_if<Unknown>(&cell)) return reasons.data() + (unknown->stated ? 1 : 0);
    if (std::holds_alternative<Nvt>(cell)) return &reasons[2];
    if (std::holds_alternative<Suppressed>(cell)) return &reasons[3];
    return std::holds_alternative<Covered>(cell) ? &reasons[4] : nullptr;
}

// Nothing is 0 here: a dash says nothing to who reads by ear.
Style spoken(Style style) {
    style.zero.assign(1, '0');
    return style;
}

// Whether a line of a head could end inside a word with a hyphen, such as a school year, in so much room: letters are narrower than digits, but how
// much is not known.
bool breaks_inside(std::string_view head, double room) {
    const auto breaks = [&](double letter) {
        double used = 0;
        for (std::size_t at = 0; at < head.size();) {
            const auto end = std::min(head.find(' ', at), head.size());
            const auto word = head.substr(at, end - at);
            const bool fits = used + letter * text_width(word) <= room;
            const auto hyphen = word.find('-');
            if (!fits && hyphen != std::string_view::npos && used + letter * text_width(word.substr(0, hyphen + 1)) <= room) return true;
            used = (fits ? used : 0) + letter * text_width(word) + letter;
            at = end + 1;
        }
        return false;
    };
    constexpr std::array letters = {0.78, 0.84, 0.9, 0.96, 1.02};
    return std::any_of(letters.begin(), letters.end(), breaks);
}

class FlatTable {
public:
    FlatTable(FlatPlace place, const Table& table)
        : place_(std::move(place)), table_(table), style_(spoken(place_.style)), marks_(style_), has_notes_(!table.cell_notes.empty()) {
        auto heads = flat_heads_ = flat_heads(table, marks_);
        heads.insert(heads.begin(), head_of_labels());
        if (has_notes_) heads.push_back(fixed_text(style_, fixed::row_notes));
        if (std::any_of(heads.begin(), heads.end(), [](const std::string& head) { return fitted(head, longest_head) != head; }))
            place_.intro.push_back(fixed_text(style_, fixed::heads_cut, {{"aantal", std::to_string(longest_head)}}));
        heads = list_heads(std::move(heads), style_);
        double label_width = std::max(least_label_width, static_cast<double>(longest_word(heads.front())) * 1.1 + padding);
        for (const auto& row : table.rows) label_width = std::max(label_width, text_width(label_of(row)) * (row.total ? 1.08 : 1.0) + padding);
        list_.columns.push_back({heads.front(), std::min(label_width, most_label_width)});
        for (std::size_t column = 0; column < table.columns.size(); ++column)
            list_.columns.push_back({heads[column + 1], width_of(column, heads[column + 1]), true});
        if (has_notes_) list_.columns.push_back({heads.back(), notes_width});
        list_.name = place_.list;
        list_.row = 1 + place_.intro.size() + place_.links.size();
        list_.rows = table.rows.size();
    }

    std::size_t write(std::string_view footer) {
        write_above();
        write_list_heads(place_.sheet, place_.formats, list_);
        for (std::size_t row = 0; row < table_.rows.size(); ++row) write_row(row);
        make_list(place_.sheet, place_.formats, list_);
        set_up_table_page(place_.sheet, footer, list_.row, list_.row, breaks());
        return list_.row + 1;
    }

private:
    // Another word when a column has the same head.
    std::string head_of_labels() const {
        const auto same = [&](const std::string& head) { return folded(head) == folded(table_.row_head); };
        const bool taken = std::any_of(flat_heads_.begin(), flat_heads_.end(), same);
        return table_.row_head.empty() || taken ? fixed_text(style_, fixed::part) : table_.row_head;
    }

    // "waarvan" is said, not only shown by an indent.
    std::string label_of(const TableRow& row) const {
        const auto label = with_marks(row.label, table_, row.notes, marks_), of_which = fixed_text(style_, fixed::of_which, {{"rij", label}});
        const bool said = folded(label).starts_with(folded(of_which.substr(0, of_which.find_first_of(": "))));
        return row.part && !said ? of_which : label;
    }

    double width_of(std::size_t column, const std::string& head) const {
        const double word = static_cast<double>(longest_word(head)) * 1.1 + padding;
        double width = std::max(least_width, word);
        for (std::size_t row = 0; row < table_.rows.size(); ++row)
            width = std::max(width, text_width(text_of(row, column)) * (table_.rows[row].total ? 1.08 : 1.0) + padding);
        if (head.find('-') == std::string::npos) return std::max(width, std::min(text_width(head) / 3 + padding + 2, most_head_width));
        constexpr double most_more = 10;
        for (double more = 0; more < most_more; more += 0.5)
            if (!breaks_inside(head, width + more - 1) && !breaks_inside(head, width + more)) return width + more;
        return width;
    }

    std::string text_of(std::size_t row, std::size_t column) const {
        const auto& cell = table_.cell(row, column);
        const auto* reason = reason_of(cell);
        return reason ? fixed_text(style_, reason->word) : to_text(cell, style_);
    }

    std::vector<std::size_t> breaks() const {
        std::vector<ColumnBlock> blocks;
        for (std::size_t i = 1; i < list_.columns.size(); ++i) blocks.push_back({i, list_.columns[i].width});
        return page_breaks(list_.columns.front().width, blocks);
    }

    // On a sheet of more pages each repeats the first column, and so all that is above the table stands in it.
    void write_above() {
        const bool narrow = !breaks().empty();
        const auto width = list_.columns.front().width;
        const auto title = with_marks(table_.title, table_, table_.title_notes, marks_);
        place_.sheet.text(0, 0, title, place_.formats.get(narrow ? Look::wrapped_title : Look::title));
        place_.sheet.height(0, narrow ? lines_in(title, width / 1.6) : 1, 1.5);
        std::size_t row = 1;
        for (const auto& sentence : place_.intro) {
            place_.sheet.text(row, 0, sentence, place_.formats.get(narrow ? Look::text : Look::line));
            place_.sheet.height(row++, narrow ? lines_in(sentence, width) : 1, 1.1);
        }
        for (const auto& [sheet, text] : place_.links) {
            place_.sheet.link(row, 0, sheet, text, place_.formats.get(Look::link));
            place_.sheet.height(row++, 1, 1.1);
        }
    }

    void write_row(std::size_t row) {
        const auto& line = table_.rows[row];
        const auto at = list_.row + 1 + row;
        const auto label = label_of(line);
        place_.sheet.text(at, 0, label, place_.formats.get(line.total ? Look::total_label : line.part ? Look::part_label : Look::label));
        auto lines = lines_in(label, (list_.columns.front().width - (line.part ? 5 : 2)) * 1.12);
        for (std::size_t column = 0; column < table_.columns.size(); ++column) write_cell(row, column);
        if (has_notes_) {
            const auto notes = notes_of(row);
            place_.sheet.text(at, list_.columns.size() - 1, notes, place_.formats.get(line.total ? Look::total_label : Look::label));
            lines = std::max(lines, lines_in(notes, notes_width - 3));
        }
        place_.sheet.height(at, lines, 1.1);
    }

    void write_cell(std::size_t row, std::size_t column) {
        const auto look = table_.rows[row].total ? Look::total : table_.columns[column].total ? Look::total_column : Look::body;
        const auto at = list_.row + 1 + row;
        if (const auto* number = std::get_if<Number>(&table_.cell(row, column)))
            place_.sheet.number(at, column + 1, *number, place_.formats.get(look, number_format(*number, style_)));
        else
            place_.sheet.text(at, column + 1, text_of(row, column), place_.formats.get(look));
    }

    // `2023-2024: [noot 2]; totaal: [noot 3]`, or that there are none.
    std::string notes_of(std::size_t row) const {
        std::string text;
        for (std::size_t column = 0; column < table_.columns.size(); ++column)
            if (const auto& marks = table_.notes_of(row, column); !marks.empty())
                text += fmt::format("{}{}:{}", text.empty() ? "" : "; ", flat_heads_[column], marks_text(table_, marks, marks_));
        return text.empty() ? fixed_text(style_, fixed::no_notes) : text;
    }

    FlatPlace place_;
    const Table& table_;
    Style style_;
    MarkStyle marks_;
    bool has_notes_;
    std::vector<std::string> flat_heads_;
    List list_;
};

}  // namespace

std::vector<std::pair<std::string, std::string>> reasons_in(const Table& table, const Style& style) {
    std::vector<std::pair<std::string, std::string>> found;
    for (const auto& reason : reasons) {
        if (std::none_of(table.cells.begin(), table.cells.end(), [&](const Cell& cell) { return reason_of(cell) == &reason; })) continue;
        const auto word = fixed_text(style, reason.word);
        auto meaning = fixed_text(style, reason.means);
        if (reason.printed && !(style.*reason.printed).empty() && style.*reason.printed != word)
            meaning = fixed_text(style, fixed::printed_elsewhere, {{"uitleg", meaning}, {"teken", style.*reason.printed}});
        found.emplace_back(word, meaning + ".");
    }
    return found;
}

std::size_t write_flat_table(const FlatPlace& place, const Table& table, std::string_view footer) { return FlatTable(place, table).write(footer); }

}  // namespace jv
