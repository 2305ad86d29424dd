// Notes and definitions of a table.
#include "tables/annotations.hpp"

#include <doctest/doctest.h>

#include "documents/txt.hpp"
#include "failure.hpp"
#include "report_fixture.hpp"

namespace {

jv::Report report_of(std::string_view report_template, std::string_view figures, const jv::Definitions& definitions = test_definitions()) {
    jv::FindingLog log;
    const auto source = jv::parse_report_template(jv::parse_settings(report_template, "t.toml"), "t.toml");
    return jv::build_report(source, test_figures(figures), definitions, {"Almelo", "2023-2024"}, log);
}

const jv::Table& table_of(const jv::Report& report, std::size_t part = 0) { return std::get<jv::Table>(report.parts.at(part)); }

using Texts = std::vector<std::string>;

const std::string rows = "rijen = [{ rij = \"Bao\", codes = [\"bao\"] }, { rij = \"Vo\", codes = [\"vo\"] }, { rij = \"Totaal\", totaal = true }]\n";
const std::string columns = "kolommen = [{ kolom = \"n\" }, { kolom = \"m\" }]\n";

}  // namespace

TEST_CASE("notes are numbered in reading order, whatever the order in the template") {
    const auto report = report_of(one_table("schooljaren = [-1, 0]\n" + rows + columns + R"(
        noot = "titel"
        voetnoten = [
            { rijen = ["Vo"], kolommen = ["m"], vanaf = "2023-2024", noot = "cel" },
            { rijen = ["Bao"], noot = "rij" },
            { vanaf = "2022-2023", tot_en_met = "2022-2023", noot = "jaar" },
            { kolommen = ["m"], noot = "kolom" },
        ])"),
                                  "");
    const auto& table = table_of(report);
    CHECK(table.notes == Texts{"titel", "kolom", "jaar", "rij", "cel"});
    CHECK(table.title_notes == jv::Marks{0});
    CHECK(table.columns[2].group_notes == jv::Marks{1});
    CHECK(table.columns[0].head_notes == jv::Marks{2});
    CHECK(table.columns[2].head_notes == jv::Marks{2});
    CHECK(table.columns[3].head_notes.empty());
    CHECK(table.rows[0].notes == jv::Marks{3});
    CHECK(table.notes_of(1, 3) == jv::Marks{4});
    CHECK(table.cell_notes.size() == 1);
}

TEST_CASE("a note about a year that the table does not show is not printed; of a single year it stands at the title") {
    const auto with_year = [](std::string_view year) {
        return report_of(one_table(rows + columns + "voetnoten = [{ tot_en_met = \"" + std::string(year) + "\", noot = \"jaar\" }]"), "");
    };
    CHECK(table_of(with_year("2022-2023")).notes.empty());
    CHECK(table_of(with_year("2023-2024")).title_notes == jv::Marks{0});
}

TEST_CASE("numbers go on over a report, and a note of a column that shares its group stands at that column") {
    const auto keys =
        rows + "kolommen = [{ kolom = \"n\", groep = \"g\", kop = \"een\" }, { kolom = \"m\", groep = \"g\", kop = \"twee\", noot = \"M\" }]\n";
    auto two = one_table(keys);
    const auto second = one_table(keys);
    two += second.substr(second.find("[[tabel]]"));
    two.replace(two.rfind("naam = \"t\""), 10, "naam = \"u\"");
    const auto report = report_of(two, "");
    CHECK(table_of(report, 0).columns[1].head_notes == jv::Marks{0});
    CHECK(table_of(report, 0).columns[0].group_notes.empty());
    CHECK(table_of(report, 0).first_note == 1);
    CHECK(table_of(report, 1).first_note == 2);
}

TEST_CASE("a total of pupils that is less than its parts says how often one counts twice") {
    const auto table = [](std::string_view total, std::string_view unit = "leerlingen") {
        return table_of(report_of(one_table(rows + "kolommen = [{ kolom = \"n\" }]", unit),
                                  "2023-2024 melding leerlingen schooltype bao 3\n2023-2024 melding leerlingen schooltype vo 4\n2023-2024 melding "
                                  "leerlingen totaal totaal " +
                                      std::string(total)));
    };
    CHECK(table("7").notes.empty());
    CHECK(table("5").notes ==
          Texts{"In de rijen staat 2 keer een leerling die ook in een andere rij staat; in het totaal telt elke leerling een keer."});
    CHECK(table("5").notes_of(2, 0) == jv::Marks{0});
}

