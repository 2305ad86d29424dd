// jv-maak PROJECT: the whole year in one go.
#include <fmt/format.h>

#include <algorithm>

#include "bytes/files.hpp"
#include "command.hpp"
#include "documents/document.hpp"
#include "options.hpp"
#include "project/make.hpp"
#include "project/next_year.hpp"
#include "threads/in_order.hpp"

namespace {

struct Options {
    std::string project;                     // PROJECT
    std::string output;                      // --uit
    std::vector<std::string> formats;        // --formaat
    std::string workbook_style;              // --stijl
    std::string house_style;                 // --huisstijl
    std::string style_document;              // --stijldocument
    std::string rejected;                    // --afgekeurd
    unsigned threads = jv::usual_threads();  // --draden
    bool show_values = false;                // --toon-waarden
    bool overwrite = false;                  // --overschrijf
    bool next_year = false;                  // --nieuw-schooljaar
};

const jv::About about{
    .name = "jv-maak",
    .summary = "maakt het jaarverslag van een schooljaar: telt de exports en maakt de tabellen",
    .explanation =
        "Leest jaarverslag.toml, telt de exports die daarin staan, voegt de eerdere cijfers toe en maakt het verslag. In de uitvoermap komen "
        "cijfers.csv (alle gebruikte cijfers), verantwoording.json (wat er gelezen is), tabellen.csv (elke cel zoals gedrukt) en jaarverslag.xlsx, "
        "en wat er verder gevraagd is. Wat daar van een vorige keer stond, wordt vervangen.\n\n"
        "Is er iets mis, dan wordt er niets geschreven.\n\n"
        "Met --nieuw-schooljaar maakt het van een afgerond project dat van het volgende jaar, in een nieuwe map, en toont haar naam. Het schooljaar, "
        "schooljaren en de peildatum gaan een jaar verder; de cijfers van dit jaar worden eerdere cijfers, waarvan jv-maak voortaan nagaat dat zij "
        "niet "
        "veranderen. De map voor exports is leeg. Wat u moet doen staat in LEESMIJ.md in de nieuwe map, en in de meldingen: welke cijfers u moet "
        "invullen, welke tabellen en zinnen geen bron hebben en welke teksten het oude jaar noemen.",
    .examples = {{"jv-maak .", "maakt het jaarverslag van het project in deze map"},
                 {"jv-maak twenterand --uit verslag --formaat docx,html", "maakt het in de map verslag, ook voor Word en de browser"},
                 {"jv-maak --nieuw-schooljaar twenterand", "maakt het project van volgend jaar, naast dit"}}};

void declare(CLI::App& app, Options& options) {
    app.add_option("PROJECT", options.project, "een jaarverslag.toml, of de map waarin het staat")->required();
    app.add_option(
           "-o,--uit", options.output,
           "map voor de uitvoer, of voor het nieuwe project; zonder: wat het project zegt of uitvoer/ naast jaarverslag.toml, of naast het project")
        ->type_name("MAP");
    auto* next_year =
        app.add_flag("--nieuw-schooljaar", options.next_year, "maak het project van het volgende schooljaar, met deze cijfers als eerdere");
    auto* formats = jv::comma_separated(
        app.add_option("--formaat", options.formats, "wat er naast csv en xlsx gemaakt wordt: docx, html, md, txt")->type_name("LIJST"));
    jv::only(formats, jv::format_names());
    auto* style = jv::add_workbook_style_option(app, options.workbook_style);
    auto* house_style = jv::add_house_style_option(app, options.house_style);
    auto* style_document = jv::add_style_document_option(app, options.style_document);
    auto* rejected = app.add_option("--afgekeurd", options.rejected, "bestand voor afgekeurde rijen; het verslag wordt dan met de rest gemaakt")
                         ->type_name("BESTAND");
    jv::add_threads_option(app, options.threads);
    auto* show_values = jv::add_show_values_option(app, options.show_values);
    auto* overwrite = app.add_flag("--overschrijf", options.overwrite, "vervang het bestand van --afgekeurd als het al bestaat");
    for (auto* option : {formats, style, house_style, style_document, rejected, show_values, overwrite}) next_year->excludes(option);
}

jv::ExitStatus make_next_year(const Options& options, jv::FindingLog& log) {
    const auto project = jv::read_project(options.project);
    const auto folder = options.output.empty() ? jv::folder_of_next_year(project) : std::filesystem::path(options.output);
    jv::make_next_year(project, folder, options.threads, log);
    fmt::print("{}\n", folder.string());
    return jv::ExitStatus::fine;
}

// Reads the style document of the options or the project, when a Word document is made. Fails as read_style_document, and with status 2 (G007) for
// an option that does nothing.
void read_style(const Options& options, const jv::Project& project, jv::MakeRequest& request) {
    const auto path = options.style_document.empty() ? project.style_document : std::filesystem::path(options.style_document);
    const bool makes_docx = std::find(request.formats.begin(), request.formats.end(), "docx") != request.formats.end();
    if (!options.style_document.empty() && !makes_docx) jv::fail_style_document_unused();
    if (!path.empty() && makes_docx) request.render.style_document = jv::read_style_document(path);
}

jv::ExitStatus make(const Options& options, jv::FindingLog& log) {
    const auto project = jv::read_project(options.project);
    jv::MakeRequest request{options.output.empty() ? project.output : std::filesystem::path(options.output),
                            project.formats,
                            options.house_style,
                            {},
                            options.overwrite,
                            options.show_values,
                            options.threads};
    request.formats.insert(request.formats.end(), options.formats.begin(), options.formats.end());
    request.render.workbook = options.workbook_style.empty() ? project.workbook : *jv::find_workbook_style(options.workbook_style);
    read_style(options, project, request);
    if (!options.rejected.empty()) request.rejected = options.rejected;
    const auto result = jv::make(project, request, log);
    for (const auto& [kind, balance] : result.balances) jv::tell(jv::to_line(kind, balance));
    for (const auto& file : result.files) jv::tell(fmt::format("gemaakt: {}", file));
    return jv::ExitStatus::fine;
}

}  // namespace

int main(int argc, char** argv) {
    Options options;
    return jv::run(
        argc, argv, about, [&](CLI::App& app) { declare(app, options); },
        [&](jv::FindingLog& log) { return options.next_year ? make_next_year(options, log) : make(options, log); });
}
