// What stands with a table beside its figures: notes that its parts refer to, and definitions.
#pragma once

#include <string>
#include <vector>

#include "counts/definitions.hpp"
#include "tables/table.hpp"

namespace jv {

// Lets a part of the table, by its marks, refer to a note. The same text is one note.
void attach(Table& table, Marks& marks, std::string text);

// Puts the notes in reading order: title, upper heads, lower heads, and of each row its label and its cells.
void put_notes_in_order(Table& table);

// Adds the definitions of indicators, in this order, and of the terms in them; when not `all`, only of terms that must always be printed. One that
// is there already is not added again. Indicators that nobody defines, such as typed-in ones, have none.
void add_definitions(std::vector<Definition>& definitions, const std::vector<std::string>& indicators, bool all, const Definitions& known);

}  // namespace jv
