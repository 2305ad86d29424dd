// How the rows of one kind are counted: which indicators a row counts for, and in which categories.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "counts/definitions.hpp"
#include "records/names.hpp"
#include "records/record.hpp"

namespace jv {

// One bit an indicator of the kind.
using IndicatorMask = std::uint64_t;

class KindPlan {
public:
    struct Verdict {
        IndicatorMask mask = 0;
        const Exclusion* exclusion = nullptr;  // the first rule by which the row does not count
        bool known = false;
    };
    // A division of rows that this kind has.
    struct Division {
        const Indeling* indeling;
        const CodeField* field;
        std::vector<int> category_of;  // closed: by value of the field; -1: none
    };

    // Fails with status 2 (S006) when a kind has more than 64 indicators.
    KindPlan(const Definitions& definitions, Kind kind);

    Kind kind() const { return kind_; }
    const std::vector<const Indicator*>& indicators() const { return indicators_; }
    const std::vector<Division>& divisions() const { return divisions_; }
    const Verdict& verdict(std::uint64_t codes) const {
        auto& verdict = verdict_at(codes);
        if (!verdict.known) verdict = judge(codes);
        return verdict;
    }

private:
    Verdict judge(std::uint64_t codes) const;
    bool holds(const std::vector<Filter>& filters, std::uint64_t codes) const;

    Kind kind_;
    std::vector<const Indicator*> indicators_;
    std::vector<const Exclusion*> exclusions_;
    std::vector<Division> divisions_;
    // The columns with codes stand together after gemeente and jaar. Their combinations are judged when first met, and kept: in a table, or
    // where that would be large in a map.
    static constexpr unsigned first_bit = municipality_bits + year_bits, most_table_bits = 16;
    Verdict& verdict_at(std::uint64_t codes) const {
        const auto combination = codes >> first_bit & ((std::uint64_t{1} << combination_bits_) - 1);
        return table_.empty() ? map_[combination] : table_[combination];
    }
    unsigned combination_bits_ = 0;
    mutable std::vector<Verdict> table_;
    mutable std::unordered_map<std::uint64_t, Verdict> map_;
};

// Counts one group of rows: those of an area in a school year.
class GroupTally {
public:
    GroupTally(const KindPlan& plan, const TextNumbers& texts) : plan_(plan), texts_(texts), open_slots_(plan.divisions().size()) {}

    struct Figure {
        const Indicator* indicator;
        std::string_view unit, indeling;
        std::string category;
        std::int64_t count;
    };
    // Adds the figures of the group: zeros for the total and closed categories, what occurs for open ones. The rows count (see
    // KindPlan::verdict) and are sorted by pupil.
    template <class Rows>
    void count(const Rows& rows, std::vector<Figure>& figures) {
        begin();
        for (auto row = rows.begin(); row != rows.end();) {
            const auto pupil = row->pupil;
            for (; row != rows.end() && row->pupil == pupil; ++row) add(row->codes);
            end_pupil();
        }
        collect(figures);
    }

private:
    struct Slot {
        IndicatorMask once = 0, twice = 0;       // of the pupil at hand
        std::vector<std::int64_t> rows, pupils;  // by indicator
        void reset(std::size_t indicators);
    };
    void begin();
    void add(std::uint64_t codes);
    void touch(std::size_t slot, IndicatorMask mask);
    std::size_t open_slot(std::size_t division, std::uint64_t value);
    void end_pupil();
    void collect(std::vector<Figure>& figures) const;
    std::string category_name(const KindPlan::Division& division, std::uint64_t value) const;

    const KindPlan& plan_;
    const TextNumbers& texts_;
    std::vector<Slot> slots_;  // total, closed categories, then the open ones of this group
    std::size_t used_slots_ = 0;
    std::vector<std::size_t> first_closed_slot_;                      // by division
    std::vector<std::vector<std::uint32_t>> open_slots_;              // by division and value; 0: none yet
    std::vector<std::pair<std::size_t, std::uint64_t>> open_values_;  // of the open slots in order
    std::size_t closed_slots_ = 0;
    std::vector<std::size_t> touched_;
};

}  // namespace jv
