#include "tables/report_template.hpp"

#include <doctest/doctest.h>

#include "failure.hpp"
#include "report_fixture.hpp"

namespace {

std::string wrong(const std::string& report_template) {
    return failure_of([&] { cells(report_template, ""); });
}

const std::string table = "rijen = [{ rij = \"Vo\", codes = [\"vo\"] }]\nkolommen = [{ kolom = \"n\" }]\n";
const std::string figures =
    "titel = \"T\"\n[cijfer]\nmeldingen = { indicator = \"melding\", eenheid = \"meldingen\" }\nleerlingen = { indicator = \"melding\", eenheid = "
    "\"leerlingen\" }\n";

std::string sentence(const std::string& text) { return figures + "[[zinnen]]\ntitel = \"Z\"\nzinnen = [\"goed\", \"" + text + "\"]\n"; }

}  // namespace

TEST_CASE("a name that nothing knows is an error with its place and the nearest name") {
    CHECK(wrong(one_table("[[tabel.rijen]]\nrij = \"Vo\"\nindicator = \"meldng\"\n[[tabel.kolommen]]\nkolom = \"n\"\n")) ==
          "2 t.toml:10:13: S005 de indicator \"meldng\" is onbekend; bedoelde u \"melding\"?");
    CHECK(wrong(one_table(table, "besluiten")) ==
          "2 t.toml:7:11: S005 bij melding de eenheid \"besluiten\" is onbekend; kies uit: leerlingen, meldingen");
    CHECK(wrong(one_table("rijen = [{ rij = \"Vo\", codes = [\"bao\", \"vwo\"] }]\nkolommen = [{ kolom = \"n\" }]\n")) ==
          "2 t.toml:8:40: S005 de code van schooltype \"vwo\" is onbekend; bedoelde u \"vso\"?");
    CHECK(wrong(one_table(table + "nvt = [{ rijen = [\"Vi\"] }]\n")) == "2 t.toml:10:19: S005 deze tabel heeft geen rij \"Vi\"; bedoelde u \"Vo\"?");
    CHECK(wrong(one_table(table + "volledg = true\n")) == "2 t.toml:10:1: S002 onbekende sleutel \"volledg\"; bedoelde u \"volledig\"?");
}

TEST_CASE("an indicator that only the cijfers know is known") {
    CHECK(cells(one_table("rijen = [{ rij = \"R\" }]\nkolommen = [{ kolom = \"n\", indicator = \"formatie\", eenheid = \"fte\" }]\n"),
                "2023-2024 formatie fte totaal totaal 4\n") == "2023-2024;R;n;4\n");
}

TEST_CASE("an indicator that is typed in is known without cijfers") {
    const auto table = one_table("rijen = [{ rij = \"R\" }]\nkolommen = [{ kolom = \"n\", indicator = \"formatie\", eenheid = \"fte\" }]\n");
    CHECK(wrong(table).find("S005 de indicator \"formatie\" is onbekend") != std::string::npos);
    CHECK(wrong("ingevuld = [{ indicator = \"formatie\", eenheid = \"fte\" }]\n" + table) == "fine");
    CHECK(wrong("ingevuld = [{ indicator = \"formatie\" }]\n" + table).find("S003") != std::string::npos);
}

TEST_CASE("a figure is printed with all its decimals where the template says so") {
    const auto with = [](const std::string& count) {
        jv::Cijfers figures;
        figures.add({"Almelo", "2018", "formatie", "fte", "totaal", "totaal"}, {std::stoll(count), jv::Status::counted});
        const auto source = jv::parse_report_template(
            jv::parse_settings(one_table("decimalen = \"alle\"\nrijen = [{ rij = \"R\" }]\nkolommen = [{ kolom = \"n\", indicator = \"formatie\", "
                                         "eenheid = \"fte\" }]\n"),
                               "t.toml"),
            "t.toml");
        jv::FindingLog log;
        const auto report = jv::build_report(source, figures, test_definitions(), {"Almelo", "2018"}, log);
        return jv::to_text(std::get<jv::Table>(report.parts.front()).cells.front(), report.style);
    };
    CHECK(with("3670") == "3,67");
    CHECK(with("400") == "0,4");
    CHECK(with("1000") == "1");
    CHECK(with("1005") == "1,005");
    CHECK(with("0") == "-");
    CHECK(wrong(one_table("decimalen = \"alles\"\n" + table)).find("S004 dit is geen aantal decimalen") != std::string::npos);
    CHECK(wrong(one_table("decimalen = \"alle\"\ndeel_van = { totaal = true }\n" + table)).find("S004") != std::string::npos);
}

TEST_CASE("an annex has its notes once, after those of the report") {
    jv::FindingLog log;
    const auto with_notes = [&](const std::string& notes, const std::string& area) {
        const auto source = jv::parse_report_template(jv::parse_settings("noten = [" + notes + "]\n" + one_table(table), "t.toml"), "t.toml");
        return jv::build_report(source, {}, test_definitions(), {area, "2023-2024"}, log);
    };
    auto report = with_notes("\"een\"", "Almelo");
    jv::append(report, with_notes("\"een\", \"over {gebied}\"", "Borne"));
    CHECK(report.notes == std::vector<std::string>{"een", "over Borne"});
    CHECK(report.parts.size() == 2);
    CHECK(report.gebied == "Almelo");
}

