// What was found in an export, as a text for people.
#pragma once

#include <string>

#include "messages/finding.hpp"
#include "profiles/draft.hpp"
#include "profiles/proposal.hpp"

namespace jv {

// What the values of a column are: "datum dd-mm-jjjj", "gemeente", "codelijst", "9 cijfers".
std::string content_of(const ColumnSurvey& column);

// Whether the values of a field may be shown: never those of a person, and of a column that nobody knows only when they are few and recur with
// many different pupils.
bool may_show(const KnownNames& names, const ExportSurvey& survey, const Proposal& proposal, std::size_t field);

// The whole report; values of personal columns are masked unless `show_values`.
std::string describe(const KnownNames& names, const ExportSurvey& survey, const Proposal& proposal, const Draft& draft, bool show_values);

// What will hinder reading the export, whatever the profile: P001 a name that stands twice or is missing, P002 dates that can't be read, P003 rows
// with another number of fields. All warnings.
void find_obstacles(const ExportSurvey& survey, FindingLog& findings);

}  // namespace jv
