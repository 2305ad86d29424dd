#include <fmt/format.h>

#include <algorithm>

#include "checks/functions.hpp"

namespace jv {

namespace {

struct Period {
    const CheckRow* row;
    Datum from, until;
};

void check_overlap_of(const CheckInput& input, Kind kind, const Report& report) {
    std::vector<Period> periods;  // of one pupil
    const auto tell = [&] {
        std::stable_sort(periods.begin(), periods.end(), [](const Period& a, const Period& b) { return a.from < b.from; });
        const Period* longest = nullptr;  // of those that began earlier, the one that ends last
        for (const auto& period : periods) {
            if (longest && period.from <= longest->until)
                report(input.rows.place(*period.row, "begindatum"),
                       fmt::format("dit verzuim overlapt met dat van dezelfde leerling op {}", input.rows.where(*longest->row, *period.row)),
                       "controleer de datums; is het hetzelfde verzuim, dan hoort er een rij te zijn");
            if (!longest || period.until > longest->until) longest = &period;
        }
        periods.clear();
    };
    std::uint32_t pupil = 0;
    const auto has_begin = [&](const CheckRow& row) { return row.counts && input.rows.date(row, "begindatum"); };
    for (const auto* row : input.rows.by_pupil(std::span(&kind, 1), has_begin)) {
        if (row->pupil != pupil) tell();
        pupil = row->pupil;
        const auto from = input.rows.date(*row, "begindatum");
        auto until = input.rows.date(*row, "einddatum");
        if (!until && kind == Kind::thuiszitter) until = Datum(2099, 12, 31);  // goes on
        if (until && *from <= *until) periods.push_back({row, *from, *until});
    }
    tell();
}

}  // namespace

// Two absences of one pupil with a day in common. Of a melding without begindatum or einddatum it can't be said.
void check_overlap(const CheckInput& input, const Report& report) {
    for (const auto kind : {Kind::melding, Kind::thuiszitter}) check_overlap_of(input, kind, report);
}

}  // namespace jv
