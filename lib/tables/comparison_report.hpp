// A comparison as a report: tables, what stands out in sentences, and the notes that belong to it.
#pragma once

#include "comparison/compare.hpp"
#include "comparison/moved.hpp"
#include "comparison/side_by_side.hpp"
#include "counts/definitions.hpp"
#include "tables/table.hpp"

namespace jv {

// Rows that are 0 in every year are not in it. With `only_standing_out` those that stand out are, the most telling first.
Report comparison_report(const Comparison& comparison, const Definitions& definitions, const Style& style, bool only_standing_out);

// `Relatief verzuim`, `Relatief verzuim: Voortgezet onderwijs`; what no definition knows as it stands.
std::string figure_label(const Definitions& definitions, const std::string& indicator, const std::string& indeling, const std::string& categorie);

// A table an indicator: the municipalities and their region.
Report side_by_side_report(const SideBySide& comparison, const Definitions& definitions, const Style& style);

// The figures that were published otherwise.
Table moved_table(const std::vector<MovedFigure>& moved, const Definitions& definitions);

}  // namespace jv
