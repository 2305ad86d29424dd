// One table on its worksheet.
#pragma once

#include <string_view>

#include "documents/xlsx_sheet.hpp"
#include "tables/table.hpp"

namespace jv {

// Writes title, two-level heads, body and notes, with widths, panes and print set-up. `contents` names the sheet that the sheet links
// back to, `footer` stands on every printed page.
// `space` is how many rows stay free above the heads, for a chart; such a table is not frozen in place. Returns the first row of the body.
std::size_t write_table(Sheet& sheet, Formats& formats, const Table& table, const Style& style, std::string_view contents, std::string_view footer,
                        std::size_t space = 0);

}  // namespace jv
