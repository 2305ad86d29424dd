// The account of a count: what was read, what became of every row, and by which version of the rules.
#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "counts/counter.hpp"

namespace jv {

// Files that figures or rules were read from as they are, such as earlier figures.
struct FileAccount {
    std::string file;
    std::uint64_t bytes;
    std::string sha256;
};
std::vector<FileAccount> account_of(std::span<const std::filesystem::path> files);

// The account as JSON (UTF-8, one line break at the end). The README tells users what it holds. The definitions are those of
// templates/definities and the user's own.
std::string verantwoording(const std::vector<InputAccount>& exports, const std::map<Kind, Balance>& balances,
                           std::span<const std::filesystem::path> own_definitions, std::span<const std::filesystem::path> earlier_figures = {});

}  // namespace jv
