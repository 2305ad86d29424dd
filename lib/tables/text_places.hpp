// The names that an own text can use between braces: figures, cells of tables, school years, the area.
#pragma once

#include <string>
#include <vector>

#include "messages/finding.hpp"
#include "tables/table.hpp"
#include "tables/table_builder.hpp"
#include "tables/text.hpp"

namespace jv {

// The tables of a report, those of charts too, in reading order.
std::vector<const Table*> tables_of(const Report& report);

// What stands in an own text for a name, which is one of (case ignored)
// - `gebied`, `schooljaar`, `schooljaar-1`;
// - a named figure of the template;
// - TABLE.ROW, TABLE.ROW.COLUMN, TABLE.ROW.COLUMN.YEAR or TABLE.ROW.YEAR: a cell, of the first column when none is named and of the
//   report's school year when none is named (`2022-2023`, or `schooljaar-1`); a row that is counted jointly goes by all its names, `A + B`;
// - `=` and any text: that text; `{`: a brace.
// A zero is `0`. Where there is no number the cell's text stands there, and `warnings` gets T012. An unknown name is S005, in `errors`.
class TextPlaces {
public:
    TextPlaces(const Report& report, const TextValues& values) : report_(report), values_(values), tables_(tables_of(report)) {}

    std::string fill(const Name& name, FindingLog& errors, FindingLog& warnings);
    // The named figures that were filled in, in order.
    const std::vector<std::string>& figures() const { return figures_; }

private:
    std::string fill_cell(const Name& name, const Cell& cell, FindingLog& warnings) const;
    Finding unknown(const Name& name) const;

    const Report& report_;
    const TextValues& values_;
    std::vector<const Table*> tables_;
    std::vector<std::string> figures_;
};

// The name that an own text gives a cell: as short as it can be.
std::string place_name(const Table& table, std::size_t row, std::size_t column, const std::string& report_year);

}  // namespace jv
