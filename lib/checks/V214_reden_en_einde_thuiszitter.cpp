#include "checks/functions.hpp"

namespace jv {

// A thuiszitter with a reason for the end and no end, or the other way round.
void check_end_of_thuiszitter(const CheckInput& input, const Report& report) {
    for (const auto* row : input.rows.latest(Kind::thuiszitter)) {
        const bool has_end = input.rows.date(*row, "einddatum").has_value(), has_reason = !input.rows.code(*row, "reden_einde").empty();
        if (has_reason && !has_end)
            report(input.rows.place(*row, "einddatum"), "er is een reden_einde zonder einddatum",
                   "vul de einddatum in; zonder telt de thuiszitter door");
        if (has_end && !has_reason)
            report(input.rows.place(*row, "reden_einde"), "er is een einddatum zonder reden_einde",
                   "vul de reden in; zonder telt het einde niet als opgelost of verhuisd");
    }
}

}  // namespace jv
