// What every program has in common: its options, help and man page in Dutch, its messages and its exit status.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

#include "messages/finding.hpp"

namespace jv {

// What help and man page say of a program.
struct About {
    std::string name;      // jv-tel
    std::string summary;   // one line: what it does
    std::string explanation;  // some lines for the man page
    std::vector<std::pair<std::string, std::string>> examples;  // command, what it does
};

// Parses the options that `declare` adds, then runs `work`, which returns the exit status. Prints help, man page (--man), version and all
// errors: wrong usage (status 2, code G001...) and every Failure. Nothing else in a program prints errors or chooses the status.
int run(int argc, char** argv, const About& about, const std::function<void(CLI::App&)>& declare, const std::function<ExitStatus()>& work);

// Prints findings on standard error.
void print(const FindingLog& log);

}  // namespace jv
