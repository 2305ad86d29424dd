// The columns of `verandering`: what a table says of its last year against the one before.
#include <doctest/doctest.h>

#include "failure.hpp"
#include "report_fixture.hpp"
#include "tables/comparison_cells.hpp"

namespace {

const std::string rows = "rijen = [{ rij = \"Bo\", codes = [\"bao\"] }, { rij = \"Vo\", codes = [\"vo\"] }, { rij = \"Totaal\", totaal = true }]\n";
const std::string column = "kolommen = [{ kolom = \"n\" }]\n";

jv::Table table_of(const std::string& source, std::string_view figures, std::vector<jv::Break> breaks = {}, bool statistics = true) {
    const auto read = jv::parse_report_template(jv::parse_settings(source, "t.toml"), "t.toml");
    jv::ReportRequest request{"Almelo", "2023-2024"};
    request.breaks = std::move(breaks);
    request.statistics = statistics;
    jv::FindingLog log;
    return std::get<jv::Table>(jv::build_report(read, test_figures(figures), jv::read_definitions(), request, log).parts.front());
}

// A line for each row: its label and cells, what refers to notes with their places from 1. Then the remarks.
std::string text_of(const jv::Table& table) {
    std::string out;
    for (const auto& head : table.columns) out += " | " + head.kolom + " " + head.head;
    out += "\n";
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        out += table.rows[row].label;
        for (std::size_t at = 0; at < table.columns.size(); ++at) {
            out += " | " + jv::to_text(table.cell(row, at), jv::Style());
            for (const auto mark : table.notes_of(row, at)) out += "[" + std::to_string(mark + 1) + "]";
        }
        out += "\n";
    }
    for (const auto& note : table.notes) out += note + "\n";
    for (const auto& remark : table.remarks) out += remark + "\n";
    return out;
}

jv::Break break_of(jv::BreakKind kind, const char* first) {
    jv::Break entry;
    entry.kind = kind;
    entry.first = entry.last = *jv::parse_schooljaar(first);
    entry.text = "Anders geteld.";
    return entry;
}

const std::string two_years = R"(
        2022-2023 melding meldingen schooltype bao 19
        2022-2023 melding meldingen schooltype vo 40
        2022-2023 melding meldingen totaal totaal 59
        2023-2024 melding meldingen schooltype bao 25
        2023-2024 melding meldingen schooltype vo 31
        2023-2024 melding meldingen totaal totaal 56)";

}  // namespace

TEST_CASE("difference, percentage and direction stand behind the years of their column") {
    CHECK(
        text_of(table_of(one_table("schooljaren = [-1, 0]\nverandering = [\"verschil\", \"procent\", \"richting\"]\n" + rows + column), two_years)) ==
        " | n 2022-2023 | n 2023-2024 | n: verschil Verschil | n: % % | n: richting Richting\n"
        "Bo | 19 | 25 | 6 | te weinig | ▲ stijging\n"
        "Vo | 40 | 31 | -9 | -22,5 | ▼ daling\n"
        "Totaal | 59 | 56 | -3 | -5,1 | ▼ daling\n"
        "Verschil, % en Richting: 2023-2024 tegen 2022-2023.\n"
        "Te weinig: van minder dan 20 is er geen percentage.\n");
}

TEST_CASE("one column of several says what changed, also when the table shows one year") {
    const auto table =
        table_of(one_table(rows + "kolommen = [{ kolom = \"n\", verandering = [\"verschil\"] }, { kolom = \"m\", groep = \"\" }]\n"), two_years);
    REQUIRE(table.columns.size() == 3);
    CHECK(table.columns[0].head == "2023-2024");
    CHECK(table.columns[1].kolom == "n: verschil");
    CHECK(table.columns[1].group == "n");
    CHECK(table.columns[2].kolom == "m");
    CHECK(table.cell(1, 1) == jv::Cell(jv::Number{-9, 0}));
    CHECK(table.cell(1, 2) == jv::Cell(jv::Number{31, 0}));
}

TEST_CASE("nothing changed is a direction too, and of nothing there is no percentage") {
    const auto table =
        table_of(one_table("verandering = [\"verschil\", \"procent\", \"richting\"]\nrijen = [{ rij = \"Bo\", codes = [\"bao\"] }]\n" + column),
                 "2022-2023 melding meldingen schooltype bao 0\n2023-2024 melding meldingen schooltype bao 0\n");
    CHECK(text_of(table).find("Bo | - | - | te weinig | ▬ gelijk\n") != std::string::npos);
}

