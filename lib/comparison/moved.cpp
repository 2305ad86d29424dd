#include "comparison/moved.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "comparison/row_figures.hpp"
#include "law/datum.hpp"

namespace jv {

namespace {

constexpr std::int64_t telling = 10;  // figures below this are the same by chance

CijferKey without_year(CijferKeyView key) {
    key.schooljaar = {};
    return key;
}

// Figures by school year.
using Series = std::map<Schooljaar, std::int64_t>;

std::map<CijferKey, Series> series_of(const Cijfers& cijfers) {
    std::map<CijferKey, Series> all;
    for (const auto& [key, value] : cijfers)
        if (const auto year = parse_schooljaar(key.schooljaar); year && value.is_number()) all[without_year(key)][*year] = value.thousandths;
    return all;
}

// The years of `series` in which it equals `other` so many years before; none when one of them differs or there are too few to say anything.
std::vector<std::string> shifted_years(const Series& series, const Series& other, int by, std::size_t least) {
    std::vector<std::string> years;
    std::set<std::int64_t> values;
    bool same_in_own_year = true;
    for (const auto& [year, value] : series) {
        const auto at = other.find(year.plus(-by));
        if (at == other.end()) continue;
        if (at->second != value) return {};
        years.push_back(to_text(year));
        values.insert(value);
        const auto own = other.find(year);
        same_in_own_year = same_in_own_year && own != other.end() && own->second == value;
    }
    if (years.size() < least || values.size() < 2 || *values.rbegin() < telling * 1000 || same_in_own_year) return {};
    return years;
}

// Whether an edition divides the key's indicator by the key's indeling.
bool is_divided(const Cijfers& cijfers, const CijferKeyView& key) {
    return !cijfers.under({key.gebied, key.schooljaar, key.indicator, key.eenheid, key.indeling}).empty();
}

}  // namespace

std::vector<MovedFigure> moved_figures(const Cijfers& published, const Cijfers& now, const Definitions& definitions) {
    const auto is_known = [](const CijferValue& value) { return value.status == Status::counted || value.status == Status::nvt; };
    std::vector<MovedFigure> moved;
    RowFigures in_now(now, definitions), in_published(published, definitions);
    for (const auto& [key, value] : published) {
        if (!is_known(value)) continue;
        auto found = now.find(key);
        if (!found && is_divided(now, key)) {
            const auto made = in_now.of(key);
            const bool is_gone = made.obstacle == Obstacle::absent || made.obstacle == Obstacle::incomplete;
            if (is_gone && value.thousandths != 0) moved.push_back({key, value, {}});
            found = made.value;
        }
        if (found && *found != value && is_known(*found)) moved.push_back({key, value, found});
    }
    for (const auto& [key, value] : now) {
        if (!is_known(value) || published.find(key) || !is_divided(published, key)) continue;
        const auto made = in_published.of(key).value;
        if (made && *made != value && is_known(*made)) moved.push_back({key, *made, value});
    }
    std::sort(moved.begin(), moved.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
    return moved;
}

std::vector<ShiftedSeries> shifted_series(const Cijfers& published, const Cijfers& now) {
    const auto before = series_of(published), after = series_of(now);
    std::vector<ShiftedSeries> shifted;
    for (const auto& [key, series] : after) {
        if (const auto same = before.find(key); same != before.end())
            for (const int by : {1, -1})
                if (auto years = shifted_years(series, same->second, by, 2); !years.empty()) shifted.push_back({key, {}, std::move(years), by});
        // Of one edition every pair once: the later series is that of which the other was a year before.
        for (auto other = after.lower_bound({key.gebied, {}, {}, {}, {}, {}}); other != after.end() && other->first.gebied == key.gebied; ++other) {
            const auto& [name, values] = *other;
            if (name == key || name.eenheid != key.eenheid || name.indeling != key.indeling || name.categorie != key.categorie) continue;
            if (auto years = shifted_years(series, values, 1, 3); !years.empty()) shifted.push_back({key, name, std::move(years), 1});
        }
    }
    return shifted;
}

}  // namespace jv
