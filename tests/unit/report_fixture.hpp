// Reports from a few lines of cijfers and a template, for tests.
#pragma once

#include <sstream>
#include <string>
#include <string_view>

#include "documents/csv.hpp"
#include "settings/settings.hpp"
#include "tables/build.hpp"

// The indelingen schooltype and onderwijssoort, and one indicator, `melding`.
inline jv::Definitions test_definitions() {
    jv::Definitions definitions;
    jv::Indicator indicator;
    indicator.code = "melding";
    indicator.units = {"meldingen", "leerlingen"};
    definitions.indicators = {indicator};
    jv::Indeling schooltype{"schooltype", "schooltype", {}, false, {}};
    for (const auto* code : {"bao", "sbo", "so", "vso", "vo", "pro", "mbo", "onbekend", "geen"})
        schooltype.categories.push_back({code, code, {code}});
    const jv::Indeling onderwijssoort{"onderwijssoort",
                                      "schooltype",
                                      {},
                                      false,
                                      {{"po", "po", {"bao", "sbo"}},
                                       {"vso", "vso", {"so", "vso"}},
                                       {"vo", "vo", {"vo", "pro"}},
                                       {"mbo", "mbo", {"mbo"}},
                                       {"onbekend", "onbekend", {"onbekend"}},
                                       {"geen", "geen", {"geen"}}}};
    definitions.indelingen = {schooltype, onderwijssoort};
    return definitions;
}

// Figures of Almelo from lines `schooljaar indicator eenheid indeling categorie aantal`, the number being a status where there is none.
inline jv::Cijfers test_figures(std::string_view lines) {
    jv::Cijfers figures;
    std::istringstream stream{std::string(lines)};
    for (std::string year, indicator, unit, division, category, count; stream >> year >> indicator >> unit >> division >> category >> count;) {
        jv::CijferValue value{0, jv::Status::counted};
        for (const auto status : {jv::Status::nvt, jv::Status::onbekend, jv::Status::onderdrukt})
            if (count == jv::to_text(status)) value.status = status;
        if (value.is_number()) value = jv::CijferValue::of(std::stoll(count));
        figures.add({"Almelo", year, indicator, unit, division, category}, value);
    }
    return figures;
}

// The report as csv lines without bron, tabel and gebied: `2023-2024;Rij;Kolom;5`.
inline std::string cells(std::string_view report_template, std::string_view figures, jv::FindingLog* log = nullptr,
                         const jv::Definitions& definitions = test_definitions()) {
    jv::FindingLog own;
    const auto source = jv::parse_report_template(jv::parse_settings(report_template, "t.toml"), "t.toml");
    const auto report = jv::build_report(source, test_figures(figures), definitions, {"Almelo", "2023-2024"}, log ? *log : own);
    jv::CsvWriter csv(report);
    for (const auto& part : report.parts)
        if (const auto* table = std::get_if<jv::Table>(&part)) csv.table(*table);
    std::istringstream lines(csv.finish());
    std::string out, line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        for (int field = 0; field < 3; ++field) line.erase(0, line.find(';') + 1);
        out += line + '\n';
    }
    return out;
}

// A template with one table of meldingen; `keys` are more keys of the table, such as rijen and kolommen.
inline std::string one_table(std::string_view keys, std::string_view unit = "meldingen") {
    return "titel = \"T\"\n[[tabel]]\nnaam = \"t\"\ntitel = \"T\"\nindicator = \"melding\"\nindeling = \"schooltype\"\neenheid = \"" +
           std::string(unit) + "\"\n" + std::string(keys) + "\n";
}
