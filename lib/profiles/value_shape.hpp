// What a single value of an export looks like, without saying what it is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "law/datum.hpp"

namespace jv {

// A date as it is written: in a form that a profile can name, or in another (a year of two digits, the month as a word).
struct WrittenDate {
    std::optional<DateForm> form;  // day_month_year also where it could be month_day_year
    Datum date;                    // when there is a form
    bool certain = true;           // else day and month could change places
};

// How a value is written when it is a date, a time behind it aside.
std::optional<WrittenDate> written_date(std::string_view text);

// Four characters of which the first two are digits and the last two letters, as the BRIN number of a school.
bool looks_like_brin(std::string_view text);

// The value with its content hidden: `9 cijfers`, `2 letters`, `datum dd-mm-jjjj`, `2 woorden`, or teken voor teken: `99AA`.
std::string masked(std::string_view text);

}  // namespace jv