TEST_CASE("across a break there is no change and the line is interrupted; a circumstance is compared and noted") {
    const auto source = one_table("verandering = [\"verschil\", \"richting\", \"trend\"]\n" + rows + column);
    const auto broken = table_of(source, two_years, {break_of(jv::BreakKind::definition, "2023-2024")});
    CHECK(text_of(broken).find("Vo | 31 | breuk[1] | breuk\n") != std::string::npos);
    CHECK(broken.notes == std::vector<std::string>{"Breuk (definitie): Anders geteld."});
    REQUIRE(broken.trends.size() == 1);
    CHECK(broken.trends[0].rows[1].points.at(1).broken);
    CHECK(broken.trends[0].rows[1].description == "2022-2023: 40 en na een breuk 2023-2024: 31.");
    CHECK(broken.trend_remarks.back() == "De lijn is onderbroken voor 2023-2024: Anders geteld.");
    const auto compared = table_of(source, two_years, {break_of(jv::BreakKind::circumstance, "2023-2024")});
    CHECK(text_of(compared).find("Vo | 31 | -9[1] | ▼ daling\n") != std::string::npos);
    CHECK(compared.notes == std::vector<std::string>{"Omstandigheid: Anders geteld."});
    CHECK_FALSE(compared.trends[0].rows[1].points.at(1).broken);
}

TEST_CASE("what has no figure in one of the years has no change, and no point in its line") {
    const auto source = one_table("verandering = [\"verschil\", \"procent\", \"trend\"]\nrijen = [{ rij = \"Bo\", codes = [\"bao\"] }]\n" + column);
    const auto change = [&](const char* before) {
        return text_of(table_of(source,
                                std::string("2023-2024 melding meldingen schooltype bao 5\n2022-2023 melding meldingen schooltype bao ") + before))
            .substr(std::string(" | n 2023-2024 | n: verschil Verschil | n: % %\n").size());
    };
    CHECK(change("nvt").starts_with("Bo | 5 | nvt | nvt\n"));
    CHECK(change("onbekend").starts_with("Bo | 5 | onbekend | onbekend\n"));
    CHECK(change("onderdrukt").starts_with("Bo | 5 | onderdrukt | onderdrukt\n"));
    CHECK(text_of(table_of(source, "2023-2024 melding meldingen schooltype bao 5\n")).find("Bo | 5 |  | \n") != std::string::npos);
    const auto table = table_of(source,
                                "2020-2021 melding meldingen schooltype bao 7\n2022-2023 melding meldingen schooltype bao onderdrukt\n"
                                "2023-2024 melding meldingen schooltype bao 5\n");
    REQUIRE(table.trends.size() == 1);
    CHECK(table.trends[0].head == "Trend");
    CHECK(table.trends[0].rows[0].description == "2020-2021: 7, 2021-2022: geen cijfer, 2022-2023: onderdrukt en 2023-2024: 5.");
}

