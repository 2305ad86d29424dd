// jv-voorbeeld CIJFERS: makes synthetic exports that count back to the given figures.
#include <fmt/format.h>

#include <optional>

#include "bytes/files.hpp"
#include "command.hpp"
#include "counts/counter.hpp"
#include "examples/example.hpp"
#include "examples/export_writer.hpp"
#include "options.hpp"
#include "threads/in_order.hpp"

namespace {

struct Options {
    std::string cijfers;                      // CIJFERS
    std::string folder = ".";                 // --uit
    std::string profile;                      // --profiel
    std::uint64_t seed = 1;                   // --zaad
    std::vector<std::string> kinds;           // --soort
    std::vector<jv::Schooljaar> years;        // --schooljaar
    std::vector<std::string> municipalities;  // --gemeente
    std::vector<std::string> regions;         // --regio
    std::vector<std::string> definitions;     // --definities
    unsigned threads = jv::usual_threads();   // --draden
    bool per_year = false;                    // --per-schooljaar
    bool skip = false;                        // --sla-over
    bool overwrite = false;                   // --overschrijf
};

const jv::About about{
    .name = "jv-voorbeeld",
    .summary = "maakt verzonnen exports die precies op de gegeven cijfers uitkomen",
    .explanation =
        "Leest een cijfers.csv en schrijft per soort een export met verzonnen leerlingen. Wie die exports met jv-tel telt, voor dezelfde gebieden en "
        "schooljaren, vindt elk gegeven cijfer van de indelingen totaal, schooltype, onderwijssoort, niveau, groep en herkomst terug. Wat niet "
        "gegeven "
        "is, is vrij; de indelingen leeftijd, school, afsluitreden en uitkomst zijn ook vrij.\n\n"
        "Een leerling heeft per jaar een gemeente en een schooltype, is een keer thuiszitter, en staat per jaar een keer op de lijst van kwetsbare "
        "jongeren. Dezelfde cijfers met hetzelfde --zaad geven dezelfde exports.\n\n"
        "Cijfers zonder aantal (nvt, onbekend, onderdrukt), samengetelde categorieën en cijfers die niet uit records komen, zijn een fout; "
        "--sla-over "
        "laat ze weg. Cijfers die elkaar tegenspreken worden genoemd, en dan komt er geen export.",
    .examples = {{"jv-voorbeeld cijfers.csv -o exports", "schrijft exports met de vaste kolommen in de map exports"},
                 {"jv-voorbeeld cijfers.csv -o exports --profiel carel --sla-over", "schrijft exports zoals Carel ze maakt"},
                 {"jv-voorbeeld cijfers.csv -o exports --soort melding --schooljaar 2023-2024 --zaad 7",
                  "schrijft alleen meldingen van een schooljaar, met andere leerlingen"}}};

void declare(CLI::App& app, Options& options) {
    app.add_option("CIJFERS", options.cijfers, "cijfers.csv met de cijfers die eruit moeten komen")->required();
    app.add_option("-o,--uit", options.folder, "map voor de exports; wordt gemaakt als zij er niet is")->type_name("MAP")->capture_default_str();
    app.add_option("--profiel", options.profile, "schrijf de exports zoals dit profiel ze leest")->type_name("PROFIEL");
    app.add_option("--zaad", options.seed, "ander getal, andere leerlingen")->type_name("GETAL")->capture_default_str();
    jv::only(app.add_option("--soort", options.kinds, "alleen exports van deze soort")->type_name("SOORT"), jv::kind_names());
    jv::add_years_option(app, options.years);
    app.add_option("--gemeente", options.municipalities, "alleen deze gemeente; een regio houdt al haar gemeenten")->type_name("GEMEENTE");
    app.add_option("--regio", options.regions, "gebied dat een regio is: een naam uit templates/regios.toml, of een eigen regio met haar gemeenten")
        ->type_name("NAAM[=GEMEENTE,GEMEENTE]");
    app.add_option("--definities", options.definitions, "eigen indicatoren en indelingen, naast die in templates/definities")->type_name("BESTAND");
    app.add_flag("--per-schooljaar", options.per_year, "een bestand per soort en schooljaar");
    app.add_flag("--sla-over", options.skip, "laat cijfers weg die niet uit records kunnen komen");
    jv::add_overwrite_option(app, options.overwrite);
    jv::add_threads_option(app, options.threads);
}

jv::ExampleRequest request(const Options& options) {
    const std::vector<std::filesystem::path> own(options.definitions.begin(), options.definitions.end());
    jv::ExampleRequest request{.cijfers = {}, .file = jv::display_name(options.cijfers), .definitions = jv::read_definitions(own)};
    jv::read_cijfers(options.cijfers, request.cijfers);
    for (const auto& text : options.regions) {
        const auto region = jv::parse_region(text);
        request.regions[region.name] = region.municipalities;
    }
    for (const auto& name : options.kinds) request.kinds.push_back(*jv::parse_kind(name));
    request.years = options.years;
    request.municipalities = options.municipalities;
    request.skip = options.skip;
    return request;
}

jv::ExitStatus make(const Options& options) {
    jv::ExportShape shape{.profile = {}, .file_per_year = options.per_year};
    if (!options.profile.empty()) shape.profile = jv::read_profile(options.profile);
    const jv::Example example(request(options));
    jv::ExportWriter writer(options.folder, std::move(shape), example.kinds(), example.years(), options.overwrite);
    std::map<jv::Kind, std::uint64_t> rows;
    example.make(options.seed, options.threads, [&](std::span<const jv::YearRows> made) {
        std::map<jv::Kind, std::uint64_t> numbers;
        for (const auto& of_year : made) numbers[of_year.kind] += of_year.rows.size();
        return [&, numbers = std::move(numbers), lines = writer.lines(made)] {
            writer.add(lines);
            for (const auto& [kind, number] : numbers) rows[kind] += number;
        };
    });
    writer.commit();
    for (const auto kind : example.kinds()) jv::tell(fmt::format("{}: {} rijen", jv::info(kind).name, rows[kind]));
    jv::tell(fmt::format("{} cijfers nagekomen, {} vrij (open indelingen), {} overgeslagen", example.honoured(), example.free(), example.skipped()));
    return jv::ExitStatus::fine;
}

}  // namespace

int main(int argc, char** argv) {
    Options options;
    return jv::run(
        argc, argv, about, [&](CLI::App& app) { declare(app, options); }, [&](jv::FindingLog&) { return make(options); });
}
