#include "documents/html_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "documents/house_style.hpp"
#include "documents/html_text.hpp"
#include "documents/notes.hpp"
#include "documents/svg_trend.hpp"
#include "documents/unicode.hpp"
#include "tables/fixed_texts.hpp"

namespace jv {

namespace {

// What an A4 page holds, in characters of usual fonts: upright, and landscape.
constexpr double upright = 105, landscape = 168;
constexpr std::size_t most_label = 30, padding = 3;
constexpr std::size_t most_word = 12, trend_width = 12;
constexpr std::size_t short_label = 13, long_label = 24;

void add_marked_html(std::string& out, std::string_view text, const Table& table, const Marks& marks) {
    add_escaped(out, text);
    for (const char c : marks_text(table, marks)) {
        if (c == ' ')
            out += "\u00A0";
        else
            out += c;
    }
}

class TableHtml {
public:
    TableHtml(std::string& out, const Table& table, const Style& style, std::string_view id)
        : table_(table),
          style_(style),
          id_(id),
          two_levels_(table.two_levels()),
          upper_(table.columns.size()),
          lower_(table.columns.size()),
          out_(out) {
        for (std::size_t column = 0; column < table.columns.size(); ++column) begins_.push_back(table.begins_group(column));
    }

    void write(std::string_view caption, std::string_view label) {
        out_ += fmt::format("<div class=\"rol\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">\n<table id=\"{}\"{}>\n<caption>{}</caption>\n",
                            escaped(label), id_, label_look(), caption);
        write_columns();
        write_heads();
        for (std::size_t column = 0; column < table_.columns.size(); ++column) over_.push_back(heads_over({column}));
        out_ += "<tbody>\n";
        for (std::size_t row = 0; row < table_.rows.size(); ++row) write_row(row);
        out_ += "</tbody>\n</table>\n</div>\n";
        out_ += fmt::format("<p class=\"knop\"><button type=\"button\" hidden data-tabel=\"{}\">{}</button></p>\n", id_,
                            escaped(fixed_text(style_, fixed::copy)));
        write_notes();
    }

private:
    void write_columns() {
        out_ += "<colgroup><col></colgroup>\n";
        for (const auto& group : table_.groups()) {
            out_ += "<colgroup>";
            for (std::size_t i = 0; i < group.size; ++i) out_ += "<col>";
            out_ += "</colgroup>\n";
        }
        for (std::size_t i = 0; i < table_.trends.size(); ++i) out_ += "<colgroup><col></colgroup>\n";
    }

    std::string trend_id(std::size_t trend) const { return fmt::format("{}t{}", id_, trend + 1); }
    std::string row_id(std::size_t row) const { return fmt::format("{}r{}", id_, row + 1); }

    // A table that scrolls has room for its labels.
    std::string_view label_look() const {
        std::size_t longest = 0;
        for (const auto& row : table_.rows) longest = std::max(longest, display_width(row.label));
        return longest > long_label ? " class=\"lange-namen\"" : longest > short_label ? " class=\"namen\"" : "";
    }

    std::string lower_text(std::size_t column) const {
        const auto& own = table_.columns[column];
        return own.head.empty() ? own.head : marked_html(own.head, table_, own.head_notes);
    }

    // A head cell, or an empty cell when there is nothing in it. Its text is HTML.
    void head(std::string_view text, std::string_view id, std::size_t columns, std::size_t rows, std::string_view look) {
        out_ += text.empty() ? "<td" : fmt::format("<th scope=\"{}\" id=\"{}\"", columns > 1 ? "colgroup" : "col", id);
        // A school year is not broken behind its hyphen.
        const bool short_word = text.find(' ') == std::string_view::npos && text.size() <= most_word;
        if (const auto classes = fmt::format("{}{}", look, short_word ? look.empty() ? "heel" : " heel" : ""); !classes.empty())
            out_ += fmt::format(" class=\"{}\"", classes);
        if (columns > 1) out_ += fmt::format(" colspan=\"{}\"", columns);
        if (rows > 1) out_ += fmt::format(" rowspan=\"{}\"", rows);
        out_ += text.empty() ? "></td>" : fmt::format(">{}</th>", text);
    }

