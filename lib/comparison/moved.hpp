// Series that moved between two editions: figures that were published otherwise, and series that stand a year too early or too late.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "counts/cijfers.hpp"
#include "counts/definitions.hpp"

namespace jv {

// A figure of an earlier edition that is another one now; without `now` it is no longer there.
struct MovedFigure {
    CijferKey key;
    CijferValue published;
    std::optional<CijferValue> now;
};

// Compares what both editions have: areas, years, indicators and units; by key. A figure that is hidden or unknown in one of them is no other figure.
// A category that one edition has none of is there what the rules of counts/division.hpp make of it: 0 in an open indeling that the edition has, a
// joint count the sum of its parts. Where they make nothing of it there is nothing to compare, but a figure that was published for an indeling that
// is still there is gone.
std::vector<MovedFigure> moved_figures(const Cijfers& published, const Cijfers& now, const Definitions& definitions);

// A series that equals another one of the year before or after.
struct ShiftedSeries {
    CijferKey series;                 // without its year
    std::optional<CijferKey> equals;  // a series of the same edition; none: the same series of the earlier edition
    std::vector<std::string> years;   // of the series, in order
    int by = 0;                       // so many years later (1) or earlier (-1) than the other
};

// Series of whole edition: at least three years are the same a year apart, or against the earlier edition two; not all the same figure, and
// not also equal in their own years. Only figures of at least ten in one of the years say that much.
std::vector<ShiftedSeries> shifted_series(const Cijfers& published, const Cijfers& now);

}  // namespace jv
