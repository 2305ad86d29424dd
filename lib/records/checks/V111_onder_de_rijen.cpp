#include <algorithm>
#include <array>

#include "records/checks/row_checks.hpp"
#include "rows/fold_name.hpp"

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
bool looks_like_a_note(const std::vector<std::string>& cells, bool after_blank) {
    std::size_t filled = 0;
    std::string_view first;
    for (const auto& cell : cells)
        if (!cell.empty() && ++filled == 1) first = cell;
    return filled == 0 || starts_like_a_note(first) || (after_blank && filled <= 2);
}

}  // namespace

bool only_notes_follow(const CsvReader& csv, const RowBlock& block, const RawRow& row, RowFindings& findings) {
    constexpr std::ptrdiff_t most = 21;
    const auto* end = block.rows.data() + block.rows.size();
    if (end - &row > most) return false;
    const auto cells = csv.cells(block, row);
    if (cells.size() > 2 && !cells.front().empty() && !starts_like_a_note(cells.front())) return false;
    if (!looks_like_a_note(cells, row.after_blank)) return false;
    for (const auto* below = &row + 1; below != end; ++below)
        if (!looks_like_a_note(csv.cells(block, *below), true)) return false;
    findings.tell({findings.place(), "V111", "vanaf hier staan onder de gegevens noten of totalen; die tellen niet mee",
                   "controleer of hieronder geen rijen van leerlingen staan", Level::warning});
    return true;
}

}  // namespace jv
