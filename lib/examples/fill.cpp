#include "examples/fill.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "examples/trajecten.hpp"

namespace jv {

namespace {

// What the rows of a root are about decides when its pupils are chosen.
enum class Step { school, events, measures };

Step step_of(const PupilTree& tree, const std::vector<Bundle>& bundles) {
    bool measures = true;
    for (const auto& bundle : bundles)
        for (const auto& [row_class, count] : bundle.rows) {
            const auto kind = tree.classes[static_cast<std::size_t>(row_class)].kind;
            if (kind == Kind::leerling) return Step::school;
            measures = measures && kind == Kind::maatregel;
        }
    return measures ? Step::measures : Step::events;
}

}  // namespace

std::map<Kind, std::vector<ExportRow>> Filler::fill(const PlannedUnit& unit, const std::string& municipality) {
    rows_.clear();
    const auto& planned = unit.rows.at(municipality);
    municipality_ = municipality;
    year_ = unit.year;
    year_text_ = to_text(year_);
    // Units of the same municipalities follow each other.
    if (!populations_.contains(municipality)) std::erase_if(populations_, [&](const auto& p) { return !unit.rows.contains(p.first); });
    population_ = &populations_.try_emplace(municipality, municipality).first->second;
    if (population_->year() != year_) population_->begin_year(year_, random_);
    zaken_ = unit.spans ? 500'000 : 0;
    // First who is at school, then what happens to whom, and what follows from it.
    for (const auto step : {Step::school, Step::events, Step::measures})
        for (int type = 0; type < school_type_count; ++type)
            for (const auto& bundles : planned[static_cast<std::size_t>(type)])
                if (!bundles.empty() && step_of(plan_.trees[static_cast<std::size_t>(type)], bundles) == step) add_pupils(type, bundles);
    if (auto& events = rows_[Kind::traject]; !events.empty()) events = join_events(std::move(events));
    for (auto& [kind, rows] : rows_) number(kind, rows);
    return std::move(rows_);
}

// The pupils for the rows of a root. What is to be one row a pupil must not find those that have one.
Filler::AtHand Filler::pupils_at_hand(int school_type, const std::vector<Bundle>& bundles) {
    const auto& tree = plan_.trees[static_cast<std::size_t>(school_type)];
    const bool first_reported = step_of(tree, bundles) == Step::measures;
    const auto kind = tree.classes[static_cast<std::size_t>(bundles.front().rows.front().first)].kind;
    const auto& pupils = population_->of(school_type);
    AtHand at_hand;
    for (std::size_t i = 0; i < pupils.size(); ++i) {
        if (one_row_a_pupil(kind) && pupils[i].rows.contains(kind)) continue;
        for (const auto need : {Need::plichtig, Need::adult})
            if (population_->fits(pupils[i], need)) at_hand[static_cast<std::size_t>(need)].push_back(i);
        if (school_type == no_school_type) at_hand[static_cast<std::size_t>(Need::anyone)].push_back(i);
    }
    for (auto& list : at_hand) {
        random_.shuffle(list);
        // Who has a vrijstelling is not absent from school: such pupils come last.
        if (kind == Kind::melding || kind == Kind::vrijstelling)
            std::stable_partition(list.begin(), list.end(),
                                  [&](std::size_t i) { return pupils[i].rows.contains(kind == Kind::melding ? Kind::vrijstelling : Kind::melding); });
        if (first_reported) std::stable_partition(list.begin(), list.end(), [&](std::size_t i) { return !pupils[i].rows.contains(Kind::melding); });
    }
    return at_hand;
}

// Adds the pupils of one root, each another one.
void Filler::add_pupils(int school_type, const std::vector<Bundle>& bundles) {
    const auto& tree = plan_.trees[static_cast<std::size_t>(school_type)];
    auto at_hand = pupils_at_hand(school_type, bundles);
    // Where figures do not look at the plicht.
    const auto usual_plicht = school_type_code(school_type) == "mbo" ? Plicht::kwalificatieplichtig : Plicht::leerplichtig;
    std::vector<const ChosenRow*> rows;
    for (const auto& bundle : bundles)
        for (std::int64_t n = 0; n < bundle.pupils; ++n) {
            rows.clear();
            bool minor = false, adult = false;
            std::optional<Plicht> plicht;
            for (const auto& [index, count] : bundle.rows)
                for (std::int64_t i = 0; i < count; ++i) {
                    const auto& row = *rows.emplace_back(&chooser_.choose(tree.classes[static_cast<std::size_t>(index)], random_));
                    (row.is_adult ? adult : minor) = true;
                    if (row.kind == Kind::leerling) plicht = row.plicht.value_or(usual_plicht);
                }
            const auto need = school_type == no_school_type ? Need::anyone : adult && minor ? Need::both : adult ? Need::adult : Need::plichtig;
            auto& list = at_hand[static_cast<std::size_t>(need)];
            Pupil* pupil = nullptr;
            Pupil on_list;
            if (rows.front()->kind == Kind::kwetsbaar) {
                // Of the age that the list asks for, and every year another.
                on_list.number = numbers_.next();
                pupil = &on_list;
            } else if (plicht) {
                pupil = &population_->enrol(school_type, *plicht, numbers_, random_);
            } else if (!list.empty()) {
                pupil = &population_->of(school_type)[list.back()];
                list.pop_back();
            } else {
                pupil = &population_->invent(school_type, need, numbers_, random_);
            }
            for (const auto* row : rows) {
                pupil->rows.insert(row->kind);
                add_row(*row, school_type, *pupil);
            }
        }
}

namespace {

// The number that the digits of a date, a month or the number of a pupil make: in the same order as such texts.
std::uint64_t digits_of(std::string_view text) {
    std::uint64_t number = 0;
    for (const char c : text)
        if (c >= '0' && c <= '9') number = number * 10 + static_cast<std::uint64_t>(c - '0');
    return number;
}

// Sorts rows by a column; `column_of(row)` gives its place.
template <class ColumnOf>
void sort_by(ColumnOf column_of, std::vector<ExportRow>& rows) {
    std::vector<std::pair<std::uint64_t, std::size_t>> order;
    for (std::size_t i = 0; i < rows.size(); ++i) order.emplace_back(digits_of(rows[i][column_of(rows[i])]), i);
    std::sort(order.begin(), order.end());
    std::vector<ExportRow> sorted;
    for (const auto& [key, i] : order) sorted.push_back(std::move(rows[i]));
    rows = std::move(sorted);
}

// Nobody is absent twice on a day: what lasts into a pupil's next absence ends the day before it, or where that makes it too short has no end.
void end_before_the_next(std::vector<ExportRow>& meldingen) {
    static const auto columns = places(Kind::melding, "leerling", "verzuimsoort", "begindatum", "einddatum");
    const auto& [pupil, sort, begin, end] = columns;
    std::vector<std::tuple<std::uint64_t, std::uint64_t, std::size_t>> order;  // pupil, begin, row
    for (std::size_t i = 0; i < meldingen.size(); ++i) order.emplace_back(digits_of(meldingen[i][pupil]), digits_of(meldingen[i][begin]), i);
    std::sort(order.begin(), order.end());
    for (std::size_t i = 0; i + 1 < order.size(); ++i) {
        if (std::get<0>(order[i]) != std::get<0>(order[i + 1])) continue;
        auto& row = meldingen[std::get<2>(order[i])];
        const auto& next = meldingen[std::get<2>(order[i + 1])][begin];
        if (row[end].empty() || row[end] < next) continue;
        const bool too_short = next == row[begin] || row[sort] == "lrv";
        row[end] = too_short ? std::string() : to_text(parse_datum(next)->plus_days(-1));
    }
}

}  // namespace

// Puts rows in the order in which a register holds them, and numbers them.
void Filler::number(Kind kind, std::vector<ExportRow>& rows) {
    const auto& of = info(kind);
    const auto column = [&](std::string_view name) { return static_cast<std::size_t>(of.index_of(name)); };
    const auto by_pupil = kind == Kind::leerling || kind == Kind::startset || kind == Kind::kwetsbaar;
    const auto order = by_pupil                    ? column("leerling")
                       : kind == Kind::thuiszitter ? column("begindatum")
                       : kind == Kind::traject     ? 0
                                                   : column(of.year_column);
    sort_by([&](const ExportRow& row) { return kind == Kind::traject ? first_date(row) : order; }, rows);
    if (kind == Kind::melding) end_before_the_next(rows);
    const auto [melding, maatregel, zaak] = places(kind, "meldingsnummer", "maatregelnummer", "zaaknummer");
    for (auto& row : rows) {
        if (melding != no_column) row[melding] = std::to_string(2'000'001 + meldingen_++);
        if (maatregel != no_column) row[maatregel] = std::to_string(300'001 + maatregelen_++);
        if (zaak != no_column) row[zaak] = fmt::format("{}{:06}", year_.begin_year(), ++zaken_);
    }
}

}  // namespace jv
