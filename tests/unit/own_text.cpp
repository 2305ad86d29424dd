// Own texts in a report: what is read, filled in, and compared.
#include "tables/own_text.hpp"

#include <doctest/doctest.h>

#include "documents/own_text.hpp"
#include "failure.hpp"
#include "report_fixture.hpp"
#include "scratch.hpp"
#include "tables/number_rules.hpp"

using namespace jv;

namespace {

const std::string report_template = R"(titel = "T"
[cijfer]
meldingen = { indicator = "melding", eenheid = "meldingen" }
Vorig = { indicator = "melding", eenheid = "meldingen", schooljaar = -1 }
leeg = { indicator = "melding", eenheid = "leerlingen", schooljaar = -5 }
[[tekst]]
titel = "Inleiding {gebied}"
bestand = "inleiding.md"
[[tabel]]
naam = "meldingen"
titel = "M"
indicator = "melding"
eenheid = "meldingen"
indeling = "schooltype"
schooljaren = [-1, 0]
nvt = [{ rijen = ["Mbo"] }]
rijen = [{ rij = "Basis o.a. sbo", codes = ["bao", "sbo"] }, { rij = "Voortgezet", codes = ["vo"] }, { rij = "Artikel 15", codes = ["pro"] },
    { rij = "Mbo", codes = ["mbo"] }, { rij = "Totaal", totaal = true }]
kolommen = [{ kolom = "Meldingen" }, { kolom = "per 1.000", deel_van = { totaal = true }, per = 1000, decimalen = 1 }]
)";

const std::string figures = R"(
2022-2023 melding meldingen schooltype bao 100
2022-2023 melding meldingen schooltype vo 222
2022-2023 melding meldingen totaal totaal 322
2023-2024 melding meldingen schooltype bao 61
2023-2024 melding meldingen schooltype vo 5190
2023-2024 melding meldingen schooltype pro 0
2023-2024 melding meldingen totaal totaal 5251
)";

struct Made {
    OwnText text;
    std::vector<std::string> lines;  // of the log
};

Made made(const std::string& text, const std::string& cijfers = figures) {
    FindingLog log;
    const auto source = parse_report_template(parse_settings(report_template, "t.toml"), "t.toml");
    ReportRequest request{"Almelo", "2023-2024"};
    request.texts = OwnTextFiles{"tekst", {{"inleiding.md", text}}};
    const auto report = build_report(source, test_figures(cijfers), test_definitions(), request, log);
    return {std::get<OwnText>(report.parts.front()), log.lines()};
}

// The text as lines, with `|` between them.
std::string filled(const std::string& text, const std::string& cijfers = figures) {
    std::string all;
    for (const auto& block : made(text, cijfers).text.blocks)
        for (const auto& line : lines_of(block)) all += (all.empty() ? "" : "|") + line;
    return all;
}

std::string wrong(const std::string& text) {
    return failure_of([&] { made(text); });
}

// The only thing that the log says of a text, or nothing.
std::string warning(const std::string& text) {
    const auto lines = made(text).lines;
    REQUIRE(lines.size() <= 1);
    return lines.empty() ? "" : lines.front();
}

bool is_found(const std::string& text, std::string_view code) { return warning(text).find(code) != std::string::npos; }

}  // namespace

TEST_CASE("an own text is read as blocks of runs") {
    const auto blocks =
        made(
            "# Kop\n\nEen **vet** en\n*cursief* [woord](https://a.nl/b)\\\nslot\n\n- een\n- twee\n  vervolg\n\n  alinea\n\n  3. drie\n "
            " 4. vier\n\n## Kop 2")
            .text.blocks;
    const std::vector<Block> expected = {
        {BlockKind::heading, 1, 0, {{"Kop"}}},
        {BlockKind::paragraph,
         0,
         0,
         {{"Een "}, {"vet", true}, {" en "}, {"cursief", false, true}, {" "}, {"woord", false, false, "https://a.nl/b"}, {"\nslot"}}},
        {BlockKind::bullet, 1, 0, {{"een"}}},
        {BlockKind::bullet, 1, 0, {{"twee vervolg"}}},
        {BlockKind::paragraph, 1, 0, {{"alinea"}}},
        {BlockKind::numbered, 2, 3, {{"drie"}}},
        {BlockKind::numbered, 2, 4, {{"vier"}}},
        {BlockKind::heading, 2, 0, {{"Kop 2"}}},
    };
    CHECK(blocks == expected);
}

