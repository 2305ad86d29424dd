#include <fmt/format.h>

#include <tuple>

#include "checks/functions.hpp"

namespace jv {

// The same row again, in one export or in two. It counts once; one whose contents differ is V104.
void check_same_row(const CheckInput& input, const Report& report) {
    const auto contents = [](const CheckRow& row) { return std::tuple(row.pupil, row.codes, row.content); };
    for (const auto& kind : all_kinds())
        for (const auto& [row, before] : input.rows.repeats(kind.kind))
            if (contents(*before) == contents(*row))
                report(input.rows.place(*row, kind.number_column), fmt::format("dezelfde rij staat al op {}", input.rows.where(*before, *row)),
                       "zij telt een keer; maak exports die elkaar niet overlappen");
}

}  // namespace jv
