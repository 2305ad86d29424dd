// The rules by which a table shows figures.
#include <doctest/doctest.h>

#include "failure.hpp"
#include "report_fixture.hpp"

namespace {

const std::string rows =
    "rijen = [{ rij = \"Po\", codes = [\"bao\", \"sbo\"] }, { rij = \"Vo\", codes = [\"vo\"] }, { rij = \"Totaal\", totaal = true }]\n";
const std::string column = "kolommen = [{ kolom = \"n\" }]\n";

}  // namespace

TEST_CASE("units that add up: a row adds its codes, the total comes from its own figure") {
    CHECK(cells(one_table(rows + column), R"(
        2023-2024 melding meldingen schooltype bao 3
        2023-2024 melding meldingen schooltype sbo 2
        2023-2024 melding meldingen schooltype vo 0
        2023-2024 melding meldingen totaal totaal 5)") == "2023-2024;Po;n;5\n2023-2024;Vo;n;-\n2023-2024;Totaal;n;5\n");
}

TEST_CASE("a category that is exactly the set goes before adding") {
    const std::string figures = R"(
        2023-2024 melding leerlingen schooltype bao 3
        2023-2024 melding leerlingen schooltype sbo 3
        2023-2024 melding leerlingen onderwijssoort po 4
        2023-2024 melding leerlingen totaal totaal 4)";
    CHECK(cells(one_table("rijen = [{ rij = \"Po\", codes = [\"bao\", \"sbo\"] }]\n" + column, "leerlingen"), figures) == "2023-2024;Po;n;4\n");
}

TEST_CASE("leerlingen are added only where that is exact for certain") {
    const auto po = one_table("rijen = [{ rij = \"Po\", codes = [\"bao\", \"sbo\"] }]\n" + column, "leerlingen");
    CHECK(cells(po, "2023-2024 melding leerlingen schooltype bao 3\n2023-2024 melding leerlingen schooltype sbo 0\n") == "2023-2024;Po;n;3\n");
    CHECK(cells(po,
                "2023-2024 melding leerlingen schooltype bao 3\n2023-2024 melding leerlingen schooltype sbo 2\n"
                "2023-2024 melding leerlingen totaal totaal 5\n") == "2023-2024;Po;n;5\n");
    CHECK(failure_of([&] {
              cells(po,
                    "2023-2024 melding leerlingen schooltype bao 3\n2023-2024 melding leerlingen schooltype sbo 2\n"
                    "2023-2024 melding leerlingen totaal totaal 4\n");
          }) ==
          "1 t.toml:3:1: T004 tabel \"t\", rij \"Po\", kolom \"n\", 2023-2024: leerlingen van bao (3), sbo (2) kunnen niet worden opgeteld, want een "
          "leerling kan in meer dan een daarvan zitten; voeg een indeling toe met een categorie voor deze codes samen, of geef elk een eigen rij");
}

TEST_CASE("a total that is absent is added for units that add up, and unknown for leerlingen") {
    const auto table = [](std::string_view unit) {
        return one_table("rijen = [{ rij = \"Vo\", codes = [\"vo\"] }, { rij = \"Totaal\", totaal = true }]\n" + column, unit);
    };
    CHECK(cells(table("meldingen"), "2023-2024 melding meldingen schooltype vo 7") == "2023-2024;Vo;n;7\n2023-2024;Totaal;n;7\n");
    CHECK(cells(table("leerlingen"), "2023-2024 melding leerlingen schooltype vo 7") == "2023-2024;Vo;n;7\n");
}

TEST_CASE("codes of which some have no figure") {
    const auto po = one_table("rijen = [{ rij = \"Po\", codes = [\"bao\", \"sbo\"] }]\n" + column);
    CHECK(
        failure_of([&] { cells(po, "2023-2024 melding meldingen schooltype bao 3"); }) ==
        "1 t.toml:3:1: T005 tabel \"t\", rij \"Po\", kolom \"n\", 2023-2024: van sbo is er geen cijfer, van de andere codes wel; vul dat cijfer aan "
        "(ook 0), of het totaal");
    CHECK(cells(po, "2023-2024 melding meldingen schooltype bao 3\n2023-2024 melding meldingen totaal totaal 3\n") == "2023-2024;Po;n;3\n");
}

