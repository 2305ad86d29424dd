#include "documents/xlsx_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <set>

#include "documents/unicode.hpp"
#include "tables/fixed_texts.hpp"

namespace jv {

namespace {

bool is_ascii_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// libxlsxwriter escapes what looks like an escaped character in a cell, and forgets it in the head of a list object.
std::string escaped(std::string head) {
    for (auto at = find_escape(head); at != std::string::npos; at = find_escape(head, at + 7)) head.insert(at, "_x005F");
    return head;
}

lxw_format* head_format(Formats& formats, const ListColumn& column) {
    return formats.get(column.figures ? Look::column_head : Look::head, {}, column.figures);
}

}  // namespace

std::string list_name(std::string_view sheet, std::size_t number) {
    auto name = fmt::format("Tabel_{}.", number);  // no second underscore: `_x0041_` is an escaped character
    for (const char c : sheet) name += is_ascii_letter_or_digit(c) ? c : '.';
    return name;
}

std::vector<std::string> list_heads(std::vector<std::string> heads, const Style& style) {
    std::set<std::string> taken;
    for (auto& head : heads) {
        const auto wanted = fitted(printable(head.empty() ? fixed_text(style, fixed::column) : head), longest_head);
        head = wanted;
        for (int number = 2; !taken.insert(folded(head)).second; ++number) {
            const auto suffix = fmt::format(" ({})", number);
            head = fitted(wanted, longest_head - suffix.size()) + suffix;
        }
    }
    return heads;
}

void write_list_heads(Sheet& sheet, Formats& formats, const List& list) {
    std::size_t lines = 1;
    for (std::size_t i = 0; i < list.columns.size(); ++i) {
        const auto& column = list.columns[i];
        sheet.width(i, column.width);
        sheet.text(list.row, i, column.head, head_format(formats, column));
        lines = std::max(lines, lines_in(column.head, (column.width - 1) / 1.08));
    }
    sheet.height(list.row, lines, 1.15);
}

void make_list(Sheet& sheet, Formats& formats, const List& list) {
    std::deque<std::string> heads;  // libxlsxwriter takes texts that it might change
    std::deque<lxw_table_column> columns;
    std::vector<lxw_table_column*> pointers;
    for (const auto& column : list.columns) {
        auto& entry = columns.emplace_back();
        entry.header = heads.emplace_back(escaped(column.head)).data();
        entry.header_format = head_format(formats, column);
        pointers.push_back(&entry);
    }
    pointers.push_back(nullptr);
    auto name = list.name;
    lxw_table_options options{};
    options.name = name.data();
    options.no_autofilter = LXW_TRUE;
    options.no_banded_rows = LXW_TRUE;
    options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;  // number 0: the looks are those of the cells
    options.columns = pointers.data();
    require(worksheet_add_table(sheet.handle(), static_cast<lxw_row_t>(list.row), 0, static_cast<lxw_row_t>(list.row + list.rows),
                                static_cast<lxw_col_t>(list.columns.size() - 1), &options));
    for (std::size_t i = 0; i < heads.size(); ++i)  // it wrote them to the cells as well
        if (heads[i] != list.columns[i].head) sheet.text(list.row, i, list.columns[i].head, head_format(formats, list.columns[i]));
}

void write_list(Sheet& sheet, Formats& formats, const List& list, const std::vector<std::vector<std::string>>& rows, bool links) {
    write_list_heads(sheet, formats, list);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        std::size_t lines = 1;
        const auto at = list.row + 1 + row;
        for (std::size_t i = 0; i < list.columns.size(); ++i) {
            const auto& text = rows[row][i];
            if (links && i == 0)
                sheet.link(at, i, text, text, formats.get(Look::link_row));
            else
                sheet.text(at, i, text, formats.get(Look::label));
            lines = std::max(lines, lines_in(text, (list.columns[i].width - 2) * 1.05));
        }
        sheet.height(at, lines, 1.1);
    }
    make_list(sheet, formats, list);
}

}  // namespace jv
