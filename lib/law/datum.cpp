#include "law/datum.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace jv {

namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The number of 1 to `most` digits at the front of the text, which it shortens; -1 when there is none or more digits follow.
int take_number(std::string_view& text, std::size_t least, std::size_t most) {
    int value = 0;
    std::size_t n = 0;
    for (; n < text.size() && is_digit(text[n]); ++n) {
        if (n == most) return -1;
        value = value * 10 + (text[n] - '0');
    }
    if (n < least) return -1;
    text.remove_prefix(n);
    return value;
}

bool take(std::string_view& text, char c) {
    if (text.empty() || text.front() != c) return false;
    text.remove_prefix(1);
    return true;
}

// Nothing, or a time such as ` 13:45`, `T13:45:00` or ` 0:00:00.000`.
bool only_time(std::string_view text) {
    if (text.empty()) return true;
    if (text.front() != ' ' && text.front() != 'T') return false;
    text.remove_prefix(1);
    if (take_number(text, 1, 2) < 0 || !take(text, ':')) return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == ':' || c == '.' || c == 'Z'; });
}

std::optional<Datum> checked(int year, int month, int day, std::string_view rest) {
    if (year < 0 || month < 0 || day < 0 || !only_time(rest)) return std::nullopt;
    if (!Datum::exists(year, static_cast<unsigned>(month), static_cast<unsigned>(day))) return std::nullopt;
    return Datum(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

}  // namespace

constinit const std::array<Datum, 200 * 12 + 1> firsts_of_months = [] {
    std::array<Datum, 200 * 12 + 1> firsts{};
    for (unsigned i = 0; i < firsts.size(); ++i) firsts[i] = Datum(1900 + static_cast<int>(i / 12), i % 12 + 1, 1);
    return firsts;
}();

Datum Datum::plus_months(int n) const {
    const auto d = ymd();
    const auto later = d.year() / d.month() / 1 + std::chrono::months(n);
    const auto last = std::chrono::year_month_day_last(later.year() / later.month() / std::chrono::last).day();
    return Datum(static_cast<int>(later.year()), static_cast<unsigned>(later.month()), static_cast<unsigned>(std::min(d.day(), last)));
}

std::string to_text(Datum date) {
    const auto d = date.ymd();
    std::string text = "0000-00-00";
    const auto write = [&](std::size_t at, unsigned number) {
        for (; number > 0; number /= 10) text[at--] = static_cast<char>('0' + number % 10);
    };
    write(3, static_cast<unsigned>(static_cast<int>(d.year())));
    write(6, static_cast<unsigned>(d.month()));
    write(9, static_cast<unsigned>(d.day()));
    return text;
}

std::optional<Datum> parse_unusual_datum(std::string_view text, DateForm form) {
    if (form == DateForm::compact) {
        const auto number = take_number(text, 8, 8);
        if (number < 0) return std::nullopt;
        return checked(number / 10000, number / 100 % 100, number % 100, text);
    }
    const bool year_first = form == DateForm::year_month_day;
    const auto first = take_number(text, year_first ? 4 : 1, year_first ? 4 : 2);
    const char mark = text.empty() ? '\0' : text.front();
    if (mark != '-' && mark != '/' && mark != '.') return std::nullopt;
    text.remove_prefix(1);
    const auto second = take_number(text, 1, 2);
    if (!take(text, mark)) return std::nullopt;
    const auto third = take_number(text, year_first ? 1 : 4, year_first ? 2 : 4);
    if (year_first) return checked(first, second, third, text);
    return form == DateForm::day_month_year ? checked(third, second, first, text) : checked(third, first, second, text);
}

std::optional<Datum> parse_unusual_datum(std::string_view text) {
    const auto mark = text.find_first_not_of("0123456789");
    if (mark == 4) return parse_datum(text, DateForm::year_month_day);
    if (mark == 8 || (mark == std::string_view::npos && text.size() == 8)) return parse_datum(text, DateForm::compact);
    const auto date = parse_datum(text, DateForm::day_month_year);
    if (mark == std::string_view::npos || text[mark] != '/') return date;
    const auto american = parse_datum(text, DateForm::month_day_year);
    if (date && american && *date != *american) return std::nullopt;
    return date ? date : american;
}

bool is_ambiguous_datum(std::string_view text) {
    return !parse_datum(text) && parse_datum(text, DateForm::day_month_year) && parse_datum(text, DateForm::month_day_year);
}

std::string to_text(Schooljaar year) { return fmt::format("{}-{}", year.begin_year(), year.begin_year() + 1); }

std::optional<Schooljaar> parse_schooljaar(std::string_view text) {
    // Nearly all are written as we do.
    constexpr std::size_t dash = 4;
    if (text.size() == 2 * dash + 1 && text[dash] == '-') {
        auto first = text.substr(0, dash), second = text.substr(dash + 1);
        if (const auto from = take_number(first, dash, dash), to = take_number(second, dash, dash); from >= 1900 && from <= 2098 && to == from + 1)
            return Schooljaar(from);
    }
    // Numbers of two or four digits; between and around them only quotes, spaces, dashes and a slash, in any of their spellings.
    std::vector<std::string_view> numbers;
    for (std::size_t i = 0; i < text.size();) {
        if (is_digit(text[i])) {
            auto end = i;
            while (end < text.size() && is_digit(text[end])) ++end;
            numbers.push_back(text.substr(i, end - i));
            i = end;
            continue;
        }
        static constexpr std::string_view fillers[] = {"-", "/", "'", " ", "‘", "’", "–", "—", "\u00a0"};
        const auto filler = std::find_if(std::begin(fillers), std::end(fillers), [&](auto f) { return text.substr(i).starts_with(f); });
        if (filler == std::end(fillers)) return std::nullopt;
        i += filler->size();
    }
    if (numbers.size() == 1 && numbers[0].size() == 4 && numbers[0].size() == text.size()) numbers = {text.substr(0, 2), text.substr(2)};
    if (numbers.size() != 2) return std::nullopt;
    const auto number = [](std::string_view digits) {
        const auto n = take_number(digits, 2, 4);
        return n >= 0 && n < 100 ? 2000 + n : n;
    };
    if ((numbers[0].size() != 2 && numbers[0].size() != 4) || (numbers[1].size() != 2 && numbers[1].size() != 4)) return std::nullopt;
    const auto first = number(numbers[0]), second = number(numbers[1]);
    if (first < 1900 || first > 2098 || second != first + 1) return std::nullopt;
    return Schooljaar(first);
}

}  // namespace jv
