// One row of text into its fields: fast-cpp-csv-parser's work, on rows from which its traps are gone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jv {

// Stands for a quote that delimits no field, in rows that are still to be split; no byte of UTF-8.
constexpr char lone_quote = '\xC0';

// So many bytes behind a row and its NUL may be read, whatever they hold: what looks for something in it takes many bytes at a time.
constexpr std::size_t readable_behind = 64;

// Splits a row of that size, behind which stands a NUL, in place: the fields refer to it. Surrounding spaces and quotes are gone, doubled quotes are
// one. `quoted`: the row may hold quotes, all but those of fields replaced by lone_quote.
void split_row(char* row, std::size_t size, char separator, bool quoted, std::vector<std::string_view>& fields);

// Appends a field, between quotes when it holds the separator, a quote or a line break.
void append_csv_field(std::string& out, std::string_view field, char separator);

}  // namespace jv
