#include <fmt/format.h>

#include <cstdlib>

#include "checks/functions.hpp"

namespace jv {

// The numbers of leerlingen and meldingen of a school type against those of the year before: a change that no year brings.
void check_change(const CheckInput& input, const Report& report) {
    if (input.earlier.empty()) return;
    bool compared = false;
    for (const auto& [key, value] : input.counted) {
        const auto year = parse_schooljaar(key.schooljaar);
        if (key.indeling != "schooltype" || !year) continue;
        const bool pupils = key.indicator == "leerling";
        if (!pupils && (key.indicator != "melding" || key.eenheid != "meldingen")) continue;
        CijferKey earlier_key = key;
        earlier_key.schooljaar = to_text(year->plus(-1));
        const auto earlier = input.earlier.find(earlier_key);
        if (!earlier || !earlier->is_number()) continue;
        compared = true;
        const auto limit = [&, &indicator = key.indicator](std::string_view name) {
            return input.limits.value(fmt::format("verandering-{}-{}", indicator, name), *year);
        };
        const std::int64_t now = value.whole(), before = earlier->whole(), change = std::abs(now - before);
        if (change < limit("minstens") || change * 100 <= limit("procent") * before) continue;
        report({},
               fmt::format("{} {}: {} {} van schooltype {}, tegen {} in {}", key.gebied, key.schooljaar, now, key.eenheid, key.categorie, before,
                           earlier_key.schooljaar),
               "controleer of de exports volledig zijn en of het schooltype goed is overgenomen");
    }
    if (!compared)
        fail_usage("U010", "de eerdere cijfers hebben geen leerlingen of meldingen per schooltype van het schooljaar voor dat van deze exports",
                   "noem met --eerder de cijfers.csv van een jaar eerder");
}

}  // namespace jv
