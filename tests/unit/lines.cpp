// Lines for every category of an open indeling, and what is left over.
#include <doctest/doctest.h>

#include "failure.hpp"
#include "report_fixture.hpp"

namespace {

// Meldingen and spijbelen (of one kind) and maatregelen, by the open indelingen school and leeftijd.
jv::Definitions open_definitions() {
    auto definitions = test_definitions();
    definitions.indicators.front().kinds = {jv::Kind::melding};
    const auto add = [&](std::string code, jv::Kind kind, std::string unit) {
        jv::Indicator indicator;
        indicator.code = std::move(code);
        indicator.kinds = {kind};
        indicator.units = {std::move(unit)};
        definitions.indicators.push_back(std::move(indicator));
    };
    add("spijbelen", jv::Kind::melding, "meldingen");
    add("pv", jv::Kind::maatregel, "besluiten");
    definitions.indelingen.push_back(
        {"school", "brin", {}, true, {}, {{"01AA", "Zonnehof"}, {"02BB", "de Linde"}, {"03CC", "Anker"}, {"04DD", "Anker"}}});
    definitions.indelingen.push_back({"leeftijd", "leeftijd", {}, true, {}});
    return definitions;
}

std::string open_cells(std::string_view report_template, std::string_view figures, jv::FindingLog* log = nullptr) {
    return cells(report_template, figures, log, open_definitions());
}

// The notes of the first table.
std::vector<std::string> notes(std::string_view report_template, std::string_view figures) {
    jv::FindingLog log;
    const auto source = jv::parse_report_template(jv::parse_settings(report_template, "t.toml"), "t.toml");
    const auto report = jv::build_report(source, test_figures(figures), open_definitions(), {"Almelo", "2023-2024"}, log);
    return std::get<jv::Table>(report.parts.front()).remarks;
}

// A table by an open indeling, with the rows, or other keys.
std::string table(std::string_view rows, std::string_view keys = "eenheid = \"meldingen\"\n", std::string_view indeling = "school") {
    return "titel = \"T\"\n[[tabel]]\nnaam = \"t\"\ntitel = \"T\"\nindicator = \"melding\"\nindeling = \"" + std::string(indeling) + "\"\n" +
           std::string(keys) + "rijen = [" + std::string(rows) + "]\n" +
           (keys.find("kolommen") == std::string_view::npos ? "kolommen = [{ kolom = \"n\" }]\n" : "");
}

const std::string all = "{ codes = \"alle\" }";
const std::string all_and_rest = "{ codes = \"alle\" }, { rij = \"Zonder\", rest = true }, { rij = \"Totaal\", totaal = true }";
const std::string two_years = "eenheid = \"meldingen\"\nschooljaren = [-1, 0]\n";

}  // namespace

TEST_CASE("a row for every school that occurs in some year, by name, and 0 in the other years") {
    CHECK(open_cells(table(all, two_years), R"(
        2022-2023 melding meldingen school 01AA 3
        2022-2023 melding meldingen totaal totaal 3
        2023-2024 melding meldingen school 02BB 5
        2023-2024 melding meldingen totaal totaal 5
        2021-2022 melding meldingen school 03CC 9)") ==
          "2022-2023;de Linde;n;-\n2023-2024;de Linde;n;5\n2022-2023;Zonnehof;n;3\n2023-2024;Zonnehof;n;-\n");
}

TEST_CASE("two schools of one name have their brin behind it, and a school without a name is its brin") {
    jv::FindingLog log;
    CHECK(open_cells(table(all),
                     "2023-2024 melding meldingen school 04DD 4\n2023-2024 melding meldingen school 03CC 3\n"
                     "2023-2024 melding meldingen school 09XX 9\n",
                     &log) == "2023-2024;09XX;n;9\n2023-2024;Anker (03CC);n;3\n2023-2024;Anker (04DD);n;4\n");
    CHECK(log.lines() ==
          std::vector<std::string>{"t.toml: T009 waarschuwing: school 09XX heeft geen naam; zet brin en naam in de lijst van scholen: scholen in "
                                   "jaarverslag.toml, of --scholen"});
}