TEST_CASE("figures in an own text go by name, whatever the case") {
    CHECK(filled("{meldingen} {vorig} {gebied} {schooljaar} {schooljaar-1} {{x} { = 80 %}") == "5.251 322 Almelo 2023-2024 2022-2023 {x} 80 %");
    CHECK(filled("{Meldingen.TOTAAL} {meldingen.totaal.per 1.000}") == "5.251 1.000,0");
    CHECK(filled("{meldingen.basis o.a. sbo} {meldingen.basis o.a. sbo.meldingen.2022-2023}") == "61 100");
    CHECK(filled("{meldingen.voortgezet.2022/2023} {meldingen.voortgezet.schooljaar-1}") == "222 222");
    CHECK(filled("{meldingen.Artikel 15}") == "0");
    // Markdown in a name or a value is none.
    CHECK(filled("a{= *b* _c_ }d **{meldingen}**") == "a*b* _c_d 5.251");
    CHECK(filled("[wet](https://a.nl/{schooljaar})") == "wet (https://a.nl/2023-2024)");
}

TEST_CASE("a name that the report does not know is an error with its place and what was probably meant") {
    CHECK(wrong("één {meldngen}") == "2 inleiding.md:1:5: S005 {meldngen} is geen cijfer van dit verslag; bedoelde u {meldingen}?");
    CHECK(wrong("\n{meldingen.totaall}") == "2 inleiding.md:2:1: S005 tabel \"meldingen\" heeft geen rij \"totaall\"; bedoelde u \"Totaal\"?");
    CHECK(wrong("{meldingen.totaal.meldinge}") ==
          "2 inleiding.md:1:1: S005 tabel \"meldingen\" heeft geen kolom \"meldinge\"; bedoelde u \"Meldingen\"?");
    CHECK(wrong("{meldingen.totaal.2019-2020}").find("S005 tabel \"meldingen\" heeft geen kolom \"2019-2020\"") != std::string::npos);
    CHECK(wrong("{zomaar iets}").find("S005 {zomaar iets} is geen cijfer van dit verslag; schrijf de naam") != std::string::npos);
    CHECK(wrong("{meldingen\n}") ==
          "2 inleiding.md:1:1: S004 een { zonder } op dezelfde regel; sluit de naam af met }, of schrijf {{ voor een accolade");
}

TEST_CASE("a figure without a number stands in an own text in words, with a warning") {
    CHECK(filled("{meldingen.mbo} {leeg}") == "nvt onbekend");
    CHECK(is_found("{meldingen.mbo}", "inleiding.md:1:1: T012 waarschuwing: {meldingen.mbo} is geen getal, maar \"nvt\""));
    const std::string joint = "2023-2024 melding meldingen schooltype bao+vo 7\n2023-2024 melding meldingen totaal totaal 7\n";
    CHECK(filled("{meldingen.voortgezet} {meldingen.basis o.a. sbo} {meldingen.basis o.a. sbo + voortgezet}", joint) ==
          "samen geteld samen geteld 7");
}

TEST_CASE("what is not text stays readable, with a warning") {
    CHECK(filled("> citaat") == "citaat");
    CHECK(filled("    x = 1\n    y") == "x = 1|y");
    CHECK(filled("a <b>c</b>") == "a <b>c</b>");
    CHECK(filled("<div>\nx\n</div>") == "<div>|x|</div>");
    CHECK(filled("![foto](a.png) `code`\n\n---") == "foto (a.png) code|---");
    CHECK(filled("[x](javascript:alert)") == "x (javascript:alert)");
    CHECK(warning("a\n\n> citaat") ==
          "inleiding.md:3: T011 waarschuwing: een citaat (>) staat in het verslag als gewone tekst; gebruik koppen, alinea's, "
          "lijsten, **vet**, *cursief* en [links](https://…)");
    for (const auto* text : {"    x", "a `b`", "<div>\n", "![f](a.png)", "---", "[x](bijlage.pdf)", "a|b\n-|--\n1|2"}) CHECK(is_found(text, "T011"));
}

TEST_CASE("a text that is no UTF-8 is refused") {
    CHECK(wrong("goed\ncaf\xE9") == "2 inleiding.md:2: I007 byte 4 van deze regel is geen UTF-8; bewaar de tekst als UTF-8");
    CHECK(wrong(std::string("a\0b", 3)).starts_with("2 inleiding.md:1: I009"));
    CHECK(wrong("\xF3\xB0\x80\x80").starts_with("2 inleiding.md:1: I007"));
}