    void write_heads() {
        const std::size_t lines = two_levels_ ? 2 : 1;
        out_ += "<thead>\n<tr>";
        head(escaped(table_.row_head), id_ + "r", 1, lines, "");
        for (const auto& group : table_.groups()) write_upper(group, lines);
        for (std::size_t i = 0; i < table_.trends.size(); ++i)
            head(table_.trends[i].head, trend_id(i), 1, lines, two_levels_ ? "trend begin" : "trend");
        out_ += "</tr>\n";
        if (two_levels_) {
            out_ += "<tr>";
            for (std::size_t column = 0; column < table_.columns.size(); ++column)
                if (!whole_[column]) {
                    lower_[column] = fmt::format("{}k{}", id_, column + 1);
                    head(lower_text(column), lower_[column], 1, 1, begins_[column] ? "onderkop begin" : "onderkop");
                    if (lower_text(column).empty()) lower_[column].clear();
                }
            out_ += "</tr>\n";
        }
        out_ += "</thead>\n";
    }

    void write_upper(const Group& group, std::size_t lines) {
        const auto end = group.first + group.size;
        bool below = false;
        for (std::size_t i = group.first; i < end; ++i) below = below || !table_.columns[i].head.empty();
        // A head without another above or below it takes the whole height.
        const bool one = !below || group.text.empty() || !two_levels_;
        const auto text = group.text.empty() ? lower_text(group.first) : marked_html(group.text, table_, group.notes);
        const auto id = fmt::format("{}g{}", id_, group.first + 1);
        head(text, id, group.size, one ? lines : 1, group.first > 0 && two_levels_ ? "begin" : "");
        for (std::size_t i = group.first; i < end; ++i) {
            if (!text.empty()) upper_[i] = id;
            whole_.push_back(one);
        }
    }

    void write_row(std::size_t row) {
        const auto& line = table_.rows[row];
        const auto id = row_id(row);
        out_ += line.total ? "<tr class=\"totaal\">" : line.part ? "<tr class=\"deel\">" : "<tr>";
        out_ += fmt::format("<th scope=\"row\" id=\"{}\">{}</th>", id, marked_html(line.label, table_, line.notes));
        for (std::size_t column = 0; column < table_.columns.size(); ++column) write_cell(row, column, id);
        for (std::size_t i = 0; i < table_.trends.size(); ++i) write_trend(row, i);
        out_ += "</tr>\n";
    }

    void write_trend(std::size_t row, std::size_t at) {
        const auto& column = table_.trends[at];
        const auto& trend = column.rows[row];
        out_ += fmt::format("<td headers=\"{} {}\" class=\"{}\">", trend_id(at), row_id(row), two_levels_ ? "trend begin" : "trend");
        if (trend.is_drawn())
            out_ += svg_trend(trend, fmt::format("{}: {}", column.head, table_.rows[row].label), fmt::format("{}_{}", trend_id(at), row + 1));
        out_ += "</td>";
    }

    // The ids of the heads above columns, each once with a space behind it.
    std::string heads_over(const std::vector<std::size_t>& columns) const {
        std::string ids;
        const auto add = [&](const std::string& id) {
            if (!id.empty() && (" " + ids).find(" " + id + " ") == std::string::npos) ids += id + " ";
        };
        for (const auto column : columns) add(upper_[column]), add(lower_[column]);
        return ids;
    }

    void write_attribute(std::string_view name, std::size_t value) { out_ += fmt::format(" {}=\"{}\"", name, value); }

