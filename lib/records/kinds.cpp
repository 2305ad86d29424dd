#include "records/kinds.hpp"

#include <algorithm>

namespace jv {

namespace {

using enum ValueType;

const std::vector<std::string_view> schooltypes = {"bao", "sbo", "so", "vso", "vo", "pro", "mbo", "onbekend", "geen"};
const std::vector<std::string_view> verzuimsoorten = {"absoluut", "16-uur", "luxe", "lrv", "overig", "18-plus"};
const std::vector<std::string_view> yes_no_codes = {"j", "n"};

const Column leerling{.name = "leerling", .type = pupil, .required = true, .personal = true};
const Column geboortedatum{.name = "geboortedatum", .type = date, .personal = true};
const Column geboortedatum_required{.name = "geboortedatum", .type = date, .required = true, .personal = true};
const Column gemeente{.name = "gemeente", .type = municipality, .required = true};
const Column schooltype{.name = "schooltype", .type = code, .required = true, .codes = schooltypes};
const Column verzuimsoort{.name = "verzuimsoort", .type = code, .required = true, .codes = verzuimsoorten};
const Column niveau{.name = "niveau",
                    .type = code,
                    .codes = {"mbo1", "mbo2", "mbo3", "mbo4", "vmbo-bovenbouw", "havo-vwo-bovenbouw", "overig"},
                    .when_empty = "overig"};

Column required_date(std::string_view name) { return {.name = name, .type = date, .required = true}; }
Column optional_date(std::string_view name) { return {.name = name, .type = date}; }
Column yes_or_no(std::string_view name) { return {.name = name, .type = yes_no, .codes = yes_no_codes}; }
Column any_text(std::string_view name) { return {.name = name, .type = text}; }

const std::vector<KindInfo> kinds = {
    {.kind = Kind::leerling,
     .name = "leerling",
     .columns = {leerling,
                 geboortedatum_required,
                 gemeente,
                 {.name = "schooljaar", .type = school_year, .required = true},
                 schooltype,
                 any_text("brin"),
                 any_text("geslacht"),
                 optional_date("startkwalificatie_op")},
     .number_column = {},
     .number_per_municipality = false,
     .year_column = "schooljaar",
     .event_unit = "leerlingen"},
    {.kind = Kind::melding,
     .name = "melding",
     .columns = {any_text("meldingsnummer"),
                 leerling,
                 gemeente,
                 schooltype,
                 required_date("melddatum"),
                 verzuimsoort,
                 {.name = "status",
                  .type = code,
                  .codes = {"geregistreerd", "in-behandeling", "afgesloten", "ter-kennisgeving", "overgedragen", "ingetrokken", "wacht"}},
                 {.name = "afsluitreden",
                  .type = code,
                  .codes = {"terug-naar-school", "andere-opleiding", "werk", "overige", "overleden", "ziek", "legitiem-afwezig"}},
                 geboortedatum,
                 any_text("brin"),
                 optional_date("begindatum"),
                 optional_date("einddatum"),
                 {.name = "lesuren", .type = number},
                 {.name = "preventiespreekuur", .type = yes_no, .codes = yes_no_codes},
                 {.name = "toelichting", .type = text, .personal = true}},
     .number_column = "meldingsnummer",
     .number_per_municipality = false,
     .year_column = "melddatum",
     .event_unit = "meldingen"},
    {.kind = Kind::vrijstelling,
     .name = "vrijstelling",
     .columns = {any_text("zaaknummer"),
                 leerling,
                 gemeente,
                 schooltype,
                 {.name = "grond", .type = code, .required = true, .codes = {"3a", "3b", "5-onder-a", "5-onder-b", "5-onder-c", "15"}},
                 required_date("begindatum"),
                 optional_date("einddatum"),
                 {.name = "aanvraag", .type = code, .codes = {"eerste", "verlenging"}},
                 geboortedatum},
     .number_column = "zaaknummer",
     .number_per_municipality = true,
     .year_column = "begindatum",
     .event_unit = "besluiten"},
    {.kind = Kind::maatregel,
     .name = "maatregel",
     .columns = {any_text("maatregelnummer"),
                 any_text("zaaknummer"),
                 leerling,
                 gemeente,
                 schooltype,
                 {.name = "maatregel", .type = code, .required = true, .codes = {"pv", "halt", "waarschuwing", "svb"}},
                 verzuimsoort,
                 required_date("datum"),
                 any_text("uitkomst")},
     .number_column = "maatregelnummer",
     .number_per_municipality = false,
     .year_column = "datum",
     .event_unit = "besluiten"},
    {.kind = Kind::thuiszitter,
     .name = "thuiszitter",
     .columns = {any_text("zaaknummer"),
                 leerling,
                 gemeente,
                 schooltype,
                 required_date("begindatum"),
                 {.name = "einddatum", .type = date, .required = true, .may_be_empty = true},
                 {.name = "reden_einde",
                  .type = code,
                  .required = true,
                  .may_be_empty = true,
                  .codes = {"opgelost", "verhuisd", "overleden", "vrijstelling", "overig"}}},
     .number_column = "zaaknummer",
     .number_per_municipality = true,
     .year_column = {},
     .event_unit = "leerlingen"},
    {.kind = Kind::traject,
     .name = "traject",
     .columns = {any_text("zaaknummer"),
                 leerling,
                 gemeente,
                 {.name = "groep", .type = code, .required = true, .codes = {"nieuw", "oud"}},
                 {.name = "benaderd_op", .type = date, .required = true, .may_be_empty = true},
                 optional_date("intake_op"),
                 optional_date("traject_start"),
                 optional_date("traject_einde"),
                 {.name = "uitstroom", .type = code, .codes = {"bol", "bbl", "werk", "instelling", "geen-dagbesteding", "verhuisd", "overig"}}},
     .number_column = "zaaknummer",
     .number_per_municipality = true,
     .year_column = {},
     .event_unit = "trajecten"},
    {.kind = Kind::kwetsbaar,
     .name = "kwetsbaar",
     .columns = {leerling,
                 geboortedatum_required,
                 gemeente,
                 {.name = "schooljaar", .type = school_year, .required = true},
                 {.name = "herkomst", .type = code, .required = true, .codes = {"vso", "pro", "vmbo-bb", "vmbo-lwt", "entree", "overig-entree"}},
                 yes_or_no("heeft_bsn"),
                 yes_or_no("startkwalificatie"),
                 yes_or_no("verhuisd"),
                 yes_or_no("overleden"),
                 yes_or_no("ingeschreven"),
                 {.name = "arbeidsuren", .type = number},
                 yes_or_no("dagbesteding")},
     .number_column = {},
     .number_per_municipality = false,
     .year_column = "schooljaar",
     .event_unit = "leerlingen"},
    {.kind = Kind::vsv,
     .name = "vsv",
     .columns = {leerling, gemeente, {.name = "rapportagemaand", .type = month, .required = true}, niveau, any_text("rmc_regio"), any_text("brin")},
     .number_column = {},
     .number_per_municipality = false,
     .year_column = "rapportagemaand",
     .event_unit = "leerlingen"},
    {.kind = Kind::startset,
     .name = "startset",
     .columns = {leerling, gemeente, {.name = "vsv_jaar", .type = school_year, .required = true}, niveau, any_text("rmc_regio"), any_text("brin")},
     .number_column = {},
     .number_per_municipality = false,
     .year_column = "vsv_jaar",
     .event_unit = "leerlingen"},
};

}  // namespace

int KindInfo::index_of(std::string_view column_name) const {
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.name == column_name; });
    return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

std::span<const KindInfo> all_kinds() { return kinds; }

const KindInfo& info(Kind kind) { return kinds[static_cast<std::size_t>(kind)]; }

std::optional<Kind> parse_kind(std::string_view name) {
    for (const auto& kind : kinds)
        if (kind.name == name) return kind.kind;
    return std::nullopt;
}

std::vector<std::string> kind_names() {
    std::vector<std::string> names;
    for (const auto& kind : kinds) names.emplace_back(kind.name);
    return names;
}

}  // namespace jv
