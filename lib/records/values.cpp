#include "records/values.hpp"

#include <algorithm>
#include <string>

namespace jv {

bool is_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view without_point_zero(std::string_view text) {
    if (!text.ends_with(".0") && !text.ends_with(",0")) return text;
    const auto whole = text.substr(0, text.size() - 2);
    return is_digits(whole) ? whole : text;
}

std::string_view without_leading_zeros(std::string_view text) {
    if (!is_digits(text)) return text;
    return text.substr(std::min(text.find_first_not_of('0'), text.size() - 1));
}

bool is_number(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    const auto mark = std::find_if(text.begin(), text.end(), [](char c) { return c == ',' || c == '.'; });
    const auto whole = static_cast<std::size_t>(mark - text.begin());
    return is_digits(text.substr(0, whole)) && (mark == text.end() || is_digits(text.substr(whole + 1)));
}

std::optional<Schooljaar> parse_vsv_month(std::string_view text) {
    std::string digits(text);
    if (text.size() == 7 && text[4] == '-') digits.erase(4, 1);
    if (digits.size() != 6 || !is_digits(digits)) return std::nullopt;
    const int year = std::stoi(digits.substr(0, 4)), month = std::stoi(digits.substr(4));
    if (!Datum::exists(year, static_cast<unsigned>(month), 1)) return std::nullopt;
    return Schooljaar::vsv_year_of(year, static_cast<unsigned>(month));
}

std::string_view to_text(DateForm form) {
    switch (form) {
        case DateForm::day_month_year:
            return "dd-mm-jjjj";
        case DateForm::month_day_year:
            return "mm-dd-jjjj";
        case DateForm::compact:
            return "jjjjmmdd";
        case DateForm::year_month_day:
            break;
    }
    return "jjjj-mm-dd";
}

std::string_view date_fault(std::string_view text, bool form_agreed) {
    if (!form_agreed && is_ambiguous_datum(text)) return "kan op twee manieren gelezen worden";
    if (form_agreed && (parse_datum(text) || parse_datum(text, DateForm::compact))) return "is anders geschreven dan het profiel zegt";
    return text.find_first_not_of("0123456789-/.: ") == std::string_view::npos ? "bestaat niet" : "is geen datum";
}

}  // namespace jv
