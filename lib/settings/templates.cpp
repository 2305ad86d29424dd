#include "settings/templates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "bytes/files.hpp"
#include "messages/finding.hpp"
#include "messages/suggest.hpp"

namespace jv {

namespace fs = std::filesystem;

fs::path templates_folder() {
    std::vector<fs::path> candidates;
    if (const char* named = std::getenv("JAARVERSLAG_TEMPLATES"); named && *named) candidates.emplace_back(named);
    std::error_code error;
    if (const auto program = fs::read_symlink("/proc/self/exe", error); !error) {
        candidates.push_back(program.parent_path() / "templates");
        candidates.push_back(program.parent_path().parent_path() / "share" / "jaarverslag");
    }
    candidates.emplace_back(JV_SOURCE_TEMPLATES);
    for (const auto& candidate : candidates)
        if (fs::is_regular_file(candidate / "definities" / "indicatoren.toml", error)) return candidate;
    fail_usage("S007", "de map met sjablonen is niet gevonden", "zet de map templates naast het programma, of noem haar in JAARVERSLAG_TEMPLATES");
}

fs::path find_template(std::string_view folder, std::string_view name_or_path) {
    if (name_or_path.ends_with(".toml")) {
        require_readable_file(name_or_path);
        return name_or_path;
    }
    const auto names = template_names(folder);
    if (std::find(names.begin(), names.end(), name_or_path) == names.end())
        fail_usage("S008", fmt::format("\"{}\" bestaat niet in templates/{}", name_or_path, folder), did_you_mean(name_or_path, names));
    return templates_folder() / folder / fmt::format("{}.toml", name_or_path);
}

std::vector<std::string> template_names(std::string_view folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(templates_folder() / folder, error))
        if (entry.path().extension() == ".toml") names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

std::string_view version() { return JV_VERSION; }

}  // namespace jv
