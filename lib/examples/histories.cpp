#include "examples/histories.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "examples/natural.hpp"
#include "examples/row_events.hpp"
#include "records/record.hpp"

namespace jv {

namespace {

struct Day {
    unsigned month, day;
    Datum in(Schooljaar year) const { return {year.begin_year() + (month < 8 ? 1 : 0), month, day}; }
};

// Days that stand for the rest of their season. Three months after the last two beginnings lies in the next school year: before the ending in
// August, with which nobody is thuiszitter at the begin of that year, and after the one in September, with which they are.
constexpr std::array<Day, 6> beginnings = {{{9, 22}, {11, 14}, {1, 20}, {3, 10}, {5, 6}, {7, 6}}};
constexpr std::array<Day, 7> endings = {{{8, 16}, {9, 10}, {10, 26}, {12, 14}, {3, 1}, {4, 26}, {7, 4}}};

// How usual it is to be thuiszitter until so many school years later.
std::int64_t usual_length(int years) { return years == 0 ? 50 : years == 1 ? 10 : 1; }

std::vector<History> of_thuiszitter(Schooljaar first, Schooljaar last) {
    const auto& kind = info(Kind::thuiszitter);
    const auto column = [&](std::string_view name) { return static_cast<std::size_t>(kind.index_of(name)); };
    std::vector<History> all;
    const auto add = [&](Datum from, std::string until, std::string_view reason, std::int64_t weight) {
        ExportRow row(kind.columns.size());
        row[column("begindatum")] = to_text(from), row[column("einddatum")] = until;
        History history{{{"begindatum", to_text(from)}, {"einddatum", std::move(until)}, {"reden_einde", std::string(reason)}}, weight};
        for (const auto& event : events_of(Kind::thuiszitter, row, first, last))
            history.codes.emplace_back("gebeurtenis", event_code(event.gebeurtenis, event.year));
        all.push_back(std::move(history));
    };
    for (auto year = first.plus(-1); year <= last; year = year.plus(1))
        for (const auto beginning : beginnings) {
            const auto from = beginning.in(year);
            add(from, "", "", 20 * usual_length(last.begin_year() - year.begin_year() + 1));
            for (auto end_year = year; end_year <= last; end_year = end_year.plus(1))
                for (const auto ending : endings)
                    if (const auto until = ending.in(end_year); until > from)
                        for (const auto reason : kind.column("reden_einde").codes)
                            add(from, to_text(until), reason,
                                usual_length(end_year.begin_year() - year.begin_year()) * usual_weight(Kind::thuiszitter, {}, "reden_einde", reason));
        }
    return all;
}

std::vector<History> of_traject() {
    std::vector<History> all = {{{{"gebeurtenis", "benaderd"}, {"uitstroom", ""}}, 60},
                                {{{"gebeurtenis", "intake"}, {"uitstroom", ""}}, 40},
                                {{{"gebeurtenis", "start"}, {"uitstroom", ""}}, 30},
                                {{{"gebeurtenis", "einde"}, {"uitstroom", ""}}, 0}};
    for (const auto code : info(Kind::traject).column("uitstroom").codes) {
        const std::string uitstroom(code);
        all.push_back({{{"gebeurtenis", "einde"}, {"gebeurtenis", "uitstroom"}, {"uitstroom", uitstroom}}, 3});
        all.push_back({{{"gebeurtenis", "start"}, {"gebeurtenis", "uitstroom"}, {"uitstroom", uitstroom}}, 0});
    }
    return all;
}

std::vector<History> of_kwetsbaar() {
    const auto codes = [](std::string_view column) {
        auto list = find_field(Kind::kwetsbaar, column)->codes;
        list.emplace_back();
        return list;
    };
    std::vector<History> all;
    for (const auto removed : codes("verwijderd"))
        for (const auto work : codes("werk"))
            all.push_back({{{"verwijderd", std::string(removed)}, {"werk", std::string(work)}},
                           usual_weight(Kind::kwetsbaar, {}, "verwijderd", removed) * usual_weight(Kind::kwetsbaar, {}, "werk", work)});
    return all;
}

}  // namespace

std::string code_in(const Codes& codes, std::string_view column) {
    const auto at = std::find_if(codes.begin(), codes.end(), [&](const auto& code) { return code.first == column; });
    return at == codes.end() ? std::string() : at->second;
}

std::vector<History> histories(Kind kind, Schooljaar first, Schooljaar last) {
    switch (kind) {
        case Kind::thuiszitter:
            return of_thuiszitter(first, last);
        case Kind::traject:
            return of_traject();
        case Kind::kwetsbaar:
            return of_kwetsbaar();
        default:
            return {{}};
    }
}

std::string event_code(std::string_view gebeurtenis, Schooljaar year) { return fmt::format("{} {}", gebeurtenis, to_text(year)); }

bool follows_from_history(Kind kind, std::string_view column) {
    return kind == Kind::kwetsbaar && (column == "heeft_bsn" || column == "startkwalificatie" || column == "verhuisd" || column == "overleden");
}

}  // namespace jv