TEST_CASE("schools without a name are one warning for the whole report") {
    const auto second = table(all).substr(table(all).find("[[tabel]]"));
    std::string figures;
    for (int i = 10; i < 25; ++i) figures += "2023-2024 melding meldingen school " + std::to_string(i) + "XX 1\n";
    jv::FindingLog log;
    open_cells(table(all) + "[[tabel]]\nnaam = \"u\"\n" + second.substr(second.find("titel")), figures, &log);
    REQUIRE(log.lines().size() == 1);
    CHECK(log.lines().front().starts_with(
        "t.toml: T009 waarschuwing: 15 scholen hebben geen naam: 10XX, 11XX, 12XX, 13XX, 14XX, 15XX, 16XX, 17XX, 18XX en nog 6; "));
}

TEST_CASE("rows that are numbers stand by number") {
    CHECK(open_cells(table(all, "eenheid = \"meldingen\"\n", "leeftijd"),
                     "2023-2024 melding meldingen leeftijd 12 1\n2023-2024 melding meldingen leeftijd 5 2\n") ==
          "2023-2024;5;n;2\n2023-2024;12;n;1\n");
}

TEST_CASE("a year in which nothing is divided this way has no zeros, and its total is what is left") {
    CHECK(open_cells(table(all_and_rest, two_years), R"(
        2022-2023 melding meldingen totaal totaal 7
        2023-2024 melding meldingen school 01AA 4
        2023-2024 melding meldingen totaal totaal 5)") ==
          "2023-2024;Zonnehof;n;4\n2022-2023;Zonder;n;7\n2023-2024;Zonder;n;1\n2022-2023;Totaal;n;7\n2023-2024;Totaal;n;5\n");
}

TEST_CASE("what does not occur is 0 when other figures of the kind are divided, or when the total is 0") {
    const auto columns = "schooljaren = [0]\nkolommen = [{ kolom = \"a\", eenheid = \"meldingen\" }, { kolom = \"b\", eenheid = \"meldingen\" }]\n";
    const auto two = [&](std::string_view indicator, std::string_view unit) {
        auto text = table(all, columns);
        const std::string plain = "{ kolom = \"b\", eenheid = \"meldingen\" }";
        return text.replace(text.find(plain), plain.size(),
                            "{ kolom = \"b\", indicator = \"" + std::string(indicator) + "\", eenheid = \"" + std::string(unit) + "\" }");
    };
    const std::string school = "2023-2024 melding meldingen school 01AA 4\n";
    CHECK(open_cells(two("spijbelen", "meldingen"), school + "2023-2024 spijbelen meldingen totaal totaal 2\n") ==
          "2023-2024;Zonnehof;a;4\n2023-2024;Zonnehof;b;-\n");
    CHECK(open_cells(two("pv", "besluiten"), school + "2023-2024 pv besluiten totaal totaal 2\n") == "2023-2024;Zonnehof;a;4\n");
    CHECK(open_cells(two("pv", "besluiten"), school + "2023-2024 pv besluiten totaal totaal 0\n") ==
          "2023-2024;Zonnehof;a;4\n2023-2024;Zonnehof;b;-\n");
}

TEST_CASE("codes that are named are 0 where they do not occur, also together") {
    const auto named = table("{ rij = \"Een\", codes = [\"01AA\", \"02BB\"] }, { rij = \"Geen\", codes = [\"03CC\"] }");
    CHECK(open_cells(named, "2023-2024 melding meldingen school 01AA 4\n") == "2023-2024;Een;n;4\n2023-2024;Geen;n;-\n");
}

TEST_CASE("a row for what is left stands there only when something is left") {
    CHECK(open_cells(table(all_and_rest), "2023-2024 melding meldingen school 01AA 4\n2023-2024 melding meldingen totaal totaal 4\n") ==
          "2023-2024;Zonnehof;n;4\n2023-2024;Totaal;n;4\n");
    CHECK(open_cells(table(all_and_rest), "2023-2024 melding meldingen totaal totaal 4\n") == "2023-2024;Zonder;n;4\n2023-2024;Totaal;n;4\n");
}

TEST_CASE("what is left has a share too, and is not known beside a count that is hidden") {
    const std::string figures = "2023-2024 melding meldingen school 01AA 3\n2023-2024 melding meldingen totaal totaal 4\n";
    CHECK(open_cells(table(all_and_rest, "eenheid = \"meldingen\"\ndecimalen = 0\ndeel_van = { totaal = true }\n"), figures) ==
          "2023-2024;Zonnehof;n;75\n2023-2024;Zonder;n;25\n2023-2024;Totaal;n;100\n");
    CHECK(open_cells(table(all_and_rest), figures + "2023-2024 melding meldingen school 02BB onderdrukt\n") ==
          "2023-2024;de Linde;n;<5\n2023-2024;Zonnehof;n;3\n2023-2024;Zonder;n;<5\n2023-2024;Totaal;n;4\n");
}

