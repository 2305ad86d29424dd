#include <fmt/format.h>

#include <unordered_map>

#include "checks/functions.hpp"

namespace jv {

// One pupil with two birth dates, in exports of any kind.
void check_birth_dates(const CheckInput& input, const Report& report) {
    std::unordered_map<std::uint32_t, const CheckRow*> first;
    for (const auto& kind : all_kinds())
        for (const auto* row : input.rows.latest(kind.kind)) {
            if (row->birth == 0) continue;
            const auto* before = first.emplace(row->pupil, row).first->second;
            if (before->birth != row->birth)
                report(input.rows.place(*row, "geboortedatum"),
                       fmt::format("de geboortedatum is een andere dan die van dezelfde leerling op {}", input.rows.where(*before, *row)),
                       "zoek uit welke klopt; de leeftijd hangt ervan af");
        }
}

}  // namespace jv
