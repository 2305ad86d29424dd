#include "examples/trajecten.hpp"

#include <algorithm>
#include <map>

namespace jv {

namespace {

// The columns of the dates of a traject, in the order of what happens.
const std::vector<std::size_t>& traject_dates() {
    static const auto columns = [] {
        std::vector<std::size_t> dates;
        const auto& all = info(Kind::traject).columns;
        for (std::size_t c = 0; c < all.size(); ++c)
            if (all[c].type == ValueType::date) dates.push_back(c);
        return dates;
    }();
    return columns;
}

}  // namespace

std::size_t first_date(const ExportRow& traject) {
    return *std::find_if(traject_dates().begin(), traject_dates().end(), [&](std::size_t c) { return !traject[c].empty(); });
}

std::vector<ExportRow> join_events(std::vector<ExportRow> events) {
    const auto& kind = info(Kind::traject);
    const auto value = [&](ExportRow& row, std::string_view column) -> std::string& { return row[static_cast<std::size_t>(kind.index_of(column))]; };
    std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> of_pupil;
    std::vector<ExportRow> joined;
    for (auto& event : events) {
        auto& uitstroom = value(event, "uitstroom");
        auto& own = of_pupil[{value(event, "leerling"), value(event, "groep")}];
        const auto fits = [&](std::size_t at) {
            auto& row = joined[at];
            return (uitstroom.empty() || value(row, "uitstroom").empty()) &&
                   std::none_of(traject_dates().begin(), traject_dates().end(), [&](std::size_t c) { return !row[c].empty() && !event[c].empty(); });
        };
        const auto at = std::find_if(own.begin(), own.end(), fits);
        if (at == own.end()) {
            own.push_back(joined.size());
            joined.push_back(std::move(event));
            continue;
        }
        auto& row = joined[*at];
        for (const auto c : traject_dates())
            if (!event[c].empty()) row[c] = event[c];
        if (!uitstroom.empty()) value(row, "uitstroom") = uitstroom;
    }
    for (auto& row : joined) {
        std::vector<std::string> dates;
        for (const auto c : traject_dates())
            if (!row[c].empty()) dates.push_back(row[c]);
        std::sort(dates.begin(), dates.end());
        auto next = dates.begin();
        for (const auto c : traject_dates())
            if (!row[c].empty()) row[c] = *next++;
    }
    return joined;
}

}  // namespace jv
