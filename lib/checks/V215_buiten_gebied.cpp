#include <fmt/format.h>

#include "checks/functions.hpp"

namespace jv {

// A gemeente that was not asked for, by itself or as part of a region.
void check_area(const CheckInput& input, const Report& report) {
    if (input.areas.empty()) return;
    for (const auto& kind : all_kinds())
        for (const auto* row : input.rows.latest(kind.kind)) {
            const auto area = municipality_of(row->codes);
            if (!input.areas.contains(area))
                report(input.rows.place(*row, "gemeente"),
                       fmt::format("gemeente {} hoort niet bij de gevraagde gemeenten en regio's", input.names.areas.text(area)),
                       "controleer de woongemeente; de rij telt daar niet mee");
        }
}

}  // namespace jv
