#include "counts/events.hpp"

#include <algorithm>

namespace jv {

namespace {

// The codes of `gebeurtenis`, in the order of the layout.
enum Thuiszitter : std::uint64_t { begin = 1, nieuw, einde, drie_maanden };
enum Traject : std::uint64_t { uitstroom = 5 };  // 1 to 4 are its four dates
enum TrajectDate : std::size_t { traject_start = 2, traject_einde = 3 };

}  // namespace

Events::Events(Kind kind) : kind_(kind), year_(find_field(kind, "jaar")), gebeurtenis_(find_field(kind, "gebeurtenis")) {
    if (is_single()) return;
    kept_ = ~std::uint64_t{0};
    for (const auto& column : info(kind).columns) {
        if (column.type != ValueType::date) continue;
        dates_.push_back(find_field(kind, column.name));
        kept_ &= ~put((std::uint64_t{1} << dates_.back()->width) - 1, *dates_.back());
    }
}

// A date of a thuiszitter is kept as a day, of a traject as one more than the code of its school year.
std::optional<Schooljaar> Events::year(std::uint64_t codes, std::size_t date) const {
    const auto value = get(codes, *dates_[date]);
    if (value == 0) return std::nullopt;
    if (kind_ == Kind::thuiszitter) return Schooljaar::of(*date_from(value));
    return Schooljaar(first_school_year + static_cast<int>(value) - 1);
}

void Events::years_of_row(std::uint64_t codes, std::vector<Schooljaar>& years) const {
    for (std::size_t date = 0; date < dates_.size(); ++date)
        if (const auto found = year(codes, date)) years.push_back(*found);
}

std::uint64_t Events::event(std::uint64_t codes, Schooljaar year, std::uint64_t gebeurtenis) const {
    return (codes & kept_) | put(year_code(year), *year_) | put(gebeurtenis, *gebeurtenis_);
}

void Events::expand(std::uint64_t codes, const EventScope& scope, std::vector<std::uint64_t>& events) const {
    if (is_single())
        events.push_back(codes);
    else if (kind_ == Kind::thuiszitter)
        expand_thuiszitter(codes, scope, events);
    else
        expand_traject(codes, events);
}

void Events::expand_thuiszitter(std::uint64_t codes, const EventScope& scope, std::vector<std::uint64_t>& events) const {
    const auto from = *date_from(get(codes, *dates_[0]));
    const auto until = date_from(get(codes, *dates_[1]));
    events.push_back(event(codes, Schooljaar::of(from), nieuw));
    if (until) events.push_back(event(codes, Schooljaar::of(*until), einde));
    const auto lasts_past = [&](Datum day) { return !until || *until > day; };
    for (auto year = std::max(Schooljaar::of(from).plus(1), scope.first); year <= scope.last && lasts_past(Datum(year.begin_year(), 8, 31));
         year = year.plus(1))
        events.push_back(event(codes, year, begin));
    const auto limit = from.plus_months(3);
    if (until ? *until > limit : limit <= scope.peildatum) events.push_back(event(codes, Schooljaar::of(limit), drie_maanden));
}

void Events::expand_traject(std::uint64_t codes, std::vector<std::uint64_t>& events) const {
    for (std::size_t date = 0; date < dates_.size(); ++date)
        if (const auto found = year(codes, date)) events.push_back(event(codes, *found, date + 1));
    if (get(codes, *find_field(kind_, "uitstroom")) == 0) return;
    auto left = year(codes, traject_einde);
    if (!left) left = year(codes, traject_start);
    if (left) events.push_back(event(codes, *left, uitstroom));
}

}  // namespace jv
