// A table in HTML.
#pragma once

#include <string>
#include <string_view>

#include "tables/table.hpp"

namespace jv {

// A text with the marks of its notes, escaped; a mark does not stand alone on a line.
std::string marked_html(std::string_view text, const Table& table, const Marks& marks);

// Adds a table with caption, columns, scoped heads and cells that name their heads, in a region that scrolls; then its button and its notes.
// `id` is the table's own, unique in the document; those of its heads begin with it, and every cell names some of them, so it is short. `caption` is
// HTML, `label` the plain name of the region.
void add_table_html(std::string& out, const Table& table, const Style& style, std::string_view id, std::string_view caption, std::string_view label);

// How a table is printed: `` upright, `breed` on a landscape page, `zeer-breed` there in small print.
std::string_view table_width(const Table& table, const Style& style);

}  // namespace jv
