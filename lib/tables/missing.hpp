// Which parts of a report template have no source: what stays empty in tables, charts and key figures, and sentences that are left out.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "counts/cijfers.hpp"
#include "counts/definitions.hpp"
#include "tables/report_template.hpp"

namespace jv {

// What one part lacks of one year.
struct MissingFigures {
    Place place;                     // in the template
    std::string part;                // `tabel "verzuim"`
    std::vector<std::string> cells;  // `rij "Totaal"`, `rij "Totaal", kolom "pv"`; empty: all of the year
    std::string schooljaar;
    std::vector<std::string> indicators;  // that have no figure at all in that year
};

// In the order of the template, of each part by year. A figure that the cijfers state as unknown is not missing. Own texts are not looked at.
// Fails as build_report does for names that nothing knows (status 2, S004 and S005).
std::vector<MissingFigures> missing_figures(const ReportTemplate& report_template, const Cijfers& cijfers, const Definitions& definitions,
                                            const std::string& gebied, const std::string& schooljaar);

}  // namespace jv
