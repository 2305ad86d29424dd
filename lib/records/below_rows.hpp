// What stands below the rows of an export.
#pragma once

#include <span>
#include <string_view>

#include "rows/csv_reader.hpp"

namespace jv {

// Whether the row just read and all behind it are notes and totals: rows without a value, with a first value such as `Totaal` or `Bron:`, or, behind
// a blank line, with one or two values, fewer than a row of any kind has. False when more than twenty such rows follow: then nothing is certain.
bool only_notes_follow(CsvReader& csv, std::span<const std::string_view> fields);

}  // namespace jv
