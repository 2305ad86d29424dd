#include "documents/docx.hpp"

#include <fmt/format.h>

#include <cmath>
#include <utility>

#include "documents/docx_chart.hpp"
#include "documents/docx_columns.hpp"
#include "documents/docx_table.hpp"
#include "documents/docx_text.hpp"
#include "documents/docx_xml.hpp"
#include "documents/house_style.hpp"
#include "settings/templates.hpp"
#include "tables/fixed_texts.hpp"

namespace jv {

namespace {

constexpr std::string_view word_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
// A fixed moment: the file is about its figures, and the same figures give the same bytes.
constexpr std::string_view fixed_moment = "2000-01-01T00:00:00Z";
// A report of more parts than this has a page for its title and contents.
constexpr std::size_t most_on_first_page = 5;
// In a document lengths of pictures are in English Metric Units: so many in a twentieth of a point.
constexpr int emu = 635;

std::string core_properties(const Report& report, std::string_view language) {
    return fmt::format(
        "{}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n<dc:title>{}</dc:title><dc:subject>{}</dc:subject><dc:creator>jaarverslag "
        "{}</dc:creator>"
        "<dc:language>{}</dc:language><cp:lastModifiedBy>jaarverslag {}</cp:lastModifiedBy>"
        "<dcterms:created xsi:type=\"dcterms:W3CDTF\">{}</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">{}</dcterms:modified>\n"
        "</cp:coreProperties>\n",
        xml_head, escaped(report.title), escaped(report.subject()), version(), escaped(language), version(), fixed_moment, fixed_moment);
}

std::string extended_properties() {
    return fmt::format(
        "{}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>jaarverslag</Application>"
        "</Properties>\n",
        xml_head);
}

// A picture in the text: a chart, or the logo. Its size is in twentieths of a point.
struct Drawing {
    std::size_t number;
    std::string name, title, description;
    int width, height;
};

std::string drawing(const Drawing& picture, std::string_view kind, std::string_view graphic) {
    return fmt::format(
        "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{}\" cy=\"{}\"/><wp:effectExtent l=\"0\" t=\"0\" "
        "r=\"0\" b=\"0\"/><wp:docPr id=\"{}\" name=\"{}\" descr=\"{}\" title=\"{}\"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData "
        "uri=\"http://schemas.openxmlformats.org/drawingml/2006/{}\">{}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>",
        static_cast<long long>(picture.width) * emu, static_cast<long long>(picture.height) * emu, picture.number, escaped(picture.name),
        escaped(picture.description), escaped(picture.title), kind, graphic);
}

std::string logo_drawing(std::size_t number, const Picture& png, const std::string& text, std::string_view image) {
    constexpr double twentieths_per_pixel = 15;
    const auto size = [&](unsigned pixels) { return static_cast<int>(std::lround(pixels * logo_scale(png) * twentieths_per_pixel)); };
    const Drawing picture{number, "Logo", "", text, size(png.width), size(png.height)};
    return drawing(
        picture, "picture",
        fmt::format(
            "<pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:nvPicPr><pic:cNvPr id=\"{}\" name=\"Logo\" "
            "descr=\"{}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"{}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{}\" cy=\"{}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>"
            "</pic:spPr></pic:pic>",
            number, escaped(text), image, static_cast<long long>(picture.width) * emu, static_cast<long long>(picture.height) * emu));
}

std::string bookmark_of(std::size_t entry) { return fmt::format("_Toc{:09}", entry); }

}  // namespace

DocxWriter::DocxWriter(const Report& report, const RenderOptions& options) : report_(report), look_(docx_look(report.style, options.style_document)) {
    add_part("styles", docx_styles_part(look_));
    add_part("settings", docx_settings_part(look_));
    if (const auto* logo = report.style.logo_of(Picture::Kind::png)) {
        package_.add("word/media/logo.png", "image/png", logo->bytes);
        logo_ = relationships_.add("image", "media/logo.png");
    }
    footer_ = add_part("footer", docx_footer_part(report.title, report.style));
}

std::string DocxWriter::add_part(std::string_view name, std::string bytes) {
    package_.add(fmt::format("word/{}.xml", name), fmt::format("{}{}+xml", word_type, name), std::move(bytes));
    return relationships_.add(name, fmt::format("{}.xml", name));
}

std::string DocxWriter::heading(std::size_t level, std::string_view text, std::string_view runs) {
    entries_.push_back({level, std::string(text)});
    const auto number = entries_.size();
    const bool new_page = number == 1 && report_.parts.size() > most_on_first_page && !landscape_;
    return docx_paragraph(fmt::format("{}{}", docx_style::heading, std::min(level, docx_heading_levels)),
                          docx_bookmark(static_cast<int>(number), bookmark_of(number), runs), new_page ? "<w:pageBreakBefore/>" : "");
}

void DocxWriter::begin_part(std::string_view title, bool landscape) {
    if (landscape != landscape_) body_ += docx_paragraph(docx_style::section_end, "", docx_section(look_.page, landscape_, footer_));
    landscape_ = landscape;
    body_ += heading(1, title, docx_run(title, {.whole_years = true}));
}

void DocxWriter::caption(std::string_view kind, std::size_t number, std::string_view text, std::string_view runs, std::string_view properties,
                         bool again) {
    const RunLook strong{.style = docx_style::strong};
    body_ += docx_paragraph(docx_style::caption,
                            docx_run(fixed_text(report_.style, kind) + " ", strong) +
                                docx_field(fmt::format("SEQ {}{} \\* ARABIC", kind, again ? " \\c" : ""), std::to_string(number), strong) +
                                docx_run(": ", strong) + docx_run(text) + std::string(runs),
                            properties);
}

void DocxWriter::table_with_caption(const Table& table, const std::vector<DocxColumns>& pieces, const std::string& title) {
    caption(fixed::table, ++tables_, title, notes_.marks(table, table.title_notes));
    body_ += docx_table(table, report_.style, look_, pieces.front(), notes_);
    for (std::size_t piece = 1; piece < pieces.size(); ++piece) {
        caption(fixed::table, tables_, fmt::format("{} ({})", title, fixed_text(report_.style, fixed::continued)), "",
                "<w:spacing w:before=\"240\"/>", true);
        body_ += docx_table(table, report_.style, look_, pieces[piece], notes_);
    }
    body_ += docx_below_table(table, notes_);
}

void DocxWriter::table(const Table& table) {
    const auto columns = docx_columns(table, report_.style, look_);
    begin_part(table.title, columns.front().landscape);
    const bool names_area = table.gebied.empty() || table.title.find(table.gebied) != std::string::npos;
    table_with_caption(table, columns, names_area ? table.title : table.title + ", " + table.gebied);
}

void DocxWriter::draw(const Chart& chart, const std::string& name) {
    ++drawings_;
    const auto workbook = fmt::format("embeddings/grafiek{}.xlsx", drawings_), part = fmt::format("charts/chart{}.xml", drawings_);
    Relationships refers_to;
    const auto workbook_id = refers_to.add("package", "../" + workbook);
    package_.add("word/" + workbook, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", docx_chart_workbook(chart, report_.style));
    package_.add("word/" + part, "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
                 docx_chart_part(chart, report_.style, look_, workbook_id));
    package_.add("word/" + part, refers_to);
    body_ += docx_paragraph(docx_style::chart, drawing({drawings_, name, chart.data.title, chart.description, look_.page.text_width(false),
                                                        docx_chart_height(chart, report_.style, look_)},
                                                       "chart", fmt::format("<c:chart r:id=\"{}\"/>", relationships_.add("chart", part))));
}

void DocxWriter::chart(const Chart& chart) {
    const auto& data = chart.data;
    if (data.rows.empty()) {
        begin_part(data.title, false);
        body_ += docx_paragraph(docx_style::text, docx_run(chart.description) + notes_.marks(data, data.title_notes));
        return;
    }
    const auto columns = docx_columns(data, report_.style, look_);
    begin_part(data.title, columns.front().landscape);
    ++charts_;
    const auto parts = docx_charts(chart, report_.style);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto goes_on = i > 0 ? fmt::format(" ({})", fixed_text(report_.style, fixed::continued)) : std::string();
        draw(parts[i], fmt::format("{} {}{}", fixed_text(report_.style, fixed::chart), charts_, goes_on));
        caption(fixed::chart, charts_, data.title + goes_on, "", "<w:keepNext w:val=\"0\"/><w:spacing w:after=\"240\"/>", i > 0);
    }
    table_with_caption(data, columns, fmt::format("{} {}", fixed_text(report_.style, fixed::figures_of_chart), charts_));
}

void DocxWriter::sentences(const Sentences& sentences) {
    begin_part(sentences.title, false);
    for (const auto& line : sentences.lines) body_ += docx_paragraph(docx_style::bullet, docx_run(line));
}

void DocxWriter::own_text(const OwnText& text) {
    begin_part(text.title, false);
    body_ += docx_text(text, lists_, relationships_,
                       [&](std::size_t level, std::string_view plain, std::string_view runs) { return heading(level, plain, runs); });
}

std::string DocxWriter::contents() const {
    std::string lines;
    std::string begin =
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
        "<w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-" +
        std::to_string(docx_contents_levels) + "\" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        if (entries_[i].level > docx_contents_levels) continue;
        const auto link =
            fmt::format("<w:hyperlink w:anchor=\"{}\" w:history=\"1\">{}</w:hyperlink>", bookmark_of(i + 1), docx_run(entries_[i].text));
        lines += docx_paragraph(fmt::format("{}{}", docx_style::contents, entries_[i].level), std::exchange(begin, "") + link);
    }
    if (lines.empty()) return {};
    lines += docx_paragraph(docx_style::section_end, "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
    return "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of "
           "Contents\"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>\n" +
           docx_paragraph(docx_style::contents_head, docx_run(fixed_text(report_.style, fixed::contents))) + lines + "</w:sdtContent></w:sdt>\n";
}

std::string DocxWriter::logo() const {
    if (logo_.empty()) return {};
    const auto& style = report_.style;
    return docx_paragraph(docx_style::text, logo_drawing(drawings_ + 1, *style.logo_of(Picture::Kind::png), style.logo_text, logo_),
                          "<w:jc w:val=\"right\"/>");
}

std::string DocxWriter::document_begin() const {
    return fmt::format(
        "{}<w:document {} xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
        "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\">\n<w:body>\n"
        "{}{}{}{}",
        xml_head, word_namespaces, logo(), docx_paragraph(docx_style::title, docx_run(report_.title, {.whole_years = true})),
        docx_paragraph(docx_style::subtitle, docx_run(report_.subject())), contents());
}

std::string DocxWriter::document_end() const { return docx_section(look_.page, landscape_, footer_) + "\n</w:body>\n</w:document>\n"; }

std::string DocxWriter::finish() {
    if (!report_.notes.empty()) {
        begin_part(fixed_text(report_.style, fixed::notes), landscape_);
        for (const auto& note : report_.notes) body_ += docx_paragraph(docx_style::note, docx_run(note));
    }
    // A document ends with a paragraph, not with a table.
    if (body_.ends_with("</w:tbl>\n")) body_ += docx_paragraph(docx_style::section_end, "");
    add_part("footnotes", notes_.part());
    add_part("numbering", lists_.part());
    body_.insert(0, document_begin());
    body_ += document_end();
    package_.add("word/document.xml", fmt::format("{}document.main+xml", word_type), std::move(body_));
    package_.add("word/document.xml", relationships_);
    package_.add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", core_properties(report_, look_.language));
    package_.add("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", extended_properties());
    Relationships whole;
    whole.add("officeDocument", "word/document.xml");
    whole.add("core-properties", "docProps/core.xml");
    whole.add("extended-properties", "docProps/app.xml");
    package_.add("", whole);
    return package_.zip();
}

}  // namespace jv
