// What a field of an export can hold, besides dates and school years: numbers and months.
#pragma once

#include <optional>
#include <string_view>

#include "law/datum.hpp"

namespace jv {

bool is_digits(std::string_view text);

// `129.0` as `129`, as it was before a spreadsheet took it for a number; any other text as it is.
std::string_view without_point_zero(std::string_view text);
// `007` as `7`; a text that is no whole number as it is.
std::string_view without_leading_zeros(std::string_view text);

// A whole or decimal number, with a decimal comma or point.
bool is_number(std::string_view text);

// The vsv year of a month `jjjjmm` or `jjjj-mm`; none when that is no month.
std::optional<Schooljaar> parse_vsv_month(std::string_view text);

// `dd-mm-jjjj`, for messages.
std::string_view to_text(DateForm form);

// What is wrong with a text that is no date: that it does not exist, can be read in two ways, has another form than was
// agreed, or is none at all.
std::string_view date_fault(std::string_view text, bool form_agreed);

}  // namespace jv
