// What the rows of each kind say of a pupil: dates, numbers and codes that fit the plan's.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "examples/fill.hpp"

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
        draft["uitkomst"] = of_halt[random_.pick(std::array<std::int64_t, 3>{80, 15, 5})];
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

}  // namespace jv
