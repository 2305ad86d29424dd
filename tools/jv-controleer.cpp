// jv-controleer EXPORT…: checks exports and prints what it finds.
#include <filesystem>
#include <limits>

#include "bytes/files.hpp"
#include "checks/checker.hpp"
#include "checks/print.hpp"
#include "command.hpp"
#include "options.hpp"
#include "records/export_files.hpp"
#include "threads/in_order.hpp"

namespace {

struct Options {
    std::vector<std::string> exports;         // EXPORT
    std::vector<std::string> profiles;        // --profiel
    std::vector<std::string> kinds;           // --soort
    std::vector<jv::Schooljaar> years;        // --schooljaar
    std::vector<std::string> municipalities;  // --gemeente
    std::vector<std::string> regions;         // --regio
    std::vector<std::string> earlier;         // --eerder
    std::string format = "txt";               // --formaat
    std::string output = "-";                 // --uit
    bool overwrite = false;                   // --overschrijf
    unsigned threads = jv::usual_threads();   // --draden
    bool show_values = false;                 // --toon-waarden
    bool list = false;                        // --lijst
};

const jv::About about{
    .name = "jv-controleer",
    .summary = "controleert exports en drukt af wat er niet klopt",
    .explanation =
        "Leest exports zoals jv-tel dat doet, en noemt alles waaraan iets niet klopt: rijen die afgekeurd worden, waarden die niet bij elkaar "
        "passen, "
        "en wat alleen te zien is als men rijen, exports en jaren naast elkaar legt. Elke bevinding noemt bestand, regel, veld en een code. "
        "Onder de bevindingen staat per controle hoe vaak zij iets vond.\n\n"
        "Een fout is een rij die jv-tel afkeurt; de afsluitstatus is dan 1. Een waarschuwing klopt bijna zeker niet, maar telt. Een "
        "opmerking kan goed zijn. Met --lijst staat er van elke controle wat zij zoekt, op welke grond, en wat u kunt doen.\n\n"
        "Met --eerder worden de aantallen per schooltype vergeleken met die van een jaar eerder.\n\n"
        "Met --formaat json staan alle bevindingen er, voor een ander programma; in de tekst staan er van een code hoogstens tien per export.",
    .examples = {{"jv-controleer exports/ --profiel carel", "controleert alle exports in een map"},
                 {"jv-controleer exports/ --profiel carel --schooljaar 2022-2023 --schooljaar 2023-2024 --gemeente Twenterand",
                  "noemt ook de rijen van andere schooljaren en gemeenten"},
                 {"jv-controleer exports/leerling-2023-2024.csv --eerder cijfers-2022-2023.csv", "vergelijkt ook met de cijfers van een jaar eerder"},
                 {"jv-controleer melding.csv --formaat json -o bevindingen.json", "alle bevindingen, voor een ander programma"},
                 {"jv-controleer --lijst", "alle controles, met hun grond"}}};

void declare(CLI::App& app, Options& options) {
    app.add_option("EXPORT", options.exports, "exports om te controleren: bestanden, mappen met .csv-bestanden, of - voor standaardinvoer");
    jv::add_reading_options(app, options.profiles, options.kinds);
    jv::add_years_option(app, options.years);
    app.add_option("--gemeente", options.municipalities, "gemeente waarover de exports gaan")->type_name("GEMEENTE");
    app.add_option("--regio", options.regions,
                   "regio waarover de exports gaan: een naam uit templates/regios.toml, of een eigen regio met haar gemeenten")
        ->type_name("NAAM[=GEMEENTE,GEMEENTE]");
    app.add_option("--eerder", options.earlier, "de cijfers van een jaar eerder, om mee te vergelijken")->type_name("CIJFERS");
    jv::only(app.add_option("--formaat", options.format, "txt voor mensen, json voor programma's")->type_name("FORMAAT")->capture_default_str(),
             {"txt", "json"});
    app.add_flag("--lijst", options.list, "druk de lijst van alle controles af, in plaats van te controleren");
    jv::add_threads_option(app, options.threads);
    jv::add_show_values_option(app, options.show_values);
    jv::add_output_option(app, options.output);
    jv::add_overwrite_option(app, options.overwrite);
}

jv::CountRequest request(const Options& options) {
    jv::CountRequest request{options.years, options.municipalities, {}, {}, false, options.threads};
    for (const auto& region : options.regions) request.regions.push_back(jv::parse_region(region));
    return request;
}

jv::ExitStatus check(const Options& options) {
    const bool json = options.format == "json";
    const jv::Catalogue catalogue;
    jv::OutputFile output(options.output, options.overwrite);
    if (options.list) {
        if (!options.exports.empty()) jv::fail_usage("G007", "--lijst kan alleen zonder EXPORT", "laat een van de twee weg", {about.name});
        output.write(json ? jv::checks_as_json(catalogue) : jv::checks_as_text(catalogue));
        output.commit();
        return jv::ExitStatus::fine;
    }
    if (options.exports.empty()) jv::fail_usage("G003", "EXPORT ontbreekt", "jv-controleer --help toont wat kan", {about.name});
    jv::Cijfers earlier;
    for (const auto& path : options.earlier) jv::read_cijfers(path, earlier);
    const auto definitions = jv::read_definitions();
    const auto read = jv::read_options(options.profiles, options.kinds, options.show_values);
    jv::FindingLog findings(json ? std::numeric_limits<std::uint64_t>::max() : jv::FindingLog::shown_per_code);
    jv::Checker checker(definitions, request(options), catalogue, findings);

    const std::vector<std::filesystem::path> paths(options.exports.begin(), options.exports.end());
    for (const auto& path : jv::export_files(paths, findings)) checker.read(path, read);
    checker.finish(earlier);
    if (json)
        jv::findings_as_json(findings, checker.inputs(), [&](std::string_view piece) { output.write(piece); });
    else
        output.write(jv::findings_as_text(findings, checker.inputs(), catalogue));
    output.commit();
    return findings.has_errors() ? jv::ExitStatus::data : jv::ExitStatus::fine;
}

}  // namespace

int main(int argc, char** argv) {
    Options options;
    return jv::run(
        argc, argv, about, [&](CLI::App& app) { declare(app, options); }, [&](jv::FindingLog&) { return check(options); });
}
