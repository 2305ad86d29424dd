#include "documents/xlsx_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "documents/notes.hpp"
#include "documents/unicode.hpp"
#include "documents/xlsx_page.hpp"
#include "tables/fixed_texts.hpp"

namespace jv {

namespace {

constexpr std::size_t title_row = 0, link_row = 1, first_head_row = 3;
constexpr double max_label_width = 46, min_label_width = 16, min_column_width = 9.5, padding = 2.0;
constexpr double least_notes_width = 90, least_trend_width = 16, least_year_width = 11;

bool adjacent(const std::vector<std::size_t>& members) { return members.back() - members.front() + 1 == members.size(); }

class TableSheet {
public:
    TableSheet(Sheet& sheet, Formats& formats, const Table& table, const Style& style, std::size_t space)
        : sheet_(sheet),
          formats_(formats),
          table_(table),
          style_(style),
          two_levels_(table.two_levels()),
          head_row_(first_head_row + space),
          body_row_(head_row_ + (two_levels_ ? 2 : 1)) {
        std::vector<std::size_t> most(table.columns.size());  // marks in a cell of the column
        for (const auto& [place, marks] : table.cell_notes) most[place.second] = std::max(most[place.second], marks.size());
        for (auto count : most) {
            auto& blank = blanks_.emplace_back();
            for (; count > 0; --count) blank += "_ _¹";
        }
    }

    // Returns the first row of the body.
    std::size_t write(std::string_view contents, std::string_view footer) {
        set_widths();
        write_title();
        sheet_.link(link_row, 0, contents, fixed_text(style_, fixed::back), formats_.get(Look::link));
        write_heads();
        merge_joints();
        for (std::size_t row = 0; row < table_.rows.size(); ++row) write_row(row);
        write_notes();
        write_trend_figures();
        set_up_page(footer);
        return body_row_;
    }

private:
    static std::size_t sheet_column(std::size_t column) { return column + 1; }

    std::string row_label(const TableRow& row) const { return with_marks(row.label, table_, row.notes); }
    std::string lower_head(std::size_t column) const { return with_marks(table_.columns[column].head, table_, table_.columns[column].head_notes); }

    void set_widths() {
        label_width_ = std::max(min_label_width, text_width(table_.row_head) + padding);
        for (const auto& row : table_.rows) label_width_ = std::max(label_width_, text_width(row_label(row)) + padding + (row.part ? 3 : 0));
        label_width_ = std::min(label_width_, max_label_width);
        for (std::size_t column = 0; column < table_.columns.size(); ++column) {
            double width = min_column_width;
            if (two_levels_) width = std::max(width, text_width(lower_head(column)) + padding);
            for (std::size_t row = 0; row < table_.rows.size(); ++row)
                width = std::max(width, text_width(to_text(table_.cell(row, column), style_) + marks_text(table_, table_.notes_of(row, column))) *
                                                (table_.rows[row].total ? 1.08 : 1.0) +
                                            padding);
            widths_.push_back(width);
        }
        for (const auto& group : table_.groups()) widen(group);
        sheet_.width(0, label_width_);
        for (std::size_t column = 0; column < widths_.size(); ++column) sheet_.width(sheet_column(column), widths_[column]);
        for (std::size_t i = 0; i < table_.trends.size(); ++i) sheet_.width(trend_column(i), trend_width(i));
    }

    // Lines of trends stand behind the columns.
    std::size_t trend_column(std::size_t trend) const { return sheet_column(table_.columns.size() + trend); }
    double trend_width(std::size_t trend) const {
        return std::max(least_trend_width, static_cast<double>(longest_word(table_.trends[trend].head)) * 1.1 + padding);
    }

    // An upper head may take two lines, so its columns hold half of it, and each of its words.
    void widen(const Group& group) {
        const auto text = head_text(group);
        double needed = text_width(text) > 24 ? text_width(text) / 2 + padding + 2 : std::min(text_width(text), 18.0) + padding;
        needed = std::max(needed, static_cast<double>(longest_word(text)) * 1.1 + padding);
        const double missing = needed - width_of(group);
        for (std::size_t i = group.first; missing > 0 && i < group.first + group.size; ++i) widths_[i] += missing / static_cast<double>(group.size);
    }

    // What stands above the columns of a group: its text, or in a table with one level the head of a column without a group.
    std::string head_text(const Group& group) const {
        if (group.text.empty() && !two_levels_) return lower_head(group.first);
        return with_marks(group.text, table_, group.notes);
    }

    double width_of(const Group& group) const {
        double width = 0;
        for (std::size_t i = group.first; i < group.first + group.size; ++i) width += widths_[i];
        return width;
    }

    // Of a table over pages every page repeats the first column, and so the whole title stands in it.
    void write_title() {
        const auto title = with_marks(table_.title, table_, table_.title_notes);
        const bool repeated = !breaks().empty();
        sheet_.text(title_row, 0, title, formats_.get(repeated ? Look::wrapped_title : Look::title));
        sheet_.height(title_row, repeated ? lines_in(title, label_width_ / 1.4) : 1, 1.5);
    }

