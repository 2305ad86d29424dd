#include "counts/kind_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

#include "messages/finding.hpp"

namespace jv {

namespace {

template <class Use>
void for_each_bit(IndicatorMask mask, Use&& use) {
    for (; mask != 0; mask &= mask - 1) use(static_cast<std::size_t>(std::countr_zero(mask)));
}

}  // namespace

KindPlan::KindPlan(const Definitions& definitions, Kind kind) : kind_(kind) {
    for (const auto& indicator : definitions.indicators)
        if (std::find(indicator.kinds.begin(), indicator.kinds.end(), kind) != indicator.kinds.end()) indicators_.push_back(&indicator);
    if (indicators_.size() > 64)
        fail_usage("S006", fmt::format("soort {} heeft {} indicatoren; er kunnen er 64 tegelijk geteld worden", info(kind).name, indicators_.size()),
                   "verdeel de eigen definities over meer bestanden en tel ze apart");
    for (const auto& exclusion : definitions.exclusions)
        if (exclusion.kind == kind) exclusions_.push_back(&exclusion);
    for (const auto& indeling : definitions.indelingen) {
        if (std::find(indeling.kinds.begin(), indeling.kinds.end(), kind) == indeling.kinds.end()) continue;
        Division division{&indeling, find_field(kind, indeling.column), {}};
        if (!indeling.open) {
            division.category_of.assign(division.field->codes.size() + 1, -1);
            for (std::size_t c = 0; c < indeling.categories.size(); ++c)
                for (const auto& code : indeling.categories[c].codes) {
                    const auto at = std::find(division.field->codes.begin(), division.field->codes.end(), code) - division.field->codes.begin();
                    division.category_of[static_cast<std::size_t>(at) + 1] = static_cast<int>(c);
                }
        }
        divisions_.push_back(std::move(division));
    }
    unsigned last_bit = first_bit;
    for (const auto& field : code_layout(kind))
        if (!field.codes.empty()) last_bit = std::max(last_bit, field.shift + field.width);
    combination_bits_ = last_bit - first_bit;
    if (combination_bits_ <= most_table_bits) table_.resize(std::size_t{1} << combination_bits_);
}

bool KindPlan::holds(const std::vector<Filter>& filters, std::uint64_t codes) const {
    return std::all_of(filters.begin(), filters.end(), [&](const Filter& filter) {
        const auto& field = *find_field(kind_, filter.column);
        const auto value = get(codes, field);
        const auto code = value == 0 ? std::string_view() : field.codes[value - 1];
        return std::find(filter.codes.begin(), filter.codes.end(), code) != filter.codes.end();
    });
}

KindPlan::Verdict KindPlan::judge(std::uint64_t codes) const {
    Verdict verdict{0, nullptr, true};
    for (const auto* exclusion : exclusions_)
        if (!verdict.exclusion && holds(exclusion->where, codes)) verdict.exclusion = exclusion;
    if (verdict.exclusion) return verdict;
    for (std::size_t i = 0; i < indicators_.size(); ++i)
        for (std::size_t part = 0; part < indicators_[i]->kinds.size(); ++part)
            if (indicators_[i]->kinds[part] == kind_ && holds(indicators_[i]->where[part], codes)) verdict.mask |= IndicatorMask{1} << i;
    return verdict;
}

void GroupTally::Slot::reset(std::size_t indicators) {
    once = twice = 0;
    rows.assign(indicators, 0);
    pupils.assign(indicators, 0);
}

void GroupTally::begin() {
    for (const auto& [division, value] : open_values_) open_slots_[division][value] = 0;
    open_values_.clear();
    touched_.clear();
    if (closed_slots_ == 0) {
        closed_slots_ = 1;
        for (const auto& division : plan_.divisions()) {
            first_closed_slot_.push_back(closed_slots_);
            closed_slots_ += division.indeling->categories.size();
        }
        slots_.resize(closed_slots_);
    }
    used_slots_ = closed_slots_;
    for (std::size_t slot = 0; slot < closed_slots_; ++slot) slots_[slot].reset(plan_.indicators().size());
}

std::size_t GroupTally::open_slot(std::size_t division, std::uint64_t value) {
    auto& slots = open_slots_[division];
    if (value >= slots.size()) slots.resize(value + 1, 0);
    if (slots[value] == 0) {
        if (used_slots_ == slots_.size()) slots_.emplace_back();
        slots_[used_slots_].reset(plan_.indicators().size());
        slots[value] = static_cast<std::uint32_t>(used_slots_++);
        open_values_.emplace_back(division, value);
    }
    return slots[value];
}

void GroupTally::touch(std::size_t slot, IndicatorMask mask) {
    auto& s = slots_[slot];
    if (s.once == 0) touched_.push_back(slot);
    s.twice |= s.once & mask;
    s.once |= mask;
    for_each_bit(mask, [&](std::size_t i) { ++s.rows[i]; });
}

void GroupTally::add(std::uint64_t codes) {
    const auto mask = plan_.verdict(codes).mask;
    touch(0, mask);
    for (std::size_t d = 0; d < plan_.divisions().size(); ++d) {
        const auto& division = plan_.divisions()[d];
        const auto value = get(codes, *division.field);
        if (value == 0) continue;
        if (division.indeling->open)
            touch(open_slot(d, value), mask);
        else if (const auto category = division.category_of[value]; category >= 0)
            touch(first_closed_slot_[d] + static_cast<std::size_t>(category), mask);
    }
}

void GroupTally::end_pupil() {
    for (const auto slot : touched_) {
        auto& s = slots_[slot];
        for_each_bit(s.once, [&](std::size_t i) { s.pupils[i] += plan_.indicators()[i]->at_least == 1 || (s.twice >> i & 1) != 0; });
        s.once = s.twice = 0;
    }
    touched_.clear();
}

std::string GroupTally::category_name(const KindPlan::Division& division, std::uint64_t value) const {
    if (!division.field->codes.empty()) return std::string(division.field->codes[value - 1]);
    if (division.field->column == "leeftijd") return std::to_string(age_from(value));
    return texts_.text(static_cast<std::uint32_t>(value));
}

void GroupTally::collect(std::vector<Figure>& figures) const {
    for (std::size_t i = 0; i < plan_.indicators().size(); ++i) {
        const auto* indicator = plan_.indicators()[i];
        if (indicator->kinds.size() > 1) continue;
        for (const auto& unit : indicator->units) {
            const auto count_in = [&](std::size_t slot) { return unit == "leerlingen" ? slots_[slot].pupils[i] : slots_[slot].rows[i]; };
            figures.push_back({indicator, unit, "totaal", "totaal", count_in(0)});
            if (indicator->total_only) continue;
            for (std::size_t d = 0; d < plan_.divisions().size(); ++d) {
                const auto& indeling = *plan_.divisions()[d].indeling;
                for (std::size_t c = 0; c < indeling.categories.size(); ++c)
                    figures.push_back({indicator, unit, indeling.code, indeling.categories[c].code, count_in(first_closed_slot_[d] + c)});
            }
            for (std::size_t o = 0; o < open_values_.size(); ++o) {
                const auto& division = plan_.divisions()[open_values_[o].first];
                if (const auto count = count_in(closed_slots_ + o); count > 0)
                    figures.push_back({indicator, unit, division.indeling->code, category_name(division, open_values_[o].second), count});
            }
        }
    }
}

}  // namespace jv