TEST_CASE("the year of a report is a school year or a calendar year") {
    CHECK(jv::parse_report_year("2023/2024") == "2023-2024");
    CHECK(jv::parse_report_year("2018") == "2018");
    CHECK_FALSE(jv::parse_report_year("18"));
    CHECK_FALSE(jv::parse_report_year("1899"));
    CHECK_FALSE(jv::parse_report_year("vorig"));
}

TEST_CASE("a sentence names figures, years and the area") {
    jv::FindingLog log;
    const auto source =
        jv::parse_report_template(jv::parse_settings(sentence("{gebied} {schooljaar} {schooljaar-1} {{x} {meldingen}"), "t.toml"), "t.toml");
    const auto report =
        jv::build_report(source, test_figures("2023-2024 melding meldingen totaal totaal 0"), test_definitions(), {"Almelo", "2023-2024"}, log);
    CHECK(std::get<jv::Sentences>(report.parts.front()).lines.back() == "Almelo 2023-2024 2022-2023 {x} 0");
    CHECK(wrong(sentence("{melding}")) == "2 t.toml:7:19: S005 {melding} is geen cijfer van dit sjabloon; bedoelde u \"meldingen\"?");
    CHECK(wrong(sentence("{meldingen")) == "2 t.toml:7:19: S004 een { zonder }; sluit de naam af met }, of schrijf {{ voor een accolade");
}

TEST_CASE("a sentence with a figure that has no source is left out, with a warning") {
    jv::FindingLog log;
    const auto source = jv::parse_report_template(jv::parse_settings(sentence("{meldingen}"), "t.toml"), "t.toml");
    const auto report = jv::build_report(source, {}, test_definitions(), {"Almelo", "2023-2024"}, log);
    CHECK(std::get<jv::Sentences>(report.parts.front()).lines == std::vector<std::string>{"goed"});
    REQUIRE(log.lines().size() == 1);
    CHECK(log.lines().front() ==
          "t.toml:7:19: T007 waarschuwing: deze zin is weggelaten: meldingen heeft geen cijfer; voeg de bron toe, of haal de zin uit het sjabloon");
    CHECK_FALSE(log.has_errors());
}

TEST_CASE("figures of other units and rounded shares are not calculated with") {
    const auto with = [](const std::string& figure) { return wrong(figures + figure + "\n[[zinnen]]\ntitel = \"Z\"\nzinnen = \"{x}\"\n"); };
    CHECK(with("x = { deel = \"meldingen\", geheel = \"leerlingen\" }").find("S004 meldingen zijn geen deel van leerlingen") != std::string::npos);
    CHECK(with("x = { deel = \"meldingen\", geheel = \"leerlingen\", per = 1000 }") == "fine");
    CHECK(with("x = { verschil = [\"leerlingen\", \"meldingen\"] }").find("S004") != std::string::npos);
    CHECK(with("x = { som = [\"leerlingen\", \"leerlingen\"] }").find("S004 leerlingen kunnen niet worden opgeteld") != std::string::npos);
    CHECK(with("y = { deel = \"meldingen\", geheel = \"meldingen\" }\nx = { som = [\"y\"] }").find("S004 \"y\" is een aandeel") != std::string::npos);
    CHECK(with("x = { som = [\"z\"] }").find("S005 het cijfer \"z\" staat niet in dit sjabloon") != std::string::npos);
}

TEST_CASE("named figures: a sum, a difference, a share, earlier years") {
    const std::string more =
        "vorig = { indicator = \"melding\", eenheid = \"meldingen\", schooljaar = -1 }\nsom = { som = [\"meldingen\", \"vorig\"] }\nverschil = { "
        "verschil = "
        "[\"meldingen\", \"vorig\"] }\ndeel = { deel = \"meldingen\", geheel = \"vorig\", decimalen = 0 }\n";
    const std::string key_figures =
        "[[kerncijfers]]\ntitel = \"K\"\nrijen = [{ rij = \"s\", cijfer = \"som\" }, { rij = \"v\", cijfer = \"verschil\" }, { rij = \"d\", cijfer = "
        "\"deel\" }, { rij = \"l\", cijfer = \"leerlingen\" }]\n";
    CHECK(cells(figures + more + key_figures, "2022-2023 melding meldingen totaal totaal 8\n2023-2024 melding meldingen totaal totaal 5\n") ==
          "2023-2024;s;waarde;13\n2023-2024;v;waarde;-3\n2023-2024;d;waarde;63\n");
}

TEST_CASE("a template without data makes an empty report") { CHECK(cells(one_table("schooljaren = [-1, 0]\n" + table), "").empty()); }

TEST_CASE("the house style of a template") {
    const auto style = [](const std::string& keys) { return one_table(table).replace(0, 11, "titel = \"T\"\nstijl = { " + keys + " }"); };
    CHECK(cells(style("nul = \"0\", onbekend = \"?\""), "2023-2024 melding meldingen schooltype vo 0") == "2023-2024;Vo;n;0\n");
    CHECK(wrong(style("nul = \"x\"")) == "2 t.toml:2:11: S004 \"x\" kan niet voor nul staan; kies \"-\" of \"0\"");
    CHECK(wrong(style("kleur_kop = \"rood\"")) == "2 t.toml:2:11: S004 \"rood\" is geen kleur; schrijf een kleur als \"#1f4e5f\"");
}
