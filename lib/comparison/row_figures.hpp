// Which rows a comparison has, and the figure of each: for compare.cpp.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "comparison/compare.hpp"
#include "counts/area_series.hpp"
#include "counts/division.hpp"

namespace jv {

// A row that a table is to have, and what the cijfers hold of it.
struct RowPlan {
    const AreaSeries::Series* series;
    Role role = Role::finest;
};

// The rows of a unit, by table: the totals with the first indeling of each indicator (a table without a name), then a table for every other
// indeling. In the order of the definitions, what they do not know behind that. Rows of an indeling of the same column as the first one are
// regroupings; of the rest the role is open. Refers to the series and the definitions.
std::vector<std::pair<std::string_view, std::vector<RowPlan>>> lay_out(const AreaSeries& area, const Definitions& definitions, std::string_view unit);

// A figure that was looked up, or what keeps it from being compared. It has no base.
YearFigure to_year_figure(const Lookup& lookup);

// The figures of rows that years do not hold as they stand. It keeps how an indicator is divided in a year for as long as rows of that indicator
// and indeling are asked for.
class RowFigures {
public:
    RowFigures(const Cijfers& cijfers, const Definitions& definitions) : cijfers_(cijfers), definitions_(definitions) {}
    // The figures of a series by year: as they stand, or made of others.
    std::vector<YearFigure> of(const AreaSeries::Series& series, std::span<const std::string> years);
    // The figure of a key that the cijfers do not hold: of a joint count (`bao+sbo`) the sum of its parts, where that is exact; see
    // counts/division.hpp.
    YearFigure made_of_others(const CijferKeyView& key);

private:
    const Division& division(const CijferKeyView& key, const Indeling& indeling);

    const Cijfers& cijfers_;
    const Definitions& definitions_;
    CijferKey divided_;                                       // what divisions_ are of, without year and categorie
    std::map<std::string, Division, std::less<>> divisions_;  // by year
};

}  // namespace jv
