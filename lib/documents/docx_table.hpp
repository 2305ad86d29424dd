// A table in a Word document.
#pragma once

#include <string>
#include <string_view>

#include "documents/docx_columns.hpp"
#include "documents/docx_notes.hpp"

namespace jv {

// The table with what stands below it. Its heads are repeated on each page, and a row is never divided over two. A short table stays on one page.
std::string docx_table(const Table& table, const Style& style, const DocxLook& look, const DocxColumns& columns, DocxNotes& notes);

}  // namespace jv
