#include "law/plicht.hpp"

#include <algorithm>

namespace jv {

Plicht plicht_in(Schooljaar year, Datum birth, std::optional<Datum> startkwalificatie) {
    const auto fifth = birth.plus_years(5);
    const auto leerplicht_begin = Datum(fifth.year(), fifth.month(), 1).plus_months(1);
    const auto leerplicht_end = Schooljaar::of(birth.plus_years(16)).last_day();
    if (leerplicht_begin <= year.last_day() && leerplicht_end >= year.first_day()) return Plicht::leerplichtig;
    auto kwalificatie_end = birth.plus_years(18).plus_days(-1);
    if (startkwalificatie) kwalificatie_end = std::min(kwalificatie_end, startkwalificatie->plus_days(-1));
    const auto begin = std::max(leerplicht_end.plus_days(1), year.first_day());
    return begin <= std::min(kwalificatie_end, year.last_day()) ? Plicht::kwalificatieplichtig : Plicht::geen;
}

}  // namespace jv
