#include <fmt/format.h>

#include "checks/functions.hpp"

namespace jv {

// The dates of a traject that do not follow each other; what is empty is passed over.
void check_order_of_traject(const CheckInput& input, const Report& report) {
    for (const auto* row : input.rows.latest(Kind::traject)) {
        std::string_view before;
        for (const std::string_view column : {"benaderd_op", "intake_op", "traject_start", "traject_einde"}) {
            const auto date = input.rows.date(*row, column);
            if (!date) continue;
            if (const auto earlier = before.empty() ? date : input.rows.date(*row, before); *date < *earlier) {
                report(input.rows.place(*row, column), fmt::format("{} {} ligt voor {} {}", column, to_text(*date), before, to_text(*earlier)),
                       "controleer beide datums; elk telt in het schooljaar waarin zij valt");
                break;
            }
            before = column;
        }
    }
}

}  // namespace jv
