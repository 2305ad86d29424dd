// Own texts in a Word document.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "documents/docx_package.hpp"
#include "documents/docx_styles.hpp"
#include "tables/own_text.hpp"

namespace jv {

// Writes a heading of a level (from 1) with that text, and its runs.
using DocxHeading = std::function<std::string(std::size_t level, std::string_view text, std::string_view runs)>;

// The blocks of an own text below a heading of level 1. A place without a text yet is marked.
std::string docx_text(const OwnText& text, DocxLists& lists, Relationships& links, const DocxHeading& heading);

}  // namespace jv
