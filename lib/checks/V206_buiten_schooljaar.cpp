#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "checks/functions.hpp"

namespace jv {

namespace {

// The school years asked for, else from the first to the last that has enough rows, or its share of them.
std::vector<Schooljaar> years_expected(const CheckInput& input, Kind kind) {
    if (!input.years.empty()) return input.years;
    std::map<Schooljaar, std::uint64_t> counts;
    std::uint64_t rows = 0;
    for (const auto* row : input.rows.latest(kind)) ++counts[year_of(row->codes)], ++rows;
    std::vector<Schooljaar> years;
    for (const auto& [year, count] : counts) {
        const auto limit = [&, &when = year](std::string_view name) { return static_cast<std::uint64_t>(input.limits.value(name, when)); };
        if (count >= limit("schooljaar-rijen") || count * 100 >= limit("schooljaar-aandeel") * rows) years.push_back(year);
    }
    if (!years.empty())
        for (auto year = years.front().plus(1); year < years.back(); year = year.plus(1)) years.push_back(year);
    return years;
}

}  // namespace

// An event outside the school years that the exports are about. A thuiszitter or traject may begin before them and end after them.
void check_school_year(const CheckInput& input, const Report& report) {
    for (const auto& kind : all_kinds()) {
        if (kind.year_column.empty()) continue;
        const auto years = years_expected(input, kind.kind);
        if (years.empty()) continue;
        for (const auto* row : input.rows.latest(kind.kind)) {
            const auto year = year_of(row->codes);
            if (std::find(years.begin(), years.end(), year) != years.end()) continue;
            report(input.rows.place(*row, kind.year_column),
                   fmt::format("{} valt in {}, {}", kind.year_column, to_text(year),
                               input.years.empty() ? "waarin bijna geen andere rijen vallen" : "buiten de gevraagde schooljaren"),
                   "controleer de datum, of maak de export opnieuw van het goede schooljaar");
        }
    }
}

}  // namespace jv
