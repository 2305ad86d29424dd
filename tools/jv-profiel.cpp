// jv-profiel EXPORT: describes an unknown export and drafts its profile; or compares it with a profile.
#include <optional>

#include "bytes/files.hpp"
#include "command.hpp"
#include "options.hpp"
#include "profiles/compare.hpp"
#include "profiles/describe.hpp"

namespace {

struct Options {
    std::string file;          // EXPORT
    std::string kind;          // --soort
    std::string compare;       // --vergelijk
    std::string output;        // --uit
    bool show_values = false;  // --toon-waarden
    bool overwrite = false;    // --overschrijf
};

const jv::About about{
    .name = "jv-profiel",
    .summary = "beschrijft een onbekende export en ontwerpt het profiel ervan",
    .explanation =
        "Leest een export en toont wat erin staat: codering, scheidingsteken, kopregel, aantal rijen, en van elke kolom wat voor waarden zij heeft, "
        "hoeveel "
        "leeg en verschillend zijn, en voorbeelden. Voorbeelden uit kolommen die over personen kunnen gaan, worden gemaskeerd.\n\n"
        "Daarna stelt het de soort voor, en welke kolom en welk woord wat is: namen worden vergeleken met die in alle profielen en in "
        "templates/herkenning, ook als zij erop lijken, en waarden met wat er in de kolom hoort. Met --uit komt er een profiel. Wat zeker is, is "
        "ingevuld; wat "
        "dat niet is, staat op een regel met \"# KIES:\" en de kandidaten. Haal dat weg en houd over wat klopt. Een profiel zonder zulke regels "
        "werkt "
        "meteen met --profiel.\n\n"
        "Met --vergelijk staat er wat er veranderd is sinds een profiel gemaakt werd: kolommen die weg, nieuw of hernoemd zijn, nieuwe codes, en "
        "datums, "
        "codering of scheidingsteken die anders zijn. Verschillen geven status 1.",
    .examples = {{"jv-profiel melding.csv", "toont wat er in een export staat"},
                 {"jv-profiel exports/melding-2023-2024.csv -o ons-systeem.toml", "schrijft ook een profiel om aan te vullen"},
                 {"jv-profiel exports/melding-2023-2024.csv --vergelijk carel", "zegt wat er anders is dan in het profiel carel"}}};

void declare(CLI::App& app, Options& options) {
    app.add_option("EXPORT", options.file, "export om te beschrijven: een bestand, of - voor standaardinvoer")->required();
    jv::only(app.add_option("--soort", options.kind, "soort export, als de kolommen dat niet uitwijzen")->type_name("SOORT"), jv::kind_names());
    auto* compare = app.add_option("--vergelijk", options.compare,
                                   "zeg wat er anders is dan in dit profiel: een naam uit templates/profielen of een .toml-bestand")
                        ->type_name("PROFIEL");
    app.add_option("-o,--uit", options.output, "schrijf het profiel naar dit bestand; - is standaarduitvoer, zonder de beschrijving")
        ->type_name("BESTAND")
        ->excludes(compare);
    jv::add_show_values_option(app, options.show_values);
    jv::add_overwrite_option(app, options.overwrite);
}

jv::ExitStatus work(const Options& options, jv::FindingLog& log) {
    const auto kind = jv::parse_kind(options.kind);
    jv::OutputFile report("-", false);
    if (!options.compare.empty()) {
        const auto profile = jv::read_profile(options.compare);
        const auto comparison = jv::compare(jv::KnownNames(), jv::survey_export(options.file, {}), profile, kind);
        report.write(jv::to_text(comparison));
        report.commit();
        return comparison.differences.empty() ? jv::ExitStatus::fine : jv::ExitStatus::data;
    }
    std::optional<jv::OutputFile> output;
    if (!options.output.empty() && options.output != "-") output.emplace(options.output, options.overwrite);
    const jv::KnownNames names;
    const auto survey = jv::survey_export(options.file, {});
    const auto proposal = jv::propose(names, survey, kind);
    const auto draft = jv::draft_profile(names, survey, proposal);
    jv::find_obstacles(survey, log);
    report.write(options.output == "-" ? draft.toml : jv::describe(names, survey, proposal, draft, options.show_values));
    report.commit();
    if (output) {
        output->write(draft.toml);
        output->commit();
    }
    return jv::ExitStatus::fine;
}

}  // namespace

int main(int argc, char** argv) {
    Options options;
    return jv::run(
        argc, argv, about, [&](CLI::App& app) { declare(app, options); }, [&](jv::FindingLog& log) { return work(options, log); });
}
