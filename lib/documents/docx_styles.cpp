#include "documents/docx_styles.hpp"

#include <fmt/format.h>

#include "documents/docx_xml.hpp"
#include "tables/fixed_texts.hpp"

namespace jv {

namespace {

std::string fonts(std::string_view font) {
    return fmt::format("<w:rFonts w:ascii=\"{0}\" w:hAnsi=\"{0}\" w:eastAsia=\"{0}\" w:cs=\"{0}\"/>", escaped(font));
}

std::string size(int half_points) { return fmt::format("<w:sz w:val=\"{0}\"/><w:szCs w:val=\"{0}\"/>", half_points); }

std::string colour(Colour colour) { return fmt::format("<w:color w:val=\"{}\"/>", xml_colour(colour)); }

std::string look_of(const TextLook& look) {
    return fonts(look.font) + (look.bold ? "<w:b/><w:bCs/>" : "<w:b w:val=\"0\"/><w:bCs w:val=\"0\"/>") + colour(look.colour) +
           size(look.half_points);
}

class StyleSheet {
public:
    explicit StyleSheet(const DocxLook& look) : look_(look) {}

    std::string part() {
        out_ = fmt::format("{}<w:styles {}>\n", xml_head, word_namespaces);
        out_ += "<w:docDefaults><w:rPrDefault><w:rPr>" + fonts(look_.text.font) + size(look_.text.half_points) +
                fmt::format("<w:lang w:val=\"{0}\" w:eastAsia=\"{0}\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>", escaped(look_.language)) +
                "<w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"271\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\n";
        defaults();
        headings();
        contents();
        texts();
        tables();
        return out_ + "</w:styles>\n";
    }

private:
    // A style of paragraphs. `following` is the style of the paragraph that a user begins after it.
    void paragraph(std::string_view id, std::string_view name, std::string_view properties, std::string_view look,
                   std::string_view based_on = docx_style::text, std::string_view following = {}) {
        const bool own = id.starts_with("Tabel") || id == docx_style::note || id == docx_style::chart || id == docx_style::open_place ||
                         id == docx_style::section_end;
        out_ += fmt::format("<w:style w:type=\"paragraph\"{} w:styleId=\"{}\"><w:name w:val=\"{}\"/><w:basedOn w:val=\"{}\"/>",
                            own ? " w:customStyle=\"1\"" : "", id, name, based_on);
        if (!following.empty()) out_ += fmt::format("<w:next w:val=\"{}\"/>", following);
        out_ += "<w:qFormat/>";
        if (!properties.empty()) out_ += fmt::format("<w:pPr>{}</w:pPr>", properties);
        if (!look.empty()) out_ += fmt::format("<w:rPr>{}</w:rPr>", look);
        out_ += "</w:style>\n";
    }

    void characters(std::string_view id, std::string_view name, std::string_view look) {
        out_ += fmt::format(
            "<w:style w:type=\"character\" w:styleId=\"{}\"><w:name w:val=\"{}\"/><w:basedOn w:val=\"Standaardalinea-lettertype\"/>"
            "<w:qFormat/><w:rPr>{}</w:rPr></w:style>\n",
            id, name, look);
    }

    void defaults() {
        out_ += fmt::format(
            "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"{}\"><w:name w:val=\"Normal\"/><w:qFormat/><w:rPr>{}</w:rPr></w:style>\n",
            docx_style::text, colour(look_.text.colour));
        out_ +=
            "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"Standaardalinea-lettertype\"><w:name w:val=\"Default Paragraph Font\"/>"
            "<w:uiPriority w:val=\"1\"/><w:semiHidden/></w:style>\n"
            "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"Standaardtabel\"><w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/>"
            "<w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" "
            "w:type=\"dxa\"/>"
            "<w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>\n"
            "<w:style w:type=\"numbering\" w:default=\"1\" w:styleId=\"Geenlijst\"><w:name w:val=\"No List\"/><w:uiPriority "
            "w:val=\"99\"/><w:semiHidden/>"
            "</w:style>\n";
    }

