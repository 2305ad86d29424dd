#include <map>

#include "checks/functions.hpp"

namespace jv {

// Relatief verzuim of a pupil who is at no school: by the melding itself, or by all rows of that pupil in the leerling exports of that year.
void check_enrolment(const CheckInput& input, const Report& report) {
    std::map<std::pair<std::uint32_t, Schooljaar>, bool> enrolled;
    for (const auto* row : input.rows.latest(Kind::leerling))
        enrolled[{row->pupil, year_of(row->codes)}] |= input.rows.code(*row, "schooltype") != "geen";
    for (const auto* row : input.rows.latest(Kind::melding)) {
        const auto kind_of_absence = input.rows.code(*row, "verzuimsoort");
        if (!row->counts || (kind_of_absence != "16-uur" && kind_of_absence != "luxe" && kind_of_absence != "lrv")) continue;
        if (input.rows.code(*row, "schooltype") == "geen") {
            report(input.rows.place(*row, "schooltype"), "relatief verzuim van een leerling zonder onderwijs",
                   "vul het schooltype van de inschrijving in; zonder inschrijving is het absoluut verzuim");
        } else if (const auto found = enrolled.find({row->pupil, year_of(row->codes)}); found != enrolled.end() && !found->second) {
            report(input.rows.place(*row, "verzuimsoort"),
                   "relatief verzuim van een leerling die in de export van leerlingen dat schooljaar geen onderwijs heeft",
                   "controleer de inschrijving; zonder inschrijving is het absoluut verzuim");
        }
    }
}

}  // namespace jv
