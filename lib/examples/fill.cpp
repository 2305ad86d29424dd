#include "examples/fill.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "examples/natural.hpp"

namespace jv {

namespace {

// Remarks as an officer types them, about nobody.
constexpr std::array<std::string_view, 8> remarks = {"Gesprek met ouders gevoerd; afspraken vastgelegd.",
                                                     "Leerling komt weer naar school.",
                                                     "School heeft aanvullende gegevens gestuurd.",
                                                     "Huisbezoek gepland.",
                                                     "Jeugdarts gevraagd om advies.",
                                                     "Besproken in het zorgteam, vervolg over twee weken.",
                                                     "Ouders niet bereikt, brief gestuurd.",
                                                     "Eerste gesprek, waarschuwing gegeven."};

std::string code_in(const Codes& codes, std::string_view column) {
    const auto at = std::find_if(codes.begin(), codes.end(), [&](const auto& code) { return code.first == column; });
    return at == codes.end() ? std::string() : at->second;
}

// Days on which most schools are closed, roughly.
bool is_holiday(Datum day) {
    const auto md = day.month() * 100 + day.day();
    return (md >= 1014 && md <= 1022) || md >= 1221 || md <= 107 || (md >= 217 && md <= 225) || (md >= 427 && md <= 505);
}

bool is_weekend(Datum day) { return std::chrono::weekday(std::chrono::sys_days(std::chrono::days(day.days()))).iso_encoding() > 5; }

// The weekday on or before a day.
Datum weekday(Datum day) {
    while (is_weekend(day)) day = day.plus_days(-1);
    return day;
}

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

// The columns of the dates of a traject, in the order of what happens.
const std::vector<std::size_t>& traject_dates() {
    static const auto columns = [] {
        std::vector<std::size_t> dates;
        const auto& all = info(Kind::traject).columns;
        for (std::size_t c = 0; c < all.size(); ++c)
            if (all[c].type == ValueType::date) dates.push_back(c);
        return dates;
    }();
    return columns;
}

std::size_t first_date(const ExportRow& traject) {
    return *std::find_if(traject_dates().begin(), traject_dates().end(), [&](std::size_t c) { return !traject[c].empty(); });
}

// Makes trajecten of events in one school year: events of the same pupil and groep that are not of the same sort, in order of their dates. Each
// event counts in that year, apart or joined.
std::vector<ExportRow> join_events(std::vector<ExportRow> events) {
    const auto& kind = info(Kind::traject);
    const auto value = [&](ExportRow& row, std::string_view column) -> std::string& { return row[static_cast<std::size_t>(kind.index_of(column))]; };
    std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> of_pupil;
    std::vector<ExportRow> joined;
    for (auto& event : events) {
        auto& uitstroom = value(event, "uitstroom");
        auto& own = of_pupil[{value(event, "leerling"), value(event, "groep")}];
        const auto fits = [&](std::size_t at) {
            auto& row = joined[at];
            return (uitstroom.empty() || value(row, "uitstroom").empty()) &&
                   std::none_of(traject_dates().begin(), traject_dates().end(), [&](std::size_t c) { return !row[c].empty() && !event[c].empty(); });
        };
        const auto at = std::find_if(own.begin(), own.end(), fits);
        if (at == own.end()) {
            own.push_back(joined.size());
            joined.push_back(std::move(event));
            continue;
        }
        auto& row = joined[*at];
        for (const auto c : traject_dates())
            if (!event[c].empty()) row[c] = event[c];
        if (!uitstroom.empty()) value(row, "uitstroom") = uitstroom;
    }
    for (auto& row : joined) {
        std::vector<std::string> dates;
        for (const auto c : traject_dates())
            if (!row[c].empty()) dates.push_back(row[c]);
        std::sort(dates.begin(), dates.end());
        auto next = dates.begin();
        for (const auto c : traject_dates())
            if (!row[c].empty()) row[c] = *next++;
    }
    return joined;
}

}  // namespace

// A row in the making: values by column.
class Filler::Draft {
public:
    explicit Draft(const KindInfo& kind) : kind_(kind), values_(kind.columns.size()) {}
    std::string& operator[](std::string_view column) { return values_[static_cast<std::size_t>(kind_.index_of(column))]; }
    bool has(std::string_view column) const { return kind_.index_of(column) >= 0; }
    const ExportRow& row() const { return values_; }
    ExportRow take() { return std::move(values_); }

private:
    const KindInfo& kind_;
    ExportRow values_;
};

std::map<Kind, std::vector<ExportRow>> Filler::fill(const PlannedUnit& unit, const std::string& municipality) {
    rows_.clear();
    const auto& planned = unit.rows.at(municipality);
    municipality_ = municipality;
    year_ = unit.year;
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
        std::vector<int> weights;
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

void Filler::add_row(Kind row_kind, const Codes& codes, int school_type, const Pupil& pupil) {
    const auto& kind = info(row_kind);
    Draft draft(kind);
    for (const auto& [column, code] : codes)
        if (draft.has(column)) draft[column] = code;
    draft["leerling"] = pupil.number;
    draft["gemeente"] = municipality_;
    const auto type = school_type_code(school_type);
    if (draft.has("schooltype")) draft["schooltype"] = type;
    if (draft.has("geboortedatum")) draft["geboortedatum"] = to_text(pupil.birth);
    if (draft.has("brin") && type != "geen" && type != "onbekend") {
        // A few schools a municipality and type, the same every year.
        auto seed = static_cast<std::uint64_t>(pupil.school);
        for (const char c : municipality_ + std::string(type)) seed = seed * 131 + static_cast<unsigned char>(c);
        Random school(seed);
        draft["brin"] =
            fmt::format("{:02}{}{}", school.between(1, 31), static_cast<char>('A' + school.below(26)), static_cast<char>('A' + school.below(26)));
    }
    switch (row_kind) {
        case Kind::leerling:
            draft["schooljaar"] = to_text(year_);
            draft["geslacht"] = pupil.girl ? "v" : "m";
            if (pupil.startkwalificatie) draft["startkwalificatie_op"] = to_text(*pupil.startkwalificatie);
            break;
        case Kind::melding:
            fill_melding(draft, pupil);
            break;
        case Kind::vrijstelling:
            fill_vrijstelling(draft, pupil);
            break;
        case Kind::maatregel:
            fill_maatregel(draft, pupil);
            break;
        case Kind::vsv:
            fill_vsv(draft);
            break;
        case Kind::startset:
            draft["vsv_jaar"] = to_text(year_);
            break;
        case Kind::thuiszitter:
            fill_thuiszitter(draft);
            break;
        case Kind::traject:
            fill_traject(draft, codes, pupil);
            break;
        case Kind::kwetsbaar:
            fill_kwetsbaar(draft, codes);
            break;
    }
    rows_[row_kind].push_back(draft.take());
}

// A weekday outside the holidays, if there is one between the two.
Datum Filler::school_day(Datum from, Datum to) {
    if (to < from) to = from;
    auto day = from;
    for (int tries = 0; tries < 40; ++tries) {
        day = from.plus_days(random_.between(0, to.days() - from.days()));
        if (!is_weekend(day) && !is_holiday(day)) break;
    }
    return day;
}

void Filler::fill_melding(Draft& draft, const Pupil& pupil) {
    const auto sort = draft["verzuimsoort"];
    const auto y = year_.begin_year();
    const auto eighteen = pupil.birth.plus_years(18);
    // Long absence takes its time before it is reported.
    auto from = sort == "lrv" ? Datum(y, 10, 2) : Datum(y, 9, 4), to = Datum(y + 1, 7, 5);
    if (sort == "18-plus")
        from = std::max(from, eighteen);
    else if (eighteen > from)
        to = std::min(to, eighteen.plus_days(-1));
    const auto reported = school_day(from, to);
    const auto days_before = sort == "lrv"      ? random_.between(29, 50)
                             : sort == "luxe"   ? random_.between(3, 12)
                             : sort == "overig" ? random_.between(2, 14)
                                                : random_.between(7, 27);
    const auto begin = weekday(std::max(reported.plus_days(-days_before), Datum(y, 8, 25)));
    draft["melddatum"] = to_text(reported);
    draft["begindatum"] = to_text(begin);
    if (draft["status"] == "afgesloten") {
        const auto end = sort == "luxe" ? begin.plus_days(random_.between(0, 6)) : reported.plus_days(random_.between(2, 40));
        draft["einddatum"] = to_text(weekday(std::max(begin.plus_days(2), std::min(end, year_.last_day()))));
    }
    const auto hours = sort == "luxe"     ? random_.between(6, 60)
                       : sort == "lrv"    ? random_.between(80, 240)
                       : sort == "overig" ? random_.between(2, 15)
                                          : random_.between(16, 64);
    if (sort != "absoluut") draft["lesuren"] = std::to_string(hours);
    if (random_.percent(25)) draft["toelichting"] = remarks[static_cast<std::size_t>(random_.below(remarks.size()))];
}

void Filler::fill_vrijstelling(Draft& draft, const Pupil& pupil) {
    const auto y = year_.begin_year();
    const auto last = std::min(Datum(y + 1, 7, 1), pupil.birth.plus_years(18).plus_days(-1));
    const auto begin = random_.percent(45) ? year_.first_day() : school_day(Datum(y, 8, 28), last);
    draft["begindatum"] = to_text(begin);
    if (random_.percent(90)) draft["einddatum"] = to_text(year_.last_day());
}

void Filler::fill_maatregel(Draft& draft, const Pupil& pupil) {
    const auto y = year_.begin_year();
    const auto eighteen = pupil.birth.plus_years(18);
    auto from = Datum(y, 9, 18), to = Datum(y + 1, 7, 10);
    if (draft["verzuimsoort"] == "18-plus")
        from = std::max(from, eighteen);
    else if (eighteen > from)
        to = std::min(to, eighteen.plus_days(-1));
    draft["datum"] = to_text(school_day(from, to));
    const auto measure = draft["maatregel"];
    static constexpr std::array<std::string_view, 3> of_court = {"in behandeling", "geldboete", "voorwaardelijke geldboete"};
    static constexpr std::array<std::string_view, 3> of_halt = {"geslaagd", "lopend", "niet geslaagd"};
    if (measure == "pv")
        draft["uitkomst"] = of_court[static_cast<std::size_t>(random_.below(3))];
    else if (measure == "halt")
        draft["uitkomst"] = of_halt[random_.pick(std::array{80, 15, 5})];
    else
        draft["uitkomst"] = "verzonden";
}

// Moves the dates by some days, as long as the row counts as it did and lasts a while.
void Filler::fill_thuiszitter(Draft& draft) {
    const auto events = events_of(Kind::thuiszitter, draft.row(), plan_.first, plan_.last);
    for (const std::string_view column : {"begindatum", "einddatum"}) {
        const auto planned = draft[column];
        if (planned.empty()) continue;
        draft[column] = to_text(weekday(parse_datum(planned)->plus_days(random_.between(-20, 20))));
        const auto from = parse_datum(draft["begindatum"]), until = parse_datum(draft["einddatum"]);
        if (events_of(Kind::thuiszitter, draft.row(), plan_.first, plan_.last) != events || (until && *until < from->plus_days(28)))
            draft[column] = planned;
    }
}

// One event; which of them are one traject shows later, see join_events().
void Filler::fill_traject(Draft& draft, const Codes& codes, const Pupil& pupil) {
    const auto y = year_.begin_year();
    const auto on = [&](std::string_view column, Datum from, Datum to) { draft[column] = to_text(school_day(from, to)); };
    for (const auto& [column, code] : codes) {
        if (column != "gebeurtenis") continue;
        if (code == "benaderd") on("benaderd_op", Datum(y, 8, 28), Datum(y + 1, 4, 15));
        if (code == "intake") on("intake_op", Datum(y, 9, 10), Datum(y + 1, 5, 15));
        if (code == "start") on("traject_start", Datum(y, 9, 20), Datum(y + 1, 6, 10));
        if (code == "einde") on("traject_einde", Datum(y, 11, 15), Datum(y + 1, 7, 20));
    }
    // Somebody left school this year or before, for all events.
    if (draft["groep"].empty()) draft["groep"] = pupil.school % 3 == 0 ? "oud" : "nieuw";
}

void Filler::fill_kwetsbaar(Draft& draft, const Codes& codes) {
    draft["schooljaar"] = to_text(year_);
    const auto removed = code_in(codes, "verwijderd"), work = code_in(codes, "werk");
    draft["heeft_bsn"] = removed == "geen-bsn" ? "n" : "j";
    for (const std::string_view column : {"startkwalificatie", "verhuisd", "overleden"}) draft[column] = removed == column ? "j" : "n";
    const auto too_old = static_cast<int>(limits_.value("kwetsbaar-leeftijd", year_));
    const auto enough = static_cast<int>(limits_.value("kwetsbaar-arbeidsuren", year_));
    const auto age = removed == "leeftijd" ? random_.between(too_old, too_old + 1) : random_.between(too_old - 7, too_old - 1);
    draft["geboortedatum"] = to_text(year_.first_of_october().plus_years(-age).plus_days(-random_.between(0, 364)));
    if (work == "genoeg") draft["arbeidsuren"] = std::to_string(random_.between(enough, 36));
    if (work == "te-weinig") draft["arbeidsuren"] = std::to_string(random_.between(1, enough - 1));
}

void Filler::fill_vsv(Draft& draft) {
    const auto month = random_.between(0, 11);  // from October
    const auto year = year_.begin_year() + (month > 2 ? 1 : 0);
    draft["rapportagemaand"] = fmt::format("{}{:02}", year, (month + 9) % 12 + 1);
}

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
    for (auto& row : rows) {
        if (kind == Kind::melding) row[column("meldingsnummer")] = std::to_string(2'000'001 + meldingen_++);
        if (kind == Kind::maatregel) row[column("maatregelnummer")] = std::to_string(300'001 + maatregelen_++);
        if (of.index_of("zaaknummer") >= 0) row[column("zaaknummer")] = fmt::format("{}{:06}", year_.begin_year(), ++zaken_);
    }
}

}  // namespace jv
