#include "documents/docx_xml.hpp"

#include <fmt/format.h>

namespace jv {

std::string xml_colour(Colour colour) { return fmt::format("{:06X}", colour); }

void add_pieces(std::string& out, std::initializer_list<std::string_view> pieces) {
    for (const auto piece : pieces) out += piece;
}

std::string docx_run_of(std::string_view contents, const RunLook& look) {
    std::string run = "<w:r>";
    const bool is_plain = look.style.empty() && !look.bold && !look.italic && !look.colour && look.half_points <= 0;
    if (!is_plain) run += "<w:rPr>";
    if (!look.style.empty()) add_pieces(run, {"<w:rStyle w:val=\"", look.style, "\"/>"});
    if (look.bold) run += "<w:b/>";
    if (look.italic) run += "<w:i/>";
    if (look.colour) add_pieces(run, {"<w:color w:val=\"", xml_colour(*look.colour), "\"/>"});
    if (look.half_points > 0) {
        const auto size = std::to_string(look.half_points);
        add_pieces(run, {"<w:sz w:val=\"", size, "\"/><w:szCs w:val=\"", size, "\"/>"});
    }
    if (!is_plain) run += "</w:rPr>";
    add_pieces(run, {contents, "</w:r>"});
    return run;
}

std::string docx_run(std::string_view text, const RunLook& look) {
    const auto is_digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
    std::string out;
    std::size_t begin = 0;
    const auto end_text = [&](std::size_t end, std::string_view then) {
        if (end > begin) {
            out += "<w:t xml:space=\"preserve\">";
            add_escaped(out, text.substr(begin, end - begin));
            out += "</w:t>";
        }
        out += then;
        begin = end + 1;
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\n') end_text(at, "<w:br/>");
        if (look.whole_years && text[at] == '-' && at > 0 && is_digit(at - 1) && is_digit(at + 1)) end_text(at, "<w:noBreakHyphen/>");
    }
    end_text(text.size(), "");
    return docx_run_of(out, look);
}

std::string docx_paragraph(std::string_view style, std::string_view runs, std::string_view properties) {
    std::string paragraph;
    add_pieces(paragraph, {"<w:p><w:pPr><w:pStyle w:val=\"", style, "\"/>", properties, "</w:pPr>", runs, "</w:p>\n"});
    return paragraph;
}

std::string docx_field(std::string_view instruction, std::string_view text, const RunLook& look) {
    const auto mark = [&](std::string_view type) { return docx_run_of(fmt::format("<w:fldChar w:fldCharType=\"{}\"/>", type), look); };
    return mark("begin") + docx_run_of(fmt::format("<w:instrText xml:space=\"preserve\"> {} </w:instrText>", escaped(instruction)), look) +
           mark("separate") + docx_run(text, look) + mark("end");
}

std::string docx_bookmark(int id, std::string_view name, std::string_view runs) {
    return fmt::format("<w:bookmarkStart w:id=\"{0}\" w:name=\"{1}\"/>{2}<w:bookmarkEnd w:id=\"{0}\"/>", id, name, runs);
}

}  // namespace jv
