#include "documents/docx_columns.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <numeric>

#include "documents/house_style.hpp"
#include "documents/notes.hpp"
#include "documents/unicode.hpp"

namespace jv {

namespace {

// Of a letter, in the size of the text: on the wide side for usual fonts.
constexpr double letter = 0.56, bold_letter = 0.6;
// Beside the text of a cell, in twentieths of a point; in a table with many columns less.
constexpr int usual_margin = 85, small_margin = 45, slack = 30;
constexpr std::size_t least_column = 5;  // in characters
// In half points: the smallest print of a table upright, and of any table.
constexpr int smallest_upright = 16, smallest = 14;
// Labels longer than this, in characters, take more lines when that saves turning the page.
constexpr std::size_t most_label = 46, fair_label = 30, least_label = 20;
// A table that takes this part of the page takes all of it.
constexpr double nearly_all = 0.7;

// One way to lay a table out.
struct Layout {
    bool landscape;
    int half_points;
    double letter;           // how wide one is, in that of usual fonts
    std::size_t most_label;  // in characters
    bool breaks_words;       // at hyphens, as in a school year; and cells are close together

    int margin() const { return breaks_words ? small_margin : usual_margin; }
};

// The most characters that a cell of a column has, with those of its notes.
struct CellCharacters {
    std::size_t plain = 0, bold = 0;
};

std::vector<CellCharacters> cell_characters(const Table& table, const Style& style) {
    std::vector<CellCharacters> columns(table.columns.size());
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        for (std::size_t at = 0; at < columns.size(); ++at) {
            auto& most = table.rows[row].total || table.columns[at].total ? columns[at].bold : columns[at].plain;
            most = std::max(most, display_width(to_text(table.cell(row, at), style)) + 2 * table.notes_of(row, at).size());
        }
    return columns;
}

class Measure {
public:
    Measure(const Table& table, const std::vector<CellCharacters>& cells, const Layout& layout)
        : table_(table), cells_(cells), layout_(layout), size_(layout.half_points * 10) {}

    // The widths of the labels and of some columns.
    std::vector<int> widths(const DocxColumns& piece) const {
        auto all = columns(piece);
        all.insert(all.begin(), label());
        return all;
    }

    int width(std::size_t characters, bool bold) const {
        return static_cast<int>(static_cast<double>(characters) * size_ * layout_.letter * (bold ? bold_letter : letter)) + 2 * layout_.margin() +
               slack;
    }

    // Where a line can end behind a hyphen: not before what is no letter or digit of ASCII, such as the quotes in ’23-’24.
    static std::size_t break_after(std::string_view text, std::size_t from) {
        for (auto at = text.find('-', from); at < text.size(); at = text.find('-', at + 1))
            if (at + 1 == text.size() || static_cast<unsigned char>(text[at + 1]) < 0x80) return at + 1;
        return text.size();
    }

    // What of a text stands on one line whatever its width.
    std::size_t longest_piece(std::string_view text) const {
        if (!layout_.breaks_words) return longest_word(text);
        std::size_t longest = 0;
        for (std::size_t at = 0; at < text.size();) {
            const auto end = break_after(text, at);
            longest = std::max(longest, longest_word(text.substr(at, end - at)));
            at = end;
        }
        return longest;
    }

    int column(std::size_t at) const {
        const auto& own = table_.columns[at];
        const auto head_marks = own.head_notes.size() * 2;
        // A head takes at most about three lines.
        int needed = std::max(width(longest_piece(own.head) + head_marks, true), width(display_width(own.head) / 3 + 2, true));
        return std::max({needed, width(cells_[at].plain, false), width(cells_[at].bold, true), width(least_column, false)});
    }

    int label() const { return label(layout_.most_label); }

    // With labels of at most so many characters on a line.
    int label(std::size_t most) const {
        const auto of = [&](std::string_view text, bool bold) {
            return std::max(width(std::min(display_width(text), most), bold), width(longest_piece(text), bold));
        };
        int needed = of(table_.row_head, true);
        for (const auto& row : table_.rows)
            needed = std::max(needed, of(row.label, row.total) + (row.part ? docx_part_indent : 0) + static_cast<int>(row.notes.size()) * size_);
        return needed;
    }

