// The export files that a user names: files as they are, and the exports in a folder.
#pragma once

#include <filesystem>
#include <span>
#include <vector>

#include "messages/finding.hpp"

namespace jv {

// The files in the order named; a folder stands for the `.csv`, `.tsv` and `.txt` files in it, in byte order of their names. Anything else in a
// folder, hidden files aside, is not read, with a warning (V109). Fails (status 2): I001-I003 for what can't be read, I002 for a folder
// without exports.
std::vector<std::filesystem::path> export_files(std::span<const std::filesystem::path> paths, FindingLog& findings);

}  // namespace jv
