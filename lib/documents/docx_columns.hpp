// How a table is laid out on a page of a Word document.
#pragma once

#include <vector>

#include "documents/docx_look.hpp"
#include "tables/table.hpp"

namespace jv {

// Before the label of a part of the row above, in twentieths of a point.
inline constexpr int docx_part_indent = 240;

// Lengths are in twentieths of a point.
struct DocxColumns {
    bool landscape = false;
    int half_points = 18;     // of its text
    int margin = 85;          // at both sides of what stands in a cell
    std::vector<int> widths;  // of the labels and each column
    int height = 0;           // of all rows together: an estimate

    int total() const;
};

// Upright when it fits there in print that can be read, else on a page on its side, and there as small as it must.
DocxColumns docx_columns(const Table& table, const Style& style, const DocxLook& look);

}  // namespace jv
