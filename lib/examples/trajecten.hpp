// Trajecten made of events.
#pragma once

#include <vector>

#include "examples/row_events.hpp"

namespace jv {

// The column of a traject's first date.
std::size_t first_date(const ExportRow& traject);

// Makes trajecten of events in one school year: events of the same pupil and groep that are not of the same sort, in order of their dates. Each
// event counts in that year, apart or joined.
std::vector<ExportRow> join_events(std::vector<ExportRow> events);

}  // namespace jv
