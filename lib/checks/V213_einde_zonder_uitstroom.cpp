#include "checks/functions.hpp"

namespace jv {

// A traject that ended without a destination, in an export that has destinations: then these do not add up to what ended. A destination without an
// end is V110.
void check_destination(const CheckInput& input, const Report& report) {
    for (const auto* row : input.rows.latest(Kind::traject))
        if (input.rows.date(*row, "traject_einde") && input.rows.code(*row, "uitstroom").empty() && input.rows.has(*row, "uitstroom"))
            report(input.rows.place(*row, "uitstroom"), "er is een traject_einde zonder uitstroom",
                   "vul de uitstroom in; anders tellen de bestemmingen niet op tot de beëindigde trajecten");
}

}  // namespace jv
