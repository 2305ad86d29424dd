#include "profiles/value_shape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "records/values.hpp"
#include "rows/csv_reader.hpp"
#include "rows/fold_name.hpp"

namespace jv {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// The numbers and words between dashes, slashes, points and spaces; nothing when there are not three.
std::vector<std::string_view> three_parts(std::string_view text) {
    std::vector<std::string_view> parts;
    while (!text.empty() && parts.size() < 3) {
        const auto end = std::min(text.find_first_of("-/. "), text.size());
        parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (parts.size() < 3 || std::any_of(parts.begin(), parts.end(), [](auto part) { return part.empty(); })) return {};
    return parts;
}

int number(std::string_view digits) { return is_digits(digits) && digits.size() <= 4 ? std::stoi(std::string(digits)) : -1; }

bool is_month_word(std::string_view text) {
    static constexpr std::array<std::string_view, 12> months = {"jan", "feb", "m", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"};
    const auto folded = fold_name(text);
    return text.size() >= 3 && std::any_of(months.begin(), months.end(), [&](auto month) {
               return folded.starts_with(month) && std::all_of(text.begin(), text.end(), is_letter) &&
                      (month != "m" || folded == "mrt" || folded == "maart");
           });
}

}  // namespace

std::optional<WrittenDate> written_date(std::string_view text) {
    text = without_point_zero(text);
    if (text.size() < 6 || text.size() > 40) return std::nullopt;
    for (const auto form : {DateForm::year_month_day, DateForm::day_month_year, DateForm::month_day_year, DateForm::compact})
        if (const auto date = parse_datum(text, form)) {
            const auto other_way = form == DateForm::day_month_year ? parse_datum(text, DateForm::month_day_year) : std::nullopt;
            return WrittenDate{form, *date, !other_way};
        }
    const auto parts = three_parts(text);
    if (parts.empty()) return std::nullopt;
    const auto day = number(parts[0]), month = number(parts[1]), year = number(parts[2]);
    // With a month in digits and a year of four it would have been read, if it existed.
    const bool is_short = month >= 1 && month <= 31 && year >= 0 && parts[2].size() == 2;
    const bool is_word = is_month_word(parts[1]) && year >= 0 && (parts[2].size() == 2 || parts[2].size() == 4);
    if (day < 1 || day > 31 || !(is_short || is_word)) return std::nullopt;
    return WrittenDate{std::nullopt, {}, false};
}

bool looks_like_brin(std::string_view text) {
    return text.size() == 4 && is_digits(text.substr(0, 2)) && std::all_of(text.begin() + 2, text.end(), [](char c) { return is_letter(c); }) &&
           static_cast<unsigned char>(text[2]) < 0x80;
}

std::string masked(std::string_view text) {
    if (const auto form = written_date(text)) return form->form ? fmt::format("datum {}", to_text(*form->form)) : "datum, anders geschreven";
    const auto plural = [](std::size_t n, std::string_view one, std::string_view more) { return fmt::format("{} {}", n, n == 1 ? one : more); };
    if (is_digits(text)) return plural(text.size(), "cijfer", "cijfers");
    if (is_number(text)) return "getal met decimalen of minteken";
    if (std::all_of(text.begin(), text.end(), is_letter)) return plural(characters(text), "letter", "letters");
    if (text.find(' ') == std::string_view::npos && text.size() <= 12) {
        std::string shape;
        for (const char c : text)
            if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) shape += c >= '0' && c <= '9' ? '9' : is_letter(c) ? 'A' : c;
        return shape;
    }
    return plural(static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ') + 1), "woord", "woorden");
}

}  // namespace jv
