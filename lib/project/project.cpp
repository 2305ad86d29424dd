#include "project/project.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "bytes/files.hpp"
#include "documents/document.hpp"
#include "messages/suggest.hpp"
#include "settings/settings.hpp"
#include "tables/text.hpp"

namespace jv {

namespace fs = std::filesystem;

namespace {

Schooljaar year_of(const Settings& settings, std::string_view key, const std::string& text) {
    const auto year = parse_schooljaar(text);
    if (!year) settings.fail(key, fmt::format("\"{}\" is geen schooljaar", text), "schrijf \"2023-2024\"");
    return *year;
}

// The year of the report. Exports are counted by school year, so only a report without, or one that names theirs, may be of a calendar year.
void read_year(const Settings& settings, Project& project) {
    const auto text = settings.text("schooljaar");
    const auto year = parse_report_year(text);
    if (!year || (project.export_years.empty() && !project.exports.empty()))
        project.year = to_text(year_of(settings, "schooljaar", text));
    else
        project.year = *year;
    if (const auto school_year = parse_schooljaar(project.year); school_year && project.export_years.empty()) project.export_years = {*school_year};
}

std::vector<fs::path> paths(const Settings& settings, std::string_view key, const fs::path& folder) {
    std::vector<fs::path> paths;
    for (const auto& text : settings.texts(key)) paths.push_back(folder / text);
    return paths;
}

// Names as they are, and paths (`.toml`) relative to the folder.
std::string name_or_path(const std::string& text, const fs::path& folder) { return text.ends_with(".toml") ? (folder / text).string() : text; }

void read_earlier(const Settings& settings, const fs::path& folder, Project& project) {
    for (const auto& table : settings.tables("eerdere-cijfers", "bestand")) {
        project.earlier.push_back(folder / table.text("bestand"));
        if (table.has("sha256")) {
            auto hash = table.text("sha256");
            for (auto& c : hash)
                if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
            if (hash.size() != 64 || hash.find_first_not_of("0123456789abcdef") != std::string::npos)
                table.fail("sha256", "dit is geen SHA-256", "schrijf de 64 tekens die sha256sum geeft");
            project.pinned.push_back({project.earlier.back(), std::move(hash)});
        }
        table.check_keys();
    }
}

}  // namespace

Project read_project(const fs::path& path) {
    std::error_code error;
    Project project;
    project.file = fs::is_directory(path, error) ? path / "jaarverslag.toml" : path;
    if (project.file != path && !fs::exists(project.file, error))
        fail_usage("I015", "in deze map staat geen jaarverslag.toml", "noem de map van een project, of het bestand zelf", {display_name(path)});
    const auto settings = read_settings(project.file);
    const auto folder = project.file.parent_path();
    project.report = name_or_path(settings.text("rapport"), folder);
    project.house_style = name_or_path(settings.text("stijl", ""), folder);
    const Municipalities known;
    for (const auto& name : settings.texts("gemeente")) project.municipalities.push_back(known.official(name));
    for (const auto& table : settings.tables("regio")) {
        if (!table.has("gemeenten")) {
            project.regions.push_back(known_region(table.text("naam"), table.place("naam")));
            table.check_keys();
            continue;
        }
        project.regions.push_back({table.text("naam"), table.texts("gemeenten")});
        if (project.regions.back().municipalities.empty())
            table.fail("gemeenten", "deze regio heeft geen gemeenten", "schrijf gemeenten = [\"…\", \"…\"]");
        table.check_keys();
    }
    if (project.municipalities.empty() && project.regions.empty())
        settings.fail("gemeente", "er is geen gemeente genoemd", "voeg toe: gemeente = \"…\"");
    project.gebied =
        known.official(settings.text("gebied", project.municipalities.empty() ? project.regions.front().name : project.municipalities.front()));
    auto areas = project.municipalities;
    for (const auto& region : project.regions) areas.push_back(region.name);
    const auto check_area = [&](const Settings& where, const std::string& gebied) {
        if (std::find(areas.begin(), areas.end(), gebied) == areas.end())
            where.fail("gebied", fmt::format("\"{}\" is geen gemeente of regio van dit project", gebied), did_you_mean(gebied, areas));
    };
    check_area(settings, project.gebied);
    for (const auto& region : project.regions)
        for (const auto& name : region.municipalities) areas.push_back(known.official(name));
    for (const auto& table : settings.tables("bijlage")) {
        const auto report = name_or_path(table.text("rapport"), folder);
        const auto names = table.texts("gebied");
        for (const auto& name : names) {
            project.annexes.push_back({report, known.official(name)});
            check_area(table, project.annexes.back().gebied);
        }
        if (names.empty()) table.fail("gebied", "deze bijlage noemt geen gebied", "voeg toe: gebied = \"…\"");
        table.check_keys();
    }
    project.exports = paths(settings, "exports", folder);
    for (const auto& text : settings.texts("schooljaren")) project.export_years.push_back(year_of(settings, "schooljaren", text));
    read_year(settings, project);
    if (settings.has("peildatum")) {
        project.peildatum = parse_datum(settings.text("peildatum"));
        if (!project.peildatum) settings.fail("peildatum", "deze datum bestaat niet", "schrijf \"jjjj-mm-dd\"");
    }
    for (const auto& text : settings.texts("profielen")) project.profiles.push_back(name_or_path(text, folder));
    read_earlier(settings, folder, project);
    project.definitions = paths(settings, "definities", folder);
    project.schools = paths(settings, "scholen", folder);
    project.breaks = paths(settings, "breuken", folder);
    if (project.exports.empty() && project.earlier.empty())
        settings.fail("exports", "dit project noemt geen exports en geen eerdere cijfers", "voeg toe: exports = [\"exports\"]");
    project.statistics = settings.flag("statistiek", true);
    project.notes = settings.texts("noten");
    project.texts = folder / settings.text("teksten", "tekst");
    if (settings.has("teksten") && !fs::is_directory(project.texts, error))
        settings.fail("teksten", fmt::format("de map \"{}\" bestaat niet", settings.text("teksten")), "maak die map, en schrijf daarin de teksten");
    project.formats = settings.texts("formaten");
    for (const auto& format : project.formats)
        if (!find_format(format)) settings.fail("formaten", fmt::format("onbekend formaat \"{}\"", format), did_you_mean(format, format_names()));
    const auto style = settings.text("werkmap", "rapport");
    if (const auto workbook = find_workbook_style(style))
        project.workbook = *workbook;
    else
        settings.fail("werkmap", fmt::format("onbekende stijl \"{}\"", style), did_you_mean(style, workbook_style_names()));
    if (settings.has("stijldocument")) {
        project.style_document = folder / settings.text("stijldocument");
        if (!fs::exists(project.style_document, error))
            settings.fail("stijldocument", fmt::format("het bestand \"{}\" bestaat niet", settings.text("stijldocument")),
                          "zet het Word-document van de gemeente daar, of haal de sleutel weg");
    }
    project.output = folder / settings.text("uitvoer", "uitvoer");
    settings.check_keys();
    return project;
}

}  // namespace jv
