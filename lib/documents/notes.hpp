// What documents say beside the figures, the same in each format.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tables/table.hpp"

namespace jv {

// What stands below a table: its notes with their marks, then without one what is about the whole table, then the definitions.
struct MarkedNote {
    std::string mark;
    std::string text;
};
std::vector<MarkedNote> marked_notes(const Table& table);

// How the number of a note is written: ` ¹ ²`, or in the words of a style, ` [noot 1] [noot 2]`, for who reads by ear.
class MarkStyle {
public:
    MarkStyle() = default;  // raised
    explicit MarkStyle(const Style& words) : words_(&words) {}
    std::string of(std::size_t number) const;

private:
    const Style* words_ = nullptr;
};

// The numbers of notes behind what refers to them; nothing for none.
std::string marks_text(const Table& table, const Marks& marks, MarkStyle style = {});
// A text with its marks.
std::string with_marks(std::string_view text, const Table& table, const Marks& marks, MarkStyle style = {});

// The heads in one line, a text for each column: `2023-2024: vsv`. With their marks.
std::vector<std::string> flat_heads(const Table& table, MarkStyle style = {});

// What stands in a cell whose count is in a joint cell: an arrow to where that is, `↑` or `←`.
std::string_view covered_mark(const Table& table, std::size_t row, std::size_t column);

}  // namespace jv
