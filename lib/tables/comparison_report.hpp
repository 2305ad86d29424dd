// A comparison as a report: tables, what stands out in sentences, and the notes that belong to it.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "comparison/compare.hpp"
#include "comparison/moved.hpp"
#include "comparison/side_by_side.hpp"
#include "counts/definitions.hpp"
#include "tables/table.hpp"
#include "tables/wording.hpp"

namespace jv {

// A comparison that comes area by area, twice: what stands out is said before the tables.
class ComparisonReport {
public:
    // Rows that are 0 in every year are not in it. With `only_standing_out` those that stand out are, the most telling first. Keeps the frame (years
    // and breaks) and the definitions by reference.
    ComparisonReport(const Comparison& frame, const Definitions& definitions, Style style, bool only_standing_out);

    // The first time: what its totals did.
    void look_at(const std::vector<ComparedTable>& of_area);
    // The report without its parts, and the first of these; after all areas were looked at. Its contents are that and the tables.
    Report head() const;
    Sentences what_stands_out() const;
    // The second time.
    std::vector<Table> tables(const std::vector<ComparedTable>& of_area);

private:
    const Comparison& frame_;
    const Definitions& definitions_;
    Style style_, in_sentences_;
    Wording wording_;
    bool only_standing_out_;
    std::set<std::string> areas_;
    std::size_t tested_ = 0, standing_out_ = 0;
    std::vector<std::string> lines_;
    std::vector<Heading> contents_;  // of the tables
    std::size_t notes_ = 0;          // of the tables so far
};

// `Relatief verzuim`, `Relatief verzuim: Voortgezet onderwijs`; what no definition knows as it stands.
std::string figure_label(const Definitions& definitions, const std::string& indicator, const std::string& indeling, const std::string& categorie);

// A table an indicator: the municipalities and their region.
Report side_by_side_report(const SideBySide& comparison, const Definitions& definitions, const Style& style);

// The figures that were published otherwise.
Table moved_table(const std::vector<MovedFigure>& moved, const Definitions& definitions);

}  // namespace jv
