#include <fmt/format.h>

#include "law/pgn.hpp"
#include "records/checks/row_checks.hpp"

namespace jv {

void check_pupil_number(RowFindings& row, const ColumnReading& column, std::string_view number) {
    const auto policy = row.of().profile() ? row.of().profile()->pgn : PgnPolicy::warn;
    if (policy == PgnPolicy::ignore || is_pgn(number)) return;
    const std::string_view advice = "controleer het nummer in de bron";
    const auto text = [&] {
        return fmt::format("leerling {}is geen geldig BSN of onderwijsnummer", row.of().show_values() ? as_shown(number) + " " : "");
    };
    if (policy == PgnPolicy::reject)
        row.reject(column, "V101", [&] { return Said{text(), std::string(advice)}; });
    else
        row.warn(column, "V101", [&] { return Said{text(), fmt::format("{}; de rij telt mee", advice)}; });
}

}  // namespace jv
