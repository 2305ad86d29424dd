#include "documents/html.hpp"

#include <fmt/format.h>

#include "documents/html_page.hpp"
#include "documents/html_table.hpp"
#include "documents/notes.hpp"
#include "documents/svg_chart.hpp"
#include "tables/fixed_texts.hpp"

namespace jv {

namespace {

// The widths of the two pictures of a chart, of which a page shows the one that fits.
constexpr int wide_picture = 760, narrow_picture = 328;

}  // namespace

std::string HtmlWriter::begin_section(std::string_view name, std::string_view title, std::string_view look) {
    auto id = ids_.add(name);
    contents_ += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", id, escaped(title));
    sections_ += fmt::format("<section id=\"{}\"{}>\n", id, look.empty() ? "" : fmt::format(" class=\"{}\"", look));
    return id;
}

std::string HtmlWriter::table_label(std::string_view title) {
    return fmt::format("{} {}: {}", fixed_text(report_.style, fixed::table), ++tables_, title);
}

void HtmlWriter::table(const Table& table) {
    const auto width = table_width(table, report_.style);
    const auto id = begin_section(table.name, table.title, width.empty() ? "" : fmt::format("op-{}", width));
    const auto caption = fmt::format("<h2 class=\"titel\">{}</h2>", marked_html(table.title, table, table.title_notes));
    sections_ += table_html(table, report_.style, id + "_tabel", caption, table_label(table.title));
    end_section();
}

void HtmlWriter::chart(const Chart& chart) {
    const auto& data = chart.data;
    const auto id = begin_section(data.name, data.title);
    sections_ += fmt::format("<h2>{}</h2>\n", marked_html(data.title, data, data.title_notes));
    if (data.rows.empty()) {
        sections_ += fmt::format("<div class=\"tekst\">\n<p>{}</p>\n</div>\n", escaped(chart.description));
        return end_section();
    }
    pictures_ = true;
    sections_ += "<figure class=\"breed\">\n" + svg_chart(chart, report_.style, id + "_breed", wide_picture) + "</figure>\n";
    sections_ += "<figure class=\"smal\">\n" + svg_chart(chart, report_.style, id + "_smal", narrow_picture) + "</figure>\n";
    sections_ += table_html(data, report_.style, id + "_tabel",
                            "<p class=\"titel\">" + escaped(fixed_text(report_.style, fixed::figures_below)) + "</p>", table_label(data.title));
    end_section();
}

void HtmlWriter::sentences(const Sentences& sentences) {
    begin_section(sentences.title, sentences.title);
    sections_ += fmt::format("<h2>{}</h2>\n<ul class=\"tekst\">\n", escaped(sentences.title));
    for (const auto& line : sentences.lines) sections_ += "<li>" + escaped(line) + "</li>\n";
    sections_ += "</ul>\n";
    end_section();
}

void HtmlWriter::own_text(const OwnText& text) {
    begin_section(text.title, text.title);
    sections_ += fmt::format("<h2>{}</h2>\n<div class=\"tekst{}\">\n{}</div>\n", escaped(text.title), text.written ? "" : " open", blocks_html(text));
    end_section();
}

std::string HtmlWriter::finish() {
    const auto label = [&](std::string_view text) { return escaped(fixed_text(report_.style, text)); };
    std::string page = fmt::format("<a class=\"naar-inhoud\" href=\"#_verslag\">{}</a>\n", label(fixed::skip));
    page += fmt::format("<header>\n{}<h1>{}</h1>\n<p class=\"onder\">{}</p>\n", logo_html(report_.style), escaped(report_.title),
                        escaped(report_.subject()));
    page += fmt::format("<nav aria-labelledby=\"_inhoud\">\n<h2 id=\"_inhoud\">{}</h2>\n<ul>\n{}</ul>\n</nav>\n</header>\n", label(fixed::contents),
                        contents_);
    if (pictures_) page += svg_definitions();
    page += fmt::format(
        "<main id=\"_verslag\" tabindex=\"-1\">\n{}<p id=\"_status\" role=\"status\" data-klaar=\"{}\" data-mislukt=\"{}\"></p>\n</main>\n",
        sections_, label(fixed::copied), label(fixed::not_copied));
    if (!report_.notes.empty()) {
        page += "<footer>\n<div class=\"noten\">\n";
        for (const auto& note : report_.notes) page += "<p>" + escaped(note) + "</p>\n";
        page += "</div>\n</footer>\n";
    }
    return html_page(report_.title, page, report_.style);
}

}  // namespace jv
