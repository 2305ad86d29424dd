#include "documents/txt.hpp"

#include <algorithm>

#include "documents/notes.hpp"
#include "documents/own_text.hpp"
#include "documents/unicode.hpp"

namespace jv {

namespace {

constexpr std::size_t page_width = 80;
constexpr std::size_t max_label_width = 34;
constexpr std::size_t max_head_width = 14;
constexpr std::string_view gap = "  ";
constexpr std::size_t list_indent = 3;

// A line of text, or less, and how wide it is.
struct Laid {
    Laid() = default;
    explicit Laid(std::string line) : text(std::move(line)), width(display_width(text)) {}
    std::string text;
    std::size_t width = 0;
};

std::vector<Laid> laid_out(std::vector<std::string> lines) {
    std::vector<Laid> laid;
    laid.reserve(lines.size());
    for (auto& line : lines) laid.emplace_back(std::move(line));
    return laid;
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    out.reserve(text.size() * times);
    for (; times > 0; --times) out += text;
    return out;
}

std::string spaces(std::size_t count) { return std::string(count, ' '); }

void add_right(std::string& out, const Laid& text, std::size_t width) {
    out.append(width > text.width ? width - text.width : 0, ' ');
    out += text.text;
}

void add_left(std::string& out, const Laid& text, std::size_t width) {
    out += text.text;
    out.append(width > text.width ? width - text.width : 0, ' ');
}

std::size_t widest(const std::vector<Laid>& lines) {
    std::size_t width = 0;
    for (const auto& line : lines) width = std::max(width, line.width);
    return width;
}

// A head as lines: at most as wide as what stands below it, its longest word, or a width that reads well.
std::vector<Laid> wrap_head(std::string_view text, std::size_t below) {
    return laid_out(wrap(text, std::max({below, std::min(longest_word(text), page_width / 3), max_head_width})));
}

// A head of several lines stands at the bottom of its space.
const Laid& line_of(const std::vector<Laid>& lines, std::size_t line, std::size_t height) {
    static const Laid nothing;
    const auto above = height - lines.size();
    return line < above ? nothing : lines[line - above];
}

// The columns of a table as they are laid out: heads broken into lines, and widths that hold them and all cells.
class Layout {
public:
    Layout(const Table& table, const Style& style) : table_(table) {
        std::vector<std::vector<Laid>> marks(table.columns.size());  // of columns that have any, by row
        for (const auto& [at, of_cell] : table.cell_notes) {
            marks[at.second].resize(table.rows.size());
            marks[at.second][at.first] = Laid(marks_text(table, of_cell));
        }
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            auto texts = cell_texts(table, column, marks[column], style);
            auto head = wrap_head(lower_head(column), 0);
            widths_.push_back(std::max(widest(texts), widest(head)));
            heads_.push_back(std::move(head));
            cells_.push_back(std::move(texts));
        }
        for (const auto& group : table.groups()) add_group(group);
        std::vector<std::string> labels;
        std::size_t widest_label = display_width(table.row_head);
        for (const auto& row : table.rows) {
            labels.push_back(printable(with_marks(row.label, table, row.notes)));
            widest_label = std::max(widest_label, display_width(labels.back()) + indent(row));
        }
        // Labels take what the columns leave, and then are broken into lines.
        std::size_t columns = 0;
        for (const auto& span : spans_) columns += gap.size() + 1 + span.width;
        const auto room = std::max(max_label_width, page_width - std::min(columns, page_width));
        labels_width_ = std::min(widest_label, room);
        for (std::size_t row = 0; row < labels.size(); ++row) {
            const auto before = indent(table.rows[row]);
            auto& lines = labels_.emplace_back();
            for (const auto& line : wrap(labels[row], labels_width_ - before)) lines.emplace_back(spaces(before) + line);
        }
    }

