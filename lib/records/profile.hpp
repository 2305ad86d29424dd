// A profile: how the exports of one system are mapped to the canonical columns and codes. The format is described for users in
// templates/profielen/LEESMIJ.md.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bytes/text_source.hpp"
#include "law/datum.hpp"
#include "records/kinds.hpp"

namespace jv {

// What a failed check of a pupil's number means.
enum class PgnPolicy { warn, reject, ignore };

struct ProfileKind {
    Kind kind;
    // Patterns of file names with `*`, `?` and `{schooljaar}`, `{beginjaar}`, `{eindjaar}` for the year of the kind's year column;
    // empty: any name.
    std::vector<std::string> file_patterns;
    // Canonical column -> the names it has in exports, the usual one first.
    std::map<std::string, std::vector<std::string>, std::less<>> columns;
    // Canonical column -> (word in the export, canonical code), in the order of the file: the first word of a code is the usual one.
    std::map<std::string, std::vector<std::pair<std::string, std::string>>, std::less<>> codes;
    // Canonical column -> the canonical value of every row.
    std::map<std::string, std::string, std::less<>> fixed;
    // Columns of the export that are known and not used, so that others are news.
    std::vector<std::string> skipped;
};

struct Profile {
    std::string name;
    Encoding encoding = Encoding::detect;
    char separator = 0;                 // 0: detect
    std::optional<DateForm> date_form;  // none: the two canonical forms
    PgnPolicy pgn = PgnPolicy::warn;
    std::vector<ProfileKind> kinds;

    const ProfileKind* find(Kind kind) const;
};

// Reads a profile by name (`carel`: templates/profielen/carel.toml) or by path (anything that ends in .toml). Fails with status 2 and
// code S001-S005, naming line and column, for an unknown key, column or code.
Profile read_profile(std::string_view name_or_path);

}  // namespace jv
