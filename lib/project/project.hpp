// A project: what a municipality's jaarverslag of one school year is made from, as jaarverslag.toml says. The format is described for
// users in the README.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "counts/counter.hpp"
#include "documents/document.hpp"

namespace jv {

// A report of one of the project's areas, after the project's own.
struct Annex {
    std::string report;  // a report template: name or path
    std::string gebied;
};

// A file that may not change: its figures stood in a report that was published.
struct Pinned {
    std::filesystem::path file;
    std::string sha256;  // 64 hexadecimal digits, lower case
};

struct Project {
    std::filesystem::path file;
    std::string gebied;                       // the municipality or region that the report is about
    std::vector<std::string> municipalities;  // to count; with none and no region: what the exports hold
    std::vector<Region> regions;
    std::string year;                      // the report's: `2023-2024`, or `2018` for figures that are typed in by calendar year
    std::vector<Schooljaar> export_years;  // those that the exports are of
    std::optional<Datum> peildatum;        // on which what runs on is judged
    std::string report;                    // a report template: name or path
    std::string house_style;               // a house style over that of the template: name or path; may be empty
    std::vector<Annex> annexes;
    std::vector<std::string> profiles;           // names or paths
    std::vector<std::filesystem::path> exports;  // files and folders
    std::vector<std::filesystem::path> earlier;  // cijfers of earlier years, or typed in
    std::vector<Pinned> pinned;                  // those of them that may not change
    std::vector<std::filesystem::path> definitions;
    std::vector<std::filesystem::path> breaks;   // in series, of the project's own
    std::vector<std::filesystem::path> schools;  // lists of their names
    std::vector<std::string> formats;            // besides csv and xlsx
    WorkbookStyle workbook = WorkbookStyle::rapport;
    bool statistics = true;                // whether sentences follow the test on chance
    std::vector<std::string> notes;        // of this project, below the report
    std::filesystem::path texts;           // folder of own texts, which need not be there
    std::filesystem::path style_document;  // whose look a Word document takes over; may be none
    std::filesystem::path output;          // folder
};

// Reads `jaarverslag.toml`, or the one in a folder. Paths in it are relative to its folder. Fails with status 2: I001-I003, S001-S005.
Project read_project(const std::filesystem::path& path);

}  // namespace jv