    std::vector<int> columns(const DocxColumns& piece) const {
        std::vector<int> widths;
        for (auto at = piece.first; at < piece.end; ++at) widths.push_back(column(at));
        for (const auto& group : piece.groups(table_)) {
            const auto text = display_width(group.text) + 2 * group.notes.size();
            const auto needed = std::max(width(longest_piece(group.text), true),
                                         width(layout_.breaks_words || text > 24 ? text / 2 + 4 : std::min<std::size_t>(text, 16), true));
            const auto first = widths.begin() + static_cast<std::ptrdiff_t>(group.first - piece.first),
                       end = first + static_cast<std::ptrdiff_t>(group.size);
            if (const int missing = needed - std::accumulate(first, end, 0); missing > 0)
                std::for_each(first, end, [&](int& one) { one += missing / static_cast<int>(group.size) + 1; });
        }
        return widths;
    }

    // Of all rows.
    int height(const DocxColumns& piece) const {
        const auto& widths = piece.widths;
        const int line = size_ * 5 / 4, around = 110;
        const auto lines = [&](std::string_view text, int room, bool bold) {
            const auto characters =
                static_cast<std::size_t>(std::max(4.0, (room - 2 * layout_.margin()) / (size_ * layout_.letter * (bold ? bold_letter : letter))));
            return static_cast<int>(wrap(text, characters).size());
        };
        int heads = 1, groups = 0, height = 0;
        for (auto at = piece.first; at < piece.end; ++at) heads = std::max(heads, lines(table_.columns[at].head, widths[at - piece.first + 1], true));
        for (const auto& group : piece.groups(table_)) {
            const auto first = widths.begin() + 1 + static_cast<std::ptrdiff_t>(group.first - piece.first);
            groups = std::max(groups, lines(group.text, std::accumulate(first, first + static_cast<std::ptrdiff_t>(group.size), 0), true));
        }
        height += table_.two_levels() ? (heads + groups) * line + 2 * around : std::max(heads, groups) * line + around;
        for (const auto& row : table_.rows) height += lines(row.label, widths.front() - (row.part ? docx_part_indent : 0), row.total) * line + around;
        return height;
    }

private:
    const Table& table_;
    const std::vector<CellCharacters>& cells_;
    Layout layout_;
    int size_;  // in twentieths of a point
};

// From the one that reads best on.
std::vector<Layout> layouts(int usual, std::string_view font) {
    const double wide = letter_width(font);
    std::vector<Layout> all;
    const auto add = [&](bool landscape, int largest, int least, std::initializer_list<std::size_t> labels, bool breaks_words) {
        for (int size = largest; size >= least; --size)
            for (const auto most : labels) all.push_back({landscape, size, wide, most, breaks_words});
    };
    add(false, usual, usual, {most_label, fair_label, least_label}, false);
    add(false, usual - 1, smallest_upright, {least_label}, false);
    add(false, usual, usual, {most_label, fair_label, least_label}, true);
    add(true, usual, smallest_upright, {most_label, fair_label}, false);
    add(true, usual, smallest_upright - 1, {most_label, fair_label}, true);
    add(true, smallest_upright - 2, smallest, {fair_label, least_label}, true);
    return all;
}

// Gives each column its part of what the page has left, the labels first.
void stretch(std::vector<int>& widths, int page, int wanted_label) {
    const int total = std::accumulate(widths.begin(), widths.end(), 0);
    if (total < page * nearly_all) return;
    int left = page - total;
    const int label = std::clamp(wanted_label - widths.front(), 0, std::max(left, 0));
    widths.front() += label;
    left -= label;
    const int all = total + label;
    for (auto& width : widths) width += static_cast<int>(static_cast<long long>(left) * width / all);
    widths.front() += page - std::accumulate(widths.begin(), widths.end(), 0);
}

// Stretches of columns that stay together: groups, with those that go with them where both fit in `room`, or of a group that is wider its columns;
// those of a joint count too.
std::vector<DocxColumns> pieces_of(const Table& table, const Measure& measure, int room) {
    std::vector<DocxColumns> pieces;
    const int label = measure.label();
    const auto fits = [&](std::size_t first, std::size_t end) {
        const auto widths = measure.columns({.first = first, .end = end, .widths = {}});
        return label + std::accumulate(widths.begin(), widths.end(), 0) <= room;
    };
    const auto add = [&](std::size_t first, std::size_t end) {
        if (first > 0)
            for (std::size_t row = 0; row < table.rows.size(); ++row)
                if (const auto* block = table.block_of(row, first); block && block->columns.front() < first) {
                    pieces.back().end = end;
                    return;
                }
        pieces.push_back({.first = first, .end = end, .widths = {}});
    };
    for (const auto& group : table.groups()) {
        const auto end = group.first + group.size;
        if (table.columns[group.first].with_before && !pieces.empty() && fits(pieces.back().first, end)) {
            pieces.back().end = end;
            continue;
        }
        const bool whole = fits(group.first, end);
        for (auto first = group.first; first < end; first = whole ? end : first + 1) add(first, whole ? end : first + 1);
    }
    return pieces;
}

// The pieces next to each other that fit in so much room beside the labels, joined from left to right.
std::vector<DocxColumns> joined(const std::vector<DocxColumns>& pieces, const Measure& measure, int room) {
    std::vector<DocxColumns> all;
    for (const auto& piece : pieces) {
        if (!all.empty()) {
            const DocxColumns both{.first = all.back().first, .end = piece.end, .widths = {}};
            const auto widths = measure.columns(both);
            if (std::accumulate(widths.begin(), widths.end(), 0) <= room) {
                all.back() = both;
                continue;
            }
        }
        all.push_back(piece);
    }
    return all;
}

// A table divided over as few as can be in the smallest print, and then in the largest print in which it is as few; all about as wide.
std::vector<DocxColumns> divided(const Table& table, const std::vector<CellCharacters>& cells, const DocxLook& look, Layout& layout) {
    const int page = look.page.text_width(true), least = layout.half_points;
    std::vector<DocxColumns> out;
    for (int size = least; size <= look.table_half_points(); ++size) {
        auto tried = layout;
        tried.half_points = size;
        const Measure measure(table, cells, tried);
        const auto pieces = pieces_of(table, measure, page);
        int room = page - measure.label();
        auto found = joined(pieces, measure, room);
        if (size > least && found.size() > out.size()) break;
        for (constexpr int step = 100; room > step; room -= step)
            if (auto narrower = joined(pieces, measure, room - step); narrower.size() == found.size())
                found = std::move(narrower);
            else
                break;
        out = std::move(found);
        layout = tried;
    }
    return out;
}

}  // namespace

int DocxColumns::total() const { return std::accumulate(widths.begin(), widths.end(), 0); }

std::vector<Group> DocxColumns::groups(const Table& table) const { return table.groups(first, end); }

std::vector<DocxColumns> docx_columns(const Table& table, const Style& style, const DocxLook& look) {
    const auto cells = cell_characters(table, style);
    std::vector<DocxColumns> out(1);
    out.front().end = table.columns.size();
    Layout layout{};
    const auto fits = [&](const Layout& tried) {
        layout = tried;
        out.front().widths = Measure(table, cells, layout).widths(out.front());
        return out.front().total() <= look.page.text_width(layout.landscape);
    };
    const auto all = layouts(look.table_half_points(), look.text.font);
    if (!std::any_of(all.begin(), all.end(), fits)) out = divided(table, cells, look, layout);
    const Measure measure(table, cells, layout);
    const int page = look.page.text_width(layout.landscape);
    for (auto& piece : out) {
        piece.landscape = layout.landscape;
        piece.half_points = layout.half_points;
        piece.margin = layout.margin();
        piece.widths = measure.widths(piece);
        if (const int total = piece.total(); total <= page)
            stretch(piece.widths, page, measure.label(most_label));
        else  // a word is wider than the page
            for (auto& width : piece.widths) width = static_cast<int>(static_cast<long long>(width) * page / total);
        piece.height = measure.height(piece);
    }
    return out;
}

}  // namespace jv
