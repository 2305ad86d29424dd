#include "documents/docx_xml.hpp"

#include <fmt/format.h>

namespace jv {

std::string xml_colour(Colour colour) { return fmt::format("{:06X}", colour); }

std::string docx_run_of(std::string_view contents, const RunLook& look) {
    std::string properties;
    if (!look.style.empty()) properties += fmt::format("<w:rStyle w:val=\"{}\"/>", look.style);
    if (look.bold) properties += "<w:b/>";
    if (look.italic) properties += "<w:i/>";
    if (look.colour) properties += fmt::format("<w:color w:val=\"{}\"/>", xml_colour(*look.colour));
    if (look.half_points > 0) properties += fmt::format("<w:sz w:val=\"{0}\"/><w:szCs w:val=\"{0}\"/>", look.half_points);
    if (!properties.empty()) properties = "<w:rPr>" + properties + "</w:rPr>";
    return fmt::format("<w:r>{}{}</w:r>", properties, contents);
}

std::string docx_run(std::string_view text, const RunLook& look) {
    const auto is_digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
    std::string out;
    std::size_t begin = 0;
    const auto end_text = [&](std::size_t end, std::string_view then) {
        if (end > begin) out += fmt::format("<w:t xml:space=\"preserve\">{}</w:t>", escaped(text.substr(begin, end - begin)));
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
    return fmt::format("<w:p><w:pPr><w:pStyle w:val=\"{}\"/>{}</w:pPr>{}</w:p>\n", style, properties, runs);
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