    void headings() {
        paragraph(docx_style::title, "Title", "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"80\" w:line=\"240\" w:lineRule=\"auto\"/>",
                  look_of(look_.title), docx_style::text, docx_style::subtitle);
        paragraph(docx_style::subtitle, "Subtitle", "<w:spacing w:after=\"360\"/>", colour(look_.muted) + size(look_.text.half_points + 4));
        for (std::size_t level = 1; level <= docx_heading_levels; ++level) {
            auto look = look_.headings[std::min(level, look_.headings.size()) - 1];
            if (level > look_.headings.size()) look.half_points = std::min(look.half_points, look_.text.half_points);
            const int before = level == 1 ? 480 : level == 2 ? 280 : 220;
            paragraph(fmt::format("{}{}", docx_style::heading, level), fmt::format("heading {}", level),
                      fmt::format("<w:keepNext/><w:keepLines/><w:spacing w:before=\"{}\" w:after=\"{}\" w:line=\"252\" w:lineRule=\"auto\"/>"
                                  "<w:outlineLvl w:val=\"{}\"/>",
                                  before, level == 1 ? 140 : 80, level - 1),
                      look_of(look), docx_style::text, docx_style::text);
        }
    }

    void contents() {
        auto look = look_.headings[1];
        paragraph(docx_style::contents_head, "TOC Heading", "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"120\"/>", look_of(look));
        for (std::size_t level = 1; level <= docx_contents_levels; ++level)
            paragraph(fmt::format("{}{}", docx_style::contents, level), fmt::format("toc {}", level),
                      fmt::format("<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"{}\"/></w:tabs><w:spacing w:after=\"60\"/>"
                                  "<w:ind w:left=\"{}\" w:right=\"567\"/>",
                                  look_.page.text_width(false), 280 * (level - 1)),
                      "");
    }

    void texts() {
        paragraph(docx_style::caption, "caption",
                  "<w:keepNext/><w:keepLines/><w:spacing w:before=\"60\" w:after=\"100\" w:line=\"252\" w:lineRule=\"auto\"/>",
                  colour(look_.muted) + size(std::max(look_.text.half_points - 3, 16)));
        const auto indent = [](std::string_view more) { return fmt::format("{}<w:contextualSpacing/>", more); };
        paragraph(docx_style::bullet, "List Bullet", indent("<w:numPr><w:numId w:val=\"1\"/></w:numPr>"), "");
        paragraph(docx_style::numbered, "List Number", indent(""), "");
        paragraph(docx_style::item_text, "List Continue", indent(fmt::format("<w:ind w:left=\"{}\"/>", docx_list_indent)), "");
        paragraph(docx_style::footnote, "footnote text", "<w:spacing w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/>", size(17));
        paragraph(docx_style::note, "Noot", "<w:keepLines/><w:spacing w:before=\"60\" w:after=\"0\" w:line=\"252\" w:lineRule=\"auto\"/>",
                  colour(look_.muted) + size(17));
        paragraph(docx_style::footer, "footer", "<w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"right\"/>",
                  colour(look_.muted) + size(17));
        paragraph(docx_style::chart, "Grafiek", "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/>", "");
        const auto side = [&](std::string_view name) {
            return fmt::format("<w:{} w:val=\"dashed\" w:sz=\"8\" w:space=\"6\" w:color=\"{}\"/>", name, xml_colour(look_.muted));
        };
        paragraph(docx_style::open_place, "Open tekst",
                  "<w:pBdr>" + side("top") + side("left") + side("bottom") + side("right") +
                      "</w:pBdr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FFF2CC\"/><w:ind w:left=\"140\" w:right=\"140\"/>",
                  "<w:b/><w:bCs/><w:color w:val=\"1B2225\"/>");
        paragraph(docx_style::section_end, "Sectie-einde", "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>", size(2));
        characters(docx_style::footnote_mark, "footnote reference", "<w:vertAlign w:val=\"superscript\"/>");
        characters(docx_style::link, "Hyperlink", colour(look_.headings.front().colour) + "<w:u w:val=\"single\"/>");
        characters(docx_style::strong, "Strong", "<w:b/><w:bCs/>");
        characters(docx_style::emphasis, "Emphasis", "<w:i/><w:iCs/>");
    }

    void tables() {
        const auto compact = "<w:spacing w:before=\"30\" w:after=\"30\" w:line=\"240\" w:lineRule=\"auto\"/>";
        const auto text_size = size(look_.table_half_points());
        paragraph(docx_style::table_text, "Tabeltekst", compact, text_size);
        paragraph(docx_style::table_number, "Tabelgetal", "<w:jc w:val=\"right\"/>", "", docx_style::table_text);
        paragraph(docx_style::table_head, "Tabelkop", "<w:keepNext/>", "<w:b/><w:bCs/>" + colour(look_.head_text), docx_style::table_text);
        paragraph(docx_style::table_subhead, "Tabelonderkop", "<w:keepNext/>", "<w:b/><w:bCs/>" + colour(look_.subhead_text), docx_style::table_text);
        const auto line = [&](std::string_view side) {
            return fmt::format("<w:{} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"{}\"/>", side, xml_colour(look_.line));
        };
        out_ += fmt::format(
            "<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"{}\"><w:name w:val=\"Verslagtabel\"/><w:basedOn "
            "w:val=\"Standaardtabel\"/><w:qFormat/>"
            "<w:tblPr><w:tblBorders>{}{}{}</w:tblBorders><w:tblCellMar><w:top w:w=\"20\" w:type=\"dxa\"/><w:left w:w=\"85\" w:type=\"dxa\"/>"
            "<w:bottom w:w=\"20\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>\n",
            docx_style::table, line("top"), line("bottom"), line("insideH"));
    }

