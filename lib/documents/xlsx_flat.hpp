// One table on a sheet of the accessible workbook: flat heads, one row each, nothing merged and nothing empty.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "documents/xlsx_sheet.hpp"
#include "tables/table.hpp"

namespace jv {

// The reasons that occur in a table, each as the word in a cell that has no number for it (`nvt`, `onbekend`, `geen bron`, `onderdrukt`,
// `samen geteld`) with what it means, and how other documents print it.
std::vector<std::pair<std::string, std::string>> reasons_in(const Table& table, const Style& style);

struct FlatPlace {
    Sheet& sheet;
    Formats& formats;
    const Style& style;
    std::string list;                                        // the name of the list object
    std::vector<std::string> intro;                          // sentences below the title
    std::vector<std::pair<std::string, std::string>> links;  // sheets that the sheet leads to, and how
};

// Writes the title in A1, the sentences and links, and the table as a list object. Numbers are numbers, and nothing is 0. A note is a mark in words
// behind what refers to it; those of cells with a number stand in a last column. Returns the row of the first cells.
std::size_t write_flat_table(const FlatPlace& place, const Table& table, std::string_view footer);

}  // namespace jv
