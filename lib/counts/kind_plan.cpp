#include "counts/kind_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "messages/finding.hpp"

namespace jv {

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

std::uint32_t KindPlan::find_class(IndicatorMask mask) const {
    const auto [at, added] = class_numbers_.try_emplace(mask, static_cast<std::uint32_t>(classes_.size()));
    if (added) classes_.push_back(mask);
    return at->second;
}

std::uint32_t KindPlan::judge(std::uint64_t codes) const {
    Verdict verdict;
    for (const auto* exclusion : exclusions_)
        if (!verdict.exclusion && holds(exclusion->where, codes)) verdict.exclusion = exclusion;
    for (std::size_t i = 0; !verdict.exclusion && i < indicators_.size(); ++i)
        for (std::size_t part = 0; part < indicators_[i]->kinds.size(); ++part)
            if (indicators_[i]->kinds[part] == kind_ && holds(indicators_[i]->where[part], codes)) verdict.mask |= IndicatorMask{1} << i;
    if (verdict.mask != 0) verdict.of_class = class_of(verdict.mask);
    const auto known = std::find(verdicts_.begin(), verdicts_.end(), verdict) - verdicts_.begin();
    if (known == std::ssize(verdicts_)) verdicts_.push_back(verdict);
    return static_cast<std::uint32_t>(known + 1);
}

}  // namespace jv
