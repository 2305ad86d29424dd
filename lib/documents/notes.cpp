#include "documents/notes.hpp"

#include <algorithm>

#include "documents/unicode.hpp"

namespace jv {

std::vector<MarkedNote> marked_notes(const Table& table) {
    std::vector<MarkedNote> notes;
    for (std::size_t i = 0; i < table.notes.size(); ++i) notes.push_back({superscript(table.first_note + i), table.notes[i]});
    for (const auto& remark : table.remarks) notes.push_back({"", remark});
    for (const auto& definition : table.definitions) notes.push_back({"", to_text(definition)});
    return notes;
}

std::string marks_text(const Table& table, const Marks& marks) {
    std::string text;
    for (const auto mark : marks) text += " " + superscript(table.first_note + mark);
    return text;
}

std::string with_marks(std::string_view text, const Table& table, const Marks& marks) { return std::string(text) + marks_text(table, marks); }

std::string_view covered_mark(const Table& table, std::size_t row, std::size_t column) {
    const auto holds = [](const std::vector<std::size_t>& members, std::size_t member) {
        return std::find(members.begin(), members.end(), member) != members.end();
    };
    for (const auto& joint : table.joints)
        if (joint.columns.size() > 1 && holds(joint.rows, row) && holds(joint.columns, column)) return "←";
    return "↑";
}

}  // namespace jv
