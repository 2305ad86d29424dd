#include <fmt/format.h>

#include "checks/functions.hpp"

namespace jv {

// A melding of 16 hours with fewer lesuren.
void check_hours(const CheckInput& input, const Report& report) {
    for (const auto* row : input.rows.latest(Kind::melding)) {
        if (!row->counts || row->hours < 0 || input.rows.code(*row, "verzuimsoort") != "16-uur") continue;
        const auto least = input.limits.value("uren-16-uur", year_of(row->codes));
        if (row->hours < static_cast<float>(least))
            report(input.rows.place(*row, "lesuren"), fmt::format("verzuimsoort 16-uur, met minder dan {} lesuren", least),
                   "controleer de lesuren; minder is overig verzuim");
    }
}

}  // namespace jv
