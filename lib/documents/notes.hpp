// What documents say beside the figures, the same in each format.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tables/table.hpp"

namespace jv {

// A note of a table with its mark: ¹ when a row or column refers to it, none when it is about the whole table.
struct MarkedNote {
    std::string mark;
    std::string text;
};
std::vector<MarkedNote> marked_notes(const Table& table);

// What stands in a cell whose count is in a joint cell: an arrow to where that is, `↑` or `←`.
std::string_view covered_mark(const Table& table, std::size_t row, std::size_t column);

}  // namespace jv
