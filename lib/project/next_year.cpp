#include "project/next_year.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

#include "bytes/files.hpp"
#include "bytes/new_folder.hpp"
#include "messages/suggest.hpp"
#include "project/figures.hpp"
#include "project/next_settings.hpp"
#include "tables/build.hpp"
#include "tables/missing.hpp"
#include "tables/text.hpp"

namespace jv {

namespace fs = std::filesystem;

namespace {

void require_closed(const Project& project) {
    const auto year = parse_schooljaar(project.year);
    for (const auto counted : project.export_years)
        if (year && *year < counted)
            fail_usage("N003", fmt::format("schooljaren noemt {}, na het schooljaar van dit verslag", to_text(counted)),
                       "haal dat jaar daaruit en draai jv-maak opnieuw; het komt in het nieuwe project terug", {display_name(project.file)});
}

std::string name_of(const CijferKey& key) {
    return fmt::format("{} van {} in {} ({}, {}: {})", key.indicator, key.gebied, key.schooljaar, key.eenheid, key.indeling, key.categorie);
}

// The figures that the project's report was made of must be those that it gives today: what was published is what is kept.
void require_made(const Project& project, const Cijfers& figures) {
    const auto path = project.output / "cijfers.csv";
    std::error_code error;
    if (!fs::exists(path, error))
        fail_usage("N001", fmt::format("van dit project is er nog geen {}/cijfers.csv", display_name(project.output)),
                   "maak eerst het verslag met jv-maak, zonder --uit", {display_name(project.file)});
    Cijfers made;
    read_cijfers(path, made);
    std::vector<std::pair<CijferKey, CijferValue>> different;
    std::set_symmetric_difference(
        figures.begin(), figures.end(), made.begin(), made.end(), std::back_inserter(different), [](const auto& a, const auto& b) {
            return std::tie(a.first, a.second.status, a.second.thousandths) < std::tie(b.first, b.second.status, b.second.thousandths);
        });
    if (different.empty()) return;
    std::set<CijferKey> keys;
    for (const auto& [key, value] : different) keys.insert(key);
    const auto others = keys.size() - 1;
    fail_data("N002",
              fmt::format("{}{} staat hier anders dan het project nu geeft", name_of(*keys.begin()),
                          others == 0 ? "" : fmt::format(" (en nog {} {})", others, others == 1 ? "cijfer" : "cijfers")),
              "draai jv-maak opnieuw en kijk of dat het vastgestelde verslag is; is het dat niet, zet dan de exports van toen terug",
              {display_name(path)});
}

// The figures of the year that were typed in and are not there yet of the next, as unknown.
Cijfers to_type_in(const ProjectFigures& figures, const std::string& year, const std::string& next) {
    Cijfers empty;
    for (const auto& [key, value] : figures.given) {
        if (key.schooljaar != year || figures.counted.find(key)) continue;
        CijferKey of_next = key;
        of_next.schooljaar = next;
        if (!figures.all.find(of_next)) empty.add(of_next, {0, Status::onbekend});
    }
    return empty;
}

// The figures that the next year starts from, and what exports like these would add: how much is not known, so that all are zero.
Cijfers expected(const ProjectFigures& figures) {
    auto all = figures.all;
    std::string last;
    for (const auto& [key, value] : figures.counted)
        if (key.schooljaar > last) last = key.schooljaar;
    for (const auto& [key, value] : figures.counted) {
        if (key.schooljaar != last) continue;
        CijferKey of_next = key;
        of_next.schooljaar = shift_year(last, 1);
        all.add(of_next, CijferValue::of(0));
    }
    return all;
}

// Without repeats, in the order of the first.
void add_once(std::vector<std::string>& names, std::string name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
}

// What to do about figures that no source holds, or empty for what cannot be there yet: counts of a year to come. `to_type_in` is the file for what
// is typed in.
std::string advice_for(const MissingFigures& missing, const Definitions& definitions, const std::string& next, const std::string& to_type_in) {
    if (missing.schooljaar < next)
        return fmt::format("zet cijfers van {} bij eerdere-cijfers, of haal dat jaar uit het sjabloon", missing.schooljaar);
    std::vector<std::string> kinds, typed, advice;
    for (const auto& code : missing.indicators) {
        if (const auto* indicator = definitions.indicator(code))
            for (const auto kind : indicator->kinds) add_once(kinds, std::string(info(kind).name));
        else
            add_once(typed, code);
    }
    if (!kinds.empty() && missing.schooljaar == next) advice.push_back(fmt::format("zet ook een export van {} in het project", enumerate(kinds)));
    if (!typed.empty()) advice.push_back(fmt::format("vul {} in, in {}", enumerate(typed), to_type_in));
    if (kinds.empty() && typed.empty()) advice.emplace_back("vul deze cijfers in bij eerdere-cijfers, of haal ze uit het sjabloon");
    return enumerate(advice);
}

void find_missing(const Project& next, const Cijfers& figures, const Definitions& definitions, const std::string& to_type_in, FindingLog& findings) {
    auto reports = next.annexes;
    reports.insert(reports.begin(), {next.report, next.gebied});
    for (const auto& report : reports)
        for (const auto& missing : missing_figures(read_report_template(report.report), figures, definitions, report.gebied, next.year)) {
            const auto advice = advice_for(missing, definitions, next.year, to_type_in);
            if (advice.empty()) continue;
            constexpr std::size_t shown = 5;
            auto cells = missing.cells;
            if (cells.size() > shown + 1) cells.resize(shown), cells.push_back(fmt::format("nog {} plaatsen", missing.cells.size() - shown));
            const auto what = cells.empty() ? "geen enkel cijfer" : fmt::format("geen bron voor {}", enumerate(cells));
            findings.add({missing.place, "N005", fmt::format("{}: van {} is er {}", missing.part, missing.schooljaar, what), advice, Level::warning});
        }
}

// The lines of a text that still name the year gone by. `apart` from a text that may.
void find_year(const std::string& text, const std::string& file, const std::string& year, const std::string& apart, FindingLog& findings) {
    std::uint64_t number = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        auto line = text.substr(begin, end - begin);
        begin = end + 1;
        ++number;
        if (const auto at = line.find(apart); !apart.empty() && at != std::string::npos) line.erase(at, apart.size());
        if (names_year(line, year))
            findings.add(
                {{file, number}, "N006", fmt::format("hier staat nog {}", year), "lees of dit voor het nieuwe jaar nog klopt", Level::warning});
    }
}

// What the user finds in the new folder: which exports are expected, and all that is to be done.
std::string read_me(const Project& project, const Project& next, const ProjectFigures& figures, const FindingLog& findings) {
    auto text = fmt::format("# {} {}\n\nDit project is gemaakt van dat van {}, met de cijfers van dat jaar als eerdere cijfers.\n", next.gebied,
                            next.year, project.year);
    if (!figures.exports.empty()) {
        text +=
            fmt::format("\n## Exports\n\nZet de exports van {} in dit project. Van {} waren dat:\n\n| bestand | soort | profiel |\n|---|---|---|\n",
                        next.year, project.year);
        for (const auto& input : figures.exports)
            text += fmt::format("| {} | {} | {} |\n", input.file, info(input.kind).name, input.profile.empty() ? "geen" : input.profile);
    }
    if (!findings.empty()) text += "\n## Na te lopen\n\n";
    for (const auto& finding : findings.kept()) {
        const auto line = finding.place.line == 0 ? "" : fmt::format(", regel {}", finding.place.line);
        text += fmt::format("- {}{}: {}; {}.\n", finding.place.file, line, finding.text, finding.advice);
    }
    return text + "\nDraai daarna `jv-maak .` in deze map.\n";
}

}  // namespace