    void write_cell(std::size_t row, std::size_t column, std::string_view id_of_row) {
        const auto* block = table_.block_of(row, column);
        if (block && (block->rows.front() != row || block->columns.front() != column)) return;
        const auto& cell = table_.cell(row, column);
        const auto text = to_text(cell, style_);
        const auto& notes = table_.notes_of(row, column);
        out_ += "<td headers=\"";
        out_ += block ? heads_over(block->columns) : over_[column];
        out_ += id_of_row;
        for (std::size_t i = 1; block && i < block->rows.size(); ++i) out_ += " " + row_id(block->rows[i]);
        out_ += '"';
        const bool is_seen = !text.empty() || !notes.empty();
        const bool is_reason = is_seen && !std::holds_alternative<Number>(cell) && !std::holds_alternative<Words>(cell);
        const std::string_view look = table_.columns[column].total ? "totaal" : is_reason ? "geen" : "";
        if (!look.empty() || begins_[column]) {
            out_ += " class=\"";
            out_ += look;
            if (begins_[column]) out_ += look.empty() ? "begin" : " begin";
            out_ += '"';
        }
        if (block && block->columns.size() > 1) write_attribute("colspan", block->columns.size());
        if (block && block->rows.size() > 1) write_attribute("rowspan", block->rows.size());
        out_ += '>';
        if (std::holds_alternative<Covered>(cell)) {
            const auto arrow = covered_mark(table_, row, column);
            out_ += fmt::format("<span role=\"img\" aria-label=\"{}\">{}</span>",
                                escaped(fixed_text(style_, arrow == "↑" ? fixed::above : fixed::left)), arrow);
        }
        add_marked_html(out_, text, table_, notes);
        out_ += "</td>";
    }

    void write_notes() {
        const auto write = [&](std::string_view look, const std::vector<std::string>& notes) {
            if (notes.empty()) return;
            out_ += fmt::format("<div class=\"{}\">\n", look);
            for (const auto& note : notes) out_ += "<p>" + escaped(note) + "</p>\n";
            out_ += "</div>\n";
        };
        std::vector<std::string> notes;
        for (const auto& note : marked_notes(table_)) notes.push_back(note.mark.empty() ? note.text : note.mark + " " + note.text);
        write("noten", notes);
        write("noten trend", table_.trend_remarks);
    }

    const Table& table_;
    const Style& style_;
    std::string id_;
    bool two_levels_;
    std::vector<std::string> upper_, lower_;  // the ids of the heads above each column; empty for none
    std::vector<bool> whole_;                 // whether the upper head of a column takes the whole height
    std::vector<bool> begins_;                // whether a group begins at the column
    std::vector<std::string> over_;           // the ids of the heads above each column, with a space behind each
    std::string& out_;
};

}  // namespace

std::string marked_html(std::string_view text, const Table& table, const Marks& marks) {
    std::string html;
    add_marked_html(html, text, table, marks);
    return html;
}

void add_table_html(std::string& out, const Table& table, const Style& style, std::string_view id, std::string_view caption, std::string_view label) {
    TableHtml(out, table, style, id).write(caption, label);
}

std::string_view table_width(const Table& table, const Style& style) {
    std::size_t label = display_width(table.row_head);
    for (const auto& row : table.rows) label = std::max(label, display_width(row.label));
    auto all = table.trends.size() * (trend_width + padding) + std::min(label, most_label) + padding;
    const auto needed = [&] { return static_cast<double>(all) * letter_width(style.font); };
    for (std::size_t column = 0; column < table.columns.size() && needed() <= landscape; ++column) {
        const auto& own = table.columns[column];
        const auto& head = own.head.empty() ? own.group : own.head;
        auto width = longest_word(head);
        for (const auto& word : wrap(head, most_label / 3)) width = std::max(width, display_width(word));
        for (std::size_t row = 0; row < table.rows.size(); ++row) width = std::max(width, display_width(to_text(table.cell(row, column), style)));
        all += width + padding;
    }
    return needed() <= upright ? "" : needed() <= landscape ? "breed" : "zeer-breed";
}

}  // namespace jv
