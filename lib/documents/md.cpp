#include "documents/md.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "documents/notes.hpp"
#include "documents/own_text.hpp"
#include "documents/unicode.hpp"

namespace jv {

namespace {

// What an item's text stands behind, and so what is below it.
constexpr std::size_t list_indent = 4;

// What means something to Markdown, by character.
constexpr auto signs = [] {
    std::array<bool, 256> is_sign{};
    for (const char c : std::string_view("\\`*_{}[]<>|~&$")) is_sign[static_cast<unsigned char>(c)] = true;
    return is_sign;
}();

// Adds text that is shown as it is, wherever it stands in a line.
void add_escaped(std::string& out, std::string_view text) {
    for (const char c : printable(text)) {
        if (signs[static_cast<unsigned char>(c)]) out += '\\';
        out += c;
    }
}

std::string escaped(std::string_view text) {
    std::string out;
    add_escaped(out, text);
    return out;
}

// The same at the begin of a line, where `1.`, `#`, `-`, `+` and `=` mean something as well.
std::string escaped_line(std::string_view text) {
    auto line = escaped(text);
    line.erase(0, std::min(line.find_first_not_of(' '), line.size()));
    if (line.empty()) return line;
    if (std::string_view("#-+=").find(line.front()) != std::string_view::npos) return '\\' + line;
    const auto digits = line.find_first_not_of("0123456789");
    if (digits != std::string::npos && digits > 0 && (line[digits] == '.' || line[digits] == ')')) line.insert(digits, 1, '\\');
    return line;
}

std::string indentation(const Block& block) { return std::string(block.in_list() ? list_indent * (block.level - 1) : 0, ' '); }

// The place where a link leads, between < and >.
std::string link_target(std::string_view link) {
    std::string out = "<";
    for (const char c : printable(link)) {
        if (c == '<' || c == '>' || c == '\\') out += '\\';
        out += c;
    }
    return out + ">";
}

// A stretch of text with its look; spaces at its ends stay outside, where Markdown wants them.
std::string marked_up(const Run& run, std::string text) {
    const auto begin = text.find_first_not_of(' ');
    if (begin == std::string::npos) return text;
    const auto end = text.find_last_not_of(' ') + 1;
    auto inner = text.substr(begin, end - begin);
    const std::string look = std::string(run.bold ? "**" : "") + (run.italic ? "*" : "");
    inner = look + inner + std::string(look.rbegin(), look.rend());
    if (!run.link.empty()) inner = "[" + inner + "](" + link_target(run.link) + ")";
    return text.substr(0, begin) + inner + text.substr(end);
}

// The text of a block. A line break becomes `\` and a new line with `before` in front.
std::string block_text(const Block& block, std::string_view before) {
    std::string out;
    bool begins = true;
    for (const auto& run : block.runs)
        for (std::size_t at = 0; at <= run.text.size();) {
            const auto end = std::min(run.text.find('\n', at), run.text.size());
            if (at > 0) {
                out += "\\\n" + std::string(before);
                begins = true;
            }
            const auto part = std::string_view(run.text).substr(at, end - at);
            out += marked_up(run, begins ? escaped_line(part) : escaped(part));
            begins = begins && part.empty();
            at = end + 1;
        }
    return out;
}

}  // namespace

MdWriter::MdWriter(const Report& report) : report_(report) { heading(1, report.title); }

void MdWriter::heading(std::size_t level, std::string_view text) {
    if (std::exchange(begun_, true)) bytes_ += '\n';
    bytes_ += std::string(level, '#') + ' ' + escaped_line(text) + '\n';
}

void MdWriter::grid(const Table& table) {
    bytes_ += "\n| " + escaped(table.row_head) + " |";
    for (const auto& head : flat_heads(table)) bytes_ += ' ' + escaped(head) + " |";
    bytes_ += "\n| --- |";
    for (std::size_t column = 0; column < table.columns.size(); ++column) bytes_ += " ---: |";
    bytes_ += '\n';
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto& line = table.rows[row];
        const std::string_view look = line.total ? "**" : "";
        bytes_ += "| ";
        bytes_ += line.part ? "– " : "";
        bytes_ += look;
        bytes_ += escaped(with_marks(line.label, table, line.notes));
        bytes_ += look;
        bytes_ += " |";
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            const auto& cell = table.cell(row, column);
            bytes_ += ' ';
            add_escaped(bytes_, std::holds_alternative<Covered>(cell) ? std::string(covered_mark(table, row, column)) : to_text(cell, report_.style));
            add_escaped(bytes_, marks_text(table, table.notes_of(row, column)));
            bytes_ += " |";
        }
        bytes_ += '\n';
    }
    for (const auto& note : marked_notes(table)) bytes_ += '\n' + escaped_line(note.mark.empty() ? note.text : note.mark + " " + note.text) + '\n';
}

void MdWriter::table(const Table& table) {
    heading(2, with_marks(table.title, table, table.title_notes));
    grid(table);
}

void MdWriter::chart(const Chart& chart) {
    heading(2, with_marks(chart.data.title, chart.data, chart.data.title_notes));
    bytes_ += '\n' + escaped_line(chart.description) + '\n';
    if (!chart.data.rows.empty()) grid(chart.data);
}

void MdWriter::sentences(const Sentences& sentences) {
    heading(2, sentences.title);
    bytes_ += '\n';
    for (const auto& line : sentences.lines) bytes_ += "- " + escaped_line(line) + '\n';
}

void MdWriter::own_text(const OwnText& text) {
    heading(2, text.title);
    HeadingLevels levels;
    const Block* before = nullptr;
    for (const auto& block : text.blocks) {
        if (block.kind == BlockKind::heading) {
            bytes_ += '\n' + std::string(levels.next(block), '#') + ' ' + block_text(block, "") + '\n';
            before = &block;
            continue;
        }
        const bool item = block.kind == BlockKind::bullet || block.kind == BlockKind::numbered;
        if (!item || !before || !before->in_list()) bytes_ += '\n';
        auto mark = block.kind == BlockKind::numbered ? std::to_string(block.number) + "." : item ? "-" : "";
        if (block.in_list()) mark += std::string(mark.size() < list_indent ? list_indent - mark.size() : 1, ' ');
        const auto indent = indentation(block);
        const std::string quote = text.written ? "" : "> ";
        bytes_ += fmt::format("{}{}{}{}\n", indent, mark, quote, block_text(block, fmt::format("{}{:{}}{}", indent, "", mark.size(), quote)));
        before = &block;
    }
}

std::string MdWriter::finish() {
    for (const auto& note : report_.notes) bytes_ += '\n' + escaped_line(note) + '\n';
    return std::move(bytes_);
}

}  // namespace jv
