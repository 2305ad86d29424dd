// How the rows of one kind are counted: which indicators a row counts for, and in which categories.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "counts/definitions.hpp"
#include "records/record.hpp"

namespace jv {

// One bit an indicator of the kind.
using IndicatorMask = std::uint64_t;

class KindPlan {
public:
    struct Verdict {
        IndicatorMask mask = 0;
        const Exclusion* exclusion = nullptr;  // the first rule by which the row does not count
        std::uint32_t of_class = 0;            // see class_of
        bool operator==(const Verdict&) const = default;
    };
    // A division of rows that this kind has.
    struct Division {
        const Indeling* indeling;
        const CodeField* field;
        std::vector<int> category_of;  // closed: by value of the field; -1: none
    };

    // A plan keeps what it judged, so each thread has one of its own. Fails with status 2 (S006) when a kind has more than 64 indicators.
    KindPlan(const Definitions& definitions, Kind kind);

    Kind kind() const { return kind_; }
    const std::vector<const Indicator*>& indicators() const { return indicators_; }
    const std::vector<Division>& divisions() const { return divisions_; }
    // It stays where it is.
    const Verdict& verdict(std::uint64_t codes) const {
        auto& number = verdict_number(codes);
        if (number == 0) number = judge(codes);
        return verdicts_[number - 1];
    }
    // A number for each set of indicators that was met, from 0: rows that count for the same are of one class.
    std::uint32_t class_of(IndicatorMask mask) const {
        auto& recent = recent_classes_[mask * 0x9E3779B97F4A7C15u >> (64 - recent_bits)];
        if (!recent.known || recent.mask != mask) recent = {mask, find_class(mask), true};
        return recent.of_class;
    }
    const std::vector<IndicatorMask>& classes() const { return classes_; }

private:
    std::uint32_t judge(std::uint64_t codes) const;
    std::uint32_t find_class(IndicatorMask mask) const;
    bool holds(const std::vector<Filter>& filters, std::uint64_t codes) const;

    Kind kind_;
    std::vector<const Indicator*> indicators_;
    std::vector<const Exclusion*> exclusions_;
    std::vector<Division> divisions_;
    // The columns with codes stand together after gemeente and jaar. Their combinations are judged when first met. The number of the verdict, from 1,
    // is kept: in a table, or where that would be large in a map.
    static constexpr unsigned first_bit = municipality_bits + year_bits, most_table_bits = 16;
    std::uint32_t& verdict_number(std::uint64_t codes) const {
        const auto combination = codes >> first_bit & ((std::uint64_t{1} << combination_bits_) - 1);
        return table_.empty() ? map_[combination] : table_[combination];
    }
    unsigned combination_bits_ = 0;
    mutable std::deque<Verdict> verdicts_;  // each once
    mutable std::vector<std::uint32_t> table_;
    mutable std::unordered_map<std::uint64_t, std::uint32_t> map_;
    mutable std::vector<IndicatorMask> classes_;
    mutable std::unordered_map<IndicatorMask, std::uint32_t> class_numbers_;
    struct RecentClass {
        IndicatorMask mask = 0;
        std::uint32_t of_class = 0;
        bool known = false;
    };
    static constexpr unsigned recent_bits = 8;
    mutable std::array<RecentClass, 1u << recent_bits> recent_classes_{};
};

}  // namespace jv
