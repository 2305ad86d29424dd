#include <fmt/format.h>

#include "records/checks/row_checks.hpp"
#include "records/values.hpp"

namespace jv {

void reject_date(RowFindings& row, const ColumnReading& column, std::string_view text) {
    row.reject(column, "V012", [&] {
        const auto* profile = row.of().profile();
        const bool agreed = profile && profile->date_form;
        const auto form = agreed ? *profile->date_form : DateForm::year_month_day;
        const auto shown = column.column->personal && !row.of().show_values() ? "" : " " + as_shown(text);
        return Said{fmt::format("{}{} {}", column.column->name, shown, date_fault(text, agreed)),
                    !agreed && is_ambiguous_datum(text) ? std::string("zet in het profiel datum = \"dd-mm-jjjj\" of \"mm-dd-jjjj\"")
                                                        : fmt::format("schrijf {}", to_text(form))};
    });
}

void reject_month(RowFindings& row, const ColumnReading& column, std::string_view text) {
    row.reject(column, "V012", [&] { return Said{fmt::format("{} {} is geen maand", column.column->name, as_shown(text)), "schrijf jjjjmm"}; });
}

}  // namespace jv
