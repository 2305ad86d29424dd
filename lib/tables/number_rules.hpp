// Which numbers in an own text are figures, and which of them the report prints.
#pragma once

#include <cstdint>
#include <optional>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace jv {

// A kind of number that is no figure of a report: `artikel 5`, `18 jaar`. From templates/getallen.toml.
struct NumberRule {
    std::string what;
    std::regex pattern;
    std::vector<std::string> examples;  // texts whose numbers the pattern holds all
};

struct NumberRules {
    std::vector<NumberRule> exempt;
    std::set<std::string> no_names;  // labels that say how a number is written, not what it counts: `procent`
};

// Reads templates/getallen.toml. Fails with status 2 and codes S001-S004 and S007.
NumberRules read_number_rules();

// A number as it is written in a text.
struct WrittenNumber {
    std::string text;                // `5.497`, `-4,6`
    std::size_t begin = 0, end = 0;  // in the text, in bytes; with its sign
    bool compared = true;            // false: a rule holds it, it is part of a word (`2e`, `mbo-2`), or too long for a figure
    std::int64_t value = 0;          // in millionths
    bool percent = false;            // a percent sign or `procent` follows
    bool may_be_year = false;        // 1900 to 2100, written as a year is
};

// Spaces, quotes and dashes of all sorts made plain: ` `, `'` and `-`.
std::string plain(std::string_view text);

// The numbers in a plain text, in order.
std::vector<WrittenNumber> written_numbers(const std::string& text, const std::vector<NumberRule>& rules);

}  // namespace jv
