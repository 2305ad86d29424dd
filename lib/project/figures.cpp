#include "project/figures.hpp"

#include <fmt/format.h>

#include "bytes/files.hpp"
#include "records/export_files.hpp"
#include "tables/school_names.hpp"

namespace jv {

namespace {

void require_unchanged(const Pinned& pinned) {
    const auto found = sha256_of_file(pinned.file);
    if (found == pinned.sha256) return;
    fail_data("C005", fmt::format("dit bestand is veranderd sinds het is vastgelegd; zijn SHA-256 is nu {}", found),
              "zet het bestand van toen terug; hoort de wijziging zo, zet dan deze SHA-256 in jaarverslag.toml", {display_name(pinned.file)});
}

void add_counted(const CijferKey& key, CijferValue value, const std::string& file, Cijfers& figures) {
    if (figures.add(key, value)) return;
    fail_data("C003",
              fmt::format("{} van {} in {} ({}, {}: {}) is {} geteld, maar staat in de eerdere cijfers met een ander aantal", key.indicator,
                          key.gebied, key.schooljaar, key.eenheid, key.indeling, key.categorie, value.whole()),
              "haal dit cijfer uit de eerdere cijfers, of het schooljaar uit schooljaren", {file});
}

}  // namespace

Definitions definitions_of(const Project& project) {
    auto definitions = read_definitions(project.definitions);
    for (const auto& path : project.schools) add_school_names(path, definitions);
    return definitions;
}

ProjectFigures figures_of(const Project& project, const Definitions& definitions, const CountingOptions& options,
                          const Counter::RejectedSink& rejected, FindingLog& findings) {
    ReadOptions read;
    read.show_values = options.show_values;
    for (const auto& name : project.profiles) read.profiles.push_back(read_profile(name));
    ProjectFigures figures;
    for (const auto& pinned : project.pinned) require_unchanged(pinned);
    for (const auto& path : project.earlier) read_cijfers(path, figures.given);
    figures.all = figures.given;
    if (project.exports.empty()) return figures;
    Counter counter(definitions, {project.export_years, project.municipalities, project.regions, project.peildatum, true, options.threads}, findings);
    for (const auto& path : export_files(project.exports, findings)) counter.read(path, read, rejected);
    if (counter.has_rejected() && !rejected)
        fail_data("V100", "er zijn rijen afgekeurd, dus er is geen jaarverslag gemaakt",
                  "verbeter de exports, of maak het met de rest met --afgekeurd BESTAND");
    counter.count([&](const CijferKey& key, std::int64_t number) {
        add_counted(key, CijferValue::of(number), display_name(project.file), figures.all);
        figures.counted.add(key, CijferValue::of(number));
    });
    figures.balances = counter.balances();
    figures.exports = counter.inputs();
    return figures;
}

}  // namespace jv
