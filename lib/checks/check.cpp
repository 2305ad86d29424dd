#include "checks/check.hpp"

#include "checks/functions.hpp"

namespace jv {

std::span<const Check> all_checks() {
    static constexpr Check checks[] = {
        {"V201", check_same_row},       {"V202", check_two_numbers},
        {"V203", check_birth_dates},    {"V204", check_age_at_school},
        {"V205", check_age_of_melding}, {"V206", check_school_year},
        {"V207", check_overlap},        {"V208", check_exempted},
        {"V209", check_enrolment},      {"V210", check_hours},
        {"V211", check_long_absence},   {"V212", check_order_of_traject},
        {"V213", check_destination},    {"V214", check_end_of_thuiszitter},
        {"V215", check_area},           {"V216", check_months},
        {"V217", check_change},
    };
    return checks;
}

}  // namespace jv
