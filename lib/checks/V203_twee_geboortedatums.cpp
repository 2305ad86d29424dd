#include <fmt/format.h>

#include <vector>

#include "checks/functions.hpp"

namespace jv {

// One pupil with two birth dates, in exports of any kind.
void check_birth_dates(const CheckInput& input, const Report& report) {
    std::vector<Kind> kinds;
    for (const auto& kind : all_kinds()) kinds.push_back(kind.kind);
    const CheckRow* first = nullptr;  // of a pupil
    for (const auto* row : input.rows.by_pupil(kinds, [](const CheckRow& of) { return of.birth != 0; })) {
        if (!first || first->pupil != row->pupil) first = row;
        if (first->birth != row->birth)
            report(input.rows.place(*row, "geboortedatum"),
                   fmt::format("de geboortedatum is een andere dan die van dezelfde leerling op {}", input.rows.where(*first, *row)),
                   "zoek uit welke klopt; de leeftijd hangt ervan af");
    }
}

}  // namespace jv
