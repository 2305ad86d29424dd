// How a table is spread over printed pages. For the writers of workbooks.
#pragma once

#include <string_view>
#include <vector>

#include "documents/xlsx_sheet.hpp"

namespace jv {

// Columns that stay together: the first on the sheet, the width of all in characters, and whether they stand beside those before where a page allows.
struct ColumnBlock {
    std::size_t first;
    double width;
    bool with_before = false;
};

// The first columns of the pages after the first: none for a table that fits a page when it is shrunk a little; else as many as needed, and no page
// much fuller than another. Every page repeats the first column, with the labels.
std::vector<std::size_t> page_breaks(double label_width, const std::vector<ColumnBlock>& blocks);

// A4 landscape; every page repeats the rows of the heads and the first column.
void set_up_table_page(Sheet& sheet, std::string_view footer, std::size_t first_head_row, std::size_t last_head_row,
                       const std::vector<std::size_t>& breaks);

}  // namespace jv
