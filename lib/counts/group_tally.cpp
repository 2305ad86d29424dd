#include "counts/group_tally.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace jv {

GroupTally::GroupTally(const KindPlan& plan, const TextNumbers& texts, bool spread)
    : plan_(plan), texts_(texts), spread_(spread), divisions_(plan.divisions().size()), closed_(divisions_.size()), open_(divisions_.size()) {
    std::iota(divisions_.begin(), divisions_.end(), std::size_t{0});
    std::sort(divisions_.begin(), divisions_.end(),
              [&](std::size_t a, std::size_t b) { return plan.divisions()[a].indeling->code < plan.divisions()[b].indeling->code; });
    for (std::size_t d = 0; d < divisions_.size(); ++d) {
        const auto& categories = plan.divisions()[d].indeling->categories;
        auto& order = closed_[d].order;
        order.resize(categories.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return categories[a].code < categories[b].code; });
        closed_[d].first_slot = closed_slots_;
        closed_slots_ += categories.size();
    }
    for (const auto* indicator : plan.indicators()) {
        units_.push_back(indicator->units);
        std::sort(units_.back().begin(), units_.back().end());
    }
    for (std::uint64_t code = 0; code < std::uint64_t{1} << age_bits; ++code) ages_.push_back(std::to_string(age_from(code)));
    slots_.resize(closed_slots_);
}

void GroupTally::begin() {
    for (auto& open : open_) {
        for (const auto value : open.values) open.slot_of[value] = 0;
        open.values.clear();
    }
    used_slots_ = closed_slots_;
    for (std::size_t slot = 0; slot < closed_slots_; ++slot) clear(slots_[slot]);
}

void GroupTally::clear(Slot& slot) const {
    slot.of_class.clear();
    if (!spread_) return;
    slot.own_rows.assign(plan_.indicators().size(), 0);
    slot.above_rows.assign(plan_.indicators().size(), 0);
}

GroupTally::Tally& GroupTally::tally(std::size_t slot, std::uint32_t of_class) {
    auto& tallies = slots_[slot].of_class;
    if (of_class >= tallies.size()) tallies.resize(plan_.classes().size());
    return tallies[of_class];
}

std::size_t GroupTally::open_slot(std::size_t division, std::uint64_t value) {
    auto& open = open_[division];
    if (value >= open.slot_of.size()) open.slot_of.resize(value + 1, 0);
    if (open.slot_of[value] == 0) {
        if (used_slots_ == slots_.size()) slots_.emplace_back();
        clear(slots_[used_slots_]);
        open.slot_of[value] = static_cast<std::uint32_t>(used_slots_++);
        open.values.push_back(value);
    }
    return open.slot_of[value];
}

// The total, and the category of each division that the row has.
std::span<const std::size_t> GroupTally::slots_of(std::uint64_t codes) {
    row_slots_.clear();
    row_slots_.push_back(0);
    for (std::size_t d = 0; d < plan_.divisions().size(); ++d) {
        const auto& division = plan_.divisions()[d];
        const auto value = get(codes, *division.field);
        if (value == 0) continue;
        if (division.indeling->open)
            row_slots_.push_back(open_slot(d, value));
        else if (const auto category = division.category_of[value]; category >= 0)
            row_slots_.push_back(closed_[d].first_slot + static_cast<std::size_t>(category));
    }
    return row_slots_;
}

void GroupTally::add_single(std::uint64_t codes) {
    const auto of_class = plan_.verdict(codes).of_class;
    for (const auto slot : slots_of(codes)) ++tally(slot, of_class).single;
}

void GroupTally::add_row(std::uint64_t codes) {
    const auto& [mask, exclusion, of_class, known] = plan_.verdict(codes);
    for (const auto slot : slots_of(codes)) {
        ++tally(slot, of_class).rows;
        auto& s = slots_[slot];
        if (s.once == 0) touched_.push_back(slot);
        s.twice |= s.once & mask;
        s.once |= mask;
        // The squares of 1, 2, 3 … are 1, 3, 5 … apart.
        for (auto rest = spread_ ? mask : 0; rest != 0; rest &= rest - 1) {
            const auto indicator = static_cast<std::size_t>(std::countr_zero(rest));
            s.above_rows[indicator] += 2 * s.own_rows[indicator]++;
        }
    }
}

