// School years side by side: figures, differences, rates, and whether a change is larger than chance.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "comparison/breaks.hpp"
#include "comparison/rules.hpp"
#include "comparison/statistics.hpp"
#include "counts/cijfers.hpp"
#include "counts/definitions.hpp"
#include "messages/finding.hpp"

namespace jv {

// Why a year has no figure that can be compared, or two years have none together.
enum class Obstacle { none, absent, nvt, unknown, suppressed, joint, not_addable, incomplete, broken };
std::string_view to_text(Obstacle obstacle);  // "", geen-cijfer, nvt, onbekend, onderdrukt, samen-geteld, niet-op-te-tellen, onvolledig, breuk

// Why a change is not tested.
enum class NoTest { tested, not_compared, unit, counts_who_is_there, all_zero, more_than_pupils, no_pupils, no_spread };
// "", niet-vergeleken, eenheid, telt-wie-er-is, nullen, meer-dan-leerlingen, geen-leerlingen, geen-spreiding
std::string_view to_text(NoTest reason);

// What the test says, in steps: it is chance, or may be; it may be more when not corrected for how many comparisons there are; it is more.
enum class Verdict { none, may_be_chance, may_be_more, more };
std::string_view to_text(Verdict verdict);  // "", kan-toeval-zijn, misschien-meer-dan-toeval, meer-dan-toeval

// A row's figure in one year. Of leerlingen a sum of categories stands here only when it is exact for certain.
struct YearFigure {
    std::optional<CijferValue> value;  // as it stands in the cijfers, or summed
    Obstacle obstacle = Obstacle::absent;
    std::optional<std::int64_t> base;  // leerlingen that it is about; larger than 0, and of leerlingen not smaller than the figure
    bool contradicts_base = false;     // it has more leerlingen than there are
    bool base_is_zero = false;         // there are no leerlingen, so nothing can happen to them

    bool is_number() const { return obstacle == Obstacle::none; }
    // Per 1.000 of the base, in tenths, rounded half away from zero.
    std::optional<std::int64_t> rate_tenths() const;
};

// From one year of the comparison to the next.
struct Change {
    std::size_t from = 0, to = 0;  // places in Comparison::years
    Obstacle obstacle = Obstacle::none;
    std::vector<std::size_t> breaks;  // places in Comparison::breaks: those that this change crosses
    std::int64_t difference = 0;      // in thousandths; of no meaning with an obstacle
    std::optional<std::int64_t> percent_tenths;
    NoTest no_test = NoTest::not_compared;
    bool by_rate = false;  // the test is about the rates; otherwise about the counts
    std::optional<RatioTest> test;
    std::optional<double> corrected;  // p, corrected for the comparisons of the table; of the finest cells only
    Verdict verdict = Verdict::none;

    bool stands_out() const { return verdict == Verdict::may_be_more || verdict == Verdict::more; }
};

// The change between two figures, not tested: an obstacle, or the difference and, of a base that is large enough, the percentage. `broken` says
// that a break lies between the years, so that they are not compared.
Change change_between(const YearFigure& earlier, const YearFigure& later, bool broken, const ComparisonRules& rules);

struct ComparedRow {
    std::string indicator, indeling, categorie;  // as in the cijfers
    Role role = Role::finest;
    std::string base;                 // the indicator that its rates are of; empty when there is none
    std::vector<YearFigure> figures;  // by year
    std::vector<Change> changes;      // one less than there are years
};

// What is printed as one table: an area, a unit, and the indelingen of its rows. The first table of a unit has the totals.
struct ComparedTable {
    std::string gebied, eenheid;
    std::string indeling;  // empty: totals, each with the first indeling that its indicator has
    std::vector<ComparedRow> rows;
};

struct Comparison {
    std::vector<std::string> years;  // as in the cijfers, in order
    std::vector<ComparedTable> tables;
    std::vector<Break> breaks;  // those that some change crosses
};

// The sum over pupils of the square of each one's number, by figure.
using Spread = std::map<CijferKey, std::int64_t>;

struct CompareRequest {
    std::vector<std::string> years;  // as in the cijfers; empty: all
    std::vector<std::string> areas;  // empty: all
    bool across_breaks = false;
    std::vector<Break> breaks = {};
    std::string base = {};           // an indicator that goes before those of the rules
    const Spread* spread = nullptr;  // of exports that the cijfers were counted from
};

// Compares area by area, so that no more than some of them are held.
class Comparer {
public:
    using Take = std::function<void(const std::vector<ComparedTable>& of_area)>;

    // Keeps all by reference. Fails with status 2 (U010) for a year, (U011) for an area or (S005) for a base that the cijfers do not hold (a base in
    // every year), when there are not two years, and when a calendar year is among school years.
    Comparer(const Cijfers& cijfers, const Definitions& definitions, const CompareRequest& request);

    // Gives the tables of each area, in their order. The log gets an error for an indicator of which years have no unit in common (W002), and a
    // warning for more leerlingen than there are (W003).
    void each_area(const Take& take, FindingLog& log);
    // The years, and the breaks that were crossed so far; without tables.
    const Comparison& frame() const { return frame_; }

private:
    const Cijfers& cijfers_;
    const Definitions& definitions_;
    const CompareRequest& request_;
    ComparisonRules rules_;
    std::vector<std::string> areas_;
    Comparison frame_;
};

// The whole comparison, as a Comparer makes it.
Comparison compare(const Cijfers& cijfers, const Definitions& definitions, const CompareRequest& request, FindingLog& log);

}  // namespace jv
