#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "checks/functions.hpp"

namespace jv {

namespace {

// September to June: in July and August schools are closed for half of the time.
constexpr std::array<std::string_view, 10> months = {"september", "oktober", "november", "december", "januari",
                                                     "februari",  "maart",   "april",    "mei",      "juni"};
// The place of a date among them, or none.
std::optional<std::size_t> month_of(Datum date) {
    const auto month = (date.month() + 3) % 12;  // September 0, August 11
    return month < months.size() ? std::optional<std::size_t>(month) : std::nullopt;
}

struct Months {
    std::array<std::uint64_t, months.size()> counts{};
    Datum last;
    const CheckRow* last_row = nullptr;
};

// The middle one of the months with meldingen; 0 when there is but one, which shows nothing of the others.
std::uint64_t usual(const Months& year) {
    std::vector<std::uint64_t> filled;
    std::copy_if(year.counts.begin(), year.counts.end(), std::back_inserter(filled), [](std::uint64_t count) { return count > 0; });
    if (filled.size() < 2) return 0;
    const auto middle = filled.begin() + static_cast<std::ptrdiff_t>(filled.size() / 2);
    std::nth_element(filled.begin(), middle, filled.end());
    return *middle;
}

}  // namespace

// Months with hardly any meldingen in a school year that has enough in others: an export that was cut short, or a part that is missing. The
// place is the export with the last melding of that gemeente and year.
void check_months(const CheckInput& input, const Report& report) {
    std::map<std::pair<std::uint32_t, Schooljaar>, Months> years;
    for (const auto* row : input.rows.latest(Kind::melding)) {
        const auto day = *input.rows.date(*row, "melddatum");
        auto& year = years[{municipality_of(row->codes), year_of(row->codes)}];
        if (const auto month = month_of(day)) ++year.counts[*month];
        if (!year.last_row || day >= year.last) year.last = day, year.last_row = row;
    }
    for (const auto& [key, year] : years) {
        const auto limit = [&, &when = key.second](std::string_view name) { return static_cast<std::uint64_t>(input.limits.value(name, when)); };
        const auto middle = usual(year);
        if (middle < limit("maand-minstens")) continue;
        const auto is_low = [&, &counts = year.counts](std::size_t month) { return counts[month] * 100 < middle * limit("maand-aandeel"); };
        for (std::size_t month = 0; month < months.size(); ++month) {
            if (!is_low(month)) continue;
            const auto from = month;
            std::uint64_t found = 0;
            for (; month < months.size() && is_low(month); ++month) found += year.counts[month];
            const auto span =
                month - from == 1 ? fmt::format("in {}", months[from]) : fmt::format("van {} tot en met {}", months[from], months[month - 1]);
            report({input.rows.place(*year.last_row).file},
                   fmt::format("{} {} heeft {} {} {}, tegen {} in een gewone maand", input.names.areas.text(key.first), to_text(key.second), span,
                               found, found == 1 ? "melding" : "meldingen", middle),
                   "controleer of de export volledig is");
        }
    }
}

}  // namespace jv
