// Documents for the browser: colours, ids, own texts, and pictures of charts that no sample has.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <regex>
#include <set>

#include "documents/chart_values.hpp"
#include "documents/colour.hpp"
#include "documents/document.hpp"
#include "documents/html_text.hpp"
#include "documents/svg_chart.hpp"

namespace jv {

namespace {

Chart chart_of(ChartKind kind, const std::vector<std::vector<std::int64_t>>& figures) {
    Chart chart;
    chart.kind = kind;
    chart.rows_are_series = true;
    for (std::size_t column = 0; column < figures.front().size(); ++column) {
        TableColumn head;
        head.head = std::to_string(2020 + column) + "-" + std::to_string(2021 + column);
        chart.data.columns.push_back(head);
    }
    for (std::size_t row = 0; row < figures.size(); ++row) {
        chart.data.rows.push_back({"Reeks " + std::to_string(row)});
        for (const auto figure : figures[row]) chart.data.cells.emplace_back(Number{figure});
    }
    return chart;
}

// The numbers after an attribute, in order.
std::vector<int> attribute(const std::string& svg, const std::string& pattern) {
    std::vector<int> found;
    const std::regex expression(pattern);
    for (std::sregex_iterator at(svg.begin(), svg.end(), expression), end; at != end; ++at) found.push_back(std::stoi((*at)[1]));
    return found;
}

}  // namespace

TEST_CASE("below its title a page says what it is about; of several areas only the year") {
    Report report{"Vergelijking", "Almelo", "2023-2024", {}, {}, {}};
    CHECK(render(report, *find_format("html"), {}).find(">Almelo, 2023-2024</p>") != std::string::npos);
    report.gebied.clear();
    CHECK(render(report, *find_format("html"), {}).find(">2023-2024</p>") != std::string::npos);
}

TEST_CASE("a page is written part by part, its contents first") {
    Report report{"Verslag", "Almelo", "2023-2024", {}, {}, {}};
    report.parts = {Sentences{"Eerst", {"Een zin."}}, chart_of(ChartKind::columns, {{100, 50}}), Sentences{"Dan", {"Nog een."}}};
    std::string written;
    Rendering rendering(head_of(report), *find_format("html"), {}, [&](std::string_view more) { written += more; });
    rendering.add(report.parts[0]);
    CHECK(written.ends_with("<li>Een zin.</li>\n</ul>\n</section>\n"));
    CHECK(written.find("<li><a href=\"#dan\">Dan</a></li>") != std::string::npos);
    rendering.add(report.parts[1]);
    rendering.add(report.parts[2]);
    rendering.finish();
    CHECK(written == render(report, *find_format("html"), {}));
}

TEST_CASE("contrast is that of WCAG") {
    CHECK(std::abs(contrast(0x000000, 0xFFFFFF) - 21) < 0.001);
    CHECK(std::abs(contrast(0x777777, 0xFFFFFF) - 4.48) < 0.005);  // the well-known grey that just fails
    CHECK(std::abs(contrast(0x0000FF, 0xFFFFFF) - 8.59) < 0.005);
}

TEST_CASE("a colour that can't be read is changed until it can") {
    for (const Colour colour : {0x000000u, 0xFFFFFFu, 0x1F4E5Fu, 0xFFFF00u, 0x808080u, 0xFF0000u})
        for (const Colour background : {0xFFFFFFu, 0x14191Bu, 0x808080u, 0xE3EEF1u})
            CHECK(contrast(with_contrast(colour, background, 4.5), background) >= 4.5);
    CHECK(with_contrast(0x1F4E5F, 0xFFFFFF, 4.5) == 0x1F4E5F);
}

TEST_CASE("ids are each other's unequal and hold nothing that needs escaping") {
    Ids ids;
    CHECK(ids.add("Meldingen per school") == "meldingen-per-school");
    CHECK(ids.add("meldingen (per) school!") == "meldingen-per-school-2");
    CHECK(ids.add("\"><script>") == "script");
    CHECK(ids.add("éé") == "deel");
}

TEST_CASE("headings of an own text skip no level, and lists stand in lists") {
    OwnText text;
    text.blocks = {{BlockKind::heading, 3, 0, {{"Diep"}}},        {BlockKind::heading, 1, 0, {{"Terug"}}},    {BlockKind::numbered, 1, 3, {{"een"}}},
                   {BlockKind::bullet, 2, 0, {{"twee"}}},         {BlockKind::paragraph, 1, 0, {{"verder"}}}, {BlockKind::numbered, 1, 4, {{"drie"}}},
                   {BlockKind::paragraph, 0, 0, {{"<\n&", true}}}};
    auto html = blocks_html(text);
    html = std::regex_replace(html, std::regex("\n"), "");
    CHECK(html ==
          "<h3>Diep</h3><h3>Terug</h3><ol start=\"3\"><li>een<ul><li>twee</li></ul><p>verder</p></li><li>drie</li></ol>"
          "<p><strong>&lt;<br>&amp;</strong></p>");
}

TEST_CASE("bars are as long as their figures, also below nothing") {
    const auto svg = svg_chart(chart_of(ChartKind::columns, {{100, 50, -25}}), {}, "g", 760);
    const auto widths = attribute(svg, "<rect [^>]* width=\"(\\d+)\"");
    const auto lefts = attribute(svg, "<rect x=\"(\\d+)\"");
    REQUIRE(widths.size() == 3);
    CHECK(std::abs(widths[0] - 2 * widths[1]) <= 2);
    CHECK(std::abs(widths[1] - 2 * widths[2]) <= 2);
    CHECK(lefts[0] == lefts[1]);
    CHECK(lefts[2] + widths[2] == lefts[0]);
    CHECK(svg.find(">-25</text>") != std::string::npos);
}

TEST_CASE("a stack is as long as the sum of its parts") {
    const auto widths = attribute(svg_chart(chart_of(ChartKind::stacked, {{100, 200}, {300, 0}, {100, 50}}), {}, "g", 760),
                                  "<rect [^>]* width=\"(\\d+)\" height=\"26\"");
    REQUIRE(widths.size() == 5);  // nothing has no bar
    CHECK(std::abs(widths[0] + widths[1] + widths[2] - 2 * (widths[3] + widths[4])) <= 4);
    CHECK(std::abs(widths[1] - 3 * widths[0]) <= 3);
}

TEST_CASE("figures of lines close to each other do not stand on each other") {
    const auto svg = svg_chart(chart_of(ChartKind::line, {{100, 100}, {101, 100}, {102, 99}, {103, 0}}), {}, "g", 760);
    CHECK(svg.find("<path") != std::string::npos);
    const std::regex figure("<text x=\"(\\d+)\" y=\"(-?\\d+)\"[^>]*class=\"in\"");
    std::map<int, std::vector<int>> places;
    for (std::sregex_iterator at(svg.begin(), svg.end(), figure), end; at != end; ++at) places[std::stoi((*at)[1])].push_back(std::stoi((*at)[2]));
    REQUIRE(places.size() == 2);
    for (auto& [x, heights] : places) {
        REQUIRE(heights.size() == 4);
        std::sort(heights.begin(), heights.end());
        for (std::size_t i = 1; i < heights.size(); ++i) CHECK(heights[i] - heights[i - 1] >= 13);
        CHECK(heights.front() >= 12);
    }
}

TEST_CASE("in an Office chart the figures of the lower of two close lines stand below it") {
    const auto below = [](const std::vector<std::vector<std::int64_t>>& figures) {
        const auto chart = chart_of(ChartKind::line, figures);
        const ChartValues values(chart, {});
        std::vector<bool> found;
        for (std::size_t series = 0; series < values.series(); ++series) found.push_back(values.labels_below(series));
        return found;
    };
    CHECK(below({{100, 90}, {105, 95}}) == std::vector{true, false});
    CHECK(below({{105, 95}, {100, 90}}) == std::vector{false, true});
    CHECK(below({{7, 7}, {7, 7}}) == std::vector{false, true});
    CHECK(below({{100, 90}, {10, 20}}) == std::vector{false, false});
}

TEST_CASE("in an Office chart bars lie down when their names do not fit beside each other") {
    auto chart = chart_of(ChartKind::columns, {{1, 2}, {3, 4}});
    const auto lies = [&](double characters) { return ChartValues(chart, {}).lies_down(characters); };
    CHECK_FALSE(lies(20));  // nine for each year
    CHECK(lies(16));
    chart.data.columns[0].head = "speciaal onderwijs aan zieke leerlingen";
    CHECK_FALSE(lies(40));  // on two lines
    CHECK(lies(36));
    chart.kind = ChartKind::line;
    CHECK_FALSE(lies(16));
}

TEST_CASE("lines with more years than fit become bars") {
    const auto chart = chart_of(ChartKind::line, {{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}});
    CHECK(svg_chart(chart, {}, "g", 328).find("<path") == std::string::npos);
    CHECK(svg_chart(chart, {}, "g", 1200).find("<path") != std::string::npos);
}

TEST_CASE("lines that could not be told apart are drawn as bars") {
    const auto lines = [](std::size_t series) {
        const std::vector<std::vector<std::int64_t>> figures(series, {10, 20, 30});
        return svg_chart(chart_of(ChartKind::line, figures), {}, "x", 760).find("class=\"lijn") != std::string::npos;
    };
    CHECK(lines(4));
    CHECK_FALSE(lines(5));
}

TEST_CASE("as many series as patterns have each their own; of more every bar has its name") {
    for (const auto kind : {ChartKind::columns, ChartKind::stacked, ChartKind::line})
        for (const std::size_t series : {5U, 7U, 8U, 9U, 20U})
            for (const int width : {328, 760}) {
                constexpr std::size_t places = 3;
                const std::vector<std::vector<std::int64_t>> figures(series, {110, 120, 130});
                const auto svg = svg_chart(chart_of(kind, figures), {}, "x", width);
                CAPTURE(series);
                CAPTURE(width);
                const auto looks = attribute(svg, "<rect [^>]*class=\"v(\\d+)\"");
                std::map<std::string, std::size_t> written;
                const std::regex text("<text [^>]*>([^<]*)</text>");
                for (std::sregex_iterator at(svg.begin(), svg.end(), text), end; at != end; ++at) ++written[(*at)[1]];
                const bool named = series > most_patterns;
                CHECK(std::set<int>(looks.begin(), looks.end()).size() == (named ? 1 : series));
                CHECK(*std::max_element(looks.begin(), looks.end()) < static_cast<int>(most_patterns));
                CHECK(looks.size() == series * (named ? places : places + 1));  // with those of the legend
                for (std::size_t at = 0; at < series; ++at) CHECK(written["Reeks " + std::to_string(at)] == (named ? places : 1));
            }
}

TEST_CASE("a break is drawn between bars as well") {
    for (const std::size_t series : {1U, 5U, 9U}) {
        auto chart = chart_of(ChartKind::line, std::vector<std::vector<std::int64_t>>(series, {10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120}));
        CAPTURE(series);
        CHECK(svg_chart(chart, {}, "x", 328).find("class=\"breuk\"") == std::string::npos);
        chart.gaps = {4};
        const auto svg = svg_chart(chart, {}, "x", 328);
        const auto breaks = attribute(svg, "y1=\"(\\d+)\"[^>]*class=\"breuk\"");
        REQUIRE(breaks.size() == 1);
        // Above it stand the figures of four places, below it those of eight.
        const auto bars = attribute(svg, "<rect x=\"\\d+\" y=\"(\\d+)\" width=\"\\d+\" height=\"1[59]\"");
        CHECK(static_cast<std::size_t>(std::count_if(bars.begin(), bars.end(), [&](int y) { return y < breaks.front(); })) == 4 * series);
        CHECK(bars.size() == 12 * series);
    }
}

}  // namespace jv
