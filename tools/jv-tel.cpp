// jv-tel EXPORT…: counts exports into a cijfers.csv.
#include <filesystem>
#include <optional>

#include "bytes/files.hpp"
#include "command.hpp"
#include "counts/counter.hpp"
#include "counts/rejected_file.hpp"
#include "counts/verantwoording.hpp"
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
    std::optional<jv::Datum> peildatum;       // --peildatum
    std::vector<std::string> definitions;     // --definities
    std::string output = "-";                 // --uit
    std::string rejected;                     // --afgekeurd
    std::string account;                      // --verantwoording
    unsigned threads = jv::usual_threads();   // --draden
    bool show_values = false;                 // --toon-waarden
    bool overwrite = false;                   // --overschrijf
};

const jv::About about{
    .name = "jv-tel",
    .summary = "telt exports van leerplicht en doorstroompunt tot een cijfers.csv",
    .explanation =
        "Leest exports van leerlingen, meldingen, vrijstellingen, maatregelen, thuiszitters, trajecten, kwetsbare jongeren, vsv en startset, haalt "
        "dubbele rijen eruit en telt per gemeente, "
        "schooljaar, indicator en indeling. Een export met de vaste kolomnamen heeft geen profiel nodig; voor elke andere zegt een profiel hoe "
        "de kolommen en codes heten.\n\n"
        "Elke gelezen rij is geteld, dubbel, door een regel niet geteld of afgekeurd; --uitgebreid laat die optelsom zien. Is er een rij "
        "afgekeurd, dan komen er geen cijfers, tenzij --afgekeurd zegt waar die rijen heen mogen.\n\n"
        "Een EXPORT is een bestand (ook ingepakt, als .gz of .zip), een map met zulke bestanden, of - voor de standaardinvoer. Titels boven de kop "
        "en "
        "noten onder de rijen worden overgeslagen.",
    .examples = {{"jv-tel melding.csv -o cijfers.csv", "telt een export met de vaste kolommen"},
                 {"jv-tel exports/ --profiel carel --schooljaar 2023-2024 -o cijfers.csv", "telt alle exports in een map, van een schooljaar"},
                 {"jv-tel melding.csv --regio Twente=Almelo,Borne,Twenterand", "telt ook een regio, met elke leerling een keer"}}};

void declare(CLI::App& app, Options& options) {
    app.add_option("EXPORT", options.exports, "exports om te tellen: bestanden, mappen met .csv-bestanden, of - voor standaardinvoer")->required();
    jv::add_reading_options(app, options.profiles, options.kinds);
    jv::add_years_option(app, options.years);
    app.add_option("--gemeente", options.municipalities, "gemeente om te tellen; zonder: alle gemeenten in de exports")->type_name("GEMEENTE");
    app.add_option("--regio", options.regions, "regio om ook te tellen: een naam uit templates/regios.toml, of een eigen regio met haar gemeenten")
        ->type_name("NAAM[=GEMEENTE,GEMEENTE]");
    jv::add_date_option(app, "--peildatum", options.peildatum,
                        "dag waarop thuiszitten zonder einde wordt beoordeeld; zonder: 31 juli van het laatste schooljaar");
    app.add_option("--definities", options.definitions, "eigen indicatoren en indelingen, naast die in templates/definities")->type_name("BESTAND");
    app.add_option("--afgekeurd", options.rejected, "bestand voor afgekeurde rijen; de rest wordt dan geteld")->type_name("BESTAND");
    app.add_option("--verantwoording", options.account, "bestand voor de verantwoording: wat er gelezen is en wat er van elke rij werd, als JSON")
        ->type_name("BESTAND");
    jv::add_threads_option(app, options.threads);
    jv::add_show_values_option(app, options.show_values);
    jv::add_output_option(app, options.output);
    jv::add_overwrite_option(app, options.overwrite);
}

jv::CountRequest request(const Options& options) {
    jv::CountRequest request{options.years, options.municipalities, {}, options.peildatum, !options.account.empty(), options.threads};
    for (const auto& region : options.regions) request.regions.push_back(jv::parse_region(region));
    return request;
}

jv::ExitStatus count(const Options& options, jv::FindingLog& log) {
    jv::OutputFile output(options.output, options.overwrite);
    std::optional<jv::RejectedFile> rejected;
    if (!options.rejected.empty()) rejected.emplace(options.rejected, options.overwrite);
    std::optional<jv::OutputFile> account;
    if (!options.account.empty()) account.emplace(options.account, options.overwrite);
    const std::vector<std::filesystem::path> own(options.definitions.begin(), options.definitions.end());
    const auto definitions = jv::read_definitions(own);
    const auto read = jv::read_options(options.profiles, options.kinds, options.show_values);
    jv::Counter counter(definitions, request(options), log);

    const std::vector<std::filesystem::path> paths(options.exports.begin(), options.exports.end());
    for (const auto& path : jv::export_files(paths, log)) counter.read(path, read, jv::to(rejected));
    if (counter.has_rejected() && !rejected)
        jv::fail_data("V100", "er zijn rijen afgekeurd, dus er zijn geen cijfers geschreven",
                      "verbeter de exports, of tel de rest met --afgekeurd BESTAND");

    counter.write([&](std::string_view lines) { output.write(lines); });
    for (const auto& [kind, balance] : counter.balances()) jv::tell(jv::to_line(kind, balance));
    if (account) account->write(jv::verantwoording(counter.inputs(), counter.balances(), own));
    if (rejected) rejected->commit();
    if (account) account->commit();
    output.commit();
    return jv::ExitStatus::fine;
}

}  // namespace

int main(int argc, char** argv) {
    Options options;
    return jv::run(
        argc, argv, about, [&](CLI::App& app) { declare(app, options); }, [&](jv::FindingLog& log) { return count(options, log); });
}