TEST_CASE("a figure with a note stands below those without, and stays a number in csv") {
    const auto source = one_table(rows + "kolommen = [{ kolom = \"n\" }]", "leerlingen");
    const auto figures =
        "2023-2024 melding leerlingen schooltype bao 30\n2023-2024 melding leerlingen schooltype vo 4\n2023-2024 melding leerlingen totaal totaal 33";
    CHECK(cells(source, figures) == "2023-2024;Bao;n;30\n2023-2024;Vo;n;4\n2023-2024;Totaal;n;33\n");
    const auto report = report_of(source, figures);
    jv::TxtWriter txt(report);
    txt.table(table_of(report));
    CHECK(txt.finish().find("Bao      30\nVo        4\n──────   ────\nTotaal   33 ¹\n\n¹ In de rijen staat 1 keer") != std::string::npos);
}

TEST_CASE("areas are held against the line that is their total") {
    const auto source = [](std::string_view unit) {
        return "titel = \"T\"\n[[tabel]]\nnaam = \"t\"\ntitel = \"T\"\nindicator = \"melding\"\neenheid = \"" + std::string(unit) +
               "\"\nrijen = [{ rij = \"r\" }]\nkolommen = [{ gebieden = [\"Borne\", \"Hengelo\"] }, { kolom = \"Samen\", totaal = true }]\n";
    };
    const auto build = [&](std::string_view unit, int whole) {
        jv::Cijfers figures;
        const auto add = [&](const char* area, int count) {
            figures.add({area, "2023-2024", "melding", std::string(unit), "totaal", "totaal"}, jv::CijferValue::of(count));
        };
        add("Borne", 3), add("Hengelo", 4), add("Almelo", whole);
        jv::FindingLog log;
        return jv::build_report(jv::parse_report_template(jv::parse_settings(source(unit), "t.toml"), "t.toml"), figures, test_definitions(),
                                {"Almelo", "2023-2024"}, log);
    };
    CHECK(table_of(build("meldingen", 7)).notes.empty());
    CHECK(
        failure_of([&] { build("meldingen", 8); }) ==
        "1 t.toml:3:1: T003 tabel \"t\", rij \"r\", 2023-2024: de kolommen tellen op tot 7, het totaal is 8; zoek het verschil op in cijfers.csv en "
        "verbeter de bron");
    CHECK(table_of(build("leerlingen", 6)).notes ==
          Texts{"In de kolommen staat 1 keer een leerling die ook in een andere kolom staat; in het totaal telt elke leerling een keer."});
    CHECK(failure_of([&] { build("leerlingen", 3); }).find("een kolom telt 4, meer dan het totaal 3") != std::string::npos);
}

TEST_CASE("definitions are printed when asked, and those of some terms always") {
    auto definitions = test_definitions();
    auto& indicator = definitions.indicators.front();
    indicator.label = "Meldingen";
    indicator.definition = "wat gemeld is";
    indicator.ground = "art. 21";
    indicator.term = "verzuim";
    const auto printed = [&](bool asked, bool always) {
        definitions.glossary = {{"verzuim", "Verzuim", "niet op school", "", always}};
        Texts texts;
        const auto report = report_of(one_table(rows + columns + (asked ? "definities = true" : "")), "", definitions);
        for (const auto& definition : table_of(report).definitions) texts.push_back(jv::to_text(definition));
        return texts;
    };
    CHECK(printed(false, false).empty());
    CHECK(printed(false, true) == Texts{"Verzuim: niet op school."});
    CHECK(printed(true, false) == Texts{"Verzuim: niet op school.", "Meldingen: wat gemeld is (art. 21)."});

    const auto in_sentence = report_of(
        "titel = \"T\"\n[cijfer]\nm = { indicator = \"melding\", eenheid = \"meldingen\" }\n"
        "[[zinnen]]\ntitel = \"Z\"\nzinnen = [\"{m} meldingen\"]",
        "2023-2024 melding meldingen totaal totaal 3", definitions);
    CHECK(in_sentence.notes.empty());
    definitions.glossary.front().always = true;
    CHECK(report_of("titel = \"T\"\n[cijfer]\nm = { indicator = \"melding\", eenheid = \"meldingen\" }\n"
                    "[[zinnen]]\ntitel = \"Z\"\nzinnen = [\"{m} meldingen\"]",
                    "2023-2024 melding meldingen totaal totaal 3", definitions)
              .notes == Texts{"Verzuim: niet op school."});
}

TEST_CASE("a report can refuse suppressed figures") {
    const auto source = one_table(rows + "kolommen = [{ kolom = \"n\" }]");
    const auto* figures = "2023-2024 melding meldingen schooltype bao onderdrukt";
    CHECK(cells(source, figures).find("Bao;n;<5") != std::string::npos);
    CHECK(failure_of([&] { cells("onderdrukken = false\n" + source, figures); }).find("T014 tabel \"t\", rij \"Bao\"") != std::string::npos);
}
