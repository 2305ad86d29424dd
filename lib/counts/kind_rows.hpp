// The rows of one kind that count, grouped by municipality and school year.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
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
    // Takes the rows, and adds to the balance what counts and what does not, by which rule. Keeps no reference to the definitions' lists.
    KindRows(const Definitions& definitions, Kind kind, RowStore::Parts parts, const CountScope& scope, Balance& balance, unsigned threads);

    Kind kind() const { return kind_; }
    // How many rows lie in the years asked for.
    std::uint64_t in_years() const { return in_years_; }
    // How many count.
    std::uint64_t size() const { return group_begin_.back(); }
    // Whether the kind gives figures of the year, and of the municipality.
    bool covers(Schooljaar year) const { return has_years_ && year >= first_year_ && year <= last_year_; }
    bool covers(std::uint32_t municipality) const { return areas_.contains(municipality); }
    const std::set<std::uint32_t>& areas() const { return areas_; }
    // From the first to the last, or none.
    std::vector<Schooljaar> years() const;

    // The rows of the municipalities together, sorted by pupil; `merged` may be used to hold them.
    std::span<const CountableRow> rows_of(std::span<const std::uint32_t> municipalities, Schooljaar year, std::vector<CountableRow>& merged) const;

private:
    // What becomes of a row: the rule by which it does not count, the nearest miss of its events, or none.
    enum class Rule { none, outside_years, outside_areas, excluded, no_indicator };
    struct Judge;
    std::size_t group(std::uint32_t area, Schooljaar year) const {
        return area * years_ + static_cast<std::size_t>(year.begin_year() - first_year_.begin_year());
    }
    void find_years_and_areas(const RowStore::Parts& parts, const CountScope& scope, unsigned threads);

    Kind kind_;
    Events events_;
    bool has_years_ = false;
    Schooljaar first_year_, last_year_;
    std::size_t years_ = 0;
    std::uint64_t in_years_ = 0;
    std::set<std::uint32_t> areas_;
    std::unique_ptr<CountableRow[]> rows_;  // an event each
    std::vector<std::size_t> group_begin_;  // by group; one more than there are groups
};

}  // namespace jv
