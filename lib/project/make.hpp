// Makes the jaarverslag of a project: counts its exports, adds the earlier figures, and renders the report.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "documents/document.hpp"
#include "project/project.hpp"

namespace jv {

struct MakeRequest {
    std::filesystem::path output;                   // folder; made when it is not there
    std::vector<std::string> formats;               // besides csv and xlsx
    std::string house_style;                        // a house style instead of the project's: name or path; may be empty
    std::optional<std::filesystem::path> rejected;  // where rejected rows go; without, they end the run
    bool overwrite_rejected = false;
    bool show_values = false;  // values of personal columns may stand in messages
    unsigned threads = 1;
    RenderOptions render = {};  // how the documents look
};

struct MakeResult {
    std::vector<std::string> files;    // the names written in the output folder
    std::map<Kind, Balance> balances;  // of the exports read
};

// Writes cijfers.csv (all figures, counted and given), verantwoording.json, tabellen.csv, jaarverslag.xlsx and the other formats: all or none. What
// is noticed goes to `findings`. Fails as reading, counting and building a report do (status 1 and 2); status 1 (C003) when a figure is both counted
// and given, and differs; status 1 (V100) when rows are rejected and there is no file for them.
MakeResult make(const Project& project, const MakeRequest& request, FindingLog& findings);

}  // namespace jv
