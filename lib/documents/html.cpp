#include "documents/html.hpp"

#include <fmt/format.h>

#include <algorithm>

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

HtmlWriter::HtmlWriter(const Report& report) : report_(report), bytes_(html_begin(report.title, report.style)) {
    bytes_ += fmt::format("<a class=\"naar-inhoud\" href=\"#_verslag\">{}</a>\n", label(fixed::skip));
    bytes_ += fmt::format("<header>\n{}<h1>{}</h1>\n<p class=\"onder\">{}</p>\n", logo_html(report.style), escaped(report.title),
                          escaped(report.subject()));
    bytes_ += fmt::format("<nav aria-labelledby=\"_inhoud\">\n<h2 id=\"_inhoud\">{}</h2>\n<ul>\n", label(fixed::contents));
    Ids ids;
    for (const auto& heading : report.contents) {
        sections_.push_back(ids.add(heading.name.empty() ? heading.title : heading.name));
        bytes_ += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", sections_.back(), escaped(heading.title));
    }
    bytes_ += "</ul>\n</nav>\n</header>\n";
    if (std::any_of(report.contents.begin(), report.contents.end(), [](const Heading& heading) { return heading.drawn; }))
        bytes_ += svg_definitions();
    bytes_ += "<main id=\"_verslag\" tabindex=\"-1\">\n";
}

std::string HtmlWriter::label(std::string_view text) const { return escaped(fixed_text(report_.style, text)); }

const std::string& HtmlWriter::begin_section(std::string_view look) {
    const auto& id = sections_.at(begun_++);
    bytes_ += fmt::format("<section id=\"{}\"{}>\n", id, look.empty() ? "" : fmt::format(" class=\"{}\"", look));
    return id;
}

void HtmlWriter::add_table(const Table& table, std::string_view caption) {
    ++tables_;
    const auto name = fmt::format("{} {}: {}", fixed_text(report_.style, fixed::table), tables_, table.title);
    add_table_html(bytes_, table, report_.style, fmt::format("_{}", tables_), caption, name);
}

void HtmlWriter::table(const Table& table) {
    const auto width = table_width(table, report_.style);
    begin_section(width.empty() ? "" : fmt::format("op-{}", width));
    add_table(table, fmt::format("<h2 class=\"titel\">{}</h2>", marked_html(table.title, table, table.title_notes)));
    end_section();
}

void HtmlWriter::chart(const Chart& chart) {
    const auto& data = chart.data;
    const auto& id = begin_section();
    bytes_ += fmt::format("<h2>{}</h2>\n", marked_html(data.title, data, data.title_notes));
    if (data.rows.empty()) {
        bytes_ += fmt::format("<div class=\"tekst\">\n<p>{}</p>\n</div>\n", escaped(chart.description));
        return end_section();
    }
    bytes_ += "<figure class=\"breed\">\n" + svg_chart(chart, report_.style, id + "_breed", wide_picture) + "</figure>\n";
    bytes_ += "<figure class=\"smal\">\n" + svg_chart(chart, report_.style, id + "_smal", narrow_picture) + "</figure>\n";
    add_table(data, "<p class=\"titel\">" + label(fixed::figures_below) + "</p>");
    end_section();
}

void HtmlWriter::sentences(const Sentences& sentences) {
    begin_section();
    bytes_ += fmt::format("<h2>{}</h2>\n<ul class=\"tekst\">\n", escaped(sentences.title));
    for (const auto& line : sentences.lines) bytes_ += "<li>" + escaped(line) + "</li>\n";
    bytes_ += "</ul>\n";
    end_section();
}

void HtmlWriter::own_text(const OwnText& text) {
    begin_section();
    bytes_ += fmt::format("<h2>{}</h2>\n<div class=\"tekst{}\">\n{}</div>\n", escaped(text.title), text.written ? "" : " open", blocks_html(text));
    end_section();
}

std::string HtmlWriter::finish() {
    bytes_ += fmt::format("<p id=\"_status\" role=\"status\" data-klaar=\"{}\" data-mislukt=\"{}\"></p>\n</main>\n", label(fixed::copied),
                          label(fixed::not_copied));
    if (!report_.notes.empty()) {
        bytes_ += "<footer>\n<div class=\"noten\">\n";
        for (const auto& note : report_.notes) bytes_ += "<p>" + escaped(note) + "</p>\n";
        bytes_ += "</div>\n</footer>\n";
    }
    bytes_ += html_end();
    return take();
}

}  // namespace jv
