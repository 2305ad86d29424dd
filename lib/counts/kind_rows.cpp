#include "counts/kind_rows.hpp"

#include <algorithm>
#include <numeric>

namespace jv {

namespace {

bool by_pupil(const CountableRow& a, const CountableRow& b) { return a.pupil < b.pupil; }

// What becomes of one row: the rule by which it does not count, or none.
enum class Rule { none, outside_years, outside_areas, excluded, no_indicator };

}  // namespace

void KindRows::find_years_and_areas(const RowStore& store, const CountScope& scope) {
    std::vector<bool> seen(scope.known_areas, false);
    std::vector<Schooljaar> years;
    store.for_each([&](const CountableRow& row) {
        seen[municipality_of(row.codes)] = true;
        years.clear();
        events_.years_of_row(row.codes, years);
        for (const auto year : years) {
            first_year_ = has_years_ ? std::min(first_year_, year) : year;
            last_year_ = has_years_ ? std::max(last_year_, year) : year;
            has_years_ = true;
        }
    });
    if (!scope.years.empty()) {
        first_year_ = scope.years.front();
        last_year_ = scope.years.back();
        has_years_ = true;
    }
    years_ = has_years_ ? static_cast<std::size_t>(last_year_.begin_year() - first_year_.begin_year() + 1) : 0;
    areas_ = scope.areas;
    if (!scope.areas.empty()) return;
    areas_ = scope.in_regions;
    for (std::uint32_t number = 1; number < seen.size(); ++number)
        if (seen[number]) areas_.insert(number);
}

std::vector<Schooljaar> KindRows::years() const {
    std::vector<Schooljaar> years;
    for (std::size_t n = 0; n < years_; ++n) years.push_back(first_year_.plus(static_cast<int>(n)));
    return years;
}

std::uint64_t KindRows::take(RowStore& store, const CountScope& scope, Balance& balance) {
    find_years_and_areas(store, scope);
    std::vector<bool> wanted_area(scope.known_areas, false), wanted_year(1u << year_bits, false);
    for (const auto area : areas_) wanted_area[area] = true;
    for (const auto area : scope.in_regions) wanted_area[area] = true;
    for (const auto year : scope.years.empty() ? years() : scope.years) wanted_year[year_code(year)] = true;
    const EventScope event_scope{first_year_, last_year_, scope.peildatum.value_or(last_year_.last_day())};

    // Gives the events of a row that count, and the rule by which it does not when none does: the row's nearest miss.
    std::vector<std::uint64_t> events;
    const auto judge = [&](const CountableRow& row, const Exclusion*& exclusion, auto&& use) {
        auto rule = Rule::outside_years;
        events.clear();
        events_.expand(row.codes, event_scope, events);
        for (const auto codes : events) {
            if (!wanted_year[year_code(year_of(codes))]) continue;
            if (!wanted_area[municipality_of(codes)]) {
                rule = std::max(rule, Rule::outside_areas);
                continue;
            }
            const auto& verdict = plan_.verdict(codes);
            if (verdict.mask == 0) {
                rule = std::max(rule, verdict.exclusion ? Rule::excluded : Rule::no_indicator);
                exclusion = verdict.exclusion;
                continue;
            }
            use(codes);
            exclusion = nullptr;
        }
        return rule;
    };

    // First how many there are in each group, then each in its place.
    std::uint64_t in_years = 0;
    group_begin_.assign(scope.known_areas * years_ + 1, 0);
    store.for_each([&](const CountableRow& row) {
        bool counts = false;
        const Exclusion* exclusion = nullptr;
        const auto rule = judge(row, exclusion, [&](std::uint64_t codes) {
            counts = true;
            ++group_begin_[group(municipality_of(codes), year_of(codes)) + 1];
        });
        in_years += counts || rule != Rule::outside_years;
        if (counts)
            ++balance.counted;
        else
            balance.leave_out(rule == Rule::outside_years   ? "buiten-jaren"
                              : rule == Rule::outside_areas ? "buiten-gebied"
                              : exclusion                   ? std::string_view(exclusion->rule)
                                                            : "geen-indicator");
    });
    std::partial_sum(group_begin_.begin(), group_begin_.end(), group_begin_.begin());
    rows_.resize(group_begin_.back());
    auto next = group_begin_;
    store.consume([&](const CountableRow& row) {
        const Exclusion* exclusion = nullptr;
        judge(row, exclusion, [&](std::uint64_t codes) { rows_[next[group(municipality_of(codes), year_of(codes))]++] = {row.pupil, codes}; });
    });
    for (std::size_t g = 0; g + 1 < group_begin_.size(); ++g)
        std::sort(rows_.begin() + static_cast<std::ptrdiff_t>(group_begin_[g]), rows_.begin() + static_cast<std::ptrdiff_t>(group_begin_[g + 1]),
                  by_pupil);
    return in_years;
}

std::span<const CountableRow> KindRows::rows_of(std::span<const std::uint32_t> municipalities, Schooljaar year) {
    const auto of = [&](std::uint32_t municipality) -> std::span<const CountableRow> {
        const auto g = group(municipality, year);
        return {rows_.data() + group_begin_[g], rows_.data() + group_begin_[g + 1]};
    };
    if (municipalities.size() == 1) return of(municipalities.front());
    merged_.clear();
    for (const auto municipality : municipalities) {
        const auto group_rows = of(municipality);
        merged_.insert(merged_.end(), group_rows.begin(), group_rows.end());
    }
    std::sort(merged_.begin(), merged_.end(), by_pupil);
    return merged_;
}

}  // namespace jv
