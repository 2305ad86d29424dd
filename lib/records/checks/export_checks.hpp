// The checks of an export as a file, a file each.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "messages/finding.hpp"

namespace jv {

// V109: what stands in a folder of exports and is none.
void tell_no_export(const std::filesystem::path& path, FindingLog& findings);
// V112: a text that seems to be UTF-8, but for a byte (from 1).
void tell_doubtful_encoding(const std::string& file, std::uint64_t byte, FindingLog& findings);

}  // namespace jv
