// A table in a Word document.
#pragma once

#include <string>
#include <string_view>

#include "documents/docx_columns.hpp"
#include "documents/docx_notes.hpp"

namespace jv {

// These columns of the table. Their heads are repeated on each page, and a row is never divided over two. A short table stays on one page.
std::string docx_table(const Table& table, const Style& style, const DocxLook& look, const DocxColumns& columns, DocxNotes& notes);
// What stands below a table: its notes that no mark has held, remarks and definitions.
std::string docx_below_table(const Table& table, const DocxNotes& notes);

}  // namespace jv