    // The table as lines, in as many blocks of groups as the page needs.
    void add_to(std::string& out) const {
        for (std::size_t first = 0; first < spans_.size();) {
            std::size_t end = first, used = labels_width_;
            while (end < spans_.size() && (end == first || used + gap.size() + 1 + spans_[end].width <= page_width))
                used += gap.size() + 1 + spans_[end++].width;
            if (first > 0) out += '\n';
            add_block(out, first, end);
            first = end;
        }
    }

private:
    // Columns under one upper head; a group wider than the page is cut into single columns.
    struct Span {
        std::vector<Laid> head;
        std::size_t first, size, width;
    };

    // The cells of a column with their marks, below each other's figures.
    static std::vector<Laid> cell_texts(const Table& table, std::size_t column, const std::vector<Laid>& marks, const Style& style) {
        std::vector<Laid> texts;
        texts.reserve(table.rows.size());
        const auto marks_width = widest(marks);
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            const auto& cell = table.cell(row, column);
            auto text = printable(std::holds_alternative<Covered>(cell) ? std::string(covered_mark(table, row, column)) : to_text(cell, style));
            if (!marks.empty()) add_left(text, marks[row], marks_width);
            texts.emplace_back(std::move(text));
        }
        return texts;
    }

    std::string lower_head(std::size_t column) const {
        const auto& head = table_.columns[column];
        if (!table_.two_levels() && !head.group.empty()) return {};
        return printable(head.head.empty() ? head.head : with_marks(head.head, table_, head.head_notes));
    }

    // A part of the row above stands a little to the right.
    static std::size_t indent(const TableRow& row) { return row.part ? 2 : 0; }

    std::size_t width_of(std::size_t first, std::size_t size) const {
        std::size_t width = gap.size() * (size - 1);
        for (std::size_t i = first; i < first + size; ++i) width += widths_[i];
        return width;
    }

    void add_group(const Group& group) {
        if (group.size > 1 && width_of(group.first, group.size) + labels_width_ > page_width - max_label_width) {
            for (std::size_t i = 0; i < group.size; ++i) add_group({group.text, group.first + i, 1, group.notes});
            return;
        }
        const auto text = group.text.empty() ? group.text : printable(with_marks(group.text, table_, group.notes));
        auto head = wrap_head(text, width_of(group.first, group.size));
        const auto needed = widest(head), width = width_of(group.first, group.size);
        if (needed > width) widths_[group.first] += needed - width;
        spans_.push_back({std::move(head), group.first, group.size, std::max(needed, width)});
    }

    void add_line(std::string& out, std::size_t first, std::size_t end, const Laid& label, const auto& add_span) const {
        add_left(out, label, labels_width_);
        for (std::size_t i = first; i < end; ++i) {
            out += gap;
            out += ' ';
            add_span(spans_[i]);
        }
        while (out.ends_with(' ')) out.pop_back();
        out += '\n';
    }

    void add_cells(std::string& out, std::size_t first, std::size_t end, const Laid& label, const auto& column_text) const {
        add_line(out, first, end, label, [&](const Span& span) {
            for (std::size_t i = span.first; i < span.first + span.size; ++i) {
                if (i > span.first) out += gap;
                add_right(out, column_text(i), widths_[i]);
            }
        });
    }

