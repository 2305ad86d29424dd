// How the rows of one kind are counted: which indicators a row counts for, and in which categories.
#pragma once

#include <cstdint>
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
        bool known = false;
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
    const Verdict& verdict(std::uint64_t codes) const {
        auto& verdict = verdict_at(codes);
        if (!verdict.known) verdict = judge(codes);
        return verdict;
    }
    // A number for each set of indicators that was met, from 0: rows that count for the same are of one class.
    std::uint32_t class_of(IndicatorMask mask) const;
    const std::vector<IndicatorMask>& classes() const { return classes_; }

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
    mutable std::vector<IndicatorMask> classes_;
    mutable std::unordered_map<IndicatorMask, std::uint32_t> class_numbers_;
};

}  // namespace jv
