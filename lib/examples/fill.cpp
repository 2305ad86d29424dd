#include "examples/fill.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "examples/natural.hpp"
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

// The plicht in the codes of a leerling; where figures do not look at it, the usual one.
Plicht plicht_of(const Codes& codes, int school_type) {
    const auto at = std::find_if(codes.begin(), codes.end(), [](const auto& code) { return code.first == "plicht"; });
    if (at == codes.end()) return school_type_code(school_type) == "mbo" ? Plicht::kwalificatieplichtig : Plicht::leerplichtig;
    return at->second == "leerplichtig" ? Plicht::leerplichtig : at->second.empty() ? Plicht::geen : Plicht::kwalificatieplichtig;
}

}  // namespace

std::map<Kind, std::vector<ExportRow>> Filler::fill(const PlannedUnit& unit, const std::string& municipality) {
    rows_.clear();
    const auto& planned = unit.rows.at(municipality);
    municipality_ = municipality;
    year_ = unit.year;
    // Units of the same municipalities follow each other.
    if (!populations_.contains(municipality)) std::erase_if(populations_, [&](const auto& p) { return !unit.rows.contains(p.first); });
    population_ = &populations_[municipality];
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

// The codes of a row that the plan leaves to chance within its class.
Codes Filler::choose(const RowClass& row_class) {
    auto codes = row_class.choices[random_.pick(row_class.weights)];
    choose_free_codes(info(row_class.kind), codes);
    return codes;
}

void Filler::choose_free_codes(const KindInfo& kind, Codes& codes) {
    for (const auto& column : kind.columns) {
        const auto known = [&](const auto& code) { return code.first == column.name; };
        if (column.codes.empty() || column.name == "schooltype" || std::any_of(codes.begin(), codes.end(), known)) continue;
        if (follows_from_history(kind.kind, column.name) || column.name == "groep") continue;
        // Why a case was closed is known of closed cases only.
        if (column.name == "afsluitreden" && code_in(codes, "status") != "afgesloten") continue;
        std::vector<Codes> options;
        std::vector<std::int64_t> weights;
        for (const auto code : column.codes) {
            auto longer = codes;
            longer.emplace_back(column.name, code);
            if (is_excluded(definitions_, kind.kind, longer)) continue;
            weights.push_back(usual_weight(kind.kind, {}, column.name, code));
            options.push_back(std::move(longer));
        }
        if (!options.empty()) codes = std::move(options[random_.pick(weights)]);
    }
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
    for (const auto& bundle : bundles)
        for (std::int64_t n = 0; n < bundle.pupils; ++n) {
            std::vector<std::pair<Kind, Codes>> rows;
            bool minor = false, adult = false;
            std::optional<Plicht> plicht;
            for (const auto& [index, count] : bundle.rows)
                for (std::int64_t i = 0; i < count; ++i) {
                    const auto& row_class = tree.classes[static_cast<std::size_t>(index)];
                    const auto& [kind, codes] = rows.emplace_back(row_class.kind, choose(row_class));
                    (code_in(codes, "verzuimsoort") == "18-plus" ? adult : minor) = true;
                    if (kind == Kind::leerling) plicht = plicht_of(codes, school_type);
                }
            const auto need = school_type == no_school_type ? Need::anyone : adult && minor ? Need::both : adult ? Need::adult : Need::plichtig;
            auto& list = at_hand[static_cast<std::size_t>(need)];
            Pupil* pupil = nullptr;
            Pupil on_list;
            if (rows.front().first == Kind::kwetsbaar) {
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
            for (const auto& [kind, codes] : rows) {
                pupil->rows.insert(kind);
                add_row(kind, codes, school_type, *pupil);
            }
        }
}

namespace {

// Nobody is absent twice on a day: what lasts into a pupil's next absence ends the day before it, or where that makes it too short has no end.
void end_before_the_next(std::vector<ExportRow>& meldingen) {
    const auto column = [](std::string_view name) { return static_cast<std::size_t>(info(Kind::melding).index_of(name)); };
    const auto begin = column("begindatum"), end = column("einddatum");
    std::map<std::string_view, std::vector<ExportRow*>> by_pupil;
    for (auto& row : meldingen) by_pupil[row[column("leerling")]].push_back(&row);
    for (auto& [pupil, rows] : by_pupil) {
        std::stable_sort(rows.begin(), rows.end(), [&](const ExportRow* a, const ExportRow* b) { return (*a)[begin] < (*b)[begin]; });
        for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
            auto& row = *rows[i];
            const auto& next = (*rows[i + 1])[begin];
            if (row[end].empty() || row[end] < next) continue;
            const bool too_short = next == row[begin] || row[column("verzuimsoort")] == "lrv";
            row[end] = too_short ? std::string() : to_text(parse_datum(next)->plus_days(-1));
        }
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
    const auto key = [&](const ExportRow& row) -> const std::string& { return row[kind == Kind::traject ? first_date(row) : order]; };
    std::stable_sort(rows.begin(), rows.end(), [&](const ExportRow& a, const ExportRow& b) { return key(a) < key(b); });
    if (kind == Kind::melding) end_before_the_next(rows);
    for (auto& row : rows) {
        if (kind == Kind::melding) row[column("meldingsnummer")] = std::to_string(2'000'001 + meldingen_++);
        if (kind == Kind::maatregel) row[column("maatregelnummer")] = std::to_string(300'001 + maatregelen_++);
        if (of.index_of("zaaknummer") >= 0) row[column("zaaknummer")] = fmt::format("{}{:06}", year_.begin_year(), ++zaken_);
    }
}

}  // namespace jv
