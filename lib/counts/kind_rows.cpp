#include "counts/kind_rows.hpp"

#include <algorithm>
#include <utility>

#include "counts/sort_by_pupil.hpp"
#include "threads/in_order.hpp"

namespace jv {

// Judges rows, for one thread: what of a row counts, and by which rule it does not.
struct KindRows::Judge {
    KindPlan plan;
    const Events& events;
    const std::vector<bool>&wanted_area, &wanted_year;
    EventScope scope;
    std::vector<std::uint64_t> of_row = {};
    const Exclusion* exclusion = nullptr;  // of the row just judged

    // Calls `use` for each event of the row that counts.
    template <class Use>
    Rule operator()(const CountableRow& row, Use&& use) {
        auto rule = Rule::outside_years;
        bool counts = false;
        exclusion = nullptr;
        const auto judge = [&](std::uint64_t codes) {
            if (!wanted_year[year_code(year_of(codes))]) return;
            if (!wanted_area[municipality_of(codes)]) {
                rule = std::max(rule, Rule::outside_areas);
                return;
            }
            const auto& verdict = plan.verdict(codes);
            if (verdict.mask == 0) {
                rule = std::max(rule, verdict.exclusion ? Rule::excluded : Rule::no_indicator);
                if (verdict.exclusion) exclusion = verdict.exclusion;
                return;
            }
            counts = true;
            use(codes);
        };
        if (events.is_single()) {
            judge(row.codes);
        } else {
            of_row.clear();
            events.expand(row.codes, scope, of_row);
            for (const auto codes : of_row) judge(codes);
        }
        return counts ? Rule::none : rule;
    }
};

void KindRows::find_years_and_areas(const RowStore::Parts& parts, const CountScope& scope, unsigned threads) {
    struct Seen {
        std::vector<bool> areas, years;  // by number and by code
        std::vector<Schooljaar> of_row = {};
    };
    std::vector<Seen> seen(threads, {std::vector<bool>(scope.known_areas, false), std::vector<bool>(1u << year_bits, false)});
    for_each_index(threads, parts.size(), [&](unsigned thread, std::size_t part) {
        auto& [areas, years, of_row] = seen[thread];
        for (const auto& row : parts[part]) {
            areas[municipality_of(row.codes)] = true;
            if (events_.is_single()) {
                years[year_code(year_of(row.codes))] = true;
                continue;
            }
            of_row.clear();
            events_.years_of_row(row.codes, of_row);
            for (const auto year : of_row) years[year_code(year)] = true;
        }
    });
    const auto is_seen = [&](std::vector<bool> Seen::*what, std::size_t n) {
        return std::any_of(seen.begin(), seen.end(), [&](const Seen& by_thread) { return (by_thread.*what)[n]; });
    };
    for (int begin = first_school_year; begin < first_school_year + (1 << year_bits); ++begin) {
        if (!is_seen(&Seen::years, year_code(Schooljaar(begin)))) continue;
        if (!has_years_) first_year_ = Schooljaar(begin);
        last_year_ = Schooljaar(begin);
        has_years_ = true;
    }
    if (!scope.years.empty()) {
        first_year_ = scope.years.front();
        last_year_ = scope.years.back();
        has_years_ = true;
    }
    years_ = has_years_ ? static_cast<std::size_t>(last_year_.begin_year() - first_year_.begin_year() + 1) : 0;
    areas_ = scope.areas;
    if (!scope.areas.empty()) return;
    areas_ = scope.in_regions;
    for (std::uint32_t number = 1; number < scope.known_areas; ++number)
        if (is_seen(&Seen::areas, number)) areas_.insert(number);
}

std::vector<Schooljaar> KindRows::years() const {
    std::vector<Schooljaar> years;
    for (std::size_t n = 0; n < years_; ++n) years.push_back(first_year_.plus(static_cast<int>(n)));
    return years;
}

KindRows::KindRows(const Definitions& definitions, Kind kind, RowStore::Parts parts, const CountScope& scope, Balance& balance, unsigned threads)
    : kind_(kind), events_(kind) {
    find_years_and_areas(parts, scope, threads);
    std::vector<bool> wanted_area(scope.known_areas, false), wanted_year(1u << year_bits, false);
    for (const auto area : areas_) wanted_area[area] = true;
    for (const auto area : scope.in_regions) wanted_area[area] = true;
    for (const auto year : scope.years.empty() ? years() : scope.years) wanted_year[year_code(year)] = true;

    // Each thread has a share of the parts: it counts how many rows of each group that holds, and then puts them in their places.
    struct Share {
        Judge judge;
        std::vector<std::size_t> places;  // by group: first how many, then where the next one goes
        Balance balance = {};
        std::uint64_t in_years = 0;
    };
    const auto groups = scope.known_areas * years_;
    const EventScope event_scope{first_year_, last_year_, scope.peildatum.value_or(last_year_.last_day())};
    std::vector<Share> shares;
    for (unsigned share = 0; share < threads; ++share)
        shares.push_back({{KindPlan(definitions, kind), events_, wanted_area, wanted_year, event_scope}, std::vector<std::size_t>(groups, 0)});
    const auto parts_of = [&](std::size_t share) {
        const auto first = parts.size() * share / threads, last = parts.size() * (share + 1) / threads;
        return std::span(parts).subspan(first, last - first);
    };
    for_each_index(threads, threads, [&](unsigned, std::size_t n) {
        auto& share = shares[n];
        for (const auto& part : parts_of(n))
            for (const auto& row : part) {
                const auto rule = share.judge(row, [&](std::uint64_t codes) { ++share.places[group(municipality_of(codes), year_of(codes))]; });
                share.in_years += rule != Rule::outside_years;
                if (rule == Rule::none)
                    ++share.balance.counted;
                else
                    share.balance.leave_out(rule == Rule::outside_years   ? "buiten-jaren"
                                            : rule == Rule::outside_areas ? "buiten-gebied"
                                            : share.judge.exclusion       ? std::string_view(share.judge.exclusion->rule)
                                                                          : "geen-indicator");
            }
    });
    std::size_t before = 0;
    for (std::size_t g = 0; g < groups; ++g) {
        group_begin_.push_back(before);
        for (auto& share : shares) before += std::exchange(share.places[g], before);
    }
    group_begin_.push_back(before);
    for (const auto& share : shares) {
        in_years_ += share.in_years;
        balance.counted += share.balance.counted;
        for (const auto& [rule, number] : share.balance.not_counted) balance.not_counted[rule] += number;
    }
    rows_ = std::make_unique_for_overwrite<CountableRow[]>(before);
    for_each_index(threads, threads, [&](unsigned, std::size_t n) {
        auto& share = shares[n];
        for (auto& part : parts_of(n)) {
            for (const auto& row : part)
                share.judge(row, [&](std::uint64_t codes) {
                    rows_[share.places[group(municipality_of(codes), year_of(codes))]++] = {row.pupil, codes};
                });
            part = {};
        }
    });
    std::vector<std::vector<CountableRow>> spare(threads);
    for_each_index(threads, groups, [&](unsigned thread, std::size_t g) {
        sort_by_pupil({rows_.get() + group_begin_[g], rows_.get() + group_begin_[g + 1]}, spare[thread]);
    });
}

std::span<const CountableRow> KindRows::rows_of(std::span<const std::uint32_t> municipalities, Schooljaar year,
                                                std::vector<CountableRow>& merged) const {
    const auto of = [&](std::uint32_t municipality) -> std::span<const CountableRow> {
        const auto g = group(municipality, year);
        return {rows_.get() + group_begin_[g], rows_.get() + group_begin_[g + 1]};
    };
    if (municipalities.size() == 1) return of(municipalities.front());
    merged.clear();
    for (const auto municipality : municipalities) {
        const auto group_rows = of(municipality);
        merged.insert(merged.end(), group_rows.begin(), group_rows.end());
    }
    std::vector<CountableRow> spare;
    sort_by_pupil(merged, spare);
    return merged;
}

}  // namespace jv
