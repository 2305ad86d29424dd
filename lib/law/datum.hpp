// Calendar dates and school years.
#pragma once

#include <array>
#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "law/digits.hpp"

namespace jv {

// A calendar date between 1 January 1900 and 31 December 2099.
class Datum {
public:
    constexpr Datum() = default;
    // The date must exist; see exists().
    constexpr Datum(int year, unsigned month, unsigned day)
        : days_(static_cast<std::int32_t>(
              std::chrono::sys_days(std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day)).time_since_epoch().count())) {}
    static constexpr Datum from_days(std::int32_t days) {
        Datum d;
        d.days_ = days;
        return d;
    }
    static constexpr bool exists(int year, unsigned month, unsigned day) {
        return year >= 1900 && year <= 2099 &&
               std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)).ok();
    }

    // Days since 1 January 1970.
    constexpr std::int32_t days() const { return days_; }
    constexpr std::chrono::year_month_day ymd() const { return std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(days_))); }
    constexpr int year() const { return static_cast<int>(ymd().year()); }
    constexpr unsigned month() const { return static_cast<unsigned>(ymd().month()); }
    constexpr unsigned day() const { return static_cast<unsigned>(ymd().day()); }
    constexpr Datum plus_days(int n) const { return from_days(days_ + n); }
    // The same day so many years later; 29 February becomes 1 March where there is none (our choice: no rule was found).
    constexpr Datum plus_years(int n) const {
        const auto d = ymd();
        const auto later = d + std::chrono::years(n);
        if (!later.ok()) return Datum(static_cast<int>(later.year()), 3, 1);
        return Datum(static_cast<int>(later.year()), static_cast<unsigned>(d.month()), static_cast<unsigned>(d.day()));
    }
    // Calendar months later, on the last day of the month at most.
    Datum plus_months(int n) const;
    constexpr auto operator<=>(const Datum&) const = default;

private:
    std::int32_t days_ = 0;
};

// jjjj-mm-dd
std::string to_text(Datum date);

// How a date is written. A profile names it; canonical exports may use the first two side by side.
enum class DateForm { year_month_day, day_month_year, month_day_year, compact };

// Reads `jjjj-mm-dd` (year_month_day), `dd-mm-jjjj` and `d-m-jjjj` (day_month_year), `mm-dd-jjjj` (month_day_year) or `jjjjmmdd` (compact), with
// dashes, slashes or points; a time after a space or `T` is ignored. Empty when the text has another form or the date does not exist.
inline std::optional<Datum> parse_datum(std::string_view text, DateForm form);
// Any form that can be told from the text: all but American order, which only slashes may have. Empty also for a date with slashes that
// exists in both orders and is not the same.
inline std::optional<Datum> parse_datum(std::string_view text);
// Whether that is what is wrong with a text.
bool is_ambiguous_datum(std::string_view text);

// A school year, 1 August to 31 July, or (for vsv) 1 October to 30 September; known by the calendar year it begins in.
class Schooljaar {
public:
    constexpr Schooljaar() = default;
    constexpr explicit Schooljaar(int begin_year) : begin_year_(begin_year) {}
    // The school year that holds the date (1 August to 31 July).
    static constexpr Schooljaar of(Datum date) {
        const auto d = date.ymd();
        return Schooljaar(static_cast<int>(d.year()) - (static_cast<unsigned>(d.month()) < 8));
    }
    // The vsv year that holds the month (1 October to 30 September).
    static constexpr Schooljaar vsv_year_of(int year, unsigned month) { return Schooljaar(month >= 10 ? year : year - 1); }

    constexpr int begin_year() const { return begin_year_; }
    constexpr Datum first_day() const { return Datum(begin_year_, 8, 1); }
    constexpr Datum last_day() const { return Datum(begin_year_ + 1, 7, 31); }
    // The day on which pupils are counted.
    constexpr Datum first_of_october() const { return Datum(begin_year_, 10, 1); }
    constexpr Schooljaar plus(int years) const { return Schooljaar(begin_year_ + years); }
    constexpr auto operator<=>(const Schooljaar&) const = default;

private:
    int begin_year_ = 0;
};

// 2023-2024
std::string to_text(Schooljaar year);

// Reads `2023-2024`, `2023/2024`, `2023-'24`, `'23-'24`, `‘22 – ’23`, `23/24` and `2324`; the two years must follow each other.
std::optional<Schooljaar> parse_schooljaar(std::string_view text);

// ---- how nearly all dates are written: `dd-mm-jjjj` and `jjjj-mm-dd` ----

enum class UsualForm { no, day_month_year, year_month_day };
inline UsualForm usual_form(std::string_view text) {
    if (text.size() != 10) return UsualForm::no;
    if (text[2] == '-' && text[5] == '-') return UsualForm::day_month_year;
    return text[4] == '-' && text[7] == '-' ? UsualForm::year_month_day : UsualForm::no;
}

constexpr DateForm form_of(UsualForm usual) { return usual == UsualForm::day_month_year ? DateForm::day_month_year : DateForm::year_month_day; }

// Of the months from January 1900 to January 2100.
extern const std::array<Datum, 200 * 12 + 1> firsts_of_months;

// False when the date does not exist.
inline bool read_usual_datum(std::string_view text, UsualForm form, Datum& date) {
    const auto most = eight_characters(text.data());
    std::uint16_t last = 0;
    std::memcpy(&last, text.data() + 8, sizeof last);
    const bool day_first = form == UsualForm::day_month_year;
    const auto front = day_first ? (most & 0xFFFF) | (most >> 8 & 0xFFFF'0000) | (most >> 16 & 0xFFFF'0000'0000)
                                 : (most & 0xFFFF'FFFF) | (most >> 8 & 0xFFFF'0000'0000);
    const EightDigits digits(front | std::uint64_t{last} << 48);
    if (!digits.are_digits()) return false;
    const auto pairs = digits.pairs();
    const auto pair = [&](unsigned n) { return static_cast<unsigned>(pairs >> (16 * n) & 0xFF); };
    const auto year = day_first ? pair(2) * 100 + pair(3) : pair(0) * 100 + pair(1), month = day_first ? pair(1) : pair(2);
    const auto day = day_first ? pair(0) : pair(3);
    if (year - 1900 > 199 || month - 1 > 11) return false;
    const auto* first = &firsts_of_months[(year - 1900) * 12 + month - 1];
    date = first->plus_days(static_cast<int>(day) - 1);
    return day > 0 && date < first[1];
}
inline std::optional<Datum> parse_usual_datum(std::string_view text, UsualForm form) {
    Datum date;
    return read_usual_datum(text, form, date) ? std::optional(date) : std::nullopt;
}

std::optional<Datum> parse_unusual_datum(std::string_view text, DateForm form);
std::optional<Datum> parse_unusual_datum(std::string_view text);

std::optional<Datum> parse_datum(std::string_view text, DateForm form) {
    const auto usual = usual_form(text);
    return usual != UsualForm::no && form_of(usual) == form ? parse_usual_datum(text, usual) : parse_unusual_datum(text, form);
}

std::optional<Datum> parse_datum(std::string_view text) {
    const auto usual = usual_form(text);
    return usual != UsualForm::no ? parse_usual_datum(text, usual) : parse_unusual_datum(text);
}

}  // namespace jv
