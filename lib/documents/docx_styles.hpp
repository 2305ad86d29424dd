// The parts of a Word document that say what it looks like.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "documents/docx_look.hpp"

namespace jv {

// The ids of styles. Word knows most of them by their name in the file format, and shows that in the language of the user: Kop 1, Bijschrift.
namespace docx_style {
inline constexpr std::string_view text = "Standaard", title = "Titel", subtitle = "Ondertitel", contents_head = "Kopvaninhoudsopgave";
inline constexpr std::string_view heading = "Kop", contents = "Inhopg";  // with a level behind it
inline constexpr std::string_view caption = "Bijschrift", bullet = "Lijstopsomteken", numbered = "Lijstnummering", item_text = "Lijstvoortzetting";
inline constexpr std::string_view footnote = "Voetnoottekst", footnote_mark = "Voetnootmarkering", link = "Hyperlink", strong = "Zwaar";
inline constexpr std::string_view emphasis = "Nadruk", footer = "Voettekst";
// Of our own.
inline constexpr std::string_view table = "Verslagtabel", table_head = "Tabelkop", table_subhead = "Tabelonderkop", table_text = "Tabeltekst";
inline constexpr std::string_view table_number = "Tabelgetal", note = "Noot", chart = "Grafiek", open_place = "Opentekst",
                                  section_end = "Sectie-einde";
}  // namespace docx_style

inline constexpr std::size_t docx_heading_levels = 5;
inline constexpr std::size_t docx_contents_levels = 2;
inline constexpr std::size_t docx_list_levels = 9;
inline constexpr int docx_list_indent = 340;  // of each level, in twentieths of a point

// Lists: their signs and numbers. Each numbered list is one of its own.
class DocxLists {
public:
    // The number (w:numId) of a list of bullets, and of a new numbered list that begins with that number at a level (from 0).
    static constexpr int bullets = 1;
    int begin_numbered(std::size_t level, std::size_t first);
    std::string part() const;

private:
    std::string lists_;
    int last_ = bullets;
};

std::string docx_styles_part(const DocxLook& look);
std::string docx_settings_part(const DocxLook& look);
// Its title, and the number of the page, with the labels of the style.
std::string docx_footer_part(std::string_view title, const Style& style);
// The properties of a section: its footer is the part with that id.
std::string docx_section(const PageSize& page, bool landscape, std::string_view footer);

}  // namespace jv
