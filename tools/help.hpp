// What a program says of itself.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "command.hpp"

namespace jv {

// For --help: in 80 columns.
std::string help_text(const CLI::App& app, const About& about);
// For --man: in roff, with all letters that are not ASCII as escapes.
std::string man_page(const CLI::App& app, const About& about);

}  // namespace jv