    void write_heads() {
        sheet_.text(head_row_, 0, table_.row_head, formats_.get(Look::head));
        sheet_.merge(head_row_, 0, body_row_ - 1, 0);
        std::size_t lines = 1;
        for (const auto& group : table_.groups()) {
            const auto text = head_text(group);
            lines = std::max(lines, lines_in(text, (width_of(group) - 1) / 1.05));
            const auto first = sheet_column(group.first), last = first + group.size - 1;
            sheet_.wide_text(head_row_, first, last, text, group_format(group));
            sheet_.merge(head_row_, first, stands_over_both(group) ? body_row_ - 1 : head_row_, last);
        }
        for (std::size_t i = 0; i < table_.trends.size(); ++i) {
            const auto& head = table_.trends[i].head;
            lines = std::max(lines, lines_in(head, (trend_width(i) - 1) / 1.05));
            sheet_.text(head_row_, trend_column(i), head, formats_.get(Look::column_head, {}, true));
            sheet_.merge(head_row_, trend_column(i), body_row_ - 1, trend_column(i));
        }
        sheet_.height(head_row_, lines, 1.15);
        if (!two_levels_) return;
        sheet_.text(head_row_ + 1, 0, "", formats_.get(Look::head));
        for (const auto& group : table_.groups())
            for (auto column = group.first; column < group.first + group.size; ++column)
                if (stands_over_both(group))
                    sheet_.text(head_row_ + 1, sheet_column(column), "", group_format(group));
                else
                    sheet_.text(head_row_ + 1, sheet_column(column), lower_head(column), formats_.get(Look::subhead, {}, column == group.first));
        for (std::size_t i = 0; i < table_.trends.size(); ++i)
            sheet_.text(head_row_ + 1, trend_column(i), "", formats_.get(Look::column_head, {}, true));
        sheet_.height(head_row_ + 1, 1, 1.1);
    }

    // A group whose columns have no heads of their own takes both lines.
    bool stands_over_both(const Group& group) const { return two_levels_ && table_.columns[group.first].head.empty(); }
    lxw_format* group_format(const Group& group) { return formats_.get(group.size > 1 ? Look::head : Look::column_head, {}, true); }

    void write_row(std::size_t row) {
        const auto& line = table_.rows[row];
        const auto label = row_label(line);
        const auto at = body_row_ + row;
        sheet_.text(at, 0, label, formats_.get(line.total ? Look::total_label : line.part ? Look::part_label : Look::label));
        sheet_.height(at, lines_in(label, (label_width_ - (line.part ? 5 : 2)) * 1.12), 1.1);
        for (std::size_t column = 0; column < table_.columns.size(); ++column) write_cell(row, column);
        for (std::size_t i = 0; i < table_.trends.size(); ++i)
            sheet_.text(at, trend_column(i), "", formats_.get(line.total ? Look::total : Look::body));
    }

    // The figures that the lines of trends draw, below the notes: nothing that is drawn is hidden. Rows with the same breaks stand below the same
    // years, with an empty column at each break, which interrupts their lines.
    void write_trend_figures() {
        for (std::size_t i = 0; i < table_.trends.size(); ++i) {
            const auto& rows = table_.trends[i].rows;
            std::map<std::vector<bool>, std::vector<std::size_t>> by_breaks;
            for (std::size_t row = 0; row < rows.size(); ++row) {
                if (!rows[row].is_drawn()) continue;
                std::vector<bool> breaks;
                for (const auto& point : rows[row].points) breaks.push_back(point.broken);
                by_breaks[breaks].push_back(row);
            }
            for (const auto& [breaks, members] : by_breaks) write_trend_figures(i, members);
        }
    }

    void write_trend_figures(std::size_t trend, const std::vector<std::size_t>& members) {
        const auto& column = table_.trends[trend];
        const auto& points = column.rows[members.front()].points;
        auto row = ++next_row_;
        sheet_.text(row, 0, fmt::format("{}: de cijfers", column.head), formats_.get(Look::head));
        for (std::size_t at = 0, place = 1; at < points.size(); ++at, ++place) {
            if (points[at].broken) sheet_.text(row, place++, "breuk", formats_.get(Look::column_head));
            sheet_.text(row, place, points[at].schooljaar, formats_.get(Look::column_head));
            if (place > table_.columns.size() + table_.trends.size() && place > noted_columns_) sheet_.width(place, least_year_width);
        }
        for (const auto member : members) {
            sheet_.text(++row, 0, table_.rows[member].label, formats_.get(Look::label));
            sheet_.height(row, lines_in(table_.rows[member].label, (label_width_ - 2) * 1.12), 1.1);
            std::size_t place = 1;
            for (const auto& point : column.rows[member].points) {
                if (point.broken) sheet_.text(row, place++, "", formats_.get(Look::body));
                if (point.figure)
                    sheet_.number(row, place, *point.figure, formats_.get(Look::body, number_format(*point.figure, style_)));
                else
                    sheet_.text(row, place, "", formats_.get(Look::body));
                ++place;
            }
            sheet_.sparkline(body_row_ + member, trend_column(trend), row, 1, place - 1);
        }
        next_row_ = row + 1;
    }

