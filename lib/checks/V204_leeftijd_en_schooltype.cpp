#include <fmt/format.h>

#include <map>

#include "checks/functions.hpp"

namespace jv {

// An age, on 1 October or on the melddatum, at which nobody is at a school of that type. Where schooltype is that of the last school (absoluut
// verzuim) it says nothing of the age.
void check_age_at_school(const CheckInput& input, const Report& report) {
    struct Ages {
        std::optional<long long> least, most;
    };
    std::map<std::pair<std::string_view, Schooljaar>, Ages> ages;  // by schooltype
    for (const auto kind : {Kind::leerling, Kind::melding})
        for (const auto* row : input.rows.latest(kind)) {
            const auto age = get(row->codes, *find_field(kind, "leeftijd"));
            if (age == 0 || input.rows.code(*row, "verzuimsoort") == "absoluut") continue;
            const auto type = input.rows.code(*row, "schooltype");
            const auto year = year_of(row->codes);
            const auto [at, is_new] = ages.try_emplace({type, year});
            if (is_new)
                at->second = {input.limits.find(fmt::format("{}-jongste", type), year), input.limits.find(fmt::format("{}-oudste", type), year)};
            const auto [least, most] = at->second;
            const auto tell = [&](std::string_view how, long long years, std::string_view than) {
                report(input.rows.place(*row, "geboortedatum"),
                       fmt::format("de leerling is te {} voor schooltype {} ({} jaar of {})", how, type, years, than),
                       "controleer geboortedatum en schooltype");
            };
            if (least && age_from(age) < *least) tell("jong", *least, "ouder");
            if (most && age_from(age) > *most) tell("oud", *most, "jonger");
        }
}

}  // namespace jv
