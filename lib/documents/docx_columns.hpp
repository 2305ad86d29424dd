// How a table is laid out on a page of a Word document.
#pragma once

#include <vector>

#include "documents/docx_look.hpp"
#include "tables/table.hpp"

namespace jv {

// Before the label of a part of the row above, in twentieths of a point.
inline constexpr int docx_part_indent = 240;

// The columns of a table, or some of them with the labels of the rows before them. Lengths are in twentieths of a point.
struct DocxColumns {
    std::size_t first = 0, end = 0;  // of the columns of the table
    bool landscape = false;
    int half_points = 18;     // of its text
    int margin = 85;          // at both sides of what stands in a cell
    std::vector<int> widths;  // of the labels and each column
    int height = 0;           // of all rows together: an estimate

    int total() const;
    // The upper heads over these columns.
    std::vector<Group> groups(const Table& table) const;
};

// Upright when it fits there in print that can be read, else on a page on its side; a table that is too wide there is divided between groups of
// columns over as few as can be, all in one print. A group that is too wide by itself is divided too, but never the cells of a joint count.
std::vector<DocxColumns> docx_columns(const Table& table, const Style& style, const DocxLook& look);

}  // namespace jv
