#include <fmt/format.h>

#include "checks/functions.hpp"

namespace jv {

// Langdurig relatief verzuim that lasted too short, the first and the last day included.
void check_long_absence(const CheckInput& input, const Report& report) {
    constexpr int days_a_week = 7;
    for (const auto* row : input.rows.latest(Kind::melding)) {
        if (!row->counts || input.rows.code(*row, "verzuimsoort") != "lrv") continue;
        const auto from = input.rows.date(*row, "begindatum"), until = input.rows.date(*row, "einddatum");
        if (!from || !until || *until < *from) continue;
        const auto weeks = input.limits.value("weken-lrv", year_of(row->codes));
        if (until->days() - from->days() + 1 < weeks * days_a_week)
            report(input.rows.place(*row, "einddatum"), fmt::format("langdurig relatief verzuim dat korter duurt dan {} weken", weeks),
                   "controleer de datums en de verzuimsoort");
    }
}

}  // namespace jv
