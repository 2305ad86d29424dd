#include "project/make.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <list>

#include "bytes/files.hpp"
#include "counts/rejected_file.hpp"
#include "counts/verantwoording.hpp"
#include "documents/house_style.hpp"
#include "project/figures.hpp"
#include "tables/build.hpp"

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

}  // namespace

MakeResult make(const Project& project, const MakeRequest& request, FindingLog& findings) {
    OutputFolder folder(request.output);
    auto& figures_file = folder.claim("cijfers.csv");
    auto& account_file = folder.claim("verantwoording.json");
    std::vector<std::pair<const Format*, OutputFile*>> documents;
    for (const auto* format : formats_of(request)) documents.emplace_back(format, &folder.claim(document_name(*format)));
    std::optional<RejectedFile> rejected;
    if (request.rejected) rejected.emplace(*request.rejected, request.overwrite_rejected);

    const auto definitions = definitions_of(project);
    const auto& style = request.house_style.empty() ? project.house_style : request.house_style;
    const auto read_template = [&](const std::string& name) {
        auto source = read_report_template(name);
        if (!style.empty()) source.style = read_style(style, source.style);
        return source;
    };
    const auto report_template = read_template(project.report);
    std::vector<ReportTemplate> annexes;
    for (const auto& annex : project.annexes) annexes.push_back(read_template(annex.report));
    check_house_style(report_template.style, findings);
    const auto texts = read_own_texts(project.texts);
    const auto figures = figures_of(project, definitions, {request.show_values, request.threads}, to(rejected), findings);

    const auto breaks = read_breaks(project.breaks, definitions, figures.all);
    auto report =
        build_report(report_template, figures.all, definitions, {project.gebied, project.year, texts, breaks, project.statistics}, findings);
    for (std::size_t i = 0; i < annexes.size(); ++i)
        append(report, build_report(annexes[i], figures.all, definitions, {project.annexes[i].gebied, project.year, {}, breaks, project.statistics},
                                    findings));
    report.notes.insert(report.notes.end(), project.notes.begin(), project.notes.end());
    figures_file.write(to_csv(figures.all));
    account_file.write(verantwoording(figures.exports, figures.balances, project.definitions, project.earlier));
    for (const auto& [format, file] : documents) file->write(render(report, *format, request.render));
    if (rejected) rejected->commit();
    return {folder.commit(), figures.balances};
}

}  // namespace jv
