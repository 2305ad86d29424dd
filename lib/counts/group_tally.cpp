#include "counts/group_tally.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace jv {

GroupTally::GroupTally(const KindPlan& plan, const TextNumbers& texts, bool spread)
    : plan_(plan), texts_(texts), spread_(spread), divisions_(plan.divisions().size()) {
    std::iota(divisions_.begin(), divisions_.end(), std::size_t{0});
    std::sort(divisions_.begin(), divisions_.end(),
              [&](std::size_t a, std::size_t b) { return plan.divisions()[a].indeling->code < plan.divisions()[b].indeling->code; });
    for (const auto& division : plan.divisions()) {
        const auto& categories = division.indeling->categories;
        auto& places = places_.emplace_back(Places{division.field->shift,
                                                   (std::uint64_t{1} << division.field->width) - 1,
                                                   division.indeling->open,
                                                   {0},
                                                   std::vector<std::size_t>(categories.size()),
                                                   closed_slots_,
                                                   {}});
        std::iota(places.order.begin(), places.order.end(), std::size_t{0});
        std::sort(places.order.begin(), places.order.end(), [&](std::size_t a, std::size_t b) { return categories[a].code < categories[b].code; });
        if (places.open) continue;
        places.slot_of.resize(division.category_of.size());
        for (std::size_t value = 1; value < places.slot_of.size(); ++value)
            if (const auto category = division.category_of[value]; category >= 0)
                places.slot_of[value] = static_cast<std::uint32_t>(closed_slots_ + static_cast<std::size_t>(category));
        closed_slots_ += categories.size();
    }
    for (const auto* indicator : plan.indicators()) {
        units_.push_back(indicator->units);
        std::sort(units_.back().begin(), units_.back().end());
    }
    for (std::uint64_t code = 0; code < std::uint64_t{1} << age_bits; ++code) ages_.push_back(std::to_string(age_from(code)));
}

void GroupTally::begin() {
    for (auto& places : places_) {
        for (const auto value : places.values) places.slot_of[value] = 0;
        places.values.clear();
    }
    used_slots_ = 0;
    while (used_slots_ < closed_slots_) clear(used_slots_++);
}

// Makes a slot empty; it may be a new one.
void GroupTally::clear(std::size_t slot) {
    const auto first = place(slot, 0), last = place(slot + 1, 0);
    if (slot >= slots_.size()) {
        slots_.resize(slot + 1);
        singles_.resize(last);
        tallies_.resize(last);
    }
    std::fill(singles_.begin() + static_cast<std::ptrdiff_t>(first), singles_.begin() + static_cast<std::ptrdiff_t>(last), 0);
    std::fill(tallies_.begin() + static_cast<std::ptrdiff_t>(first), tallies_.begin() + static_cast<std::ptrdiff_t>(last), Tally());
    if (!spread_) return;
    slots_[slot].own_rows.assign(plan_.indicators().size(), 0);
    slots_[slot].above_rows.assign(plan_.indicators().size(), 0);
}

void GroupTally::make_room(std::uint32_t of_class) {
    if (of_class >> class_bits_ == 0) return;
    const auto before_bits = class_bits_;
    const auto singles = std::move(singles_);
    const auto tallies = std::move(tallies_);
    class_bits_ = static_cast<unsigned>(std::bit_width(of_class));
    singles_.assign(place(slots_.size(), 0), 0);
    tallies_.assign(place(slots_.size(), 0), Tally());
    for (std::size_t from = 0; from < singles.size(); ++from) {
        const auto to = place(from >> before_bits, static_cast<std::uint32_t>(from & ((std::size_t{1} << before_bits) - 1)));
        singles_[to] = singles[from];
        tallies_[to] = tallies[from];
    }
}

std::uint32_t GroupTally::open_slot(Places& places, std::uint64_t value) {
    if (value >= places.slot_of.size()) places.slot_of.resize(value + 1, 0);
    clear(used_slots_);
    places.values.push_back(value);
    return places.slot_of[value] = static_cast<std::uint32_t>(used_slots_++);
}

