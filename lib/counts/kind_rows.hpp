// The rows of one kind that count, grouped by municipality and school year.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <vector>

#include "counts/balance.hpp"
#include "counts/events.hpp"
#include "counts/kind_plan.hpp"
#include "counts/row_store.hpp"

namespace jv {

// Which rows are asked for. Areas are numbers of municipalities.
struct CountScope {
    std::vector<Schooljaar> years;       // sorted; empty: those of the rows
    std::set<std::uint32_t> areas;       // empty: those of the rows, and of the regions
    std::set<std::uint32_t> in_regions;  // municipalities of regions
    std::optional<Datum> peildatum;      // none: the last day of the last year
    std::uint32_t known_areas = 0;       // one more than the highest number of a municipality
};

class KindRows {
public:
    KindRows(const Definitions& definitions, Kind kind, const TextNumbers& texts) : plan_(definitions, kind), tally_(plan_, texts), events_(kind) {}
    KindRows(const KindRows&) = delete;
    KindRows& operator=(const KindRows&) = delete;

    // Takes the rows out of the store, which is empty afterwards, and adds to the balance what counts and what does not, by which rule.
    // Returns how many rows lie in the years asked for.
    std::uint64_t take(RowStore& store, const CountScope& scope, Balance& balance);

    // Whether the kind gives figures of the year, and of the municipality.
    bool covers(Schooljaar year) const { return has_years_ && year >= first_year_ && year <= last_year_; }
    bool covers(std::uint32_t municipality) const { return areas_.contains(municipality); }
    const std::set<std::uint32_t>& areas() const { return areas_; }
    // From the first to the last, or none.
    std::vector<Schooljaar> years() const;

    // The rows of the municipalities together, sorted by pupil.
    std::span<const CountableRow> rows_of(std::span<const std::uint32_t> municipalities, Schooljaar year);
    const KindPlan& plan() const { return plan_; }
    GroupTally& tally() { return tally_; }

private:
    std::size_t group(std::uint32_t area, Schooljaar year) const {
        return area * years_ + static_cast<std::size_t>(year.begin_year() - first_year_.begin_year());
    }
    void find_years_and_areas(const RowStore& store, const CountScope& scope);

    KindPlan plan_;
    GroupTally tally_;
    Events events_;
    bool has_years_ = false;
    Schooljaar first_year_, last_year_;
    std::size_t years_ = 0;
    std::set<std::uint32_t> areas_;
    std::vector<CountableRow> rows_;        // an event each
    std::vector<std::size_t> group_begin_;  // by group; one more than there are groups
    std::vector<CountableRow> merged_;
};

}  // namespace jv
