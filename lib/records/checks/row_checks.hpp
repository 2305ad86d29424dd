// The checks of one row, a file each. Those of V0xx say why a value can't be read, and reject the row; the others look whether its values fit
// together.
#pragma once

#include <string_view>

#include "law/datum.hpp"
#include "records/names.hpp"
#include "records/row_findings.hpp"

namespace jv {

// V001: the row has another number of fields than the header.
void reject_number_of_fields(RowFindings& row, std::size_t fields);
// V002: a required value is empty.
void reject_empty(RowFindings& row, const ColumnReading& column);
// V012: a date that does not exist, can be read in two ways, or is none; and a month that is none.
void reject_date(RowFindings& row, const ColumnReading& column, std::string_view text);
void reject_month(RowFindings& row, const ColumnReading& column, std::string_view text);
// V013: no school year.
void reject_school_year(RowFindings& row, const ColumnReading& column, std::string_view text);
// V014: no known code.
void reject_code(RowFindings& row, const ColumnReading& column, std::string_view text);
// V015: more different values in a column than a row has room for. Ends the run, with status 1.
void require_room(const RowFindings& row, const ColumnReading& column, std::uint32_t number);
// V016: no number.
void reject_number(RowFindings& row, const ColumnReading& column, std::string_view text);
// V017: a number that is no code of a municipality.
void reject_municipality_code(RowFindings& row, const ColumnReading& column, std::string_view text);
// V018: the municipality was divided over others.
void reject_divided(RowFindings& row, const ColumnReading& column, std::string_view municipality, const Merger& merger);

// V101: the number of a pupil is no BSN and no onderwijsnummer. What that means is up to the profile.
void check_pupil_number(RowFindings& row, const ColumnReading& column, std::string_view number);
// V102: the end is before the begin.
void check_begin_and_end(RowFindings& row, const ColumnReading& end_column, Datum begin, Datum end);
// V103: an age that nobody has.
void check_age(RowFindings& row, const ColumnReading& birth_column, int age);
// V110: an uitstroom of a traject that did not end.
void check_uitstroom(RowFindings& row, const ColumnReading& uitstroom_column, bool has_uitstroom, bool has_start, bool has_end);
// V113: the municipality went into another one; once for each.
void tell_merged(RowFindings& row, const ColumnReading& column, std::string_view municipality, const Merger& merger);

// V111: whether this row of the last block and all behind it are notes and totals: rows without a value, with a first value such as `Totaal` or
// `Bron:`, or, behind a blank line, with one or two values, fewer than a row of any kind has. False when more than twenty such rows follow: then
// nothing is certain. What is found to be below the rows is told once.
bool only_notes_follow(const CsvReader& csv, const RowBlock& block, const RawRow& row, RowFindings& findings);

}  // namespace jv
