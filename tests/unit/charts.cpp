// What a chart shows, what stays out of it, and how it says so.
#include <doctest/doctest.h>

#include "failure.hpp"
#include "report_fixture.hpp"

namespace {

// A template with one chart of meldingen; `keys` are its kind, rows and columns.
std::string one_chart(std::string_view keys, std::string_view unit = "meldingen") {
    return "titel = \"T\"\n[[grafiek]]\nnaam = \"g\"\ntitel = \"G\"\nindicator = \"melding\"\nindeling = \"schooltype\"\neenheid = \"" +
           std::string(unit) + "\"\n" + std::string(keys) + "\n";
}

jv::Chart chart_of(std::string_view report_template, std::string_view figures, jv::FindingLog* log = nullptr) {
    jv::FindingLog own;
    const auto source = jv::parse_report_template(jv::parse_settings(report_template, "t.toml"), "t.toml");
    const auto report = jv::build_report(source, test_figures(figures), test_definitions(), {"Almelo", "2023-2024"}, log ? *log : own);
    return std::get<jv::Chart>(report.parts.front());
}

// The chart's table: a line for each row, then its notes.
std::string table_of(const jv::Chart& chart) {
    std::string out;
    for (std::size_t row = 0; row < chart.data.rows.size(); ++row) {
        out += chart.data.rows[row].label;
        for (std::size_t column = 0; column < chart.data.columns.size(); ++column)
            out += " " + chart.data.columns[column].head + "=" + to_text(chart.data.cell(row, column), {});
        out += '\n';
    }
    for (const auto& note : chart.data.remarks) out += note + '\n';
    return out;
}

const std::string parts =
    "rijen = [{ rij = \"Totaal\", totaal = true }, { rij = \"Po\", codes = [\"bao\"] }, { rij = \"Vo\", codes = [\"vo\"] }, { rij = \"Mbo\", "
    "codes = [\"mbo\"] }]\n";
const std::string column = "kolommen = [{ kolom = \"n\" }]\n";
const std::string two_years = "schooljaren = [-1, 0]\n" + column;

}  // namespace

TEST_CASE("the percentages of a pie are each rounded half away from zero, and a note says what they add up to") {
    const auto pie = chart_of(one_chart("soort = \"taart\"\ndecimalen = 0\n" + parts + column), R"(
        2023-2024 melding meldingen schooltype bao 25
        2023-2024 melding meldingen schooltype vo 35
        2023-2024 melding meldingen schooltype mbo 140
        2023-2024 melding meldingen totaal totaal 200)");
    CHECK(table_of(pie) == "Po n=25 %=13\nVo n=35 %=18\nMbo n=140 %=70\nTotaal n=200 %=100\nElk percentage is afgerond; samen zijn zij 101 %.\n");
    CHECK(pie.description == "Taartdiagram: G. Po: 25 (13 %), Vo: 35 (18 %) en Mbo: 140 (70 %).");
    CHECK(pie.unit == "meldingen");
}

TEST_CASE("small slices next to each other have no room for labels, and become columns") {
    const auto chart = chart_of(one_chart("soort = \"taart\"\n" + parts + column), R"(
        2023-2024 melding meldingen schooltype bao 1
        2023-2024 melding meldingen schooltype vo 1
        2023-2024 melding meldingen schooltype mbo 198
        2023-2024 melding meldingen totaal totaal 200)");
    CHECK(chart.kind == jv::ChartKind::columns);
    CHECK(chart.data.columns.back().total);
    CHECK(table_of(chart) ==
          "Po n=1 %=0,5\nVo n=1 %=0,5\nMbo n=198 %=99,0\nTotaal n=200 %=100,0\n"
          "Er zijn te veel kleine delen voor een taart; daarom zijn het kolommen.\n");
    CHECK(chart.description == "Kolomdiagram: G. Po: 1, Vo: 1 en Mbo: 198.");
}

