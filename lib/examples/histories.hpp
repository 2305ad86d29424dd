// What may have happened to somebody before anything else is said of a row: the events of a thuiszitter and of a traject, and what became of a
// jongere in een kwetsbare positie.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "law/datum.hpp"
#include "records/kinds.hpp"

namespace jv {

// Codes of columns, canonical or derived (see records/record.hpp), as (column, code). A row with several events has `gebeurtenis` several times.
using Codes = std::vector<std::pair<std::string, std::string>>;

// The code of a column, the first if it has several; empty when it has none.
std::string code_in(const Codes& codes, std::string_view column);

struct History {
    Codes codes;
    std::int64_t weight = 1;  // how usual it is; 0 for what gives a warning when it is counted
};

// Each history that the figures of these years can tell from another, at least once; one without codes for the other kinds.
// - thuiszitter: two dates and a reden_einde. A row lies over several years, so its events name theirs, see event_code();
// - traject: one event, with uitstroom beside traject_einde, or else beside traject_start. Events of a traject count apart from each other,
//   each in the year of its own date, so any row counts as rows of one event each;
// - kwetsbaar: why the jongere left the list, and work.
std::vector<History> histories(Kind kind, Schooljaar first, Schooljaar last);

// `begin 2015-2016`: what a row counts as in one of its years.
std::string event_code(std::string_view gebeurtenis, Schooljaar year);

// Whether a row counts as a whole over the years, not in one: its figures of all years must be planned together.
constexpr bool spans_years(Kind kind) { return kind == Kind::thuiszitter; }

// Whether the value of a canonical column follows from the history, while no code of it says so.
bool follows_from_history(Kind kind, std::string_view column);

}  // namespace jv
