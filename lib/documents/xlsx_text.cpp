#include "documents/xlsx_text.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "documents/own_text.hpp"
#include "documents/unicode.hpp"
#include "tables/fixed_texts.hpp"

namespace jv {

namespace {

constexpr double widest_column = 110;
// In characters a line holds about so many more than the column's width, which is in digits.
constexpr double fill = 1.12;
// A row holds 409 points; this many lines fit at any size of letters that a style may have.
constexpr std::size_t most_lines = 16;
constexpr Colour open_fill = 0xFFF2CC, open_line = 0x7F6000;

// Fragments of one block, for one row.
using Row = std::vector<Run>;

// A line of a cell is broken where the text says so, and at its width.
std::size_t lines_in(const Row& runs, std::size_t width) {
    std::string text;
    for (const auto& run : runs) text += run.text;
    std::size_t lines = 0;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        lines += wrap(printable(std::string_view(text).substr(at, end - at)), width).size();
        at = end + 1;
    }
    return lines;
}

// The runs in rows of at most most_lines lines each, broken between words.
std::vector<Row> rows_of(const std::vector<Run>& runs, std::size_t width) {
    const auto room = most_lines * width * 9 / 10;
    std::vector<Row> rows(1);
    std::size_t used = 0, breaks = 0;
    for (const auto& run : runs) {
        auto part = run;
        part.text.clear();
        for (std::size_t at = 0; at < run.text.size();) {
            auto end = std::min(run.text.find_first_of(" \n", at), run.text.size() - 1) + 1;
            if (end - at > room) end = at + room;  // a word of pages
            while (end < run.text.size() && (static_cast<unsigned char>(run.text[end]) & 0xC0) == 0x80) ++end;
            const auto word = run.text.substr(at, end - at);
            const auto columns = std::max(display_width(word), word.size() / 8);  // invisible characters count for what a cell holds
            if (used > 0 && (used + columns > room || breaks + 1 >= most_lines)) {
                if (!part.text.empty()) rows.back().push_back(part);
                part.text.clear();
                rows.emplace_back();
                used = breaks = 0;
            }
            part.text += word;
            used += columns;
            if (word.ends_with('\n')) ++breaks;
            at = end;
        }
        if (!part.text.empty()) rows.back().push_back(part);
    }
    return rows;
}

// Valid text for a cell; a line break stays one.
std::string cell_text(std::string_view text) {
    std::string valid;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        if (at > 0) valid += '\n';
        valid += printable(text.substr(at, end - at));
        at = end + 1;
    }
    return valid;
}

class Writing {
public:
    explicit Writing(const TextSheet& to) : to_(to), column_width_(text_column(widest_column, to.style)) {}

    void write(const OwnText& text, std::string_view contents, std::string_view footer) {
        to_.sheet.width(0, column_width_);
        to_.sheet.text(0, 0, text.title, to_.formats.get(Look::title));
        to_.sheet.height(0, 1, 1.5);
        to_.sheet.link(1, 0, contents, fixed_text(to_.style, fixed::back), to_.formats.get(Look::link));
        row_ = 3;
        for (const auto& block : text.blocks) write_block(block, !text.written);
        to_.sheet.page(footer);
        worksheet_fit_to_pages(to_.sheet.handle(), 1, 0);
    }

private:
    void write_block(const Block& block, bool open) {
        auto runs = with_links_in_words(block);
        if (const auto mark = item_mark(block); !mark.empty()) {
            if (runs.empty() || runs.front() != Run{runs.front().text}) runs.insert(runs.begin(), Run{});
            runs.front().text.insert(0, mark);
        }
        const auto width = static_cast<std::size_t>((column_width_ - 3.0 * static_cast<double>(block.in_list() ? block.level : 0)) * fill);
        for (const auto& row : rows_of(runs, width)) {
            write_row(row, cell_format(block, open), block.kind == BlockKind::heading);
            const double space = block.kind == BlockKind::heading ? 1.5 : block.in_list() ? 1.1 : 1.4;
            const auto lines = lines_in(row, width);
            to_.sheet.height(row_++, lines, 1.0 + (space - 1.0) / static_cast<double>(lines));
        }
    }