TEST_CASE("a pie whose percentages add up has no note, and has a decimal unless it says otherwise") {
    const auto pie = chart_of(one_chart("soort = \"taart\"\n" + parts + column), R"(
        2023-2024 melding meldingen schooltype bao 1
        2023-2024 melding meldingen schooltype vo 3
        2023-2024 melding meldingen schooltype mbo 0
        2023-2024 melding meldingen totaal totaal 4)");
    CHECK(table_of(pie) == "Po n=1 %=25,0\nVo n=3 %=75,0\nMbo n=- %=0,0\nTotaal n=4 %=100,0\n");
    CHECK(pie.description == "Taartdiagram: G. Po: 1 (25,0 %), Vo: 3 (75,0 %) en Mbo: 0 (0,0 %).");
}

TEST_CASE("a pie of which a slice is not known, or whose slices are not the whole, is left out") {
    const auto source = one_chart("soort = \"taart\"\n" + parts + column, "leerlingen");
    const auto without = [&](std::string_view figures) {
        jv::FindingLog log;
        const auto pie = chart_of(source, figures, &log);
        CHECK(pie.data.rows.empty());
        REQUIRE(log.lines().size() == 1);
        CHECK(log.lines().front().find("T008 waarschuwing: de grafiek \"g\" is weggelaten: ") != std::string::npos);
        return pie.description;
    };
    CHECK(without(R"(
        2023-2024 melding leerlingen schooltype bao 1
        2023-2024 melding leerlingen schooltype vo onderdrukt
        2023-2024 melding leerlingen schooltype mbo 3
        2023-2024 melding leerlingen totaal totaal 7)") ==
          "Deze grafiek is weggelaten: de delen zijn samen 4, het geheel is 7. Niet in de grafiek: Vo (<5).");
    CHECK(without(R"(
        2023-2024 melding leerlingen schooltype bao 2
        2023-2024 melding leerlingen schooltype vo 3
        2023-2024 melding leerlingen schooltype mbo 3
        2023-2024 melding leerlingen totaal totaal 7)") == "Deze grafiek is weggelaten: de delen zijn samen 8, het geheel is 7.");
    CHECK(without("2023-2024 melding leerlingen schooltype bao 2") ==
          "Deze grafiek is weggelaten: het geheel is niet bekend. Niet in de grafiek: Totaal (geen bron), Vo (geen bron) en Mbo (geen bron).");
    CHECK(without("2022-2023 melding leerlingen schooltype bao 2").find("Deze grafiek is weggelaten: er zijn geen cijfers.") == 0);
}

TEST_CASE("a year without a source and a row of which a figure can't occur stay out, and are never 0") {
    const auto chart = chart_of(one_chart("soort = \"kolom\"\nschooljaren = [-2, -1, 0]\n" + parts + column), R"(
        2022-2023 melding meldingen schooltype bao 1
        2022-2023 melding meldingen schooltype vo nvt
        2022-2023 melding meldingen schooltype mbo 0
        2023-2024 melding meldingen schooltype bao 2
        2023-2024 melding meldingen schooltype vo 5
        2023-2024 melding meldingen schooltype mbo 4
        2022-2023 melding meldingen totaal totaal 1
        2023-2024 melding meldingen totaal totaal 11)");
    CHECK(table_of(chart) ==
          "Po 2022-2023=1 2023-2024=2\nMbo 2022-2023=- 2023-2024=4\nTotaal 2022-2023=1 2023-2024=11\n"
          "Niet in de grafiek: 2021-2022 (geen bron) en Vo (nvt).\n");
    CHECK(chart.description == "Kolomdiagram: G. 2022-2023 – Po: 1 en Mbo: 0; 2023-2024 – Po: 2 en Mbo: 4.");
}

TEST_CASE("figures counted together are no columns of their own") {
    const auto chart = chart_of(one_chart("soort = \"kolom\"\n" + parts + column), R"(
        2023-2024 melding meldingen schooltype bao 2
        2023-2024 melding meldingen schooltype vo+mbo 5
        2023-2024 melding meldingen totaal totaal 7)");
    CHECK(table_of(chart) ==
          "Po n=2\nTotaal n=7\nIn 2023-2024 zijn Vo en Mbo samen geteld.\nNiet in de grafiek: Vo (samen geteld) en Mbo (samen geteld).\n");
}

TEST_CASE("years along the axis: rows are lines, and a line needs two points") {
    const std::string source = one_chart("soort = \"lijn\"\nas = \"kolommen\"\n" + parts + two_years);
    const std::string year = R"(
        2023-2024 melding meldingen schooltype bao 2
        2023-2024 melding meldingen schooltype vo 5
        2023-2024 melding meldingen schooltype mbo 4)";
    const std::string before = R"(
        2022-2023 melding meldingen schooltype bao 3
        2022-2023 melding meldingen schooltype vo 6
        2022-2023 melding meldingen schooltype mbo 7)";
    const auto chart = chart_of(source, year + before);
    CHECK(chart.rows_are_series);
    CHECK(chart.description ==
          "Lijndiagram: G. Po – 2022-2023: 3 en 2023-2024: 2; Vo – 2022-2023: 6 en 2023-2024: 5; Mbo – 2022-2023: 7 en 2023-2024: 4.");
    CHECK(chart_of(source, year).description ==
          "Deze grafiek is weggelaten: een lijn heeft minstens twee punten nodig. Niet in de grafiek: 2022-2023 (geen bron).");
}