TEST_CASE("T001: a count that no row covers") {
    CHECK(failure_of([] {
              cells(one_table(rows + column), R"(
                  2023-2024 melding meldingen schooltype bao 3
                  2023-2024 melding meldingen schooltype onbekend 2
                  2023-2024 melding meldingen totaal totaal 5)");
          }) ==
          "1 t.toml:3:1: T001 tabel \"t\", kolom \"n\", 2023-2024: schooltype onbekend telt 2 meldingen, en geen rij telt onbekend mee; neem "
          "onbekend op in "
          "de codes van een rij, of geef er een eigen rij voor");
    const std::string uncovered = "rijen = [{ rij = \"Vo\", codes = [\"vo\"] }]\n" + column;
    const std::string figures = "2023-2024 melding meldingen schooltype vo 1\n2023-2024 melding meldingen schooltype geen 1\n";
    CHECK(cells(one_table(uncovered), figures) == "2023-2024;Vo;n;1\n");
    CHECK(failure_of([&] { cells(one_table("volledig = true\n" + uncovered), figures); }).find("T001") != std::string::npos);
}

TEST_CASE("T001: all that is wrong is listed, and nothing comes out") {
    try {
        cells(one_table("schooljaren = [-1, 0]\n" + rows + column), R"(
            2022-2023 melding meldingen schooltype geen 1
            2023-2024 melding meldingen schooltype geen 1
            2023-2024 melding meldingen schooltype mbo 4)");
        FAIL("no failure");
    } catch (const jv::Failure& failure) {
        CHECK(failure.lines().size() == 3);
    }
}