fs::path folder_of_next_year(const Project& project) {
    const auto folder = fs::weakly_canonical(fs::absolute(project.file).parent_path());
    const auto next = shift_year(project.year, 1);
    const auto name = folder.filename().string();
    auto rolled = with_year(name, project.year, next);
    // A folder may be named after the year in which the school year ends: `jaarverslag-2024`.
    if (const auto last = project.year.substr(project.year.size() - 4); rolled == name && name.ends_with("-" + last))
        rolled = name.substr(0, name.size() - last.size()) + next.substr(next.size() - 4);
    if (rolled == name) rolled = fmt::format("{}-{}", name, next);
    return folder.parent_path() / rolled;
}

void make_next_year(const Project& project, const fs::path& folder, unsigned threads, FindingLog& findings) {
    require_closed(project);
    NewFolder made(folder);
    const auto definitions = definitions_of(project);
    FindingLog ignored;  // jv-maak told what is wrong with the exports
    const auto figures = figures_of(
        project, definitions, {false, threads}, [](const std::string&, const RejectedRow&) {}, ignored);
    require_made(project, figures.all);

    FindingLog to_do(UINT64_MAX);
    const auto next_year = shift_year(project.year, 1);
    const auto earlier = fmt::format("eerder/cijfers-{}.csv", project.year);
    made.add_file(earlier, to_csv(figures.all));
    std::vector<GivenFile> given{{earlier, sha256_of_file(made.temporary() / earlier)}};
    if (const auto empty = to_type_in(figures, project.year, next_year); !empty.empty()) {
        given.push_back({fmt::format("ingevuld-{}.csv", next_year), {}});
        made.add_file(given.back().path, to_csv(empty));
        for (const auto& [key, value] : empty)
            to_do.add({{given.back().path},
                       "N004",
                       fmt::format("{} wordt met de hand ingevuld", name_of(key)),
                       "schrijf het aantal in plaats van onbekend",
                       Level::warning});
    }
    const auto file = project.file.filename();
    const auto settings = next_settings(project, folder, given, to_do);
    made.add_file(file, settings.toml);
    for (const auto& place : settings.export_folders) made.add_folder(place);
    for (const auto& [place, from] : settings.copies) made.add_copy(place, from);

    const auto next = read_project(made.temporary() / file);
    find_missing(next, expected(figures), definitions, given.size() > 1 ? given.back().path : "een bestand bij eerdere-cijfers", to_do);
    find_year(settings.toml, file.string(), project.year, earlier, to_do);
    for (const auto& [name, text] : read_own_texts(next.texts).bytes) find_year(text, name, project.year, {}, to_do);
    made.add_file("LEESMIJ.md", read_me(project, next, figures, to_do));
    made.commit();
    for (const auto& finding : to_do.kept()) findings.add(finding);
}

}  // namespace jv
