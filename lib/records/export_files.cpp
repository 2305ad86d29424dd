#include "records/export_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "bytes/files.hpp"
#include "records/checks/export_checks.hpp"
#include "rows/csv_reader.hpp"
#include "rows/fold_name.hpp"

namespace jv {

namespace fs = std::filesystem;

namespace {

bool is_export_name(const fs::path& path) {
    constexpr std::array<std::string_view, 5> extensions = {".csv", ".tsv", ".txt", ".gz", ".zip"};
    return std::find(extensions.begin(), extensions.end(), fold_name(path.extension().string())) != extensions.end();
}

}  // namespace

std::vector<fs::path> export_files(std::span<const fs::path> paths, FindingLog& findings) {
    std::vector<fs::path> files;
    for (const auto& path : paths) {
        std::error_code error;
        if (path == "-" || !fs::is_directory(path, error)) {
            if (path != "-") require_readable_file(path);
            files.push_back(path);
            continue;
        }
        std::vector<fs::path> entries;
        for (const auto& entry : fs::directory_iterator(path, error))
            if (!entry.path().filename().string().starts_with('.')) entries.push_back(entry.path());
        if (error)
            fail_usage("I003", "deze map mag niet gelezen worden", "vraag om leesrechten of kopieer de exports naar een eigen map",
                       {display_name(path)});
        std::sort(entries.begin(), entries.end(), [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
        const auto before = files.size();
        for (const auto& entry : entries) {
            if (is_export_name(entry) && !fs::is_directory(entry, error))
                files.push_back(entry);
            else
                tell_no_export(entry, findings);
        }
        if (files.size() == before)
            fail_usage("I002", "dit is een map zonder exports", "noem een CSV-bestand, of een map met .csv-bestanden", {display_name(path)});
    }
    return files;
}

}  // namespace jv