TEST_CASE("a joint count is compared with the same codes together, and not with a part of them") {
    const auto source = one_table(
        "verandering = [\"verschil\"]\nrijen = [{ rij = \"Po\", codes = [\"bao\", \"sbo\"] }, { rij = \"Vo\", codes = [\"vo\"] }]\n" + column);
    CHECK(text_of(table_of(source, R"(
        2022-2023 melding meldingen schooltype bao+sbo 30
        2022-2023 melding meldingen schooltype vo 8
        2023-2024 melding meldingen schooltype bao 20
        2023-2024 melding meldingen schooltype sbo 3
        2023-2024 melding meldingen schooltype vo 9)"))
              .find("Po | 23 | -7\nVo | 9 | 1\n") != std::string::npos);
    const auto split =
        one_table("verandering = [\"verschil\"]\nrijen = [{ rij = \"Bo\", codes = [\"bao\"] }, { rij = \"Sbo\", codes = [\"sbo\"] }]\n" + column);
    CHECK(text_of(table_of(split, R"(
        2022-2023 melding meldingen schooltype bao+sbo 30
        2023-2024 melding meldingen schooltype bao 20
        2023-2024 melding meldingen schooltype sbo 3)"))
              .find("Bo | 20 | niet te vergelijken\nSbo | 3 | niet te vergelijken\n") != std::string::npos);
}

TEST_CASE("leerlingen that can't be added in one of the years are not compared, and a rest is") {
    const auto po = one_table("verandering = [\"verschil\"]\nrijen = [{ rij = \"Po\", codes = [\"bao\", \"sbo\"] }]\n" + column, "leerlingen");
    CHECK(text_of(table_of(po, R"(
        2022-2023 melding leerlingen schooltype bao 30
        2022-2023 melding leerlingen schooltype sbo 8
        2022-2023 melding leerlingen totaal totaal 37
        2023-2024 melding leerlingen onderwijssoort po 23)"))
              .find("Po | 23 | niet te vergelijken\n") != std::string::npos);
    const auto rest =
        "titel = \"T\"\n[[tabel]]\nnaam = \"t\"\ntitel = \"T\"\nindicator = \"melding\"\neenheid = \"meldingen\"\nindeling = \"afsluitreden\"\n"
        "verandering = [\"verschil\"]\nrijen = [{ codes = \"alle\" }, { rij = \"Rest\", rest = true }, { rij = \"Totaal\", totaal = true }]\n" +
        column;
    const auto text = text_of(table_of(rest, R"(
        2022-2023 melding meldingen afsluitreden werk 4
        2022-2023 melding meldingen totaal totaal 10
        2023-2024 melding meldingen afsluitreden werk 5
        2023-2024 melding meldingen totaal totaal 8)"));
    CHECK(text.find(" | 5 | 1\nRest | 3 | -3\nTotaal | 8 | -2\n") != std::string::npos);
}

TEST_CASE("nvt of the template is not compared, whatever the cijfers hold") {
    CHECK(text_of(table_of(one_table("schooljaren = [-1, 0]\nverandering = [\"verschil\"]\nrijen = [{ rij = \"Bo\", codes = [\"bao\"] }]\n"
                                     "nvt = [{ tot_en_met = \"2022-2023\" }]\n" +
                                     column),
                           "2022-2023 melding meldingen schooltype bao 0\n2023-2024 melding meldingen schooltype bao 5\n"))
              .find("Bo | nvt | 5 | nvt\n") != std::string::npos);
}

TEST_CASE("the verdict is that of jv-vergelijk, and there is none without statistics") {
    const auto source =
        one_table("verandering = [\"richting\", \"oordeel\"]\nrijen = [{ rij = \"Totaal\", totaal = true }]\n" + column, "leerlingen");
    const auto figures = "2022-2023 melding leerlingen totaal totaal 165\n2023-2024 melding leerlingen totaal totaal 100\n";
    CHECK(text_of(table_of(source, figures)).find("Totaal | 100 | ▼ daling | meer dan toeval\n") != std::string::npos);
    CHECK(text_of(table_of(source, "2022-2023 melding leerlingen totaal totaal 165\n2023-2024 melding leerlingen totaal totaal 160\n"))
              .find("Totaal | 160 | ▼ daling | kan toeval zijn\n") != std::string::npos);
    const auto without = text_of(table_of(source, figures, {}, false));
    CHECK(without.find("Totaal | 100 | ▼ daling\n") != std::string::npos);
    CHECK(without.find("oordeel") == std::string::npos);
    CHECK(without.find("toeval") == std::string::npos);
}

TEST_CASE("what a template may not ask") {
    const auto fails = [](const std::string& keys) { return failure_of([&] { cells(one_table(keys), ""); }); };
    CHECK(fails("verandering = [\"verschill\"]\n" + rows + column).starts_with("2 t.toml:8:16: S005 \"verschill\" is geen verandering"));
    CHECK(fails("verandering = [\"trend\", \"trend\"]\n" + rows + column).starts_with("2 t.toml:8:25: S004"));
    CHECK(fails("deel_van = { totaal = true }\nverandering = [\"trend\"]\n" + rows + column).find("S004 alle kolommen zijn een deel") !=
          std::string::npos);
    CHECK(fails(rows + "kolommen = [{ kolom = \"n\", deel_van = { totaal = true }, verandering = [\"trend\"] }]\n").find("deze kolom is een deel") !=
          std::string::npos);
    CHECK(fails("verandering = [\"trend\"]\nrijen = [{ rij = \"Vo\", codes = [\"vo\"], deel_van = { totaal = true } }]\n" + column)
              .find("deze rij is een deel") != std::string::npos);
    CHECK(failure_of([] {
              cells(
                  "titel = \"T\"\n[[grafiek]]\nnaam = \"g\"\nsoort = \"kolom\"\ntitel = \"G\"\nverandering = [\"trend\"]\nindicator = \"melding\"\n"
                  "eenheid = \"meldingen\"\nrijen = [{ rij = \"n\" }]\nkolommen = [{ kolom = \"n\" }]\n",
                  "");
          }).find("een grafiek tekent cijfers") != std::string::npos);
}

TEST_CASE("under lines that begin in several years stands of each column where it begins") {
    const auto two = std::string(two_years) + "\n2021-2022 melding leerlingen totaal totaal 30\n2022-2023 melding leerlingen totaal totaal 31\n" +
                     "2023-2024 melding leerlingen totaal totaal 33";
    const auto remarks_of = [&](const std::string& figures) {
        return table_of(one_table("verandering = [\"trend\"]\nrijen = [{ rij = \"Totaal\", totaal = true }]\n"
                                  "kolommen = [{ kolom = \"m\" }, { kolom = \"l\", eenheid = \"leerlingen\" }]\n"),
                        figures)
            .trend_remarks;
    };
    const std::string own = "Elke lijn begint bij 0 en heeft haar eigen schaal.";
    CHECK(remarks_of(two) == std::vector{"Trend m: het aantal in elk schooljaar van 2022-2023 tot en met 2023-2024. " + own,
                                         "Trend l: het aantal in elk schooljaar van 2021-2022 tot en met 2023-2024. " + own});
    CHECK(remarks_of(two + "\n2021-2022 melding meldingen totaal totaal 9") ==
          std::vector{"Trend: het aantal in elk schooljaar van 2021-2022 tot en met 2023-2024. " + own});
}