    const DocxLook& look_;
    std::string out_;
};

// A list: its levels, each with what stands before an item.
std::string list_kind(int id, bool numbered) {
    std::string out = fmt::format("<w:abstractNum w:abstractNumId=\"{}\"><w:multiLevelType w:val=\"multilevel\"/>", id);
    for (std::size_t level = 0; level < docx_list_levels; ++level)
        out += fmt::format(
            "<w:lvl w:ilvl=\"{}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{}\"/><w:lvlText w:val=\"{}\"/><w:lvlJc w:val=\"left\"/>"
            "<w:pPr><w:ind w:left=\"{}\" w:hanging=\"{}\"/></w:pPr></w:lvl>",
            level, numbered ? "decimal" : "bullet",
            numbered     ? fmt::format("%{}.", level + 1)
            : level == 0 ? "•"
                         : "◦",
            docx_list_indent * (static_cast<int>(level) + 1), docx_list_indent);
    return out + "</w:abstractNum>\n";
}

}  // namespace

int DocxLists::begin_numbered(std::size_t level, std::size_t first) {
    lists_ += fmt::format(
        "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"{}\"><w:startOverride w:val=\"{}\"/></w:lvlOverride></w:num>\n",
        ++last_, level, first);
    return last_;
}

std::string DocxLists::part() const {
    return fmt::format("{}<w:numbering {}>\n{}{}<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\n{}</w:numbering>\n", xml_head,
                       word_namespaces, list_kind(0, false), list_kind(1, true), lists_);
}

std::string docx_styles_part(const DocxLook& look) { return StyleSheet(look).part(); }

std::string docx_settings_part(const DocxLook& look) {
    return fmt::format(
        "{}<w:settings {}>\n<w:defaultTabStop w:val=\"709\"/><w:hyphenationZone w:val=\"425\"/><w:characterSpacingControl w:val=\"doNotCompress\"/>"
        "<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>"
        "<w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
        "<w:themeFontLang w:val=\"{}\"/><w:decimalSymbol w:val=\",\"/><w:listSeparator w:val=\";\"/>\n</w:settings>\n",
        xml_head, word_namespaces, escaped(look.language));
}

std::string docx_footer_part(std::string_view title, const Style& style) {
    const auto runs = docx_run(fmt::format("{} · {} ", title, fixed_text(style, fixed::page))) + docx_field("PAGE", "1") +
                      docx_run(fmt::format(" {} ", fixed_text(style, fixed::of))) + docx_field("NUMPAGES", "1");
    return fmt::format("{}<w:ftr {}>\n{}</w:ftr>\n", xml_head, word_namespaces, docx_paragraph(docx_style::footer, runs));
}

std::string docx_section(const PageSize& page, bool landscape, std::string_view footer) {
    const auto size = landscape ? fmt::format("<w:pgSz w:w=\"{}\" w:h=\"{}\" w:orient=\"landscape\"/>", page.height, page.width)
                                : fmt::format("<w:pgSz w:w=\"{}\" w:h=\"{}\"/>", page.width, page.height);
    // A page on its side has its margins on their side.
    const auto margins = [&](int top, int right, int bottom, int left) {
        return fmt::format("<w:pgMar w:top=\"{}\" w:right=\"{}\" w:bottom=\"{}\" w:left=\"{}\" w:header=\"{}\" w:footer=\"{}\" w:gutter=\"0\"/>", top,
                           right, bottom, left, page.header, page.footer);
    };
    return fmt::format(
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"{}\"/><w:type w:val=\"nextPage\"/>{}{}<w:cols w:space=\"708\"/></w:sectPr>", footer,
        size, landscape ? margins(page.left, page.top, page.right, page.bottom) : margins(page.top, page.right, page.bottom, page.left));
}

}  // namespace jv
