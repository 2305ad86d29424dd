#include "law/plicht.hpp"

namespace jv {

// In terms of the day of birth, so that no birthday has to be worked out: the first of a month is never one that a leap year moves.
Plicht plicht_in(Schooljaar year, Datum birth, std::optional<Datum> startkwalificatie) {
    const auto first_of = [&](unsigned month, int years_before) { return Datum(year.begin_year() - years_before, month, 1); };
    // Not yet 16 when the year begins; five before July, so that leerplicht begins in the year at the latest.
    if (birth >= first_of(8, 16)) return birth < first_of(7, 4) ? Plicht::leerplichtig : Plicht::geen;
    const bool is_adult = birth <= first_of(8, 18);
    const bool is_qualified = startkwalificatie && *startkwalificatie <= year.first_day();
    return is_adult || is_qualified ? Plicht::geen : Plicht::kwalificatieplichtig;
}

}  // namespace jv
