// Counts one group of rows of a kind: those of an area in a school year.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "counts/kind_plan.hpp"
#include "counts/row_store.hpp"
#include "records/names.hpp"

namespace jv {

// One figure of a group. The texts stay valid until the next group is counted.
struct Figure {
    std::string_view indicator, unit, indeling, category;
    std::int64_t count;
    std::int64_t squares = 0;  // with spread, of a figure of rows: the sum over pupils of the square of each one's number
};

class GroupTally {
public:
    GroupTally(const KindPlan& plan, const TextNumbers& texts, bool spread);

    // Counts rows that are sorted by pupil and of which each counts for some indicator.
    void count(std::span<const CountableRow> rows);
    // Adds the figures of one of the plan's indicators, in the byte order of unit, indeling and category: zeros for the total and closed categories,
    // what occurs for open ones.
    void add_figures(std::size_t indicator, std::vector<Figure>& figures) const;

private:
    // Rows that count for the same indicators are counted together: a class. Most pupils have one row in a group.
    struct Tally {
        std::uint32_t rows = 0;    // of pupils who have another row here
        std::uint32_t pupils = 0;  // those pupils, by all indicators that their rows count for
        std::uint32_t twice = 0;   // and by those that two rows count for
    };
    struct Counts {
        std::int64_t rows = 0, pupils = 0, squares = 0;
    };
    // A category, or the total.
    struct Slot {
        IndicatorMask once = 0, twice = 0;  // of the pupil at hand
        std::vector<Counts> of_indicator;   // once the group is counted
        // With spread, by indicator: rows of the pupil at hand, and by how much the squares of pupils are more than their rows.
        std::vector<std::int64_t> own_rows, above_rows;
    };
    // Where the categories of a division are counted.
    struct Places {
        unsigned shift;
        std::uint64_t mask;  // of a value, shifted
        bool open;
        std::vector<std::uint32_t> slot_of;  // by value; 0: none, or of an open division none yet
        std::vector<std::size_t> order;      // of a closed division: its categories by name
        std::size_t first_slot = 0;          // of a closed division
        std::vector<std::uint64_t> values;   // of an open division: what occurs in this group, by name once it is counted
    };
    void begin();
    void clear(std::size_t slot);
    void make_room(std::uint32_t of_class);
    std::size_t place(std::size_t slot, std::uint32_t of_class) const { return slot << class_bits_ | of_class; }
    std::uint32_t open_slot(Places& places, std::uint64_t value);
    template <class Use>
    void for_each_slot(std::uint64_t codes, Use use);
    void add_single(std::uint64_t codes);
    void add_row(std::uint64_t codes);
    void end_pupil();
    void sum_up(std::size_t number);
    std::string_view name_of(std::size_t division, std::uint64_t value) const;

    const KindPlan& plan_;
    const TextNumbers& texts_;
    bool spread_;
    std::vector<std::size_t> divisions_;           // in the order of the names of their indelingen, `totaal` not among them
    std::vector<std::vector<std::string>> units_;  // by indicator, sorted
    std::vector<Places> places_;                   // by division
    std::vector<Slot> slots_;                      // total, closed categories, then the open ones of this group
    std::size_t closed_slots_ = 1, used_slots_ = 0;
    // By slot and class, see place(): rows of pupils who have no other here; and all else.
    std::vector<std::uint32_t> singles_;
    std::vector<Tally> tallies_;
    unsigned class_bits_ = 4;           // there is room for so many classes
    std::vector<std::size_t> touched_;  // slots that the pupil at hand has rows in
    std::vector<std::string> ages_;
};

}  // namespace jv