void GroupTally::end_pupil() {
    for (const auto slot : touched_) {
        auto& s = slots_[slot];
        ++tally(slot, plan_.class_of(s.once)).pupils;
        if (s.twice != 0) ++tally(slot, plan_.class_of(s.twice)).twice;
        if (spread_) std::fill(s.own_rows.begin(), s.own_rows.end(), 0);
        s.once = s.twice = 0;
    }
    touched_.clear();
}

void GroupTally::count(std::span<const CountableRow> rows) {
    begin();
    for (std::size_t i = 0; i < rows.size();) {
        const auto pupil = rows[i].pupil;
        if (i + 1 == rows.size() || rows[i + 1].pupil != pupil) {
            add_single(rows[i++].codes);
            continue;
        }
        for (; i < rows.size() && rows[i].pupil == pupil; ++i) add_row(rows[i].codes);
        end_pupil();
    }
    for (std::size_t slot = 0; slot < used_slots_; ++slot) sum_up(slots_[slot]);
    for (std::size_t d = 0; d < open_.size(); ++d) {
        auto& values = open_[d].values;
        std::sort(values.begin(), values.end(), [&](std::uint64_t a, std::uint64_t b) { return name_of(d, a) < name_of(d, b); });
    }
}

std::string_view GroupTally::name_of(std::size_t division, std::uint64_t value) const {
    const auto& field = *plan_.divisions()[division].field;
    if (!field.codes.empty()) return field.codes[value - 1];
    if (field.column == "leeftijd") return ages_[value];
    return texts_.text(static_cast<std::uint32_t>(value));
}

void GroupTally::sum_up(Slot& slot) const {
    slot.of_indicator.assign(plan_.indicators().size(), {});
    for (std::size_t c = 0; c < slot.of_class.size(); ++c) {
        const auto& tally = slot.of_class[c];
        if ((tally.single | tally.rows | tally.pupils | tally.twice) == 0) continue;
        for (auto mask = plan_.classes()[c]; mask != 0; mask &= mask - 1) {
            const auto indicator = static_cast<std::size_t>(std::countr_zero(mask));
            auto& counts = slot.of_indicator[indicator];
            counts.rows += tally.single + tally.rows;
            counts.pupils += plan_.indicators()[indicator]->at_least == 1 ? tally.single + tally.pupils : tally.twice;
        }
    }
    for (std::size_t indicator = 0; spread_ && indicator < slot.of_indicator.size(); ++indicator)
        slot.of_indicator[indicator].squares = slot.of_indicator[indicator].rows + slot.above_rows[indicator];
}

void GroupTally::add_figures(std::size_t indicator, std::vector<Figure>& figures) const {
    const auto& code = plan_.indicators()[indicator]->code;
    for (const auto& unit : units_[indicator]) {
        const bool pupils = unit == "leerlingen";
        const auto count_in = [&](std::size_t slot) {
            const auto& counts = slots_[slot].of_indicator[indicator];
            return pupils ? counts.pupils : counts.rows;
        };
        const auto squares_in = [&](std::size_t slot) { return pupils ? 0 : slots_[slot].of_indicator[indicator].squares; };
        bool total_added = false;
        const auto add_total = [&] {
            if (!total_added) figures.push_back({code, unit, "totaal", "totaal", count_in(0), squares_in(0)});
            total_added = true;
        };
        for (const auto d : divisions_) {
            if (plan_.indicators()[indicator]->total_only) break;
            const auto& indeling = *plan_.divisions()[d].indeling;
            if (indeling.code > "totaal") add_total();
            for (const auto category : closed_[d].order)
                figures.push_back({code, unit, indeling.code, indeling.categories[category].code, count_in(closed_[d].first_slot + category),
                                   squares_in(closed_[d].first_slot + category)});
            for (const auto value : open_[d].values)
                if (const auto count = count_in(open_[d].slot_of[value]); count > 0)
                    figures.push_back({code, unit, indeling.code, name_of(d, value), count, squares_in(open_[d].slot_of[value])});
        }
        add_total();
    }
}

}  // namespace jv
