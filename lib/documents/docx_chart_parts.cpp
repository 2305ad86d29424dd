#include "documents/docx_chart_parts.hpp"

#include <fmt/format.h>

#include "documents/docx_chart.hpp"
#include "documents/docx_xml.hpp"

namespace jv {

std::string chart_fill(Colour colour) { return fmt::format("<a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill>", xml_colour(colour)); }

std::string chart_line(Colour colour, int width, std::string_view dash) {
    return fmt::format("<a:ln w=\"{}\">{}{}</a:ln>", width, chart_fill(colour), dash.empty() ? "" : fmt::format("<a:prstDash val=\"{}\"/>", dash));
}

std::string chart_cell(std::size_t row, std::size_t column) {
    std::string letters;
    for (auto left = column + 1; left > 0; left = (left - 1) / 26) letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
    return fmt::format("${}${}", letters, row + 1);
}

std::string chart_text_look(const DocxLook& look, Colour colour) {
    return fmt::format(
        "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"{}\" b=\"0\">{}<a:latin typeface=\"{}\"/></a:defRPr></a:pPr><a:endParaRPr "
        "lang=\"{}\"/></a:p></c:txPr>",
        (look.text.half_points - 4) * 50, chart_fill(colour), escaped(look.text.font), escaped(look.language));
}

std::string chart_axis_title(const DocxLook& look, std::string_view text, bool upright) {
    const int size = (look.text.half_points - 4) * 50;
    return fmt::format(
        "<c:title><c:tx><c:rich><a:bodyPr{}/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"{}\" b=\"0\"/></a:pPr><a:r><a:rPr lang=\"{}\" sz=\"{}\" "
        "b=\"0\">{}"
        "<a:latin typeface=\"{}\"/></a:rPr><a:t>{}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>",
        upright ? " rot=\"-5400000\" vert=\"horz\"" : "", size, escaped(look.language), size, chart_fill(look.muted), escaped(look.text.font),
        escaped(text));
}

std::string chart_numbers(std::string_view tag, const ChartValues& values, std::size_t series) {
    auto out =
        fmt::format("<c:{}><c:numRef><c:f>{}!{}:{}</c:f><c:numCache><c:formatCode>{}</c:formatCode><c:ptCount val=\"{}\"/>", tag, docx_chart_sheet,
                    chart_cell(1, series + 1), chart_cell(values.places(), series + 1), values.number_format(series), values.places());
    for (std::size_t place = 0; place < values.places(); ++place)
        out += fmt::format("<c:pt idx=\"{}\"><c:v>{}</c:v></c:pt>", place, values.value(series, place));
    return out + fmt::format("</c:numCache></c:numRef></c:{}>", tag);
}

std::string chart_strings(std::string_view tag, const std::string& area, const std::vector<std::string>& texts) {
    auto out = fmt::format("<c:{}><c:strRef><c:f>{}!{}</c:f><c:strCache><c:ptCount val=\"{}\"/>", tag, docx_chart_sheet, area, texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) out += fmt::format("<c:pt idx=\"{}\"><c:v>{}</c:v></c:pt>", i, escaped(texts[i]));
    return out + fmt::format("</c:strCache></c:strRef></c:{}>", tag);
}

}  // namespace jv
