// Findings as text for people and as JSON for programs. README.md describes the JSON.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "checks/catalogue.hpp"
#include "counts/counter.hpp"

namespace jv {

// The findings with a summary by check.
std::string findings_as_text(const FindingLog& findings, std::span<const InputAccount> exports, const Catalogue& catalogue);
// In pieces: a country has millions of findings.
void findings_as_json(const FindingLog& findings, std::span<const InputAccount> exports, const std::function<void(std::string_view)>& sink);

// The list of all checks.
std::string checks_as_text(const Catalogue& catalogue);
std::string checks_as_json(const Catalogue& catalogue);

}  // namespace jv