TEST_CASE("named figures make a chart, with a description of its own and the name of a row before its note") {
    const std::string source = R"(
titel = "T"
[cijfer]
alle = { indicator = "melding", eenheid = "meldingen" }
po = { indicator = "melding", eenheid = "meldingen", indeling = "schooltype", codes = ["bao"] }
rest = { verschil = ["alle", "po"] }
[[grafiek]]
naam = "g"
titel = "G"
soort = "taart"
omschrijving = "Van de {alle} meldingen ging {po} over het po."
rijen = [{ rij = "Po", cijfer = "po", noot = "zonder sbo." }, { rij = "Rest", cijfer = "rest" }, { rij = "Alle", cijfer = "alle", totaal = true }]
)";
    const auto pie = chart_of(source, "2023-2024 melding meldingen schooltype bao 1\n2023-2024 melding meldingen totaal totaal 4\n");
    CHECK(table_of(pie) == "Po waarde=1 %=25,0\nRest waarde=3 %=75,0\nAlle waarde=4 %=100,0\nPo: zonder sbo.\n");
    CHECK(pie.description == "Van de 4 meldingen ging 1 over het po.");
}

TEST_CASE("charts that would mislead are refused") {
    const auto refused = [](const std::string& keys, std::string_view unit = "meldingen") {
        return failure_of([&] { chart_of(one_chart(keys, unit), ""); });
    };
    CHECK(refused("soort = \"stapel\"\n" + parts + column) ==
          "2 t.toml:8:1: S004 \"stapel\" is geen soort grafiek; kies uit: kolom, gestapeld, lijn, taart");
    CHECK(refused("soort = \"kolom\"\nas = \"jaren\"\n" + parts + column) ==
          "2 t.toml:9:1: S004 langs de as staan geen \"jaren\"; kies \"rijen\" of \"kolommen\"");
    CHECK(refused("soort = \"taart\"\n" + parts + two_years) ==
          "2 t.toml:11:1: S004 een taart heeft een kolom en een schooljaar; geef elk schooljaar een eigen taart");
    CHECK(refused("soort = \"taart\"\nrijen = [{ rij = \"Po\", codes = [\"bao\"] }]\n" + column) ==
          "2 t.toml:9:1: S004 een taart heeft een rij met het geheel nodig, waar de delen samen op uitkomen; voeg een rij toe met totaal = true");
    CHECK(refused("soort = \"taart\"\ndeel_van = { totaal = true }\n" + parts + column) ==
          "2 t.toml:8:1: S004 een taart rekent de procenten zelf uit; neem de aantallen");
    CHECK(refused("soort = \"gestapeld\"\n" + parts + column, "leerlingen") ==
          "2 t.toml:8:1: S004 leerlingen kunnen niet worden gestapeld: een leerling kan twee keer voorkomen; neem soort = \"kolom\"");
    CHECK(refused("soort = \"kolom\"\nrijen = [{ rij = \"A\", eenheid = \"leerlingen\" }, { rij = \"B\" }]\n" + column) ==
          "2 t.toml:9:1: S004 een grafiek telt niet zowel leerlingen als meldingen; geef elke eenheid een eigen grafiek");
}
