// What a single value of an export looks like, without saying what it is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace jv {

// How a date is written in an export, also where no profile can say so.
enum class WrittenDate {
    year_month_day,  // jjjj-mm-dd
    day_month_year,  // dd-mm-jjjj
    compact,         // jjjjmmdd
    month_day_year,  // mm-dd-jjjj, when the second number is no month
    other            // with slashes or points, with a year of two digits, or with the month as a word
};
std::string_view to_text(WrittenDate form);  // "dd-mm-jjjj"

// How a value is written when it is a date, a time behind it aside. `month_day_year` only where it can't be `day_month_year`.
std::optional<WrittenDate> written_date(std::string_view text);

// Whether the day of a date dd-mm-jjjj can't be a month, so that its form is certain.
bool day_is_certain(std::string_view text);

// Four characters of which the first two are digits and the last two letters, as the BRIN number of a school.
bool looks_like_brin(std::string_view text);

// The value with its content hidden: `9 cijfers`, `2 letters`, `datum dd-mm-jjjj`, `tekst van 2 woorden`, `teken voor teken: 99AA`.
std::string masked(std::string_view text);

}  // namespace jv
