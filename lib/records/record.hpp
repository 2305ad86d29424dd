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
    std::string_view column;                // a canonical column, or one that the law derives, see code_layout
    unsigned shift = 0, width = 0;          // in bits
    std::vector<std::string_view> codes{};  // value n stands for codes[n - 1]; none for numbers of names, ages and dates
};

// The parts of a kind's word: `gemeente` (number of the name), `jaar` (school year), then every column with codes and those that the law
// derives from other columns:
// - `plicht` of a leerling; `verwijderd` (why a kwetsbare jongere leaves the list) and `werk` (paid hours: genoeg, te-weinig);
// - `gebeurtenis` of kinds whose rows count in several years, see counts/events.hpp.
// Then `leeftijd`, one column of free text that is counted (`brin` or `uitkomst`, the number of its text), and the dates of kinds with events.
const std::vector<CodeField>& code_layout(Kind kind);
const CodeField* find_field(Kind kind, std::string_view column);

constexpr std::uint64_t get(std::uint64_t word, const CodeField& field) { return word >> field.shift & ((std::uint64_t{1} << field.width) - 1); }
constexpr std::uint64_t put(std::uint64_t value, const CodeField& field) { return value << field.shift; }

// Every kind has these two at the same place.
constexpr unsigned municipality_bits = 12, year_bits = 8;
constexpr std::uint32_t municipality_of(std::uint64_t word) { return static_cast<std::uint32_t>(word & ((1u << municipality_bits) - 1)); }
// Dates begin on 1 January 1900, so school years in 1899.
constexpr int first_school_year = 1899;
constexpr Schooljaar year_of(std::uint64_t word) {
    return Schooljaar(first_school_year + static_cast<int>(word >> municipality_bits & ((1u << year_bits) - 1)));
}
constexpr std::uint64_t year_code(Schooljaar year) { return static_cast<std::uint64_t>(year.begin_year() - first_school_year); }

// A date as a code; 0 is empty.
constexpr unsigned date_bits = 17;
constexpr std::uint64_t date_code(Datum date) { return static_cast<std::uint64_t>(date.days() - Datum(1900, 1, 1).days() + 1); }
constexpr std::optional<Datum> date_from(std::uint64_t code) {
    if (code == 0) return std::nullopt;
    return Datum::from_days(static_cast<std::int32_t>(code) - 1 + Datum(1900, 1, 1).days());
}

// A date of a kind with events in its field, which keeps the day, or where it is narrower one more than the code of the school year.
inline std::uint64_t put_date(Datum date, const CodeField& field) {
    return put(field.width == date_bits ? date_code(date) : year_code(Schooljaar::of(date)) + 1, field);
}

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
// 64 bits that stand for a text, in this run.
std::uint64_t hash64(std::string_view text);

struct Record {
    // What makes a row the same row: its own number (a number of at most 18 digits as it is, any other text as a hash), or, where it has none,
    // all its canonical fields together (a hash).
    Hash128 key;
    std::uint64_t codes = 0;    // as code_layout
    std::uint32_t pupil = 0;    // nine digits as they are; any other number as 2^30 + a count, see Names
    std::uint32_t content = 0;  // stands for all canonical fields: tells two rows with the same number apart
    std::uint32_t line = 0;     // where it stands in its export
    bool numeric = false;       // `key.low` is the number itself
};

}  // namespace jv