TEST_CASE("the title of the part is not printed twice") { CHECK(filled("# inleiding ALMELO\n\n# Kop") == "Kop"); }

TEST_CASE("without a text the place says so") {
    for (const auto* text : {"", " \n\n", "# Inleiding Almelo\n"}) {
        const auto open = made(text);
        CHECK_FALSE(open.text.written);
        CHECK(lines_of(open.text.blocks.front()) == std::vector<std::string>{"Hier komt uw tekst: schrijf tekst/inleiding.md"});
        REQUIRE(open.lines.size() == 1);
        CHECK(open.lines.front() ==
              "t.toml:8:11: T016 waarschuwing: de tekst \"Inleiding Almelo\" is er nog niet: tekst/inleiding.md ontbreekt of is leeg; "
              "schrijf die; tot dan staat er in het verslag dat de tekst ontbreekt");
    }
    CHECK(made("x").text.written);
}

TEST_CASE("without a folder of texts nothing is said of them") {
    FindingLog log;
    const auto source = parse_report_template(parse_settings(report_template, "t.toml"), "t.toml");
    const auto report = build_report(source, test_figures(figures), test_definitions(), {"Almelo", "2023-2024"}, log);
    CHECK_FALSE(std::get<OwnText>(report.parts.front()).written);
    CHECK(log.empty());
}

TEST_CASE("the texts of a folder: its .md files, and a warning for one without a place") {
    const Scratch scratch;
    scratch.file("inleiding.md", "\xEF\xBB\xBFHallo");
    scratch.file("los.md", "1.234");
    scratch.file("notities.txt", "");
    FindingLog log;
    ReportRequest request{"Almelo", "2023-2024"};
    request.texts = read_own_texts(scratch.folder());
    const auto source = parse_report_template(parse_settings(report_template, "t.toml"), "t.toml");
    const auto report = build_report(source, test_figures(figures), test_definitions(), request, log);
    CHECK(lines_of(std::get<OwnText>(report.parts.front()).blocks.front()) == std::vector<std::string>{"Hallo"});
    REQUIRE(log.lines().size() == 1);
    CHECK(log.lines().front().starts_with("los.md: T010 waarschuwing"));
    CHECK(read_own_texts(scratch.folder() / "weg").bytes.empty());
}

TEST_CASE("a definition that must be printed stands below the report when only a text counts it") {
    auto definitions = test_definitions();
    definitions.glossary = {{"m", "Melding", "een melding", "", true}};
    definitions.indicators.front().term = "m";
    const auto notes = [&](const std::string& text) {
        FindingLog log;
        const auto source = parse_report_template(parse_settings("titel = \"T\"\n[cijfer]\nm = { indicator = \"melding\", eenheid = \"meldingen\" "
                                                                 "}\n[[tekst]]\ntitel = \"T\"\nbestand = \"a.md\"\n",
                                                                 "t.toml"),
                                                  "t.toml");
        ReportRequest request{"Almelo", "2023-2024"};
        request.texts = OwnTextFiles{"tekst", {{"a.md", text}}};
        return build_report(source, test_figures(figures), definitions, request, log).notes;
    };
    CHECK(notes("{M} keer") == std::vector<std::string>{"Melding: een melding."});
    CHECK(notes("keer").empty());
}

TEST_CASE("the place of a text in a template names a file without a folder, once") {
    const auto fails = [](const std::string& parts) {
        return failure_of([&] { parse_report_template(parse_settings("titel = \"T\"\n" + parts, "t.toml"), "t.toml"); });
    };
    const auto place = [](const std::string& file) { return "[[tekst]]\ntitel = \"T\"\nbestand = \"" + file + "\"\n"; };
    CHECK(fails(place("a.md")) == "fine");
    for (const auto* file : {"a.txt", "../a.md", "x/a.md", ".md", ".a.md"}) CHECK(fails(place(file)).starts_with("2 t.toml:4:11: S004"));
    CHECK(fails(place("a.md") + place("a.md")).starts_with("2 t.toml:7:11: S004 a.md heeft al een plaats"));
}

