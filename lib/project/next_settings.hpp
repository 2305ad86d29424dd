// The settings of next year's project. For project/next_year.cpp.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "messages/finding.hpp"
#include "project/project.hpp"

namespace jv {

struct NextSettings {
    std::string toml;                                               // the new jaarverslag.toml
    std::map<std::filesystem::path, std::filesystem::path> copies;  // files that it names: their place in the project, and what to copy
    std::set<std::filesystem::path> export_folders;                 // folders of the project for its exports
};

// A file of figures that the new project starts from.
struct GivenFile {
    std::string path;
    std::string sha256;  // empty: it may change
};

// The project's settings with the next year in them, for a project in `folder`, with `given` as its earlier figures. Comments, order and all that
// does not change stay as they are. Places outside of the project that need a look are N007 in `findings`.
NextSettings next_settings(const Project& project, const std::filesystem::path& folder, const std::vector<GivenFile>& given, FindingLog& findings);

// The text with one year in place of another, where it stands by itself: `leerling-2023-2024.csv`.
std::string with_year(std::string text, std::string_view year, std::string_view next);
// Whether the text names the year, also as `2023/2024`.
bool names_year(std::string_view text, std::string_view year);

}  // namespace jv
