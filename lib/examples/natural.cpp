#include "examples/natural.hpp"

#include <algorithm>
#include <vector>

namespace jv {

namespace {

struct Weight {
    std::string_view column, code;
    int weight;
};

const std::vector<Weight> weights = {
    {"verzuimsoort", "absoluut", 4},
    {"verzuimsoort", "16-uur", 60},
    {"verzuimsoort", "luxe", 12},
    {"verzuimsoort", "lrv", 5},
    {"verzuimsoort", "overig", 20},
    {"verzuimsoort", "18-plus", 10},
    {"preventiespreekuur", "j", 12},
    {"preventiespreekuur", "n", 88},
    {"preventiespreekuur", "", 0},
    {"status", "geregistreerd", 4},
    {"status", "in-behandeling", 8},
    {"status", "afgesloten", 80},
    {"status", "ter-kennisgeving", 8},
    {"status", "overgedragen", 0},
    {"status", "", 0},
    {"afsluitreden", "terug-naar-school", 80},
    {"afsluitreden", "andere-opleiding", 8},
    {"afsluitreden", "werk", 2},
    {"afsluitreden", "overige", 10},
    {"afsluitreden", "overleden", 0},
    {"afsluitreden", "", 0},
    {"grond", "3a", 1},
    {"grond", "3b", 1},
    {"grond", "5-onder-a", 50},
    {"grond", "5-onder-b", 8},
    {"grond", "5-onder-c", 15},
    {"grond", "15", 25},
    {"aanvraag", "eerste", 45},
    {"aanvraag", "verlenging", 55},
    {"aanvraag", "", 0},
    {"maatregel", "pv", 25},
    {"maatregel", "halt", 30},
    {"maatregel", "waarschuwing", 40},
    {"maatregel", "svb", 5},
    {"niveau", "mbo1", 6},
    {"niveau", "mbo2", 20},
    {"niveau", "mbo3", 20},
    {"niveau", "mbo4", 35},
    {"niveau", "vmbo-bovenbouw", 8},
    {"niveau", "havo-vwo-bovenbouw", 9},
    {"niveau", "overig", 2},
    {"reden_einde", "opgelost", 60},
    {"reden_einde", "verhuisd", 12},
    {"reden_einde", "overleden", 0},
    {"reden_einde", "vrijstelling", 12},
    {"reden_einde", "overig", 16},
    {"verwijderd", "startkwalificatie", 6},
    {"verwijderd", "verhuisd", 4},
    {"verwijderd", "overleden", 0},
    {"verwijderd", "geen-bsn", 1},
    {"verwijderd", "leeftijd", 3},
    {"verwijderd", "", 86},
    {"ingeschreven", "j", 65},
    {"ingeschreven", "n", 30},
    {"ingeschreven", "", 5},
    {"werk", "genoeg", 15},
    {"werk", "te-weinig", 10},
    {"werk", "", 75},
    {"dagbesteding", "j", 8},
    {"dagbesteding", "n", 87},
    {"dagbesteding", "", 5},
    {"herkomst", "vso", 20},
    {"herkomst", "pro", 25},
    {"herkomst", "vmbo-bb", 25},
    {"herkomst", "vmbo-lwt", 10},
    {"herkomst", "entree", 15},
    {"herkomst", "overig-entree", 5},
    {"geslacht", "m", 50},
    {"geslacht", "v", 50},
    {"geslacht", "", 0},
};

struct TypeWeights {
    std::string_view schooltype;
    int pupils, events;                            // rows of leerling, of other kinds
    int leerplichtig, kwalificatieplichtig, geen;  // pupils, of a hundred
};

const std::vector<TypeWeights> type_weights = {
    {"bao", 480, 120, 97, 0, 3}, {"sbo", 17, 12, 100, 0, 0},   {"so", 10, 10, 100, 0, 0},     {"vso", 25, 35, 82, 13, 5}, {"vo", 350, 450, 89, 9, 2},
    {"pro", 15, 40, 82, 15, 3},  {"mbo", 95, 320, 12, 55, 33}, {"onbekend", 1, 3, 75, 20, 5}, {"geen", 7, 10, 75, 20, 5},
};

const TypeWeights* weights_of(std::string_view schooltype) {
    const auto at = std::find_if(type_weights.begin(), type_weights.end(), [&](const auto& w) { return w.schooltype == schooltype; });
    return at == type_weights.end() ? nullptr : &*at;
}

}  // namespace

std::int64_t usual_weight(Kind kind, std::string_view schooltype, std::string_view column, std::string_view code) {
    // A proces-verbaal for pupils of 18 and over falls in none of the counts.
    if (kind == Kind::maatregel && column == "verzuimsoort" && code == "18-plus") return 0;
    if (column == "plicht")
        if (const auto* of_type = weights_of(schooltype))
            return code == "leerplichtig" ? of_type->leerplichtig : code.empty() ? of_type->geen : of_type->kwalificatieplichtig;
    const auto at = std::find_if(weights.begin(), weights.end(), [&](const Weight& w) { return w.column == column && w.code == code; });
    return at == weights.end() ? 1 : at->weight;
}

std::int64_t usual_school_type_weight(Kind kind, std::string_view schooltype) {
    const auto* of_type = weights_of(schooltype);
    if (of_type == nullptr) return 1;
    return kind == Kind::leerling ? of_type->pupils : of_type->events;
}

}  // namespace jv
