// The options of a program as a table: what help and man page show.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace jv {

inline constexpr std::string_view general_group = "Algemeen";

struct OptionText {
    std::string names;  // `-o, --uit`, or the positional's name
    std::string type;   // BESTAND; empty for a flag
    std::string description;
    std::string group;
};

struct OptionTable {
    std::string usage;  // `jv-tel [OPTIES] EXPORT…`
    std::vector<OptionText> rows;
};

// The arguments first, the options that every program has last.
OptionTable option_table(const CLI::App& app);
OptionText option_text(const CLI::Option& option);
bool is_flag(const CLI::Option& option);

}  // namespace jv
