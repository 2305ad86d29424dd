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

void Filler::add_row(const ChosenRow& chosen, int school_type, const Pupil& pupil) {
    static const auto columns_by_kind = [] {
        std::vector<std::array<std::size_t, 5>> all;
        for (const auto& kind : all_kinds()) all.push_back(places(kind.kind, "leerling", "gemeente", "schooltype", "geboortedatum", "brin"));
        return all;
    }();
    const auto& [leerling, gemeente, schooltype, geboortedatum, brin] = columns_by_kind[static_cast<std::size_t>(chosen.kind)];
    auto& row = rows_[chosen.kind].emplace_back(chosen.row);
    row[leerling] = pupil.number;
    row[gemeente] = municipality_;
    if (schooltype != no_column) row[schooltype] = school_type_code(school_type);
    if (geboortedatum != no_column) row[geboortedatum] = to_text(pupil.birth);
    if (brin != no_column) row[brin] = population_->brin(school_type, pupil.school);
    switch (chosen.kind) {
        case Kind::leerling:
            fill_leerling(row, pupil);
            break;
        case Kind::melding:
            fill_melding(row, pupil);
            break;
        case Kind::vrijstelling:
            fill_vrijstelling(row, pupil);
            break;
        case Kind::maatregel:
            fill_maatregel(row, pupil);
            break;
        case Kind::vsv:
            fill_vsv(row);
            break;
        case Kind::startset:
            row[places(Kind::startset, "vsv_jaar").front()] = year_text_;
            break;
        case Kind::thuiszitter:
            fill_thuiszitter(row);
            break;
        case Kind::traject:
            fill_traject(row, chosen.codes, pupil);
            break;
        case Kind::kwetsbaar:
            fill_kwetsbaar(row, chosen.codes);
            break;
    }
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

void Filler::fill_leerling(ExportRow& row, const Pupil& pupil) {
    static const auto columns = places(Kind::leerling, "schooljaar", "geslacht", "startkwalificatie_op");
    const auto& [schooljaar, geslacht, startkwalificatie] = columns;
    row[schooljaar] = year_text_;
    row[geslacht] = pupil.girl ? "v" : "m";
    if (pupil.startkwalificatie) row[startkwalificatie] = to_text(*pupil.startkwalificatie);
}

void Filler::fill_melding(ExportRow& row, const Pupil& pupil) {
    static const auto columns = places(Kind::melding, "verzuimsoort", "status", "melddatum", "begindatum", "einddatum", "lesuren", "toelichting");
    const auto& [verzuimsoort, status, melddatum, begindatum, einddatum, lesuren, toelichting] = columns;
    const auto& sort = row[verzuimsoort];
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
    row[melddatum] = to_text(reported);
    row[begindatum] = to_text(begin);
    if (row[status] == "afgesloten") {
        const auto end = sort == "luxe" ? begin.plus_days(random_.between(0, 6)) : reported.plus_days(random_.between(2, 40));
        row[einddatum] = to_text(weekday(std::max(begin.plus_days(2), std::min(end, year_.last_day()))));
    }
    const auto hours = sort == "luxe"     ? random_.between(6, 60)
                       : sort == "lrv"    ? random_.between(80, 240)
                       : sort == "overig" ? random_.between(2, 15)
                                          : random_.between(16, 64);
    if (sort != "absoluut") row[lesuren] = std::to_string(hours);
    if (random_.percent(25)) row[toelichting] = remarks[static_cast<std::size_t>(random_.below(remarks.size()))];
}

void Filler::fill_vrijstelling(ExportRow& row, const Pupil& pupil) {
    static const auto columns = places(Kind::vrijstelling, "begindatum", "einddatum");
    const auto& [begindatum, einddatum] = columns;
    const auto y = year_.begin_year();
    const auto last = std::min(Datum(y + 1, 7, 1), pupil.birth.plus_years(18).plus_days(-1));
    const auto begin = random_.percent(45) ? year_.first_day() : school_day(Datum(y, 8, 28), last);
    row[begindatum] = to_text(begin);
    if (random_.percent(90)) row[einddatum] = to_text(year_.last_day());
}

void Filler::fill_maatregel(ExportRow& row, const Pupil& pupil) {
    static const auto columns = places(Kind::maatregel, "verzuimsoort", "datum", "maatregel", "uitkomst");
    const auto& [verzuimsoort, datum, maatregel, uitkomst] = columns;
    const auto y = year_.begin_year();
    const auto eighteen = pupil.birth.plus_years(18);
    auto from = Datum(y, 9, 18), to = Datum(y + 1, 7, 10);
    if (row[verzuimsoort] == "18-plus")
        from = std::max(from, eighteen);
    else if (eighteen > from)
        to = std::min(to, eighteen.plus_days(-1));
    row[datum] = to_text(school_day(from, to));
    const auto& measure = row[maatregel];
    static constexpr std::array<std::string_view, 3> of_court = {"in behandeling", "geldboete", "voorwaardelijke geldboete"};
    static constexpr std::array<std::string_view, 3> of_halt = {"geslaagd", "lopend", "niet geslaagd"};
    if (measure == "pv")
        row[uitkomst] = of_court[static_cast<std::size_t>(random_.below(3))];
    else if (measure == "halt")
        row[uitkomst] = of_halt[random_.pick(std::array<std::int64_t, 3>{80, 15, 5})];
    else
        row[uitkomst] = "verzonden";
}

// Moves the dates by some days, as long as the row counts as it did and lasts a while.
void Filler::fill_thuiszitter(ExportRow& row) {
    static const auto columns = places(Kind::thuiszitter, "begindatum", "einddatum");
    const auto& [begindatum, einddatum] = columns;
    const auto events = events_of(Kind::thuiszitter, row, plan_.first, plan_.last);
    for (const auto column : {begindatum, einddatum}) {
        const auto planned = row[column];
        if (planned.empty()) continue;
        row[column] = to_text(weekday(parse_datum(planned)->plus_days(random_.between(-20, 20))));
        const auto from = parse_datum(row[begindatum]), until = parse_datum(row[einddatum]);
        if (events_of(Kind::thuiszitter, row, plan_.first, plan_.last) != events || (until && *until < from->plus_days(28))) row[column] = planned;
    }
}

// One event; which of them are one traject shows later, see join_events().
void Filler::fill_traject(ExportRow& row, const Codes& codes, const Pupil& pupil) {
    static const auto columns = places(Kind::traject, "groep", "benaderd_op", "intake_op", "traject_start", "traject_einde");
    const auto& [groep, benaderd, intake, start, einde] = columns;
    const auto y = year_.begin_year();
    const auto on = [&](std::size_t date, Datum from, Datum to) { row[date] = to_text(school_day(from, to)); };
    for (const auto& [column, code] : codes) {
        if (column != "gebeurtenis") continue;
        if (code == "benaderd") on(benaderd, Datum(y, 8, 28), Datum(y + 1, 4, 15));
        if (code == "intake") on(intake, Datum(y, 9, 10), Datum(y + 1, 5, 15));
        if (code == "start") on(start, Datum(y, 9, 20), Datum(y + 1, 6, 10));
        if (code == "einde") on(einde, Datum(y, 11, 15), Datum(y + 1, 7, 20));
    }
    // Somebody left school this year or before, for all events.
    if (row[groep].empty()) row[groep] = pupil.school % 3 == 0 ? "oud" : "nieuw";
}

void Filler::fill_kwetsbaar(ExportRow& row, const Codes& codes) {
    const auto& kind = info(Kind::kwetsbaar);
    static const auto columns =
        places(Kind::kwetsbaar, "schooljaar", "heeft_bsn", "startkwalificatie", "verhuisd", "overleden", "geboortedatum", "arbeidsuren");
    const auto& [schooljaar, heeft_bsn, startkwalificatie, verhuisd, overleden, geboortedatum, arbeidsuren] = columns;
    row[schooljaar] = year_text_;
    const auto removed = code_in(codes, "verwijderd"), work = code_in(codes, "werk");
    row[heeft_bsn] = removed == "geen-bsn" ? "n" : "j";
    for (const auto& column : {startkwalificatie, verhuisd, overleden}) row[column] = removed == kind.columns[column].name ? "j" : "n";
    const auto too_old = static_cast<int>(limits_.value("kwetsbaar-leeftijd", year_));
    const auto enough = static_cast<int>(limits_.value("kwetsbaar-arbeidsuren", year_));
    const auto age = removed == "leeftijd" ? random_.between(too_old, too_old + 1) : random_.between(too_old - 7, too_old - 1);
    row[geboortedatum] = to_text(year_.first_of_october().plus_years(-age).plus_days(-random_.between(0, 364)));
    if (work == "genoeg") row[arbeidsuren] = std::to_string(random_.between(enough, 36));
    if (work == "te-weinig") row[arbeidsuren] = std::to_string(random_.between(1, enough - 1));
}

void Filler::fill_vsv(ExportRow& row) {
    static const auto columns = places(Kind::vsv, "rapportagemaand");
    const auto& [rapportagemaand] = columns;
    const auto month = random_.between(0, 11);  // from October
    const auto year = year_.begin_year() + (month > 2 ? 1 : 0);
    row[rapportagemaand] = fmt::format("{}{:02}", year, (month + 9) % 12 + 1);
}

}  // namespace jv
