// Ages, leerplicht and kwalificatieplicht (Leerplichtwet 1969).
#pragma once

#include "law/datum.hpp"

namespace jv {

// Age in whole years on a date; negative before birth. Who was born on 29 February is a year older on 1 March of other years, as Datum::plus_years
// has it.
constexpr int age_on(Datum birth, Datum date) {
    const auto born = birth.ymd(), on = date.ymd();
    const auto day_of_year = [](const std::chrono::year_month_day& d) {
        return static_cast<unsigned>(d.month()) * 32 + static_cast<unsigned>(d.day());
    };
    return static_cast<int>(on.year()) - static_cast<int>(born.year()) - (day_of_year(on) < day_of_year(born));
}

enum class Plicht { geen, leerplichtig, kwalificatieplichtig };

// The plicht that holds on at least one day of the school year: leerplichtig goes before kwalificatieplichtig.
// - leerplicht starts on the first day of the month after that of the fifth birthday (LPW art. 3 lid 1; the law says the first school
//   day of that month, which needs a holiday calendar) and ends with the school year in which the pupil turns 16 (art. 3 lid 1 onder b);
//   twelve full school years (onder a) can't be seen in an export;
// - kwalificatieplicht follows until the day before the 18th birthday or the startkwalificatie (art. 4a, 4b); art. 4a lid 2 can't
//   be seen in an export and is not applied.
Plicht plicht_in(Schooljaar year, Datum birth, std::optional<Datum> startkwalificatie);

}  // namespace jv
