// jv-vergelijk CIJFERS…: compares school years.
#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <filesystem>
#include <memory>
#include <utility>

#include "bytes/files.hpp"
#include "command.hpp"
#include "comparison/json.hpp"
#include "counts/counter.hpp"
#include "documents/document.hpp"
#include "options.hpp"
#include "outputs.hpp"
#include "records/export_files.hpp"
#include "tables/comparison_report.hpp"
#include "tables/text.hpp"

namespace {

struct Options {
    std::vector<std::string> figures;         // CIJFERS
    std::vector<std::string> years;           // --schooljaar
    std::vector<std::string> municipalities;  // --gemeente
    std::vector<std::string> published;       // --eerder
    std::string base;                         // --basis
    std::string region;                       // --naast
    std::vector<std::string> exports;         // --export
    std::vector<std::string> profiles;        // --profiel
    std::vector<std::string> kinds;           // --soort
    std::vector<std::string> regions;         // --regio
    std::vector<std::string> breaks;          // --breuken
    bool across_breaks = false;               // --over-breuk
    bool standing_out = false;                // --alleen-opvallend
    std::vector<std::string> definitions;     // --definities
    std::vector<std::string> formats;         // --formaat
    std::string output = "-";                 // --uit
    bool overwrite = false;                   // --overschrijf
};

const jv::About about{
    .name = "jv-vergelijk",
    .summary = "vergelijkt schooljaren: verschillen, cijfers per 1.000 leerlingen, en of een verandering groter is dan toeval",
    .explanation =
        "Zet per gebied, indicator en categorie de cijfers van twee of meer schooljaren naast elkaar, met het verschil, de verandering in "
        "procenten (niet van minder dan 20), het cijfer per 1.000 leerlingen waar dat aantal bekend is, en een toets op toeval.\n\n"
        "Getoetst worden verschillende leerlingen: exact, met de binomiale verdeling, en met het aantal leerlingen van elk jaar waar dat bekend is. "
        "Meldingen hangen samen, want een leerling heeft er soms veel; zij worden alleen getoetst als --export de exports noemt waaruit de cijfers "
        "geteld "
        "zijn, want dan is bekend hoe zij over leerlingen verdeeld zijn (quasi-Poisson).\n\n"
        "Over een breuk heen, zoals een andere definitie of een ander registratiesysteem, wordt niet vergeleken. De bekende breuken staan in "
        "templates/breuken.toml; --breuken voegt eigen breuken toe.\n\n"
        "Met --naast staan de gemeenten van een regio naast elkaar, met het cijfer per 1.000 en hoe zeker dat is, elk tegen de regio zonder die "
        "gemeente, en met een trechterdiagram (funnel plot) dat toont waar een gemeente van die grootte bij toeval ligt.\n\n"
        "Met --eerder worden de cijfers ook gelegd naast die van een eerdere publicatie: elk cijfer dat nu anders is, wordt genoemd, en de "
        "afsluitstatus is dan 1.",
    .examples = {{"jv-vergelijk cijfers.csv", "vergelijkt alle schooljaren in de cijfers"},
                 {"jv-vergelijk cijfers.csv --alleen-opvallend", "toont wat opvalt, het meest opvallende eerst"},
                 {"jv-vergelijk eerder.csv cijfers.csv --schooljaar 2022-2023 --schooljaar 2023-2024 --formaat xlsx,html -o vergelijking",
                  "maakt vergelijking.xlsx en vergelijking.html van twee schooljaren"},
                 {"jv-vergelijk regio.csv --naast Stedendriehoek", "zet de gemeenten van een regio naast elkaar"},
                 {"jv-vergelijk cijfers.csv --eerder gepubliceerd.csv", "zegt ook welke cijfers sinds de vorige publicatie veranderd zijn"}}};

std::vector<std::string> known_formats() {
    auto names = jv::format_names();
    names.emplace_back("json");
    return names;
}

void declare(CLI::App& app, Options& options) {
    app.add_option("CIJFERS", options.figures, "cijfers.csv van jv-tel, van twee of meer schooljaren")->required();
    app.add_option("--schooljaar", options.years, "schooljaar om te vergelijken; zonder: alle in de cijfers")->type_name("JAAR");
    app.add_option("--gemeente", options.municipalities, "gemeente of regio om te vergelijken; zonder: alle in de cijfers")->type_name("GEMEENTE");
    auto* published =
        app.add_option("--eerder", options.published, "de cijfers van een eerdere publicatie, om te zien wat er veranderd is")->type_name("CIJFERS");
    app.add_option("--basis", options.base, "indicator met het aantal leerlingen voor het cijfer per 1.000; zonder: leerling")
        ->type_name("INDICATOR");
    auto* beside = app.add_option("--naast", options.region, "zet de gemeenten van deze regio naast elkaar, in een schooljaar (zonder: het laatste)")
                       ->type_name("REGIO");
    auto* exports =
        app.add_option("--export", options.exports, "export waaruit de cijfers geteld zijn, of een map ermee, om ook meldingen te toetsen")
            ->type_name("EXPORT");
    jv::add_reading_options(app, options.profiles, options.kinds);
    app.add_option("--regio", options.regions,
                   "regio die in de cijfers staat, met --export: een naam uit templates/regios.toml, of een eigen regio met haar gemeenten")
        ->type_name("NAAM[=GEMEENTE,GEMEENTE]");
    auto* breaks = app.add_option("--breuken", options.breaks, "eigen breuken, naast die in templates/breuken.toml")->type_name("BESTAND");
    auto* across = app.add_flag("--over-breuk", options.across_breaks, "vergelijk ook over breuken heen");
    auto* standing_out = app.add_flag("--alleen-opvallend", options.standing_out, "alleen wat opvalt, het meest opvallende eerst");
    for (auto* of_years : {published, exports, breaks, across, standing_out}) of_years->excludes(beside);
    for (const auto* reading : {"--profiel", "--soort", "--regio"}) app.get_option(reading)->needs(exports);
    app.add_option("--definities", options.definitions, "eigen indicatoren en indelingen, naast die in templates/definities")->type_name("BESTAND");
    jv::only(jv::comma_separated(
                 app.add_option("--formaat", options.formats, "xlsx, docx, html, md, csv, txt of json; zonder: naar de uitgang van BESTAND, of txt")
                     ->type_name("LIJST")),
             known_formats());
    jv::add_output_option(app, options.output);
    jv::add_overwrite_option(app, options.overwrite);
}

std::vector<std::filesystem::path> paths(const std::vector<std::string>& names) { return {names.begin(), names.end()}; }

jv::Cijfers read(const std::vector<std::string>& names) {
    jv::Cijfers figures;
    for (const auto& path : names) jv::read_cijfers(path, figures);
    return figures;
}

// How the exports are spread over pupils. Fails: status 1 (V100) for rejected rows, (W004) when the exports are not those of the figures.
jv::Spread spread_of(const Options& options, const jv::Cijfers& figures, const jv::Definitions& definitions, jv::FindingLog& log) {
    jv::CountRequest request;
    for (const auto& region : options.regions) request.regions.push_back(jv::parse_region(region));
    jv::Counter counter(definitions, request, log);
    const auto read = jv::read_options(options.profiles, options.kinds, false);
    for (const auto& path : jv::export_files(paths(options.exports), log)) counter.read(path, read);
    if (counter.has_rejected())
        jv::fail_data("V100", "er zijn rijen afgekeurd, dus de verdeling over leerlingen is niet bekend", "verbeter de exports");
    jv::Spread spread;
    counter.count(
        [&](const jv::CijferKey& key, std::int64_t count) {
            const auto stated = figures.find(key);
            if (stated && stated->is_number() && stated->whole() != count)
                jv::fail_data("W004",
                              fmt::format("{} van {} in {} ({}, {}: {}) is {} in de exports en {} in de cijfers", key.indicator, key.gebied,
                                          key.schooljaar, key.eenheid, key.indeling, key.categorie, count, stated->whole()),
                              "geef met --export de exports waaruit deze cijfers geteld zijn");
        },
        [&](const jv::CijferKey& key, std::int64_t squares) { spread.emplace(key, squares); });
    return spread;
}

std::vector<std::string> years(const Options& options) {
    std::vector<std::string> years;
    for (const auto& text : options.years) {
        const auto year = jv::parse_report_year(text);
        if (!year) jv::fail_usage("G004", fmt::format("\"{}\" is geen schooljaar", text), "schrijf een schooljaar als 2023-2024");
        years.push_back(*year);
    }
    return years;
}

jv::CompareRequest request(const Options& options, const jv::Cijfers& figures, const jv::Definitions& definitions) {
    jv::CompareRequest request;
    request.years = years(options);
    request.areas = options.municipalities;
    request.across_breaks = options.across_breaks;
    request.base = options.base;
    request.breaks = jv::read_breaks(paths(options.breaks), definitions, figures);
    return request;
}

// Tells what moved since the earlier publication.
void tell_moved(const std::vector<jv::MovedFigure>& moved, const std::vector<jv::ShiftedSeries>& shifted, jv::FindingLog& log) {
    const auto number = [](const jv::CijferValue& value) {
        return value.is_number() ? fmt::format("{:g}", static_cast<double>(value.thousandths) / 1000) : std::string(jv::to_text(value.status));
    };
    for (const auto& [key, published, now] : moved)
        log.add({{},
                 "W010",
                 fmt::format("{} van {} in {} ({}, {}: {}) was {} en is {}", key.indicator, key.gebied, key.schooljaar, key.eenheid, key.indeling,
                             key.categorie, number(published), now ? number(*now) : "er niet meer"),
                 "zoek uit waarom, en noem het in het verslag"});
    for (const auto& series : shifted)
        log.add(
            {{},
             "W011",
             fmt::format("{} van {} ({}, {}: {}) is in {} tot en met {} gelijk aan {} van een jaar {}", series.series.indicator, series.series.gebied,
                         series.series.eenheid, series.series.indeling, series.series.categorie, series.years.front(), series.years.back(),
                         series.equals ? series.equals->indicator : "de eerdere cijfers", series.by > 0 ? "eerder" : "later"),
             "controleer of de reeks een jaar verschoven is",
             jv::Level::warning});
}

// The documents that are asked for, in the making.
class Documents {
public:
    Documents(const Options& options, const std::vector<jv::Output>& outputs) {
        for (const auto& output : outputs) {
            auto& file = files_.emplace_back(output.path, options.overwrite);
            if (output.format == "json")
                json_.push_back(&file);
            else
                formats_.emplace_back(&file, jv::find_format(output.format));
        }
    }

