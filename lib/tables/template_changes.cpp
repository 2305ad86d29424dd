// Reading what a table says of changes.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "messages/suggest.hpp"
#include "tables/template_parts.hpp"

namespace jv {

std::vector<ChangeColumn> read_changes(const Settings& settings) {
    constexpr std::array<std::pair<std::string_view, ChangeColumn>, 5> known = {{{"verschil", ChangeColumn::difference},
                                                                                 {"procent", ChangeColumn::percent},
                                                                                 {"richting", ChangeColumn::direction},
                                                                                 {"oordeel", ChangeColumn::verdict},
                                                                                 {"trend", ChangeColumn::trend}}};
    std::vector<ChangeColumn> changes;
    for (const auto& text : settings.texts("verandering")) {
        const Name name{text, settings.place("verandering", changes.size())};
        const auto* const at = std::find_if(known.begin(), known.end(), [&](const auto& one) { return one.first == name.text; });
        if (at == known.end()) {
            std::vector<std::string> names;
            for (const auto& one : known) names.emplace_back(one.first);
            fail_usage("S005", fmt::format("\"{}\" is geen verandering die een tabel kan tonen", name.text), did_you_mean(name.text, names),
                       name.place);
        }
        if (std::find(changes.begin(), changes.end(), at->second) != changes.end())
            fail_usage("S004", fmt::format("\"{}\" staat er twee keer", name.text), "haal er een weg", name.place);
        changes.push_back(at->second);
    }
    return changes;
}

void require_counts(const Settings& settings, const TableTemplate& table) {
    const auto changes = [&](const Line& column) { return !table.changes_of(column).empty(); };
    if (std::none_of(table.columns.begin(), table.columns.end(), changes)) {
        if (!table.changes.empty())
            settings.fail("verandering", "alle kolommen zijn een deel, en dat is al afgerond", "laat de verandering zien van de aantallen");
        return;
    }
    for (const auto& row : table.rows)
        if (row.ratio)
            fail_usage("S004", "deze rij is een deel, en dat is al afgerond: zij heeft geen verandering", "zet haar in een eigen tabel",
                       row.label.place);
}

}  // namespace jv
