#include "examples/row_events.hpp"

#include <algorithm>

#include "counts/events.hpp"

namespace jv {

std::vector<RowEvent> events_of(Kind kind, const ExportRow& row, Schooljaar first, Schooljaar last) {
    const auto& columns = info(kind).columns;
    std::uint64_t codes = 0;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (row[c].empty()) continue;
        const auto* field = find_field(kind, columns[c].name);
        if (columns[c].type == ValueType::date) {
            codes |= put_date(*parse_datum(row[c]), *field);
        } else if (!columns[c].codes.empty()) {
            const auto at = std::find(field->codes.begin(), field->codes.end(), row[c]) - field->codes.begin();
            codes |= put(static_cast<std::uint64_t>(at) + 1, *field);
        }
    }
    std::vector<std::uint64_t> expanded;
    Events(kind).expand(codes, {first, last, last.last_day()}, expanded);
    const auto& gebeurtenis = *find_field(kind, "gebeurtenis");
    std::vector<RowEvent> events;
    for (const auto event : expanded) events.push_back({year_of(event), gebeurtenis.codes[get(event, gebeurtenis) - 1]});
    return events;
}

}  // namespace jv
