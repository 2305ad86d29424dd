// A report from a template and the cijfers: every figure looked up, every rule of arithmetic checked.
#pragma once

#include <optional>
#include <string>

#include "comparison/breaks.hpp"
#include "counts/cijfers.hpp"
#include "counts/definitions.hpp"
#include "messages/finding.hpp"
#include "tables/own_text_builder.hpp"
#include "tables/report_template.hpp"
#include "tables/table.hpp"

namespace jv {

struct ReportRequest {
    std::string gebied;                      // a municipality or region; may be empty when the template needs no area
    std::string schooljaar;                  // `2023-2024` or `2018`: the year that relative years count from
    std::optional<OwnTextFiles> texts = {};  // without, the places for own texts stay open and nothing is said of it
    std::vector<Break> breaks = {};          // in series: they interrupt the lines of charts, and no sentence words a change across them
    bool statistics = true;                  // whether sentences and tables say what the test on chance says
};

// Makes the report. What the cijfers do not hold stays empty; nothing is guessed:
// - a count that no row (or column) of a table with a total covers, or of a table that must be complete, is T001;
// - a cell that the template calls nvt while there is a count is T002;
// - rows that don't add up to their total, or indicators to their whole, are T003 (of leerlingen: a total larger than all rows together,
//   or smaller than one of them);
// - a suppressed figure in a report that allows none is T014;
// - leerlingen of several codes that can't be added are T004, codes of which some have no figure T005, counts that contradict each other T006.
// With any of these it fails with status 1 and a line for each. Names that nothing knows are S005, with status 2.
// Own texts are filled in as tables/own_text_builder.hpp says.
// A sentence that its figures do not carry is left out, with a warning (tables/sentences.hpp). Schools without a name are one warning, T009; a row or
// column that nvt or a note names and that the cijfers do not give is T019.
Report build_report(const ReportTemplate& report_template, const Cijfers& cijfers, const Definitions& definitions, const ReportRequest& request,
                    FindingLog& log);

// Puts a report after another, in its style: its parts, with numbers of notes that go on, and its notes that are not there yet.
void append(Report& report, Report annex);

}  // namespace jv
