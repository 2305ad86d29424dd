#include <fmt/format.h>

#include "checks/functions.hpp"
#include "law/plicht.hpp"

namespace jv {

// A melding of somebody who is too young for the leerplicht, or on the wrong side of the 18th birthday: 18-plus before it, anything else behind
// it; or an 18-plus of somebody whom RMC no longer follows. What began before a birthday belongs to the age before it.
void check_age_of_melding(const CheckInput& input, const Report& report) {
    for (const auto* row : input.rows.latest(Kind::melding)) {
        const auto birth = date_from(row->birth);
        if (!birth || !row->counts) continue;
        const auto day = *input.rows.date(*row, "melddatum");
        const auto began = std::min(day, input.rows.date(*row, "begindatum").value_or(day));
        const auto limit = [&](std::string_view name) { return input.limits.value(name, Schooljaar::of(began)); };
        const bool adult = input.rows.code(*row, "verzuimsoort") == "18-plus";
        const auto grown_up = limit("kwalificatieplicht-tot");
        const auto tell = [&](std::string text, std::string advice) {
            report(input.rows.place(*row, "verzuimsoort"), std::move(text), std::move(advice));
        };
        if (!adult && age_on(*birth, day) < limit("leerplicht-vanaf"))
            tell(fmt::format("de leerling is jonger dan {} jaar, dus nog niet leerplichtig", limit("leerplicht-vanaf")),
                 "controleer de geboortedatum");
        else if (!adult && age_on(*birth, began) >= grown_up)
            tell(fmt::format("de leerling is {} jaar of ouder, dus niet meer leer- of kwalificatieplichtig", grown_up),
                 "is dit verzuim 18-plus? Controleer anders de geboortedatum");
        else if (adult && age_on(*birth, day) < grown_up)
            tell(fmt::format("verzuim 18-plus van een leerling die jonger is dan {} jaar", grown_up),
                 "controleer de verzuimsoort en de geboortedatum");
        else if (adult && age_on(*birth, began) >= limit("doorstroompunt-tot"))
            tell(fmt::format("verzuim 18-plus van iemand van {} jaar of ouder", limit("doorstroompunt-tot")), "controleer de geboortedatum");
    }
}

}  // namespace jv
