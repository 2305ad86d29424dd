#include <algorithm>

#include "checks/functions.hpp"

namespace jv {

// Relatief verzuim of a pupil who is at no school: by the melding itself, or by all rows of that pupil in the leerling exports of that year.
void check_enrolment(const CheckInput& input, const Report& report) {
    // Pupil, year, and whether a row says that the pupil is at a school, in one number each.
    const auto of_year = [](const CheckRow& row) { return (std::uint64_t{row.pupil} << year_bits | year_code(year_of(row.codes))) << 1; };
    std::vector<std::uint64_t> enrolments;
    for (const auto* row : input.rows.latest(Kind::leerling))
        enrolments.push_back(of_year(*row) | (input.rows.code(*row, "schooltype") != "geen" ? 1 : 0));
    std::sort(enrolments.begin(), enrolments.end());
    const auto is_known_without_school = [&](const CheckRow& melding) {
        const auto after = std::upper_bound(enrolments.begin(), enrolments.end(), of_year(melding) | 1);
        return after != enrolments.begin() && *std::prev(after) == of_year(melding);
    };
    for (const auto* row : input.rows.latest(Kind::melding)) {
        const auto kind_of_absence = input.rows.code(*row, "verzuimsoort");
        if (!row->counts || (kind_of_absence != "16-uur" && kind_of_absence != "luxe" && kind_of_absence != "lrv")) continue;
        if (input.rows.code(*row, "schooltype") == "geen") {
            report(input.rows.place(*row, "schooltype"), "relatief verzuim van een leerling zonder onderwijs",
                   "vul het schooltype van de inschrijving in; zonder inschrijving is het absoluut verzuim");
        } else if (is_known_without_school(*row)) {
            report(input.rows.place(*row, "verzuimsoort"),
                   "relatief verzuim van een leerling die in de export van leerlingen dat schooljaar geen onderwijs heeft",
                   "controleer de inschrijving; zonder inschrijving is het absoluut verzuim");
        }
    }
}

}  // namespace jv
