// The house style: what it reads, and what it makes of a report.
#include "documents/house_style.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "documents/colour.hpp"
#include "documents/document.hpp"
#include "failure.hpp"
#include "report_fixture.hpp"
#include "scratch.hpp"

using namespace jv;

namespace {

// The smallest png there is: one pixel.
const std::string png(
    "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\1\0\0\0\2\x8\x6\0\0\0\x1F\x15\xC4\x89\0\0\0\rIDATx\x9C\x63\xF8\xCF\xC0\xF0\x1F\0\x5\0\1\xFF\x56\xC7\x2F\x0D"
    "\0\0\0\0IEND\xAE\x42\x60\x82",
    70);

Style style_from(const std::string& toml, const Scratch& scratch) {
    scratch.file("stijl.toml", toml);
    return read_style((scratch.folder() / "stijl.toml").string());
}

std::string year_as(const std::string& form, const std::string& year = "2009-2010") {
    Style style;
    style.year_form = form;
    return print_year(year, style);
}

Report small_report(const Style& style) {
    Table table;
    table.name = "meldingen";
    table.title = "Meldingen in Almelo, 2023-2024";
    table.row_head = "Soort";
    table.columns = {{"n", "Aantal", "2022-2023", "2022-2023"}, {"n", "Aantal", "2023-2024", "2023-2024"}};
    table.rows = {{"Vo"}, {"Totaal"}};
    table.cells = {Number{1}, Number{2}, Number{1}, Number{2}};
    table.remarks = {"Sinds 2022-2023 anders."};
    Chart chart;
    chart.data = table;
    chart.description = "Vo: 1 in 2022-2023. Totaal: 2; Vorig en Vo.";
    OwnText text{"Inleiding", {{BlockKind::paragraph, 0, 0, {{"In 2023-2024"}, {"zie 2023-2024", false, false, "https://x.nl/2023-2024"}}}}};
    return {"Verslag 2023-2024", "Almelo", "2023-2024", {table, chart, Sentences{"Analyse", {"In 1.2023-2024 of 12023-2024 of 2023-2025."}}, text},
            {"Een noot."},       style};
}

}  // namespace

TEST_CASE("a school year is printed as the house style prints 2023-2024") {
    CHECK(year_as("2023-2024") == "2009-2010");
    CHECK(year_as("’23-’24") == "’09-’10");
    CHECK(year_as("2023/’24") == "2009/’10");
    CHECK(year_as("23/24", "1999-2000") == "99/00");
    CHECK(year_as("’23-’24", "2018") == "2018");
}

