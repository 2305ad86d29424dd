#include "documents/notes.hpp"

#include <algorithm>

#include "documents/unicode.hpp"

namespace jv {

std::vector<MarkedNote> marked_notes(const Table& table) {
    std::vector<MarkedNote> notes;
    for (std::size_t i = 0; i < table.notes.size(); ++i) notes.push_back({table.is_referred(i + 1) ? superscript(i + 1) : "", table.notes[i]});
    return notes;
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
