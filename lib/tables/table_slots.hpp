// The cells of a table that is being built, each with the figure it shows. For tables/table_builder.cpp and its checks.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tables/resolve.hpp"
#include "tables/table.hpp"

namespace jv {

struct Slot {
    std::size_t row = 0, column = 0;
    FigureKey figure;
    const Ratio* ratio = nullptr;
    int decimals = 0;
    bool part = false;   // a "waarvan" line: not added
    bool rest = false;   // what the total counts and no other slot does
    bool joint = false;  // held by another slot
    std::optional<CijferValue> value = {};
};

// The slots of one indicator, unit, area and year along the axis of the codes; of them all are counts or all are ratios.
using SlotGroup = std::vector<Slot>;

// Names a place in a table in messages. `of_group` names what all slots of a group share: `tabel "meldingen", kolom "Meldingen", 2023-2024`;
// `of_line` the line that a slot's codes are on, over all indicators; `of_cell` both.
struct CellNames {
    const Table& table;
    bool codes_are_rows;

    std::string of_group(const Slot& slot) const;
    std::string of_line(const Slot& slot) const;
    std::string of_cell(const Slot& slot) const;
    // "rij" or "kolom": the lines that the codes are on.
    std::string_view line() const { return codes_are_rows ? "rij" : "kolom"; }
    std::string_view lines() const { return codes_are_rows ? "rijen" : "kolommen"; }
};

// The codes that the slots count, without those of a "waarvan".
Codes covered_by(const SlotGroup& group);
// Of an open indeling: rows without a code are in the total only.
bool is_open(const SlotGroup& group);
// T001: a count of which no slot covers the codes. Returns whether there was one.
bool check_coverage(const SlotGroup& group, const Division& division, const CellNames& names, const Place& place, FindingLog& log);
// The total of a group, and what the others hold together, in thousandths.
struct Totals {
    const Slot* total;
    std::int64_t whole;
    std::int64_t sum = 0;
    std::int64_t largest = 0;
    bool all_known = true;  // no slot is unknown or suppressed, so that nothing hides in the sum
};
// None when the total is no number, or no other slot has a figure.
std::optional<Totals> compare_total(const SlotGroup& group);
// T003: the slots against their total.
void check_total(const SlotGroup& group, const CellNames& names, const Place& place, FindingLog& log);
// T003: indicators against the indicator that is their sum.
void check_sum(const SumCheck& check, const Slot& slot, const Resolver& resolver, const CellNames& names, FindingLog& log);
// T006: counts that contradict each other.
void check_overlap(const SlotGroup& group, const Division& division, const CellNames& names, const Place& place, FindingLog& log);

}  // namespace jv
