#include "project/make.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <list>

#include "bytes/files.hpp"
#include "counts/rejected_file.hpp"
#include "counts/verantwoording.hpp"
#include "records/export_files.hpp"
#include "tables/build.hpp"
#include "tables/school_names.hpp"

namespace jv {

namespace fs = std::filesystem;

namespace {

// The output folder with its files, claimed; folders that were made for nothing are taken away again.
class OutputFolder {
public:
    explicit OutputFolder(const fs::path& path) : path_(path) {
        std::error_code error;
        for (auto folder = fs::absolute(path).lexically_normal(); !fs::exists(folder, error) && folder.has_relative_path();
             folder = folder.parent_path())
            made_.push_back(folder);
        fs::create_directories(path, error);
        if (!fs::is_directory(path, error))
            fail_usage("U002", "deze map kan niet gemaakt worden", "kies met --uit een map waarin u mag schrijven", {display_name(path)});
    }
    OutputFolder(const OutputFolder&) = delete;
    OutputFolder& operator=(const OutputFolder&) = delete;
    ~OutputFolder() {
        files_.clear();
        std::error_code error;
        for (const auto& folder : made_) fs::remove(folder, error);  // only when empty
    }

    OutputFile& claim(const std::string& name) {
        names_.push_back(name);
        return files_.emplace_back(path_ / name, true);
    }
    std::vector<std::string> commit() {
        for (auto& file : files_) file.commit();
        made_.clear();
        return names_;
    }

private:
    fs::path path_;
    std::vector<fs::path> made_;  // the innermost first
    std::list<OutputFile> files_;
    std::vector<std::string> names_;
};

// The name of a format's document.
std::string document_name(const Format& format) { return format.name == "csv" ? "tabellen.csv" : fmt::format("jaarverslag.{}", format.name); }

// csv and xlsx always, then what else was asked for, each once.
std::vector<const Format*> formats_of(const MakeRequest& request) {
    std::vector<const Format*> formats{find_format("csv"), find_format("xlsx")};
    for (const auto& name : request.formats)
        if (const auto* format = find_format(name); std::find(formats.begin(), formats.end(), format) == formats.end()) formats.push_back(format);
    return formats;
}

void add_counted(const CijferKey& key, std::int64_t number, const std::string& file, Cijfers& figures) {
    if (figures.add(key, CijferValue::of(number))) return;
    fail_data("C003",
              fmt::format("{} van {} in {} ({}, {}: {}) is {} geteld, maar staat in de eerdere cijfers met een ander aantal", key.indicator,
                          key.gebied, key.schooljaar, key.eenheid, key.indeling, key.categorie, number),
              "haal dit cijfer uit de eerdere cijfers, of het schooljaar uit schooljaren", {file});
}

}  // namespace

MakeResult make(const Project& project, const MakeRequest& request, FindingLog& findings) {
    OutputFolder folder(request.output);
    auto& figures_file = folder.claim("cijfers.csv");
    auto& account_file = folder.claim("verantwoording.json");
    std::vector<std::pair<const Format*, OutputFile*>> documents;
    for (const auto* format : formats_of(request)) documents.emplace_back(format, &folder.claim(document_name(*format)));
    std::optional<RejectedFile> rejected;
    if (request.rejected) rejected.emplace(*request.rejected, request.overwrite_rejected);

    auto definitions = read_definitions(project.definitions);
    for (const auto& path : project.schools) add_school_names(path, definitions);
    const auto report_template = read_report_template(project.report);
    std::vector<ReportTemplate> annexes;
    for (const auto& annex : project.annexes) annexes.push_back(read_report_template(annex.report));
    ReadOptions read;
    read.show_values = request.show_values;
    read.threads = request.threads;
    for (const auto& name : project.profiles) read.profiles.push_back(read_profile(name));

    const auto texts = read_own_texts(project.texts);

    Cijfers figures;
    for (const auto& path : project.earlier) read_cijfers(path, figures);
    MakeResult result;
    std::vector<InputAccount> inputs;
    if (!project.exports.empty()) {
        Counter counter(definitions, {project.export_years, project.municipalities, project.regions, project.peildatum, true, request.threads},
                        findings);
        for (const auto& path : export_files(project.exports, findings)) counter.read(path, read, to(rejected));
        if (counter.has_rejected() && !rejected)
            fail_data("V100", "er zijn rijen afgekeurd, dus er is geen jaarverslag gemaakt",
                      "verbeter de exports, of maak het met de rest met --afgekeurd BESTAND");
        counter.count([&](const CijferKey& key, std::int64_t number) { add_counted(key, number, display_name(project.file), figures); });
        result.balances = counter.balances();
        inputs = counter.inputs();
    }

    const auto breaks = read_breaks(project.breaks, definitions, figures);
    auto report = build_report(report_template, figures, definitions, {project.gebied, project.year, texts, breaks}, findings);
    for (std::size_t i = 0; i < annexes.size(); ++i)
        append(report, build_report(annexes[i], figures, definitions, {project.annexes[i].gebied, project.year, {}, breaks}, findings));
    report.notes.insert(report.notes.end(), project.notes.begin(), project.notes.end());
    figures_file.write(to_csv(figures));
    account_file.write(verantwoording(inputs, result.balances, project.definitions, project.earlier));
    for (const auto& [format, file] : documents) file->write(render(report, *format, request.render));
    if (rejected) rejected->commit();
    result.files = folder.commit();
    return result;
}

}  // namespace jv
