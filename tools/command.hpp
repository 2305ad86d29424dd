// What every program has in common: how it reads its options, prints what was noticed and ends.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "messages/finding.hpp"

namespace jv {

// What help and man page say of a program.
struct About {
    std::string name;                                           // jv-tel
    std::string summary;                                        // one line: what it does
    std::string explanation;                                    // for the man page; an empty line ends a paragraph
    std::vector<std::pair<std::string, std::string>> examples;  // command, what it does
};

// Parses the options that `declare` adds, then runs `work`, which returns the exit status and adds what it notices to the log. Prints help (-h,
// --help), man page (--man), version, the log (with --stil its errors only) and all errors: wrong usage (status 2, codes G001-G009) and every
// Failure. Nothing else in a program prints errors or chooses the status.
//
// Declare options with a Dutch description that has no capital and no full stop, and a `type_name` in capitals (BESTAND, JAAR, NAAM=LIJST); a
// positional's name is its type: `app.add_option("EXPORT", paths, "...")->required()`. An option over a vector can be repeated and takes
// one value each time. Options in a `group` of another name than the default get a heading of their own.
int run(int argc, char** argv, const About& about, const std::function<void(CLI::App&)>& declare, const std::function<ExitStatus(FindingLog&)>& work);

// Prints a line on standard error with --uitgebreid, and nothing otherwise.
void tell(std::string_view line);

// For a value that an option can't have: wrong usage, G004.
[[noreturn]] void fail_value(std::string text, std::string advice);

}  // namespace jv