TEST_CASE("a total that is more than the rows is an error without a row for what is left") {
    CHECK(failure_of([] {
              open_cells(table("{ codes = \"alle\" }, { rij = \"Totaal\", totaal = true }"),
                         "2023-2024 melding meldingen school 01AA 4\n2023-2024 melding meldingen totaal totaal 6\n");
          }) ==
          "1 t.toml:3:1: T003 tabel \"t\", kolom \"n\", 2023-2024: de rijen tellen op tot 4, het totaal is 6; voeg een rij toe voor wat geen "
          "code heeft: { rij = \"Onbekend\", rest = true }");
}

TEST_CASE("leerlingen without a code are in the total only: the table says so") {
    const std::string figures = R"(
        2023-2024 melding leerlingen school 01AA 2
        2023-2024 melding leerlingen school 02BB 1
        2023-2024 melding leerlingen totaal totaal 5
        2023-2024 melding meldingen school 01AA 3
        2023-2024 melding meldingen school 02BB 1
        2023-2024 melding meldingen totaal totaal 6)";
    const std::string columns = "kolommen = [{ kolom = \"m\", eenheid = \"meldingen\" }, { kolom = \"l\", eenheid = \"leerlingen\" }]\n";
    CHECK(open_cells(table(all_and_rest, columns), figures) ==
          "2023-2024;de Linde;m;1\n2023-2024;de Linde;l;1\n2023-2024;Zonnehof;m;3\n2023-2024;Zonnehof;l;2\n"
          "2023-2024;Zonder;m;2\n2023-2024;Zonder;l;onbekend\n2023-2024;Totaal;m;6\n2023-2024;Totaal;l;5\n");
    const std::string note =
        "Een leerling telt in elke rij een keer en in het totaal een keer; wie in geen enkele rij staat, telt alleen in het totaal.";
    CHECK(notes(table(all_and_rest, columns), figures) == std::vector{note});
    CHECK(notes(table("{ codes = \"alle\" }, { rij = \"Totaal\", totaal = true }", "eenheid = \"leerlingen\"\n"), figures) == std::vector{note});
    CHECK(notes(table(all_and_rest), figures).empty());
}

TEST_CASE("leerlingen of two schools are not added because they happen to make the total: one may be in both, another in none") {
    CHECK(failure_of([] {
              open_cells(table("{ rij = \"Samen\", codes = [\"01AA\", \"02BB\"] }", "eenheid = \"leerlingen\"\n"),
                         "2023-2024 melding leerlingen school 01AA 1\n2023-2024 melding leerlingen school 02BB 1\n"
                         "2023-2024 melding leerlingen totaal totaal 2\n");
          }).starts_with("1 t.toml:3:1: T004"));
}

TEST_CASE("every code of a closed indeling is a row, in the order of the definition") {
    CHECK(open_cells(table(all, "eenheid = \"meldingen\"\n", "onderwijssoort"),
                     "2023-2024 melding meldingen onderwijssoort vo 3\n2023-2024 melding meldingen totaal totaal 3\n")
              .starts_with("2023-2024;vo;n;3\n"));
    CHECK(open_cells(table(all + ", { rij = \"Totaal\", totaal = true }", "eenheid = \"meldingen\"\n", "onderwijssoort"), R"(
        2023-2024 melding meldingen onderwijssoort geen 0
        2023-2024 melding meldingen onderwijssoort mbo 2
        2023-2024 melding meldingen onderwijssoort onbekend 0
        2023-2024 melding meldingen onderwijssoort po 0
        2023-2024 melding meldingen onderwijssoort vo 3
        2023-2024 melding meldingen onderwijssoort vso 0
        2023-2024 melding meldingen totaal totaal 5)") ==
          "2023-2024;po;n;-\n2023-2024;vso;n;-\n2023-2024;vo;n;3\n2023-2024;mbo;n;2\n2023-2024;onbekend;n;-\n2023-2024;geen;n;-\n2023-2024;Totaal;n;"
          "5\n");
}

