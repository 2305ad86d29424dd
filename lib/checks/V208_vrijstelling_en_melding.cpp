#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "checks/functions.hpp"

namespace jv {

namespace {

// With these two a pupil has to attend a school or a programme, and can be absent.
bool is_replacement(std::string_view ground) { return ground == "3a" || ground == "3b"; }

}  // namespace

// A melding about a pupil who on that day has a vrijstelling. One without einddatum lasts until the end of its school year.
void check_exempted(const CheckInput& input, const Report& report) {
    std::unordered_map<std::uint32_t, std::vector<const CheckRow*>> exempted;
    for (const auto* row : input.rows.latest(Kind::vrijstelling))
        if (row->counts && !is_replacement(input.rows.code(*row, "grond"))) exempted[row->pupil].push_back(row);
    for (const auto* row : input.rows.latest(Kind::melding)) {
        const auto found = exempted.find(row->pupil);
        if (!row->counts || found == exempted.end() || input.rows.code(*row, "verzuimsoort") == "18-plus") continue;
        const auto day = *input.rows.date(*row, "melddatum");
        const auto& all = found->second;
        const auto covering = std::find_if(all.begin(), all.end(), [&](const CheckRow* vrijstelling) {
            const auto from = *input.rows.date(*vrijstelling, "begindatum");
            return from <= day && day <= input.rows.date(*vrijstelling, "einddatum").value_or(Schooljaar::of(from).last_day());
        });
        if (covering != all.end())
            report(input.rows.place(*row, "melddatum"),
                   fmt::format("de leerling heeft op die dag een vrijstelling {} ({})", input.rows.code(**covering, "grond"),
                               input.rows.where(**covering, *row)),
                   "controleer of de melding of de vrijstelling nog geldt");
    }
}

}  // namespace jv
