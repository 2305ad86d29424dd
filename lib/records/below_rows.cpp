#include "records/below_rows.hpp"

#include <algorithm>
#include <array>

namespace jv {

namespace {

bool starts_like_a_note(std::string_view cell) {
    if (cell.empty() || std::string_view("aAbBeEnNoOsStT").find(cell.front()) == std::string_view::npos) return false;
    static constexpr std::array<std::string_view, 9> words = {"totaal", "subtotaal", "eindtotaal", "aantal rijen", "aantal regels",
                                                              "bron:",  "noot:",     "opmerking",  "toelichting"};
    const auto folded = fold_name(cell);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return folded.starts_with(word); });
}

// A row of a note or a total: one or two cells behind a blank line, or a first cell that says so. A row of any kind has more.
template <typename Cells>
bool looks_like_a_note(const Cells& cells, bool after_blank) {
    std::size_t filled = 0;
    std::string_view first;
    for (const auto& cell : cells)
        if (!cell.empty() && ++filled == 1) first = cell;
    return filled == 0 || starts_like_a_note(first) || (after_blank && filled <= 2);
}

}  // namespace

bool only_notes_follow(CsvReader& csv, std::span<const std::string_view> fields) {
    constexpr std::size_t most = 20;
    if (fields.size() > 2 && !fields.front().empty() && !starts_like_a_note(fields.front())) return false;
    if (!looks_like_a_note(fields, csv.after_blank())) return false;
    for (std::size_t i = 0; i <= most; ++i) {
        const auto* row = csv.look_ahead(i);
        if (!row) return true;
        if (!looks_like_a_note(row->cells, true)) return false;
    }
    return false;
}

}  // namespace jv