TEST_CASE("codes may stand on the columns, with a name in front") {
    CHECK(open_cells(table("{ rij = \"Meldingen\" }",
                           "eenheid = \"meldingen\"\nkolommen = [{ kolom = \"School\", codes = \"alle\" }, { kolom = \"Zonder\", "
                           "rest = true }, { kolom = \"Totaal\", totaal = true }]\n"),
                     "2023-2024 melding meldingen school 01AA 4\n2023-2024 melding meldingen totaal totaal 6\n") ==
          "2023-2024;Meldingen;School Zonnehof;4\n2023-2024;Meldingen;Zonder;2\n2023-2024;Meldingen;Totaal;6\n");
}

TEST_CASE("lines that can't go together") {
    const auto fails = [](const std::string& rows, std::string_view keys = "eenheid = \"meldingen\"\n", std::string_view indeling = "school") {
        return failure_of([&] { open_cells(table(rows, keys, indeling), "2023-2024 melding meldingen school 01AA 4\n"); });
    };
    CHECK(fails("{ rij = \"Rest\", rest = true }") ==
          "2 t.toml:8:12: S004 een rest hoort bij een totaal; voeg een rij of kolom toe met totaal = true");
    CHECK(fails("{ rij = \"A\", rest = true }, { rij = \"B\", rest = true }, { rij = \"T\", totaal = true }") ==
          "2 t.toml:8:12: S004 deze tabel heeft twee keer een rest; haal er een weg");
    CHECK(fails(all_and_rest, "eenheid = \"meldingen\"\n", "schooltype") ==
          "2 t.toml:8:32: S004 een rest hoort bij een open indeling, en schooltype heeft vaste codes; noem de codes van deze rij of kolom");
    CHECK(fails("{ rij = \"A\", rest = true, codes = [\"01AA\"] }") ==
          "2 t.toml:8:23: S004 een rest heeft geen codes en is geen totaal; haal een van beide weg");
    CHECK(fails("{ codes = \"alle\", totaal = true }") == "2 t.toml:8:28: S004 een totaal heeft geen codes; haal een van beide weg");
    CHECK(fails("{ codes = \"alle\", gebieden = \"alle\" }") ==
          "2 t.toml:8:12: S004 een rij of kolom kan niet voor elke code en voor elk gebied staan; zet de codes in de rijen en de gebieden in de "
          "kolommen");
    CHECK(fails(all, "eenheid = \"meldingen\"\nkolommen = [{ kolom = \"n\", codes = [\"01AA\"] }]\n") ==
          "2 t.toml:8:15: S004 rijen en kolommen hebben allebei codes; geef alleen de rijen of alleen de kolommen codes");
    CHECK(fails("{ codes = \"alle\" }, { rij = \"Zonnehof\", codes = [\"02BB\"] }") ==
          "2 t.toml:8:32: S004 \"Zonnehof\" staat twee keer in deze tabel; geef elke rij en kolom een eigen naam");
    CHECK(failure_of([] {
              open_cells(
                  "titel = \"T\"\n[cijfer]\na = { indicator = \"melding\", eenheid = \"meldingen\", indeling = \"school\", codes = \"alle\" }\n", "");
          }) == "2 t.toml:3:74: S004 codes = \"alle\" hoort bij een rij of een kolom van een tabel; noem de codes, of schrijf totaal = true");
}

TEST_CASE("a chart draws a line for every code") {
    jv::FindingLog log;
    auto text = table(all_and_rest, two_years);
    text.replace(text.find("[[tabel]]"), 9, "[[grafiek]]\nsoort = \"kolom\"");
    const auto source = jv::parse_report_template(jv::parse_settings(text, "t.toml"), "t.toml");
    const auto figures = test_figures(R"(
        2022-2023 melding meldingen school 01AA 3
        2022-2023 melding meldingen totaal totaal 3
        2023-2024 melding meldingen school 02BB 5
        2023-2024 melding meldingen totaal totaal 6)");
    const auto report = jv::build_report(source, figures, open_definitions(), {"Almelo", "2023-2024"}, log);
    const auto& chart = std::get<jv::Chart>(report.parts.front());
    CHECK(chart.description ==
          "Kolomdiagram: T. 2022-2023 – de Linde: 0, Zonnehof: 3 en Zonder: 0; 2023-2024 – de Linde: 5, Zonnehof: 0 en Zonder: 1.");
}