    void begin(const jv::Report& head) {
        for (const auto& [file, format] : formats_)
            renderings_.push_back(std::make_unique<jv::Rendering>(head, *format, jv::RenderOptions(), [to = file](auto bytes) { to->write(bytes); }));
    }
    void add(jv::Part part) {
        for (std::size_t i = 0; i + 1 < renderings_.size(); ++i) renderings_[i]->add(part);
        if (!renderings_.empty()) renderings_.back()->add(std::move(part));
    }
    bool want_json() const { return !json_.empty(); }
    void add_json(const std::string& text) {
        for (auto* file : json_) file->write(text);
    }
    void commit() {
        for (const auto& rendering : renderings_) rendering->finish();
        for (auto& file : files_) file.commit();
    }

private:
    std::deque<jv::OutputFile> files_;
    std::vector<jv::OutputFile*> json_;
    std::vector<std::pair<jv::OutputFile*, const jv::Format*>> formats_;
    std::vector<std::unique_ptr<jv::Rendering>> renderings_;
};

void put_side_by_side(const Options& options, const jv::Cijfers& figures, const jv::Definitions& definitions, Documents& documents,
                      jv::FindingLog& log) {
    const auto asked = years(options);
    if (asked.size() > 1) jv::fail_usage("G005", "--naast gaat over een schooljaar", "noem --schooljaar een keer");
    const auto beside =
        jv::side_by_side(figures, definitions, {options.region, options.municipalities, asked.empty() ? "" : asked.front(), options.base}, log);
    const auto report = jv::side_by_side_report(beside, definitions, jv::read_style("standaard"));
    documents.begin(jv::head_of(report));
    for (const auto& part : report.parts) documents.add(part);
    if (documents.want_json()) documents.add_json(jv::side_by_side_as_json(beside));
}

void compare_years(const Options& options, const jv::Cijfers& figures, const jv::Definitions& definitions, Documents& documents,
                   jv::FindingLog& log) {
    const auto published = read(options.published);
    const auto moved = jv::moved_figures(published, figures, definitions);
    const auto shifted = jv::shifted_series(published, figures);
    auto asked = request(options, figures, definitions);
    const auto spread = options.exports.empty() ? jv::Spread() : spread_of(options, figures, definitions, log);
    if (!options.exports.empty()) asked.spread = &spread;

    jv::Comparer comparer(figures, definitions, asked);
    jv::ComparisonReport report(comparer.frame(), definitions, jv::read_style("standaard"), options.standing_out);
    comparer.each_area([&](const auto& of_area) { report.look_at(of_area); }, log);
    tell_moved(moved, shifted, log);
    auto head = report.head();
    const jv::Part moved_table = jv::moved_table(moved, definitions);
    if (!moved.empty()) head.contents.push_back(jv::heading_of(moved_table));
    documents.begin(head);
    documents.add(report.what_stands_out());
    jv::ComparisonJson json(comparer.frame());
    if (documents.want_json()) documents.add_json(json.begin());
    const auto add = [&](const std::vector<jv::ComparedTable>& of_area) {
        for (auto& table : report.tables(of_area)) documents.add(std::move(table));
        if (documents.want_json()) documents.add_json(json.tables(of_area));
    };
    jv::FindingLog said_before;
    comparer.each_area(add, said_before);
    if (!moved.empty()) documents.add(moved_table);
    if (documents.want_json()) documents.add_json(json.end(moved, shifted));
}

jv::ExitStatus compare(const Options& options, jv::FindingLog& log) {
    Documents documents(options, jv::outputs(options.formats, options.output, known_formats()));
    const auto definitions = jv::read_definitions(paths(options.definitions));
    const auto figures = read(options.figures);
    if (options.region.empty())
        compare_years(options, figures, definitions, documents, log);
    else
        put_side_by_side(options, figures, definitions, documents, log);
    documents.commit();
    return log.has_errors() ? jv::ExitStatus::data : jv::ExitStatus::fine;
}

}  // namespace

int main(int argc, char** argv) {
    Options options;
    return jv::run(
        argc, argv, about, [&](CLI::App& app) { declare(app, options); }, [&](jv::FindingLog& log) { return compare(options, log); });
}
