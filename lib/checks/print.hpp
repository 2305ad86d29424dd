// Findings as text for people and as JSON for programs. README.md describes the JSON.
#pragma once

#include <string>

#include "checks/catalogue.hpp"

namespace jv {

// What was checked.
struct Checked {
    std::vector<std::string> exports;  // their names
    std::uint64_t rows = 0;
};

// The findings with a summary by check.
std::string findings_as_text(const FindingLog& findings, const Checked& checked, const Catalogue& catalogue);
std::string findings_as_json(const FindingLog& findings, const Checked& checked, const Catalogue& catalogue);

// The list of all checks.
std::string checks_as_text(const Catalogue& catalogue);
std::string checks_as_json(const Catalogue& catalogue);

}  // namespace jv
