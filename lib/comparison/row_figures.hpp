// Which rows a comparison has, and the figure of each: for compare.cpp.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "comparison/compare.hpp"
#include "counts/division.hpp"

namespace jv {

// The rows of an area and unit, by table: the totals with the first indeling of each indicator (a table without a name), then a table for every
// other indeling. In the order of the definitions, what they do not know behind that. Rows of an indeling of the same column as the first one
// are regroupings; of the rest the role is open.
std::vector<std::pair<std::string, std::vector<ComparedRow>>> lay_out(const Cijfers& cijfers, const Definitions& definitions, const std::string& area,
                                                                      const std::string& unit, const std::vector<std::string>& years);

// A figure that was looked up, or what keeps it from being compared. It has no base.
YearFigure to_year_figure(const Lookup& lookup);

// The figures of rows. It keeps how an indicator is divided in a year for as long as rows of that indicator and indeling are asked for.
class RowFigures {
public:
    RowFigures(const Cijfers& cijfers, const Definitions& definitions) : cijfers_(cijfers), definitions_(definitions) {}
    // The figure of a key. A joint count (`bao+sbo`) that a year does not hold is the sum of its parts, where that is exact; see
    // counts/division.hpp.
    YearFigure of(const CijferKeyView& key);

private:
    const Division& division(const CijferKeyView& key, const Indeling& indeling);

    const Cijfers& cijfers_;
    const Definitions& definitions_;
    CijferKey divided_;                                       // what divisions_ are of, without year and categorie
    std::map<std::string, Division, std::less<>> divisions_;  // by year
};

}  // namespace jv
