// Counts of several codes together, which stand in one cell over their rows.
#include <doctest/doctest.h>

#include "report_fixture.hpp"

namespace {

const std::string column = "kolommen = [{ kolom = \"n\" }]\n";
const std::string bao_sbo =
    "rijen = [{ rij = \"Bao\", codes = [\"bao\"] }, { rij = \"Sbo\", codes = [\"sbo\"] }, { rij = \"Totaal\", totaal = true }]\n";

jv::Table table_of(const std::string& report_template, std::string_view figures) {
    jv::FindingLog log;
    const auto source = jv::parse_report_template(jv::parse_settings(report_template, "t.toml"), "t.toml");
    return std::get<jv::Table>(jv::build_report(source, test_figures(figures), test_definitions(), {"Almelo", "2023-2024"}, log).parts.front());
}

}  // namespace

TEST_CASE("a joint count is one cell over its rows, also of leerlingen") {
    CHECK(cells(one_table("schooljaren = [-1, 0]\n" + bao_sbo + column, "leerlingen"), R"(
        2022-2023 melding leerlingen schooltype bao+sbo 7
        2022-2023 melding leerlingen totaal totaal 7
        2023-2024 melding leerlingen schooltype bao 5
        2023-2024 melding leerlingen schooltype sbo 1
        2023-2024 melding leerlingen totaal totaal 6)") ==
          "2022-2023;Bao + Sbo;n;7\n2023-2024;Bao;n;5\n2023-2024;Sbo;n;1\n2022-2023;Totaal;n;7\n2023-2024;Totaal;n;6\n");
    const auto table = table_of(one_table(bao_sbo + column), "2023-2024 melding meldingen schooltype bao+sbo 7");
    CHECK(table.cell(1, 0) == jv::Cell(jv::Covered{}));
    REQUIRE(table.joints.size() == 1);
    CHECK(table.joints.front().rows == std::vector<std::size_t>{0, 1});
    CHECK(table.remarks.front() == "In 2023-2024 zijn Bao en Sbo samen geteld.");
}

TEST_CASE("a joint count over rows of several codes of which some were never counted apart") {
    const std::string rows =
        "rijen = [{ rij = \"Vo\", codes = [\"vo\", \"pro\"] }, { rij = \"Vso\", codes = [\"so\", \"vso\"] }, { rij = \"Totaal\", totaal = true }]\n";
    CHECK(cells(one_table(rows + column, "leerlingen"),
                "2023-2024 melding leerlingen schooltype vo+vso 20\n2023-2024 melding leerlingen totaal totaal 20\n") ==
          "2023-2024;Vo + Vso;n;20\n2023-2024;Totaal;n;20\n");
}

TEST_CASE("a joint count within one row is that row's") {
    CHECK(cells(one_table("rijen = [{ rij = \"Po\", codes = [\"bao\", \"sbo\"] }]\n" + column), "2023-2024 melding meldingen schooltype bao+sbo 7") ==
          "2023-2024;Po;n;7\n");
}

TEST_CASE("rows of a joint count need not stand together") {
    const std::string apart =
        "rijen = [{ rij = \"Bao\", codes = [\"bao\"] }, { rij = \"Mbo\", codes = [\"mbo\"] }, { rij = \"Sbo\", codes = [\"sbo\"] }]\n";
    CHECK(cells(one_table(apart + column), "2023-2024 melding meldingen schooltype bao+sbo 7\n2023-2024 melding meldingen schooltype mbo 2\n") ==
          "2023-2024;Bao + Sbo;n;7\n2023-2024;Mbo;n;2\n");
}

TEST_CASE("joint counts that share a row become one") {
    const std::string rows =
        "rijen = [{ rij = \"A\", codes = [\"bao\", \"so\"] }, { rij = \"B\", codes = [\"sbo\"] }, { rij = \"C\", codes = [\"vso\", \"vo\"] }, { rij "
        "= "
        "\"D\", codes = [\"pro\"] }]\n";
    const auto table = table_of(one_table(rows + column), R"(
        2023-2024 melding meldingen schooltype vo+pro 4
        2023-2024 melding meldingen schooltype bao+sbo 2
        2023-2024 melding meldingen schooltype so+vso 1)");
    REQUIRE(table.joints.size() == 1);
    CHECK(table.joints.front().rows == std::vector<std::size_t>{0, 1, 2, 3});
    CHECK(table.cell(0, 0) == jv::Cell(jv::Number{7, 0}));
}

TEST_CASE("a joint count over columns") {
    const std::string columns =
        "schooljaren = [-1, 0]\nrijen = [{ rij = \"Meldingen\" }]\nkolommen = [{ kolom = \"Bao\", codes = [\"bao\"] }, { kolom = \"Sbo\", codes = "
        "[\"sbo\"] }, { kolom = \"Totaal\", totaal = true }]\n";
    CHECK(cells(one_table(columns), R"(
        2022-2023 melding meldingen schooltype bao+sbo 7
        2023-2024 melding meldingen schooltype bao 3
        2023-2024 melding meldingen schooltype sbo 1)") ==
          "2022-2023;Meldingen;Bao + "
          "Sbo;7\n2023-2024;Meldingen;Bao;3\n2023-2024;Meldingen;Sbo;1\n2022-2023;Meldingen;Totaal;7\n2023-2024;Meldingen;Totaal;4\n");
}
