// The XML of a Word document (WordprocessingML). All text of a report comes in through escaped().
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "documents/html_text.hpp"
#include "tables/style.hpp"

namespace jv {

// The first line of every part.
inline constexpr std::string_view xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
// The namespaces of a part of the text.
inline constexpr std::string_view word_namespaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

// Adds XML to what there is.
void add_pieces(std::string& out, std::initializer_list<std::string_view> pieces);

// `1F4E5F`
std::string xml_colour(Colour colour);

// What a stretch of text looks like, beside its paragraph.
struct RunLook {
    std::string_view style = {};  // a character style
    bool bold = false;
    bool italic = false;
    std::optional<Colour> colour = {};
    int half_points = 0;       // 0: the size of its paragraph
    bool whole_years = false;  // no line ends behind the hyphen of 2023-2024
};

// A run of what is not text alone.
std::string docx_run_of(std::string_view contents, const RunLook& look);
// A run of text; `\n` is a line break.
std::string docx_run(std::string_view text, const RunLook& look = {});
// A paragraph of runs in a style; `properties` are those that come after the style.
std::string docx_paragraph(std::string_view style, std::string_view runs, std::string_view properties = {});
// A field with what it shows until Word calculates it.
std::string docx_field(std::string_view instruction, std::string_view text, const RunLook& look = {});
std::string docx_bookmark(int id, std::string_view name, std::string_view runs);

inline constexpr std::string_view keep_next = "<w:keepNext/>";

}  // namespace jv
