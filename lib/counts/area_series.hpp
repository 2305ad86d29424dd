// The figures of an area, turned: for each indicator, unit, indeling and category its figures by year.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "counts/cijfers.hpp"

namespace jv {

class AreaSeries {
public:
    struct Series {
        CijferKeyView key;                                    // without its year
        std::span<const std::optional<CijferValue>> figures;  // as they stand in the cijfers, by year; at least one is there
    };

    // The years as in the cijfers. Refers to the texts of the cijfers.
    AreaSeries(const Cijfers& cijfers, std::string_view area, std::span<const std::string> years);
    AreaSeries(const AreaSeries&) = delete;
    AreaSeries& operator=(const AreaSeries&) = delete;
    AreaSeries(AreaSeries&&) = default;
    AreaSeries& operator=(AreaSeries&&) = default;
    ~AreaSeries() = default;

    // In the order of the keys.
    const std::vector<Series>& all() const { return all_; }
    // The series of a key, of which the year says nothing; null when there is none.
    const Series* find(CijferKeyView key) const;

private:
    std::vector<std::optional<CijferValue>> figures_;  // by series, then by year
    std::vector<Series> all_;
};

}  // namespace jv
