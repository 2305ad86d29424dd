#include "documents/notes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "documents/unicode.hpp"
#include "tables/fixed_texts.hpp"

namespace jv {

std::vector<MarkedNote> marked_notes(const Table& table) {
    std::vector<MarkedNote> notes;
    for (std::size_t i = 0; i < table.notes.size(); ++i) notes.push_back({superscript(table.first_note + i), table.notes[i]});
    for (const auto& remark : table.remarks) notes.push_back({"", remark});
    for (const auto& definition : table.definitions) notes.push_back({"", to_text(definition)});
    return notes;
}

std::string MarkStyle::of(std::size_t number) const {
    return words_ ? fixed_text(*words_, fixed::mark, {{"nummer", std::to_string(number)}}) : superscript(number);
}

std::string marks_text(const Table& table, const Marks& marks, MarkStyle style) {
    std::string text;
    for (const auto mark : marks) text += " " + style.of(table.first_note + mark);
    return text;
}

std::string with_marks(std::string_view text, const Table& table, const Marks& marks, MarkStyle style) {
    return std::string(text) + marks_text(table, marks, style);
}

std::vector<std::string> flat_heads(const Table& table, MarkStyle style) {
    std::vector<std::string> heads;
    for (const auto& group : table.groups())
        for (auto column = group.first; column < group.first + group.size; ++column) {
            const auto& own = table.columns[column];
            const auto upper = group.text.empty() && !own.head.empty() ? "" : with_marks(group.text, table, group.notes, style);
            const auto lower = own.head.empty() ? "" : with_marks(own.head, table, own.head_notes, style);
            heads.push_back(upper.empty() || lower.empty() ? upper + lower : fmt::format("{}: {}", upper, lower));
        }
    return heads;
}

std::string_view covered_mark(const Table& table, std::size_t row, std::size_t column) {
    const auto holds = [](const std::vector<std::size_t>& members, std::size_t member) {
        return std::find(members.begin(), members.end(), member) != members.end();
    };
    for (const auto& joint : table.joints)
        if (joint.columns.size() > 1 && holds(joint.rows, row) && holds(joint.columns, column)) return "←";
    return "↑";
}

}  // namespace jv
