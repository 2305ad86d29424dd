// How a Word document looks: the house style of the report, over which goes that of a document of the municipality's own.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "documents/style_document.hpp"
#include "tables/style.hpp"

namespace jv {

struct TextLook {
    std::string font;
    int half_points = 22;
    Colour colour = 0;
    bool bold = false;
};

// Every text has enough contrast with what is behind it.
struct DocxLook {
    TextLook text, title;
    std::array<TextLook, styled_headings> headings;
    Colour head_fill = 0, head_text = 0, subhead_fill = 0, subhead_text = 0, total_fill = 0, total_text = 0;
    Colour line = 0, muted = 0;
    Colour chart = 0;  // of which series are shades
    PageSize page;
    std::string language;  // `nl-NL`

    int table_half_points() const { return text.half_points > 20 ? text.half_points - 4 : std::min(text.half_points, 18); }
};

DocxLook docx_look(const Style& style, const std::optional<StyleDocument>& own);

}  // namespace jv