TEST_CASE("T002: nvt over a count; nvt over nothing is nvt") {
    const std::string nvt = "nvt = [{ rijen = [\"Vo\"], tot_en_met = \"2022-2023\" }]\n";
    const auto table = one_table("schooljaren = [-1, 0]\n" + rows + column + nvt);
    CHECK(cells(table, R"(
        2022-2023 melding meldingen schooltype vo 0
        2022-2023 melding meldingen totaal totaal 0
        2023-2024 melding meldingen schooltype vo 2
        2023-2024 melding meldingen totaal totaal 2)") == "2022-2023;Vo;n;nvt\n2023-2024;Vo;n;2\n2022-2023;Totaal;n;-\n2023-2024;Totaal;n;2\n");
    CHECK(
        failure_of([&] { cells(table, "2022-2023 melding meldingen schooltype vo 2\n2022-2023 melding meldingen totaal totaal 2\n"); }) ==
        "1 t.toml:3:1: T002 tabel \"t\", rij \"Vo\", kolom \"n\", 2022-2023: het sjabloon zegt nvt, maar er is een telling van 2 meldingen; verbeter "
        "de bron, of beperk de regel nvt in het sjabloon");
}

TEST_CASE("T003: rows against their total") {
    CHECK(failure_of([] {
              cells(one_table(rows + column), "2023-2024 melding meldingen schooltype vo 7\n2023-2024 melding meldingen totaal totaal 8\n");
          }) ==
          "1 t.toml:3:1: T003 tabel \"t\", kolom \"n\", 2023-2024: de rijen tellen op tot 7, het totaal is 8; zoek het verschil op in cijfers.csv en "
          "verbeter de bron");
    // Of leerlingen the total may be smaller than the sum, not larger, and not smaller than a row.
    const auto table = one_table(
        "rijen = [{ rij = \"Bao\", codes = [\"bao\"] }, { rij = \"Vo\", codes = [\"vo\"] }, { rij = \"Totaal\", totaal = true }]\n" + column,
        "leerlingen");
    const auto with_total = [&](std::string_view total) {
        return failure_of([&] {
            cells(table,
                  "2023-2024 melding leerlingen schooltype bao 3\n2023-2024 melding leerlingen schooltype vo 4\n2023-2024 melding leerlingen totaal "
                  "totaal " +
                      std::string(total) + "\n");
        });
    };
    CHECK(with_total("6") == "fine");
    CHECK(with_total("8").find("T003") != std::string::npos);
    CHECK(with_total("3").find("een rij telt 4, meer dan het totaal 3") != std::string::npos);
}

TEST_CASE("T003: indicators against the indicator that is their sum") {
    const auto table = one_table(
        "kolommen = [{ kolom = \"A\", indicator = \"a\" }]\nrijen = [{ rij = \"Vo\", codes = [\"vo\"] }]\n"
        "controles = [{ geheel = \"melding\", delen = [\"a\", \"b\"] }]\n");
    const std::string parts =
        "2023-2024 a meldingen schooltype vo 2\n2023-2024 b meldingen schooltype vo 3\n2023-2024 melding meldingen schooltype vo ";
    CHECK(cells(table, parts + "5\n") == "2023-2024;Vo;A;2\n");
    CHECK(failure_of([&] { cells(table, parts + "6\n"); }) ==
          "1 t.toml:10:25: T003 tabel \"t\", rij \"Vo\", 2023-2024: melding telt 6, maar a, b tellen op tot 5; geef de tabel ook een kolom voor wat "
          "ontbreekt, of verbeter de bron");
}

TEST_CASE("T006: a joint count beside a part of itself") {
    CHECK(failure_of([] {
              cells(one_table(rows + column), "2023-2024 melding meldingen schooltype bao+sbo 7\n2023-2024 melding meldingen schooltype bao 2\n");
          }).find("T006") != std::string::npos);
}

TEST_CASE("a waarvan row is part of another, and is not added") {
    const std::string with_part =
        "rijen = [{ rij = \"Vo\", codes = [\"vo\", \"pro\"] }, { rij = \"waarvan pro\", codes = [\"pro\"], waarvan = true }, { rij = "
        "\"Totaal\", totaal = true }]\n";
    CHECK(cells(one_table(with_part + column), R"(
        2023-2024 melding meldingen schooltype vo 3
        2023-2024 melding meldingen schooltype pro 2
        2023-2024 melding meldingen totaal totaal 5)") == "2023-2024;Vo;n;5\n2023-2024;waarvan pro;n;2\n2023-2024;Totaal;n;5\n");
    CHECK(
        failure_of([&] {
            cells(
                one_table(
                    "rijen = [{ rij = \"Vo\", codes = [\"vo\", \"pro\"] }, { rij = \"Pro\", codes = [\"pro\"] }, { rij = \"T\", totaal = true }]\n" +
                    column),
                "");
        }).find("S004 pro staat in twee rijen") != std::string::npos);
}

TEST_CASE("a share of the total, of an indicator, per 1.000") {
    const std::string figures = R"(
        2023-2024 melding meldingen schooltype vo 1
        2023-2024 melding meldingen totaal totaal 8
        2023-2024 alle meldingen schooltype vo 4
        2023-2024 inwoners-5-18 inwoners totaal totaal 400)";
    const std::string vo = "rijen = [{ rij = \"Vo\", codes = [\"vo\"] }]\n";
    const auto share = [&](std::string_view of) { return cells(one_table(vo + column + std::string(of)), figures); };
    CHECK(share("decimalen = 0\ndeel_van = { totaal = true }") == "2023-2024;Vo;n;13\n");
    CHECK(share("deel_van = { totaal = true }") == "2023-2024;Vo;n;12,5\n");
    CHECK(share("deel_van = { indicator = \"alle\" }") == "2023-2024;Vo;n;25,0\n");
    CHECK(share("per = 1000\ndeel_van = { indicator = \"inwoners-5-18\", eenheid = \"inwoners\", totaal = true }") == "2023-2024;Vo;n;2,5\n");
    CHECK(failure_of([&] {
              share("deel_van = { indicator = \"inwoners-5-18\", eenheid = \"inwoners\", totaal = true }");
          }).find("meldingen zijn geen deel van inwoners") != std::string::npos);
    CHECK(cells(one_table(vo + column + "deel_van = { totaal = true }"),
                "2023-2024 melding meldingen schooltype vo 0\n2023-2024 melding meldingen totaal totaal 0\n") == "2023-2024;Vo;n;nvt\n");
}

TEST_CASE("unknown, suppressed and nvt figures stay what they are") {
    const std::string all =
        "rijen = [{ rij = \"Bao\", codes = [\"bao\"] }, { rij = \"Vo\", codes = [\"vo\"] }, { rij = \"Mbo\", codes = [\"mbo\"] }, { rij = "
        "\"Geen\", codes = [\"geen\"] }, { rij = \"Totaal\", totaal = true }]\n";
    CHECK(cells(one_table(all + column), R"(
        2023-2024 melding meldingen schooltype bao onbekend
        2023-2024 melding meldingen schooltype vo onderdrukt
        2023-2024 melding meldingen schooltype mbo nvt
        2023-2024 melding meldingen totaal totaal 9)") == "2023-2024;Bao;n;onbekend\n2023-2024;Vo;n;<5\n2023-2024;Mbo;n;nvt\n2023-2024;Totaal;n;9\n");
}

TEST_CASE("years are relative to the report's") {
    CHECK(jv::shift_year("2023-2024", -3) == "2020-2021");
    CHECK(jv::shift_year("1999-2000", 1) == "2000-2001");
    CHECK(jv::shift_year("2018", -1) == "2017");
    const auto source = jv::parse_report_template(jv::parse_settings(one_table("schooljaren = [-2, 0]\n" + rows + column), "t.toml"), "t.toml");
    CHECK(source.years() == std::vector{-2, 0});
    CHECK(source.needs_area());
}

TEST_CASE("areas as rows and as columns") {
    const std::string definition = "titel = \"T\"\n[[tabel]]\nnaam = \"t\"\ntitel = \"T\"\nindicator = \"melding\"\neenheid = \"meldingen\"\n";
    const auto source = jv::parse_report_template(
        jv::parse_settings(definition + "rijen = [{ gebieden = \"alle\" }]\nkolommen = [{ kolom = \"n\" }]\n", "t.toml"), "t.toml");
    CHECK_FALSE(source.needs_area());
    auto figures = test_figures("2023-2024 melding meldingen totaal totaal 5");
    figures.add({"Borne", "2023-2024", "melding", "meldingen", "totaal", "totaal"}, jv::CijferValue::of(2));
    figures.add({"Elders", "2023-2024", "iets", "meldingen", "totaal", "totaal"}, jv::CijferValue::of(2));
    jv::FindingLog log;
    const auto report = jv::build_report(source, figures, test_definitions(), {"", "2023-2024"}, log);
    const auto& table = std::get<jv::Table>(report.parts.front());
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[1].label == "Borne");
    CHECK(table.gebied_of(1, 0) == "Borne");
    CHECK(table.cell(1, 0) == jv::Cell(jv::Number{2, 0}));

    const auto region = jv::parse_report_template(
        jv::parse_settings(
            definition + "rijen = [{ rij = \"Meldingen\" }]\nkolommen = [{ gebieden = [\"Almelo\", \"Borne\"] }, { kolom = \"Regio\" }]\n", "t.toml"),
        "t.toml");
    const auto columns = std::get<jv::Table>(jv::build_report(region, figures, test_definitions(), {"Twente", "2023-2024"}, log).parts.front());
    CHECK(columns.gebied_of(0, 0) == "Twente");
    CHECK(columns.columns[1].kolom == "Borne");
    CHECK(columns.cell(0, 2) == jv::Cell(jv::Unknown{}));

    figures.add({"Twente", "2023-2024", "melding", "meldingen", "totaal", "totaal"}, jv::CijferValue::of(7));
    const auto others = jv::parse_report_template(
        jv::parse_settings(definition + "rijen = [{ rij = \"Meldingen\" }]\nkolommen = [{ gebieden = \"andere\" }, { kolom = \"Regio\" }]\n",
                           "t.toml"),
        "t.toml");
    const auto beside = std::get<jv::Table>(jv::build_report(others, figures, test_definitions(), {"Twente", "2023-2024"}, log).parts.front());
    REQUIRE(beside.columns.size() == 3);
    CHECK(beside.columns[0].kolom == "Almelo");
    CHECK(beside.columns[1].kolom == "Borne");
    CHECK(beside.cell(0, 2) == jv::Cell(jv::Number{7, 0}));
}