TEST_CASE("a number with a name differs from what goes by that name") {
    CHECK(warning("Er waren 5.250 meldingen.") ==
          "inleiding.md:1:10: T013 waarschuwing: hier staat \"5.250 meldingen\", maar tabel \"meldingen\" geeft 5.251; schrijf {meldingen.Totaal}, "
          "verbeter het getal, of schrijf {=5.250} als het iets anders telt");
    CHECK(is_found("x\n\n1. met 320\n   meldingen",
                   "inleiding.md:3:8: T013 waarschuwing: hier staat \"320 meldingen\", maar tabel \"meldingen\" geeft 322; "
                   "schrijf {meldingen.Totaal.2022-2023}"));
    CHECK(is_found("Aantal MELDINGEN: 5250", "hier staat \"MELDINGEN: 5250\""));
    CHECK(is_found("2 meldingen", "T013"));
    CHECK(is_found("60 basis o.a. sbo", "geeft 61; schrijf {meldingen.Basis o.a. sbo}"));
    CHECK(is_found("251\u00A0meldingen", "T013"));
    CHECK(warning("5.251 meldingen, 5251 meldingen, 322 meldingen, **61** meldingen en Voortgezet 5190") == "");
    CHECK(warning("{=250} meldingen") == "");
    // The name belongs to the number before it.
    CHECK(is_found("5.251 meldingen 5.252 keer", "T015 waarschuwing: 5.252 staat in geen tabel"));
}

TEST_CASE("a number that the report does not print") {
    CHECK(warning("één *250* keer") ==
          "inleiding.md:1:6: T015 waarschuwing: 250 staat in geen tabel of cijfer van dit verslag; verbeter het getal, of "
          "schrijf {=250} als het niet uit dit verslag komt");
    CHECK(is_found("5.251 en\n5.252", "inleiding.md:2:1: T015"));
    CHECK(is_found("é {= 250 é} artikel 250: 250", "inleiding.md:1:26: T015"));
    CHECK(made("- &#50;51\n  {{252 253").lines.size() == 3);
    CHECK(made("- &#50;51\n  {{252 253").lines.back().starts_with("inleiding.md:2:9: T015"));
    CHECK(is_found("{meldingen.totaal.2022-2023} en 2023", "T0") == false);
    CHECK(is_found("5,6 van 12", "5,6 staat"));
    CHECK(is_found("4 % van 12", "4 staat"));
    CHECK(is_found("12,6 %, 12", "12,6 staat"));
    CHECK(is_found("95,4 procent", "95,4 staat"));
    CHECK(is_found("-13", "-13 staat"));
}

TEST_CASE("numbers that are no figures are not compared") {
    CHECK(warning("12 keer, 5.251 en 322,0; 988,4 per mille") == "");
    CHECK(warning("# 13. Kop\n\n14. punt\n\nDe 18e, mbo-13, 16-jarigen, G40, 21a, 18+ en Meldingen 2024") == "");
    CHECK(warning("Artikel 15 en nog eens artikel 15") == "");
    for (const auto& rule : read_number_rules().exempt) {
        CHECK_FALSE(rule.examples.empty());
        for (const auto& example : rule.examples) {
            const auto numbers = written_numbers(plain(example), {});
            const auto held = written_numbers(plain(example), {rule});
            CAPTURE(rule.what);
            CAPTURE(example);
            CHECK_FALSE(numbers.empty());
            for (const auto& number : held) CHECK_FALSE(number.compared);
        }
    }
}

TEST_CASE("rules of numbers hold no figures") {
    const auto rules = read_number_rules();
    for (const auto* text : {"251 meldingen", "165 leerlingen en 30 scholen", "10-15 meldingen", "van 200 naar 250", "in 2023 waren er 251 meldingen",
                             "artikel 25 leidde 251 keer", "18 jaar of ouder: 251", "per 1.000 inwoners 251", "2023-2024: 251", "97,0 %", "5.497"}) {
        CAPTURE(text);
        const auto numbers = written_numbers(text, rules.exempt);
        const auto compared = [](const WrittenNumber& number) { return number.compared && !number.may_be_year; };
        CHECK(std::any_of(numbers.begin(), numbers.end(), compared));
    }
}

TEST_CASE("how a number is written") {
    const auto value = [](const std::string& text) { return written_numbers(text, {}).front().value; };
    CHECK(value("5.497") == 5'497'000'000);
    CHECK(value("5497") == 5'497'000'000);
    CHECK(value("1.234.567,5") == 1'234'567'500'000);
    CHECK(value("4,6") == 4'600'000);
    CHECK(value("4.6") == 4'600'000);
    CHECK(value("(-3)") == -3'000'000);
    CHECK(value("12, 13") == 12'000'000);
    CHECK(value("einde 12.") == 12'000'000);
    CHECK_FALSE(written_numbers("1234567890123", {}).front().compared);
}
