// The checks, each in a file of its own.
#pragma once

#include "checks/check.hpp"

namespace jv {

void check_same_row(const CheckInput& input, const Report& report);
void check_two_numbers(const CheckInput& input, const Report& report);
void check_birth_dates(const CheckInput& input, const Report& report);
void check_age_at_school(const CheckInput& input, const Report& report);
void check_age_of_melding(const CheckInput& input, const Report& report);
void check_school_year(const CheckInput& input, const Report& report);
void check_overlap(const CheckInput& input, const Report& report);
void check_exempted(const CheckInput& input, const Report& report);
void check_enrolment(const CheckInput& input, const Report& report);
void check_hours(const CheckInput& input, const Report& report);
void check_long_absence(const CheckInput& input, const Report& report);
void check_order_of_traject(const CheckInput& input, const Report& report);
void check_destination(const CheckInput& input, const Report& report);
void check_end_of_thuiszitter(const CheckInput& input, const Report& report);
void check_area(const CheckInput& input, const Report& report);
void check_months(const CheckInput& input, const Report& report);
void check_change(const CheckInput& input, const Report& report);

}  // namespace jv
