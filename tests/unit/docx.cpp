// Documents for Word: text, notes, the layout of tables, and colours that can be read.
#include <doctest/doctest.h>

#include <algorithm>
#include <regex>
#include <set>

#include "documents/chart_values.hpp"
#include "documents/colour.hpp"
#include "documents/docx_chart.hpp"
#include "documents/docx_columns.hpp"
#include "documents/docx_notes.hpp"
#include "documents/docx_package.hpp"
#include "documents/docx_styles.hpp"
#include "documents/docx_table.hpp"
#include "documents/docx_xml.hpp"
#include "documents/svg_chart.hpp"

namespace jv {

namespace {

// A table of so many columns with school years above them, two to a group.
Table table_of(std::size_t columns, const std::string& label) {
    Table table;
    table.row_head = "Soort onderwijs";
    for (std::size_t i = 0; i < columns; ++i) {
        TableColumn column;
        column.group = "Groep " + std::to_string(i / 2);
        column.head = i % 2 ? "2023-2024" : "2022-2023";
        table.columns.push_back(column);
    }
    table.rows.push_back({label});
    table.cells.assign(columns, Number{1234});
    return table;
}

std::size_t times(const std::string& text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

}  // namespace

TEST_CASE("text becomes XML 1.0") {
    CHECK(docx_run("a<b & c") == "<w:r><w:t xml:space=\"preserve\">a&lt;b &amp; c</w:t></w:r>");
    CHECK(docx_run("x\x01y\xEF\xBF\xBFz\xEF\xBF\xBE") == "<w:r><w:t xml:space=\"preserve\">xyz</w:t></w:r>");
    CHECK(docx_run("een\ntwee") == "<w:r><w:t xml:space=\"preserve\">een</w:t><w:br/><w:t xml:space=\"preserve\">twee</w:t></w:r>");
    CHECK(docx_run("In 2023-2024", {.whole_years = true}) ==
          "<w:r><w:t xml:space=\"preserve\">In 2023</w:t><w:noBreakHyphen/><w:t xml:space=\"preserve\">2024</w:t></w:r>");
    CHECK(times(docx_run("Olst-Wijhe", {.whole_years = true}), "noBreakHyphen") == 0);
}

TEST_CASE("a target has one id") {
    Relationships relationships;
    CHECK(relationships.add("styles", "styles.xml") == "rId1");
    CHECK(relationships.add_link("https://example.nl/?a=1&b=2") == "rId2");
    CHECK(relationships.add_link("https://example.nl/?a=1&b=2") == "rId2");
    CHECK(times(relationships.xml(), "a=1&amp;b=2\" TargetMode=\"External\"") == 1);
}

TEST_CASE("a note that two marks refer to is one footnote, and its number stands at both") {
    auto table = table_of(2, "Vo");
    table.notes = {"Eerste.", "Tweede.", "Zonder teken."};
    table.first_note = 4;
    DocxNotes notes;
    const auto first = notes.marks(table, {0, 1}), again = notes.marks(table, {1});
    CHECK(times(first, "<w:footnoteReference ") == 2);
    CHECK(times(again, "<w:footnoteReference ") == 0);
    CHECK(times(again, " NOTEREF _Noot2 ") == 1);
    CHECK(times(again, ">2</w:t>") == 1);
    CHECK(times(notes.part(), "Tweede.") == 1);
    CHECK(notes.left_over(table) == std::vector<std::string>{"Zonder teken."});
}

TEST_CASE("a table fits its page, upright when that can be read") {
    const Style style;
    const auto look = docx_look(style, {});
    for (const std::size_t columns : {1u, 2u, 6u, 10u, 16u, 24u, 40u})
        for (const auto* label : {"Vo", "Artikel 5 onder a: lichamelijke of psychische ongeschiktheid, en nog veel meer woorden"}) {
            CAPTURE(columns);
            const auto table = table_of(columns, label);
            std::size_t next = 0;
            for (const auto& laid_out : docx_columns(table, style, look)) {
                CHECK(laid_out.first == next);
                CHECK(laid_out.first % 2 == 0);  // groups stay whole
                next = laid_out.end;
                CHECK(laid_out.widths.size() == laid_out.end - laid_out.first + 1);
                CHECK(laid_out.total() <= look.page.text_width(laid_out.landscape));
                CHECK(laid_out.landscape == (columns > 10));
                CHECK((laid_out.half_points == look.table_half_points() || columns > 10));
                CHECK(laid_out.half_points >= 14);
                // A figure of four digits and its point stands on one line.
                for (std::size_t i = 1; i < laid_out.widths.size(); ++i) CHECK(laid_out.widths[i] > 5 * 0.5 * 10 * laid_out.half_points);
            }
            CHECK(next == columns);
            CHECK((docx_columns(table, style, look).size() == 1) == (columns <= 16));
        }
    // A wide font needs more room.
    auto wide = look;
    wide.text.font = "Verdana";
    CHECK(docx_columns(table_of(2, "Vo"), style, wide).front().total() > docx_columns(table_of(2, "Vo"), style, look).front().total());
}

TEST_CASE("a table too wide for a page is divided between groups, and its labels and heads are repeated") {
    const auto look = docx_look({}, {});
    auto table = table_of(60, "Vo");
    table.notes = {"Van de rij."};
    table.rows.front().notes = {0};
    DocxNotes notes;
    const auto pieces = docx_columns(table, {}, look);
    REQUIRE(pieces.size() > 1);
    std::size_t cells = 0, first_notes = 0;
    for (const auto& piece : pieces) {
        const auto xml = docx_table(table, {}, look, piece, notes);
        CHECK(times(xml, ">Soort onderwijs</w:t>") == 1);
        CHECK(times(xml, ">Vo</w:t>") == 1);
        CHECK(times(xml, "<w:tblHeader/>") == 2);
        CHECK(times(xml, "<w:gridCol ") == piece.end - piece.first + 1);
        CHECK(times(xml, ">Groep ") == (piece.end - piece.first) / 2);
        first_notes += times(xml, "<w:footnoteReference ");
        cells += times(xml, ">1.234</w:t>");
    }
    CHECK(cells == 60);
    CHECK(first_notes == 1);
    // All pieces are about as wide.
    CHECK(pieces.front().end - pieces.front().first <= pieces.back().end - pieces.back().first + 4);
    // A group that goes with the one before stands beside it, wherever the table would be divided without that.
    for (const std::size_t columns : {36u, 40u, 44u, 48u, 52u, 56u, 60u})
        for (const std::size_t first : {2u, 4u}) {
            auto pairs = table_of(columns, "Vo");
            for (auto at = first; at < columns; at += 4) pairs.columns[at].with_before = true;
            for (const auto& piece : docx_columns(pairs, {}, look)) CHECK(!pairs.columns[piece.first].with_before);
        }
    // One group of the whole width is cut between its columns, but the cells of a joint count stay together.
    for (auto& column : table.columns) column.group = "Een groep";
    for (std::size_t at = 1; at < 60; ++at) table.cell(0, at) = at < 30 ? Cell(Covered{}) : table.cell(0, at);
    table.joints.push_back({{0}, {}});
    for (std::size_t at = 0; at < 30; ++at) table.joints.back().columns.push_back(at);
    const auto cut = docx_columns(table, {}, look);
    CHECK(cut.size() > 1);
    CHECK(cut.front().end >= 30);
    CHECK(cut.back().end == 60);
}

TEST_CASE("a joint count of neighbouring columns is one cell as wide as both") {
    auto table = table_of(4, "Vo");
    table.cell(0, 1) = Number{7};
    table.cell(0, 2) = Covered{};
    table.joints = {{{0}, {1, 2}}};
    const auto look = docx_look({}, {});
    DocxNotes notes;
    const auto pieces = docx_columns(table, {}, look);
    REQUIRE(pieces.size() == 1);
    const auto xml = docx_table(table, {}, look, pieces.front(), notes);
    const auto row = xml.substr(xml.rfind("<w:tr>"));
    CHECK(times(row, "<w:tc>") == 4);  // the label, and three cells over four columns
    CHECK(times(row, "<w:gridSpan w:val=\"2\"/>") == 1);
    CHECK(row.find("<w:gridSpan w:val=\"2\"/>") < row.find(">7</w:t>"));
    CHECK(times(row, ">1.234</w:t>") == 2);
}

TEST_CASE("lines and bars in Word can be told apart, however many there are") {
    const auto look = docx_look({}, {});
    for (const auto kind : {ChartKind::line, ChartKind::columns, ChartKind::stacked})
        for (const std::size_t series : {2U, 5U, 7U, 8U, 20U}) {
            Chart chart;
            chart.kind = kind;
            chart.data = table_of(series, "Vo");
            for (auto& column : chart.data.columns)
                column.group.clear(), column.head = "Reeks " + std::to_string(&column - chart.data.columns.data());
            chart.data.rows.push_back({"Mbo"});
            chart.data.cells.resize(2 * series, Number{7});
            const auto xml = docx_chart_part(chart, {}, look, "rId1");
            CAPTURE(series);
            CHECK(docx_charts(chart, {}).size() == (series == 20 ? 2 : 1));  // 20 bars of 2 places do not fit on a page
            if (series > most_patterns) {                                    // a name at every bar
                CHECK(times(xml, "<c:barDir val=\"bar\"/>") == 1);
                CHECK(times(xml, "<c:grouping val=\"clustered\"/>") == 1);
                CHECK(times(xml, "<c:showSerName val=\"1\"/>") == series);
                CHECK(times(xml, "<c:legend>") == 0);
                continue;
            }
            CHECK(times(xml, "<c:legend>") == 1);
            CHECK(times(xml, "<c:showSerName val=\"1\"/>") == 0);
            const std::regex look_of(kind == ChartKind::line ? "<a:prstDash val=\"(\\w+)\""
                                                             : "</c:tx><c:spPr><a:solidFill><a:srgbClr val=\"(\\w+)\"");
            std::set<std::string> looks;
            for (std::sregex_iterator at(xml.begin(), xml.end(), look_of), end; at != end; ++at) looks.insert((*at)[1]);
            CHECK(looks.size() == series);
        }
}

TEST_CASE("years with quotes, in which no line can end, stand on one line") {
    const auto look = docx_look({}, {});
    for (const std::size_t columns : {6u, 10u, 16u}) {
        auto table = table_of(columns, "Vo");
        for (auto& column : table.columns) column.head = "’22-’23";
        const auto laid_out = docx_columns(table, {}, look).front();
        constexpr double bold_letter = 0.55;
        CAPTURE(columns);
        CHECK(*std::min_element(laid_out.widths.begin(), laid_out.widths.end()) > 7 * bold_letter * 10 * laid_out.half_points);
    }
}

TEST_CASE("whatever colours a style document has, text can be read") {
    constexpr double readable = 4.5;
    for (const Colour colour : {0xFFFF00u, 0xFFFFFFu, 0x000000u, 0x7B1E3Au, 0x808080u, 0x00A0FFu}) {
        StyleDocument own;
        own.headings[0].colour = colour;
        own.text.colour = colour;
        own.accent = colour;
        const auto look = docx_look({}, own);
        CAPTURE(colour);
        CHECK(contrast(look.headings[0].colour, 0xFFFFFF) >= readable);
        CHECK(contrast(look.text.colour, 0xFFFFFF) >= readable);
        CHECK(contrast(look.head_text, look.head_fill) >= readable);
        CHECK(contrast(look.subhead_text, look.subhead_fill) >= readable);
        CHECK(contrast(look.total_text, look.total_fill) >= readable);
    }
}

TEST_CASE("a line that a break interrupts is drawn as columns, for Word can't interrupt it") {
    Chart chart;
    chart.kind = ChartKind::line;
    chart.rows_are_series = true;
    chart.data = table_of(3, "Vo");
    const auto look = docx_look({}, {});
    const auto drawn_as = [&](std::string_view kind) { return times(docx_chart_part(chart, {}, look, "rId1"), kind); };
    CHECK(drawn_as("<c:lineChart>") == 1);
    CHECK(drawn_as("<c:barChart>") == 0);
    CHECK(times(svg_chart(chart, {}, "een", 700), " M") == 0);
    chart.gaps = {1};
    CHECK(drawn_as("<c:lineChart>") == 0);
    CHECK(drawn_as("<c:barChart>") == 1);
    CHECK(times(svg_chart(chart, {}, "een", 700), " M") == 1);
}

TEST_CASE("a document has the language and the labels of its style") {
    Style style;
    style.language = "fy";
    style.labels["pagina"] = "side";
    const auto look = docx_look(style, {});
    CHECK(times(docx_styles_part(look), "<w:lang w:val=\"fy-NL\"") == 1);
    CHECK(times(docx_settings_part(look), "<w:themeFontLang w:val=\"fy-NL\"") == 1);
    CHECK(times(docx_footer_part("Verslag", style), "Verslag · side ") == 1);
}

TEST_CASE("a style document that says nothing changes nothing") {
    const auto look = docx_look({}, {}), same = docx_look({}, StyleDocument{});
    CHECK(look.text.font == same.text.font);
    CHECK(look.headings[0].half_points == same.headings[0].half_points);
    CHECK(look.head_fill == same.head_fill);
    CHECK(look.page == same.page);
}

}  // namespace jv
