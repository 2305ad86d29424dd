// Filling the places of a report for own texts. For tables/build.cpp.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tables/table_builder.hpp"

namespace jv {

// The texts of a project: what stands in the `.md` files of its folder.
struct OwnTextFiles {
    std::string folder;                        // its name, for messages: `tekst`
    std::map<std::string, std::string> bytes;  // by file name: `inleiding.md`
};

// Reads the `.md` files of a folder; one that can't be read holds none. Fails with status 2: I003 for a file that can't be read.
OwnTextFiles read_own_texts(const std::filesystem::path& folder);

// Fills the own texts of a report whose other parts are made, `source` part by part. Where there is no text the place says so; with `files` that
// is T016 in `log`, and so is T010 for a file that has no place. What else is noticed: T011-T013 and T015. Returns the named figures
// that stand in the texts. Fails with status 2 as read_markdown, and S005 for every name that the report does not know.
std::vector<std::string> fill_own_texts(Report& report, const ReportTemplate& source, const Definitions& definitions, const TextValues& values,
                                        const std::optional<OwnTextFiles>& files, FindingLog& log);

}  // namespace jv
