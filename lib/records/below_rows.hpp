// What stands below the rows of an export.
#pragma once

#include "records/row_findings.hpp"
#include "rows/csv_reader.hpp"

namespace jv {

// Whether this row of the last block and all behind it are notes and totals: rows without a value, with a first value such as `Totaal` or `Bron:`,
// or, behind a blank line, with one or two values, fewer than a row of any kind has. False when more than twenty such rows follow: then nothing is
// certain. What is found to be below the rows is told once.
bool only_notes_follow(const CsvReader& csv, const RowBlock& block, const RawRow& row, RowFindings& findings);

}  // namespace jv
