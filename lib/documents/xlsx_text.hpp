// The sheets of sentences and of an own text. For documents/xlsx.cpp.
#pragma once

#include <string_view>

#include "documents/xlsx_sheet.hpp"
#include "tables/table.hpp"

namespace jv {

struct TextSheet {
    lxw_workbook* book;
    Sheet& sheet;
    Formats& formats;
    const Style& style;
};

// The title, a link to the sheet `contents`, and a row for each sentence.
void write_sentences(const TextSheet& to, const Sentences& sentences, std::string_view contents, std::string_view footer);

// The title, a link to the sheet `contents`, and a row for each block: wrapped, with bold, italic and links in the text itself. A paragraph
// that is higher than a row can be goes on in the next. A text that is not written yet stands in a coloured row.
void write_text(const TextSheet& to, const OwnText& text, std::string_view contents, std::string_view footer);

}  // namespace jv