    void write_cell(std::size_t row, std::size_t column) {
        const auto& cell = table_.cell(row, column);
        const auto look = table_.rows[row].total ? Look::total : table_.columns[column].total ? Look::total_column : Look::body;
        const auto at = body_row_ + row;
        if (merged_away_.contains({row, column})) return sheet_.text(at, sheet_column(column), "", formats_.get(Look::body));
        const auto after = marks_format(row, column);
        if (const auto* number = std::get_if<Number>(&cell))
            sheet_.number(at, sheet_column(column), *number, formats_.get(look, number_format(*number, style_, after)));
        else if (std::holds_alternative<Covered>(cell))
            sheet_.text(at, sheet_column(column), covered_mark(table_, row, column), formats_.get(look));
        else
            sheet_.text(at, sheet_column(column), to_text(cell, style_), formats_.get(look, after.empty() ? after : "@" + after));
    }

    // The part of a number format that shows the marks of a cell, so that its value stays what it is; or, in a column with marks, a blank of
    // their width, so that figures stand below each other.
    std::string marks_format(std::size_t row, std::size_t column) const {
        if (const auto& marks = table_.notes_of(row, column); !marks.empty()) return '"' + marks_text(table_, marks) + '"';
        return blanks_[column];
    }

    // Joint cells next to each other become one; others keep the arrow to the cell that holds their count.
    void merge_joints() {
        for (const auto& joint : table_.joints) {
            if (!adjacent(joint.rows) || !adjacent(joint.columns)) continue;
            sheet_.merge(body_row_ + joint.rows.front(), sheet_column(joint.columns.front()), body_row_ + joint.rows.back(),
                         sheet_column(joint.columns.back()));
            for (const auto row : joint.rows)
                for (const auto column : joint.columns) merged_away_.insert({row, column});
            merged_away_.erase({joint.rows.front(), joint.columns.front()});
        }
    }

    void write_notes() {
        // Notes run on over empty columns beside a narrow table. Of a table on more pages they stand on the first, and not in the first column,
        // which every page repeats.
        const auto pages = breaks();
        std::size_t last = pages.empty() ? table_.columns.size() + table_.trends.size() : pages.front() - 1;
        const std::size_t first = pages.empty() ? 0 : 1;
        double width = pages.empty() ? label_width_ : 0;
        for (std::size_t column = 0; column < last; ++column)
            width += column < widths_.size() ? widths_[column] : trend_width(column - widths_.size());
        for (; width < least_notes_width; width += min_column_width) sheet_.width(++last, min_column_width);
        std::size_t row = body_row_ + table_.rows.size() + 1;
        noted_columns_ = last;
        auto notes = marked_notes(table_);
        for (const auto& remark : table_.trend_remarks) notes.push_back({"", remark});
        for (const auto& note : notes) {
            const auto text = note.mark.empty() ? note.text : note.mark + " " + note.text;
            sheet_.wide_text(row, first, last, text, formats_.get(Look::note));
            sheet_.merge(row, first, row, last);
            sheet_.height(row++, lines_in(text, width * 1.2), 1.05);
        }
        next_row_ = row;
    }

    void set_up_page(std::string_view footer) {
        if (head_row_ > first_head_row) {
            sheet_.page(footer);
            worksheet_fit_to_pages(sheet_.handle(), 1, 1);
            return;
        }
        worksheet_freeze_panes(sheet_.handle(), static_cast<lxw_row_t>(body_row_), 1);
        set_up_table_page(sheet_, footer, head_row_, body_row_ - 1, breaks());
    }

    // Groups stay together on a page.
    std::vector<std::size_t> breaks() const {
        std::vector<ColumnBlock> blocks;
        for (const auto& group : table_.groups())
            blocks.push_back({sheet_column(group.first), width_of(group), table_.columns[group.first].with_before});
        for (std::size_t i = 0; i < table_.trends.size(); ++i) blocks.push_back({trend_column(i), trend_width(i)});
        return page_breaks(label_width_, blocks);
    }

    Sheet& sheet_;
    Formats& formats_;
    const Table& table_;
    const Style& style_;
    bool two_levels_;
    std::size_t head_row_, body_row_;
    std::set<std::pair<std::size_t, std::size_t>> merged_away_;  // cells of a merged joint count but the first
    std::vector<std::string> blanks_;                            // by column: room for marks in a number format
    double label_width_ = 0;
    std::size_t next_row_ = 0, noted_columns_ = 0;  // the first row below the notes, and the last column under them
    std::vector<double> widths_;
};

}  // namespace

std::size_t write_table(Sheet& sheet, Formats& formats, const Table& table, const Style& style, std::string_view contents, std::string_view footer,
                        std::size_t space) {
    return TableSheet(sheet, formats, table, style, space).write(contents, footer);
}

}  // namespace jv