TEST_CASE("a house style says labels, years, language and logo; what it does not say stays") {
    const Scratch scratch;
    scratch.file("logo.png", png);
    scratch.file("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    Style base;
    base.zero = "0";
    scratch.file("stijl.toml",
                 "logo = [\"logo.svg\", \"logo.png\"]\nlogo_tekst = \"Boom\"\njaarnotatie = \"23/24\"\ntaal = \"fy\"\n[labels]\nVO = \"Fuortset\"\n");
    const auto style = read_style((scratch.folder() / "stijl.toml").string(), base);
    CHECK(style.zero == "0");
    CHECK(style.language == "fy");
    CHECK(style.label("vo") == "Fuortset");
    CHECK(style.label("mbo") == "mbo");
    REQUIRE(style.logo.size() == 2);
    REQUIRE(style.logo_of(Picture::Kind::png));
    CHECK(style.logo_of(Picture::Kind::png)->width == 1);
    CHECK(style.logo_of(Picture::Kind::png)->height == 2);
    CHECK(style.logo_of(Picture::Kind::png)->bytes == png);
    const auto wrong = [&](const std::string& toml) { return failure_of([&] { style_from(toml, scratch); }); };
    CHECK(wrong("jaarnotatie = \"2022-2023\"").find("S004") != std::string::npos);
    CHECK(wrong("jaarnotatie = \"2324\"").find("S004") != std::string::npos);
    CHECK(wrong("taal = \"\\\"\"").find("S004") != std::string::npos);
    CHECK(wrong("logo = \"logo.png\"").find("S003") != std::string::npos);
    CHECK(wrong("logo = \"geen.png\"\nlogo_tekst = \"x\"").find("I001") != std::string::npos);
    CHECK(wrong("logo = \"stijl.toml\"\nlogo_tekst = \"x\"").find("geen png en geen svg") != std::string::npos);
}

TEST_CASE("labels and years are printed in the house style; names for machines are not") {
    Style style;
    style.year_form = "’23-’24";
    style.labels = {{"vo", "Voortgezet"},
                    {"soort", "Onderwijs"},
                    {"meldingen in {gebied}, {schooljaar}", "{gebied} meldt, {schooljaar}"},
                    {"een noot.", "Twee noten."}};
    const auto report = small_report(style);
    const HouseStyle house_style(report);
    auto dressed = house_style.head();
    for (auto part : report.parts) {
        house_style.dress(part);
        dressed.parts.push_back(std::move(part));
    }
    const auto& table = std::get<Table>(dressed.parts[0]);
    CHECK(dressed.title == "Verslag ’23-’24");
    CHECK(dressed.schooljaar == "’23-’24");
    CHECK(dressed.notes == std::vector<std::string>{"Twee noten."});
    CHECK(table.title == "Almelo meldt, ’23-’24");
    CHECK(table.row_head == "Onderwijs");
    CHECK(table.rows[0].label == "Voortgezet");
    CHECK(table.columns[0].head == "’22-’23");
    CHECK(table.columns[0].schooljaar == "2022-2023");
    CHECK(table.columns[0].kolom == "n");
    CHECK(table.remarks.front() == "Sinds ’22-’23 anders.");
    CHECK(std::get<Chart>(dressed.parts[1]).description == "Voortgezet: 1 in ’22-’23. Totaal: 2; Vorig en Voortgezet.");
    CHECK(std::get<Sentences>(dressed.parts[2]).lines.front() == "In 1.’23-’24 of 12023-2024 of 2023-2025.");
    const auto& runs = std::get<OwnText>(dressed.parts[3]).blocks.front().runs;
    CHECK(runs[0].text == "In ’23-’24");
    CHECK(runs[1].text == "zie 2023-2024");
    Report plain = report;
    plain.style = {};
    CHECK(render(report, *find_format("csv"), {}) == render(plain, *find_format("csv"), {}));
    CHECK(render(report, *find_format("txt"), {}).find("2023-2024\n") == std::string::npos);
}

TEST_CASE("colours that can't be read are made readable, with a warning") {
    FindingLog log;
    check_house_style({}, log);
    CHECK(log.lines().empty());
    Style style;
    style.head_fill = 0xFFDD00, style.head_text = 0xFFFFFF, style.year_fill = 0x203040, style.muted = 0xCCCCCC;
    style.file = "s.toml";
    style.logo = {{Picture::Kind::svg, "<svg/>"}};
    check_house_style(style, log);
    REQUIRE(log.lines().size() == 5);
    CHECK(log.lines().front().starts_with("s.toml: S010 waarschuwing: kleur_koptekst op kleur_kop is slecht te lezen: het contrast is 1,3 : 1"));
    CHECK(log.lines().back().find("S011") != std::string::npos);
    const auto made = readable(style);
    CHECK(contrast(made.head_text, made.head_fill) >= 4.5);
    CHECK(contrast(made.year_fill, 0x000000) >= 4.5);
    CHECK(contrast(made.muted, 0xFFFFFF) >= 4.5);
    CHECK(contrast(made.accent, 0xFFFFFF) >= 4.5);
    const auto unchanged = readable({});
    CHECK(unchanged.head_text == Style().head_text);
    CHECK(unchanged.accent == Style().accent);
}
