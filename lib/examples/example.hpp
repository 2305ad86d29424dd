// Synthetic exports that count back to given figures.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "examples/demand.hpp"
#include "examples/fill.hpp"
#include "examples/recount.hpp"

namespace jv {

// Is handed the rows of some municipalities and a year, in any thread and several at a time, and gives what is left to do with them: that is done in
// turn, in the order of the rows, when these are gone.
using ExampleSink = std::function<std::function<void()>(std::span<const YearRows> rows)>;

// Rows such that counting them, for the areas and years of the figures, gives every given figure of a closed indeling (totaal, schooltype,
// onderwijssoort, niveau, groep, herkomst). Figures of open indelingen (leeftijd, school, afsluitreden, uitkomst) and those not given are free. A
// pupil has one gemeente and one schooltype a year, is thuiszitter once, and stands on the list of kwetsbare jongeren once a year.
class Example {
public:
    // Sorts out what is asked. Fails with status 1 (J001-J004) for figures that can't come from records.
    explicit Example(ExampleRequest request);
    Example(const Example&) = delete;

    // The kinds that get an export, with rows or not; and the years of the figures, in order.
    const std::vector<Kind>& kinds() const { return demand_.kinds; }
    const std::vector<Schooljaar>& years() const { return years_; }
    // How many figures come out; are left out, as they can't come from records; belong to open indelingen and may come out otherwise.
    std::uint64_t honoured() const { return demand_.given.size(); }
    std::uint64_t skipped() const { return demand_.skipped; }
    std::uint64_t free() const { return demand_.free; }

    // Gives the rows, by municipality, year and kind; those of several years under the first of these in which they count. The same request and seed
    // give the same rows in the same order, with any number of threads. Fails with status 1 before the first row: C010 for figures that contradict
    // each other, C011 when it could not be found out whether they do. The rows of a municipality (or a region) and a year are recounted before they
    // are given.
    void make(std::uint64_t seed, unsigned threads, const ExampleSink& sink) const;

private:
    Schooljaar year_of(Kind kind, const ExportRow& row) const;
    std::vector<YearRows> by_year(const PlanUnit& unit, const std::map<std::string, MunicipalRows>& rows) const;

    ExampleRequest request_;
    Demand demand_;
    std::vector<Schooljaar> years_;
};

}  // namespace jv
