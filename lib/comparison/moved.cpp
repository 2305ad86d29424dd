#include "comparison/moved.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <span>
#include <tuple>

#include "comparison/row_figures.hpp"
#include "counts/area_series.hpp"
#include "law/datum.hpp"

namespace jv {

namespace {

constexpr std::int64_t telling_from = 10;  // figures below this are the same by chance

// The school years of an edition, in order, and the place of each.
struct SchoolYears {
    std::vector<std::string> texts;
    std::map<Schooljaar, std::size_t> places;

    explicit SchoolYears(const Cijfers& cijfers) {
        for (auto& text : cijfers.texts(CijferColumn::schooljaar))
            if (const auto year = parse_schooljaar(text); year && places.try_emplace(*year, texts.size()).second) texts.push_back(std::move(text));
    }
};

using Figures = std::span<const std::optional<CijferValue>>;

bool is_number(const std::optional<CijferValue>& figure) { return figure && figure->is_number(); }

// Figures that say more than chance: not all the same, and large enough in one of the years.
class Telling {
public:
    void add(std::int64_t thousandths) {
        least_ = std::min(least_, thousandths);
        most_ = std::max(most_, thousandths);
    }
    explicit operator bool() const { return least_ < most_ && most_ >= telling_from * 1000; }

private:
    std::int64_t least_ = std::numeric_limits<std::int64_t>::max(), most_ = std::numeric_limits<std::int64_t>::min();
};

// Lays series of one edition beside series of another, or the same, of so many years before.
class Shift {
public:
    Shift(const SchoolYears& own, const SchoolYears& other, int by, std::size_t least) : own_(own), least_(least), by_(by) {
        const auto place = [&](Schooljaar year) {
            const auto at = other.places.find(year);
            return at == other.places.end() ? std::nullopt : std::optional(at->second);
        };
        for (const auto& [year, at] : own.places) years_.push_back({at, place(year.plus(-by)), place(year)});
    }

    int by() const { return by_; }
    // The years in which `figures` equal the others; none when one of them differs or there are too few to say anything.
    std::vector<std::string> years(Figures figures, Figures others) const {
        std::vector<std::string> same;
        Telling values;
        bool same_in_own_year = true;
        for (const auto& year : years_) {
            const auto& figure = figures[year.own];
            if (!is_number(figure) || !year.shifted || !is_number(others[*year.shifted])) continue;
            if (others[*year.shifted] != figure) return {};
            same.push_back(own_.texts[year.own]);
            values.add(figure->thousandths);
            same_in_own_year = same_in_own_year && year.unshifted && others[*year.unshifted] == figure;
        }
        if (same.size() < least_ || !values || same_in_own_year) return {};
        return same;
    }

private:
    struct Year {
        std::size_t own;                                // place in the years of the one edition
        std::optional<std::size_t> shifted, unshifted;  // places in those of the other
    };
    const SchoolYears& own_;
    std::vector<Year> years_;
    std::size_t least_;
    int by_;
};

bool is_telling(Figures figures) {
    Telling all;
    for (const auto& figure : figures)
        if (is_number(figure)) all.add(figure->thousandths);
    return static_cast<bool>(all);
}

// Whether an edition divides the key's indicator by the key's indeling.
bool is_divided(const Cijfers& cijfers, const CijferKeyView& key) {
    return !cijfers.under({key.gebied, key.schooljaar, key.indicator, key.eenheid, key.indeling}).empty();
}

}  // namespace

std::vector<MovedFigure> moved_figures(const Cijfers& published, const Cijfers& now, const Definitions& definitions) {
    const auto is_known = [](const CijferValue& value) { return value.status == Status::counted || value.status == Status::nvt; };
    std::vector<MovedFigure> moved;
    if (published.empty()) return moved;
    RowFigures in_now(now, definitions), in_published(published, definitions);
    for (const auto& [key, value] : published) {
        if (!is_known(value)) continue;
        auto found = now.find(key);
        if (!found && is_divided(now, key)) {
            const auto made = in_now.made_of_others(key);
            const bool is_gone = made.obstacle == Obstacle::absent || made.obstacle == Obstacle::incomplete;
            if (is_gone && value.thousandths != 0) moved.push_back({key, value, {}});
            found = made.value;
        }
        if (found && *found != value && is_known(*found)) moved.push_back({key, value, found});
    }
    for (const auto& [key, value] : now) {
        if (!is_known(value) || published.find(key) || !is_divided(published, key)) continue;
        const auto made = in_published.made_of_others(key).value;
        if (made && *made != value && is_known(*made)) moved.push_back({key, *made, value});
    }
    std::sort(moved.begin(), moved.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
    return moved;
}

std::vector<ShiftedSeries> shifted_series(const Cijfers& published, const Cijfers& now) {
    const SchoolYears years(now), published_years(published);
    const std::array<Shift, 2> since_published = {Shift(years, published_years, 1, 2), Shift(years, published_years, -1, 2)};
    const Shift a_year_before(years, years, 1, 3);
    std::vector<ShiftedSeries> shifted;
    for (const auto& area : now.texts(CijferColumn::gebied)) {
        const AreaSeries after(now, area, years.texts), before(published, area, published_years.texts);
        std::vector<const AreaSeries::Series*> telling;
        for (const auto& series : after.all())
            if (is_telling(series.figures)) telling.push_back(&series);
        // Of one edition a series can only equal those of another indicator.
        std::map<std::tuple<std::string_view, std::string_view, std::string_view>, std::vector<const AreaSeries::Series*>> alike;
        const auto but_indicator = [](const CijferKeyView& key) { return std::tuple(key.eenheid, key.indeling, key.categorie); };
        for (const auto* series : telling) alike[but_indicator(series->key)].push_back(series);
        for (const auto* series : telling) {
            if (const auto* same = before.find(series->key))
                for (const auto& shift : since_published)
                    if (auto found = shift.years(series->figures, same->figures); !found.empty())
                        shifted.push_back({series->key, {}, std::move(found), shift.by()});
            // Every pair once: the later series is that of which the other was a year before.
            for (const auto* other : alike.at(but_indicator(series->key)))
                if (auto found = other == series ? std::vector<std::string>() : a_year_before.years(series->figures, other->figures); !found.empty())
                    shifted.push_back({series->key, other->key, std::move(found), a_year_before.by()});
        }
    }
    return shifted;
}

}  // namespace jv
