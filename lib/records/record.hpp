// One accepted row of an export, made small: who, which row, and the codes that can be counted.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "law/datum.hpp"
#include "records/kinds.hpp"

namespace jv {

// A part of a row's 64-bit word of codes. The value 0 means empty.
struct CodeField {
    std::string_view column;                // a canonical column, or one that the law derives: `leeftijd`, `plicht`
    unsigned shift = 0, width = 0;          // in bits
    std::vector<std::string_view> codes{};  // value n stands for codes[n - 1]; none for numbers of names and for ages
};

// The parts of a kind's word: `gemeente` (number of the name), `jaar` (school year), then every column with codes, the derived columns, and
// one column of free text that is counted (`brin` or `uitkomst`, the number of its text).
const std::vector<CodeField>& code_layout(Kind kind);
const CodeField* find_field(Kind kind, std::string_view column);

constexpr std::uint64_t get(std::uint64_t word, const CodeField& field) { return word >> field.shift & ((std::uint64_t{1} << field.width) - 1); }
constexpr std::uint64_t put(std::uint64_t value, const CodeField& field) { return value << field.shift; }

// Every kind has these two at the same place.
constexpr unsigned municipality_bits = 12, year_bits = 8;
constexpr std::uint32_t municipality_of(std::uint64_t word) { return static_cast<std::uint32_t>(word & ((1u << municipality_bits) - 1)); }
constexpr Schooljaar year_of(std::uint64_t word) { return Schooljaar(1900 + static_cast<int>(word >> municipality_bits & ((1u << year_bits) - 1))); }
constexpr std::uint64_t year_code(Schooljaar year) { return static_cast<std::uint64_t>(year.begin_year() - 1900); }

// An age as a code: 0 is unknown; ages from -199 to 199 years, as the dates allow.
constexpr unsigned age_bits = 9;
constexpr std::uint64_t age_code(int age) { return static_cast<std::uint64_t>(age + 200); }
constexpr int age_from(std::uint64_t code) { return static_cast<int>(code) - 200; }

// 128 bits that stand for a text.
struct Hash128 {
    std::uint64_t high = 0, low = 0;
    bool operator==(const Hash128&) const = default;
};
Hash128 hash128(std::string_view text, std::uint64_t seed);

// What makes a row the same row: its own number (a number of at most 18 digits as it is, any other text as a hash), or, where it has none,
// all its canonical fields together (a hash).
struct Identity {
    bool numeric = false;  // `key.low` is the number itself
    bool own_number = false;
    Hash128 key;
};

struct Record {
    Identity identity;
    std::uint32_t pupil = 0;    // nine digits as they are; any other number as 2^30 + a count, see Names
    std::uint32_t content = 0;  // stands for all canonical fields: tells two rows with the same number apart
    std::uint64_t codes = 0;    // as code_layout
};

}  // namespace jv
