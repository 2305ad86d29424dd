// jv-rapport CIJFERS… --sjabloon RAPPORT: renders tables and sentences.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include "bytes/files.hpp"
#include "command.hpp"
#include "counts/cijfers.hpp"
#include "documents/document.hpp"
#include "documents/house_style.hpp"
#include "messages/suggest.hpp"
#include "options.hpp"
#include "outputs.hpp"
#include "tables/build.hpp"
#include "tables/school_names.hpp"

namespace {

struct Options {
    std::vector<std::string> figures;      // CIJFERS
    std::string report;                    // --sjabloon
    std::string year;                      // --schooljaar
    std::string municipality;              // --gemeente
    std::vector<std::string> formats;      // --formaat
    std::string workbook_style;            // --stijl
    std::vector<std::string> definitions;  // --definities
    std::vector<std::string> schools;      // --scholen
    std::vector<std::string> breaks;       // --breuken
    std::string texts;                     // --teksten
    std::string house_style;               // --huisstijl
    std::string style_document;            // --stijldocument
    std::string output = "-";              // --uit
    bool overwrite = false;                // --overschrijf
};

const jv::About about{
    .name = "jv-rapport",
    .summary = "maakt van cijfers de tabellen en zinnen van een jaarverslag",
    .explanation =
        "Leest een of meer cijfers.csv en een sjabloon dat zegt welke tabellen, cijfers en zinnen het verslag heeft, en maakt daarvan een werkmap, "
        "een document voor Word (docx), een bladzijde voor de browser (html), Markdown (md), een csv met een regel per cel, of tabellen voor de "
        "terminal. Sjablonen staan in "
        "templates/rapporten; LEESMIJ.md daar zegt hoe u er zelf "
        "een maakt.\n\n"
        "Een telling die in geen rij valt, een rij die niet optelt tot haar totaal of een nvt boven een telling is een fout die de cel noemt; dan "
        "wordt er niets gemaakt.",
    .examples = {{"jv-rapport cijfers.csv --sjabloon twenterand", "toont de tabellen van het laatste schooljaar"},
                 {"jv-rapport cijfers.csv --sjabloon twenterand -o jaarverslag.xlsx",
                  "maakt een werkmap; met .docx een document voor Word, met .html een bladzijde voor de browser"},
                 {"jv-rapport cijfers.csv --sjabloon twenterand --stijl toegankelijk -o jaarverslag.xlsx",
                  "maakt een werkmap met een platte tabel per blad, die ook voorgelezen kan worden"},
                 {"jv-rapport cijfers.csv eerder.csv --sjabloon eigen.toml --schooljaar 2022-2023 --formaat xlsx,csv -o verslag",
                  "maakt verslag.xlsx en verslag.csv met een eigen sjabloon"}}};

void declare(CLI::App& app, Options& options) {
    app.add_option("CIJFERS", options.figures, "cijfers.csv van jv-tel, en wat er met de hand is ingevuld")->required();
    app.add_option("--sjabloon", options.report, "sjabloon van het verslag: een naam uit templates/rapporten of een .toml-bestand")
        ->type_name("RAPPORT")
        ->required();
    app.add_option("--schooljaar", options.year, "schooljaar van het verslag; zonder: het laatste dat geteld is")->type_name("JAAR");
    app.add_option("--gemeente", options.municipality, "gemeente of regio van het verslag; zonder: de enige in de cijfers")->type_name("GEMEENTE");
    jv::only(jv::comma_separated(
                 app.add_option("--formaat", options.formats, "xlsx, docx, html, md, csv of txt; zonder: naar de uitgang van BESTAND, of txt")
                     ->type_name("LIJST")),
             jv::format_names());
    jv::add_workbook_style_option(app, options.workbook_style);
    app.add_option("--definities", options.definitions, "eigen indicatoren en indelingen, naast die in templates/definities")->type_name("BESTAND");
    app.add_option("--scholen", options.schools, "lijst met namen van scholen: een csv met de kolommen brin en naam")->type_name("BESTAND");
    app.add_option("--breuken", options.breaks,
                   "eigen breuken, naast die in templates/breuken.toml: zij onderbreken lijnen, en geen zin of tabel vergelijkt eroverheen")
        ->type_name("BESTAND");
    app.add_option("--teksten", options.texts, "map met eigen teksten (.md) voor het verslag; zonder: hun plaats blijft open")->type_name("MAP");
    jv::add_house_style_option(app, options.house_style);
    jv::add_style_document_option(app, options.style_document);
    jv::add_output_option(app, options.output);
    jv::add_overwrite_option(app, options.overwrite);
}

// How the documents look. Fails as read_style_document, and with status 2 (G007) for a choice about a document that is not made.
jv::RenderOptions render_options(const Options& options, const std::vector<jv::Output>& wanted) {
    const auto makes = [&](std::string_view format) {
        return std::any_of(wanted.begin(), wanted.end(), [&](const jv::Output& output) { return output.format == format; });
    };
    jv::RenderOptions render;
    if (!options.workbook_style.empty()) {
        if (!makes("xlsx"))
            jv::fail_usage("G007", "--stijl gaat over een werkmap, en die wordt niet gemaakt", "maak een werkmap, met -o jaarverslag.xlsx");
        render.workbook = *jv::find_workbook_style(options.workbook_style);
    }
    if (!options.style_document.empty()) {
        if (!makes("docx")) jv::fail_style_document_unused();
        render.style_document = jv::read_style_document(options.style_document);
    }
    return render;
}

// Of years the school years, or where there are none the calendar years.
std::vector<std::string> report_years(const std::vector<std::string>& years) {
    std::vector<std::string> school_years, calendar_years;
    for (const auto& text : years)
        if (const auto year = jv::parse_schooljaar(text); year && jv::to_text(*year) == text)
            school_years.push_back(text);
        else if (jv::parse_report_year(text))
            calendar_years.push_back(text);
    return school_years.empty() ? calendar_years : school_years;
}

// The years of which some figure is counted: what is typed in may be of years to come, such as a target.
std::vector<std::string> counted_years(const jv::Cijfers& figures, const jv::ReportTemplate& report) {
    const auto is_counted = [&](const auto& figure) {
        return std::none_of(report.typed_in.begin(), report.typed_in.end(),
                            [&](const auto& typed) { return typed.indicator == figure.first.indicator; });
    };
    const auto areas = figures.texts(jv::CijferColumn::gebied);
    auto years = figures.texts(jv::CijferColumn::schooljaar);
    std::erase_if(years, [&](const auto& year) {
        return std::none_of(areas.begin(), areas.end(), [&](const auto& area) {
            const auto of_year = figures.under({area, year});
            return std::any_of(of_year.begin(), of_year.end(), is_counted);
        });
    });
    return years;
}

std::string chosen_year(const Options& options, const jv::Cijfers& figures, const jv::ReportTemplate& report) {
    const auto years = report_years(figures.texts(jv::CijferColumn::schooljaar));
    if (options.year.empty()) {
        const auto counted = report_years(counted_years(figures, report));
        if (!counted.empty()) return counted.back();
        if (years.empty()) jv::fail_usage("U010", "in deze cijfers staat geen schooljaar", "noem het schooljaar met --schooljaar");
        return years.back();
    }
    const auto year = jv::parse_report_year(options.year);
    if (!year) jv::fail_usage("G004", fmt::format("\"{}\" is geen schooljaar", options.year), "schrijf een schooljaar als 2023-2024");
    if (!years.empty() && !figures.has_text(jv::CijferColumn::schooljaar, *year))
        jv::fail_usage("U010", fmt::format("schooljaar {} staat niet in deze cijfers", *year), fmt::format("er zijn: {}", jv::enumerate(years)));
    return *year;
}

std::string chosen_area(const Options& options, const jv::Cijfers& figures, const jv::ReportTemplate& report) {
    const auto areas = figures.texts(jv::CijferColumn::gebied);
    if (!options.municipality.empty()) {
        if (!areas.empty() && !figures.has_text(jv::CijferColumn::gebied, options.municipality))
            jv::fail_usage("U011", fmt::format("\"{}\" staat niet in deze cijfers", options.municipality),
                           jv::did_you_mean(options.municipality, areas));
        return options.municipality;
    }
    if (areas.size() == 1) return areas.front();
    if (!report.needs_area()) return {};
    if (areas.empty()) jv::fail_usage("U011", "in deze cijfers staat geen gemeente", "noem de gemeente met --gemeente");
    jv::fail_usage("U011", fmt::format("in deze cijfers staan {} gebieden: {}", areas.size(), jv::enumerate(areas)), "kies er een met --gemeente");
}

std::optional<jv::OwnTextFiles> texts_of(const Options& options) {
    if (options.texts.empty()) return std::nullopt;
    std::error_code error;
    if (!std::filesystem::is_directory(options.texts, error))
        jv::fail_usage("I001", "deze map bestaat niet", "noem de map waarin de eigen teksten staan", {jv::display_name(options.texts)});
    return jv::read_own_texts(options.texts);
}

jv::ExitStatus make_report(const Options& options, jv::FindingLog& log) {
    const auto wanted = jv::outputs(options.formats, options.output, jv::format_names());
    const auto render = render_options(options, wanted);
    std::vector<jv::OutputFile> files;
    files.reserve(wanted.size());
    for (const auto& output : wanted) files.emplace_back(output.path, options.overwrite);
    const std::vector<std::filesystem::path> own(options.definitions.begin(), options.definitions.end());
    auto definitions = jv::read_definitions(own);
    for (const auto& path : options.schools) jv::add_school_names(path, definitions);
    auto source = jv::read_report_template(options.report);
    if (!options.house_style.empty()) source.style = jv::read_style(options.house_style, source.style);
    jv::check_house_style(source.style, log);
    const auto texts = texts_of(options);
    jv::Cijfers figures;
    for (const auto& path : options.figures) jv::read_cijfers(path, figures);

    const std::vector<std::filesystem::path> own_breaks(options.breaks.begin(), options.breaks.end());
    const auto breaks = jv::read_breaks(own_breaks, definitions, figures);
    const auto report = jv::build_report(source, figures, definitions,
                                         {chosen_area(options, figures, source), chosen_year(options, figures, source), texts, breaks}, log);
    for (std::size_t i = 0; i < wanted.size(); ++i) files[i].write(jv::render(report, *jv::find_format(wanted[i].format), render));
    for (auto& file : files) file.commit();
    return jv::ExitStatus::fine;
}

}  // namespace

int main(int argc, char** argv) {
    Options options;
    return jv::run(
        argc, argv, about, [&](CLI::App& app) { declare(app, options); }, [&](jv::FindingLog& log) { return make_report(options, log); });
}
