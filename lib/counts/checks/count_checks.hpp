// The checks that counting makes, a file each.
#pragma once

#include <string>
#include <string_view>

#include "counts/definitions.hpp"
#include "messages/finding.hpp"
#include "records/row_findings.hpp"

namespace jv {

// V104: a row has the number of an earlier one, with other contents.
void tell_changed(Kind kind, const Place& place, FindingLog& findings);
// V105: a row that a rule leaves out, where that rule warns.
void check_exclusion(RowFindings& row, const Exclusion* exclusion);
// V106: no export has a municipality of a region.
void tell_absent(std::string_view municipality, std::string_view region, FindingLog& findings);
// V107: exports without rows, so that there are no figures.
void tell_no_rows(Kind kind, FindingLog& findings);

}  // namespace jv
