// A flat table on a sheet, as a list object: what Excel calls a table. For the accessible workbook.
#pragma once

#include <string>
#include <vector>

#include "documents/xlsx_sheet.hpp"

namespace jv {

struct ListColumn {
    std::string head;
    double width;
    bool figures = false;  // which stand flush right
};

// One row of heads, which are all different and none is empty, and rows below it from column A on.
struct List {
    std::string name;  // of the list object
    std::size_t row;   // of the heads
    std::vector<ListColumn> columns;
    std::size_t rows;  // below the heads; one at least
};

// The name of a list object, from that of its sheet: letters, digits and full stops, and a number that makes it the only one.
std::string list_name(std::string_view sheet, std::size_t number);

// What a list object can't hold of a head is cut off.
inline constexpr std::size_t longest_head = 255;

// Heads that a list object accepts: none is empty or too long, and a second one of the same text, case ignored, becomes `text (2)`.
std::vector<std::string> list_heads(std::vector<std::string> heads, const Style& style);

// Writes the heads and sets the widths of the columns. The rows are written next, by who knows what is in them.
void write_list_heads(Sheet& sheet, Formats& formats, const List& list);
// Makes a list object of what is written.
void make_list(Sheet& sheet, Formats& formats, const List& list);

// A whole list of texts. With `links` the first column leads to the sheets it names.
void write_list(Sheet& sheet, Formats& formats, const List& list, const std::vector<std::vector<std::string>>& rows, bool links = false);

}  // namespace jv
