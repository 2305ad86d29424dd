#include "law/plicht.hpp"

#include <algorithm>
#include <utility>

namespace jv {

int age_on(Datum birth, Datum date) {
    // Who was born on 29 February is a year older on 1 March of other years, as Datum::plus_years has it.
    const auto born = birth.ymd(), on = date.ymd();
    const int years = static_cast<int>(on.year()) - static_cast<int>(born.year());
    const bool had_birthday = std::pair(on.month(), on.day()) >= std::pair(born.month(), born.day());
    return had_birthday ? years : years - 1;
}

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
