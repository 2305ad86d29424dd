// Finds out what an export is: its kind, and which of its fields are which canonical columns.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "records/profile.hpp"
#include "rows/csv_reader.hpp"

namespace jv {

// How exports are read.
struct ReadOptions {
    std::vector<Profile> profiles;  // tried before the canonical columns, each by its own rules of recognition
    std::vector<Kind> kinds;        // only these; empty: all
    bool show_values = false;       // values of personal columns may stand in messages
    bool whole_first = TextOptions().whole_first;
    std::size_t block_bytes = TextOptions().block_bytes;
};

// Where the canonical columns of one kind come from.
struct Mapping {
    const Profile* profile = nullptr;  // none: the canonical columns
    const ProfileKind* profile_kind = nullptr;
    Kind kind{};
    // By canonical column: its fields in the export, from 0, of which the first that is not empty counts; and the value where there is none.
    std::vector<std::vector<std::size_t>> fields;
    std::vector<std::string> constants;
};

// Chooses the export's header: the first of its first rows that is one. The kind is that of the profile that recognises header and file name, else
// the kind whose required canonical columns are all there and most numerous. The mapping refers to the profile in the options. Fails with status 2:
// I005 unknown header; I006 a required column is missing; I012 no header; I013 a tie; I014 a column twice.
Mapping find_mapping(CsvReader& csv, const ReadOptions& options);

}  // namespace jv