    void write_row(const Row& runs, lxw_format* format, bool heading) {
        std::vector<std::string> texts;
        std::vector<lxw_format*> looks;
        for (const auto& run : runs) {
            auto text = cell_text(run.text);
            if (text.empty()) continue;
            texts.push_back(std::move(text));
            looks.push_back(run_format(run, heading));
        }
        const auto row = static_cast<lxw_row_t>(row_);
        if (texts.empty()) return require(worksheet_write_blank(to_.sheet.handle(), row, 0, format));
        const bool plain = !heading && runs.front().link.empty() && !runs.front().bold && !runs.front().italic;
        if (texts.size() == 1 && (plain || heading))
            return require(worksheet_write_string(to_.sheet.handle(), row, 0, texts.front().c_str(), format));
        if (texts.size() == 1) {  // a rich text has two parts at least
            texts.emplace_back(" ");
            looks.push_back(looks.front());
        }
        std::vector<lxw_rich_string_tuple> parts;
        for (std::size_t i = 0; i < texts.size(); ++i) parts.push_back({looks[i], texts[i].data()});
        std::vector<lxw_rich_string_tuple*> list;
        for (auto& part : parts) list.push_back(&part);
        list.push_back(nullptr);
        require(worksheet_write_rich_string(to_.sheet.handle(), row, 0, list.data(), format));
    }

    lxw_format* new_format() const {
        auto* format = workbook_add_format(to_.book);
        format_set_font_name(format, to_.style.font.c_str());
        format_set_font_size(format, to_.style.font_size);
        return format;
    }

    lxw_format* cell_format(const Block& block, bool open) {
        auto& format = cells_[{block.kind, block.level, open}];
        if (format) return format;
        format = new_format();
        format_set_text_wrap(format);
        format_set_align(format, block.kind == BlockKind::heading ? LXW_ALIGN_VERTICAL_BOTTOM : LXW_ALIGN_VERTICAL_TOP);
        if (block.kind == BlockKind::heading) {
            format_set_bold(format);
            format_set_font_size(format, to_.style.font_size + (block.level == 1 ? 2 : block.level == 2 ? 1 : 0));
            format_set_font_color(format, to_.style.accent);
        }
        if (block.in_list()) {
            format_set_align(format, LXW_ALIGN_LEFT);
            format_set_indent(format, static_cast<std::uint8_t>(std::min<std::size_t>(block.level * 2 - 1 + (item_mark(block).empty() ? 1 : 0), 15)));
        }
        if (open) {
            format_set_bold(format);
            format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
            format_set_indent(format, 1);
            format_set_bg_color(format, open_fill);
            format_set_border(format, LXW_BORDER_THIN);
            format_set_border_color(format, open_line);
        }
        return format;
    }

    // The looks of a stretch of text; a heading keeps its own size and colour.
    lxw_format* run_format(const Run& run, bool heading) {
        auto& format = runs_[{run.bold || heading, run.italic, !run.link.empty(), heading}];
        if (format) return format;
        format = new_format();
        if (run.bold || heading) format_set_bold(format);
        if (run.italic) format_set_italic(format);
        if (!run.link.empty() || heading) format_set_font_color(format, to_.style.accent);
        if (!run.link.empty()) format_set_underline(format, LXW_UNDERLINE_SINGLE);
        return format;
    }

    const TextSheet& to_;
    double column_width_;
    std::size_t row_ = 0;
    std::map<std::tuple<BlockKind, std::size_t, bool>, lxw_format*> cells_;
    std::map<std::tuple<bool, bool, bool, bool>, lxw_format*> runs_;
};

}  // namespace

void write_sentences(const TextSheet& to, const Sentences& sentences, std::string_view contents, std::string_view footer) {
    const double width = text_column(120, to.style);
    to.sheet.width(0, width);
    to.sheet.text(0, 0, sentences.title, to.formats.get(Look::title));
    to.sheet.height(0, 1, 1.5);
    to.sheet.link(1, 0, contents, fixed_text(to.style, fixed::back), to.formats.get(Look::link));
    std::size_t row = 2;
    for (const auto& line : sentences.lines) {
        const auto text = "• " + line;
        to.sheet.text(++row, 0, text, to.formats.get(Look::text));
        to.sheet.height(row, wrap(text, static_cast<std::size_t>(width * 1.08)).size(), 1.15);
    }
    to.sheet.page(footer);
    worksheet_fit_to_pages(to.sheet.handle(), 1, 0);
}

void write_text(const TextSheet& to, const OwnText& text, std::string_view contents, std::string_view footer) {
    Writing(to).write(text, contents, footer);
}

}  // namespace jv