    void add_block(std::string& out, std::size_t first, std::size_t end) const {
        std::size_t upper = 0, lower = 0;
        bool any_lower = false;
        for (std::size_t i = first; i < end; ++i) {
            if (!spans_[i].head.front().text.empty()) upper = std::max(upper, spans_[i].head.size());
            for (std::size_t c = spans_[i].first; c < spans_[i].first + spans_[i].size; ++c) {
                lower = std::max(lower, heads_[c].size());
                any_lower = any_lower || !heads_[c].front().text.empty();
            }
        }
        if (!any_lower) lower = 0;
        // The head above the labels ends where the heads of columns do.
        const auto row_head = laid_out(wrap(printable(table_.row_head), labels_width_));
        const auto height = std::max(upper + lower, row_head.size());
        const auto row_head_at = [&](std::size_t at) { return line_of(row_head, height - upper - lower + at, height); };
        for (std::size_t at = 0; at + upper + lower < height; ++at) out += row_head[at].text + '\n';
        for (std::size_t at = 0; at < upper; ++at)
            add_line(out, first, end, row_head_at(at), [&](const Span& span) {
                const auto& text = line_of(span.head, at, upper);
                span.size == 1 ? add_right(out, text, span.width) : add_left(out, text, span.width);
            });
        for (std::size_t at = 0; at < lower; ++at)
            add_cells(out, first, end, row_head_at(upper + at),
                      [&](std::size_t column) -> const Laid& { return line_of(heads_[column], at, lower); });
        std::string rule;
        add_line(rule, first, end, Laid(repeated("─", labels_width_)), [&](const Span& span) { rule += repeated("─", span.width); });
        out += rule;
        for (std::size_t row = 0; row < table_.rows.size(); ++row) {
            if (table_.rows[row].total && row > 0) out += rule;
            const auto& label = labels_[row];
            for (std::size_t at = 0; at + 1 < label.size(); ++at) out += label[at].text + '\n';
            add_cells(out, first, end, label.back(), [&](std::size_t column) -> const Laid& { return cells_[column][row]; });
        }
    }

    const Table& table_;
    std::vector<std::vector<Laid>> heads_, cells_, labels_;
    std::vector<std::size_t> widths_;
    std::vector<Span> spans_;
    std::size_t labels_width_ = 0;
};

}  // namespace

TxtWriter::TxtWriter(const Report& report) : report_(report) { heading(report.title, "="); }

void TxtWriter::heading(std::string_view title, std::string_view underline) {
    if (std::exchange(begun_, true)) bytes_ += "\n\n";
    std::size_t width = 0;
    for (const auto& line : wrap(printable(title), page_width)) {
        bytes_ += line + '\n';
        width = std::max(width, display_width(line));
    }
    if (!underline.empty()) bytes_ += repeated(underline, width) + '\n';
}

void TxtWriter::paragraph(std::string_view mark, std::string_view text) {
    const auto indent = display_width(mark);
    bool first = true;
    for (const auto& line : wrap(printable(text), page_width - indent)) {
        bytes_ += (first ? std::string(mark) : spaces(indent)) + line + '\n';
        first = false;
    }
}

void TxtWriter::table(const Table& table) {
    heading(with_marks(table.title, table, table.title_notes), "");
    bytes_ += '\n';
    Layout(table, report_.style).add_to(bytes_);
    const auto notes = marked_notes(table);
    if (!notes.empty()) bytes_ += '\n';
    for (const auto& note : notes) paragraph(note.mark.empty() ? "" : note.mark + " ", note.text);
}

void TxtWriter::sentences(const Sentences& sentences) {
    heading(sentences.title, "");
    bytes_ += '\n';
    for (const auto& line : sentences.lines) paragraph("- ", line);
}

void TxtWriter::own_text(const OwnText& text) {
    heading(text.title, "");
    const Block* before = nullptr;
    for (const auto& block : text.blocks) {
        if (!before || !before->in_list() || !block.in_list()) bytes_ += '\n';
        auto mark = spaces(list_indent * (block.level - (block.in_list() ? 1 : block.level))) + item_mark(block);
        if (block.in_list() && item_mark(block).empty()) mark += spaces(list_indent);
        if (!text.written) mark += ">> ";
        for (const auto& line : lines_of(block)) {
            paragraph(mark, line);
            mark = spaces(display_width(mark));
        }
        before = &block;
    }
}

std::string TxtWriter::finish() {
    if (!report_.notes.empty()) bytes_ += "\n\n";
    for (const auto& note : report_.notes) paragraph("", note);
    return std::move(bytes_);
}

}  // namespace jv
