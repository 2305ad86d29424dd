// One table on its worksheet.
#pragma once

#include <string_view>

#include "documents/xlsx_sheet.hpp"
#include "tables/table.hpp"

namespace jv {

// Writes title, two-level heads, body and notes, with widths, panes and print set-up. `contents` names the sheet that the sheet links
// back to, `footer` stands on every printed page.
void write_table(Sheet& sheet, Formats& formats, const Table& table, const Style& style, std::string_view contents, std::string_view footer);

}  // namespace jv
