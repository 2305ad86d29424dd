#include "counts/area_series.hpp"

#include <algorithm>

namespace jv {

namespace {

CijferKeyView without_year(CijferKeyView key) {
    key.schooljaar = {};
    return key;
}

// Goes over the figures of one year.
struct Year {
    Cijfers::Range rest;
    std::optional<Cijfers::Iterator::value_type> first;  // of the rest

    explicit Year(Cijfers::Range figures) : rest(figures) { look(); }
    void look() {
        first.reset();
        if (rest.empty()) return;
        first = *rest.first;
        first->first = without_year(first->first);
    }
    void advance() {
        ++rest.first;
        look();
    }
};

}  // namespace

AreaSeries::AreaSeries(const Cijfers& cijfers, std::string_view area, std::span<const std::string> years) {
    std::vector<Year> merged;
    for (const auto& year : years) merged.emplace_back(cijfers.under({area, year}));
    std::vector<CijferKeyView> keys;
    for (;;) {
        const CijferKeyView* least = nullptr;
        for (const auto& year : merged)
            if (year.first && (!least || year.first->first < *least)) least = &year.first->first;
        if (!least) break;
        const auto key = *least;
        keys.push_back(key);
        for (auto& year : merged) {
            auto& figure = figures_.emplace_back();
            if (!year.first || year.first->first != key) continue;
            figure = year.first->second;
            year.advance();
        }
    }
    const std::span<const std::optional<CijferValue>> figures(figures_);
    all_.reserve(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) all_.push_back({keys[i], figures.subspan(i * years.size(), years.size())});
}

const AreaSeries::Series* AreaSeries::find(CijferKeyView key) const {
    key = without_year(key);
    const auto at = std::lower_bound(all_.begin(), all_.end(), key, [](const Series& series, const CijferKeyView& k) { return series.key < k; });
    return at != all_.end() && at->key == key ? &*at : nullptr;
}

}  // namespace jv