// The total, and the category of each division that the row has.
template <class Use>
void GroupTally::for_each_slot(std::uint64_t codes, Use use) {
    use(0);
    for (auto& places : places_) {
        const auto value = codes >> places.shift & places.mask;
        auto slot = value < places.slot_of.size() ? places.slot_of[value] : 0;
        if (slot == 0) {
            if (value == 0 || !places.open) continue;
            slot = open_slot(places, value);
        }
        use(slot);
    }
}

void GroupTally::add_single(std::uint64_t codes) {
    const auto of_class = plan_.verdict(codes).of_class;
    make_room(of_class);
    for_each_slot(codes, [&](std::size_t slot) { ++singles_[place(slot, of_class)]; });
}

void GroupTally::add_row(std::uint64_t codes) {
    const auto& [mask, exclusion, of_class] = plan_.verdict(codes);
    make_room(of_class);
    for_each_slot(codes, [&, mask = mask, of_class = of_class](std::size_t slot) {
        ++tallies_[place(slot, of_class)].rows;
        auto& s = slots_[slot];
        if (s.once == 0) touched_.push_back(slot);
        s.twice |= s.once & mask;
        s.once |= mask;
        // The squares of 1, 2, 3 … are 1, 3, 5 … apart.
        for (auto rest = spread_ ? mask : 0; rest != 0; rest &= rest - 1) {
            const auto indicator = static_cast<std::size_t>(std::countr_zero(rest));
            s.above_rows[indicator] += 2 * s.own_rows[indicator]++;
        }
    });
}

void GroupTally::end_pupil() {
    for (const auto slot : touched_) {
        auto& s = slots_[slot];
        const auto once = plan_.class_of(s.once);
        make_room(once);
        ++tallies_[place(slot, once)].pupils;
        if (s.twice != 0) {
            const auto twice = plan_.class_of(s.twice);
            make_room(twice);
            ++tallies_[place(slot, twice)].twice;
        }
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
    for (std::size_t slot = 0; slot < used_slots_; ++slot) sum_up(slot);
    for (std::size_t d = 0; d < places_.size(); ++d) {
        auto& values = places_[d].values;
        std::sort(values.begin(), values.end(), [&](std::uint64_t a, std::uint64_t b) { return name_of(d, a) < name_of(d, b); });
    }
}

std::string_view GroupTally::name_of(std::size_t division, std::uint64_t value) const {
    const auto& field = *plan_.divisions()[division].field;
    if (!field.codes.empty()) return field.codes[value - 1];
    if (field.column == "leeftijd") return ages_[value];
    return texts_.text(static_cast<std::uint32_t>(value));
}

void GroupTally::sum_up(std::size_t number) {
    auto& slot = slots_[number];
    slot.of_indicator.assign(plan_.indicators().size(), {});
    for (std::uint32_t c = 0; c < plan_.classes().size() && c >> class_bits_ == 0; ++c) {
        const auto single = singles_[place(number, c)];
        const auto& tally = tallies_[place(number, c)];
        if ((single | tally.rows | tally.pupils | tally.twice) == 0) continue;
        for (auto mask = plan_.classes()[c]; mask != 0; mask &= mask - 1) {
            const auto indicator = static_cast<std::size_t>(std::countr_zero(mask));
            auto& counts = slot.of_indicator[indicator];
            counts.rows += single + tally.rows;
            counts.pupils += plan_.indicators()[indicator]->at_least == 1 ? single + tally.pupils : tally.twice;
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
            for (const auto category : places_[d].order)
                figures.push_back({code, unit, indeling.code, indeling.categories[category].code, count_in(places_[d].first_slot + category),
                                   squares_in(places_[d].first_slot + category)});
            for (const auto value : places_[d].values)
                if (const auto count = count_in(places_[d].slot_of[value]); count > 0)
                    figures.push_back({code, unit, indeling.code, name_of(d, value), count, squares_in(places_[d].slot_of[value])});
        }
        add_total();
    }
}

}  // namespace jv
