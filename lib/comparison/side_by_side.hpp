// Municipalities of a region side by side: rates with the interval that chance leaves them, each against the region without it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "comparison/compare.hpp"

namespace jv {

struct AreaRate {
    std::string gebied;
    std::int64_t count = 0, base = 0;
    Interval interval;                // of the rate, per pupil: exact, Poisson
    std::optional<RatioTest> test;    // of the rate against that of the rest of the region
    std::optional<double> corrected;  // p, corrected for the municipalities of the table
    Verdict verdict = Verdict::none;
    // Between which rates a municipality of its size lies by chance, 95 and 99,8 times out of 100, if it is as the rest of the region: given the
    // count of the region, that of the municipality is then binomial, with its part of the pupils as chance. Its rate is outside `limits` exactly
    // when p < 0,05. What is expected of every municipality is so the rate of the region, the centre line of the funnel.
    Interval limits = {}, far_limits = {};

    std::int64_t rate_tenths() const;  // per 1.000, in tenths
};

// One indicator, of leerlingen, its total.
struct RateTable {
    std::string indicator, base;
    std::vector<AreaRate> areas;        // by name; the region itself is last, without a test
    std::vector<std::string> left_out;  // municipalities without a figure, or without a base that it can be of
};

struct SideBySide {
    std::string region, schooljaar;
    std::vector<RateTable> tables;  // in the order of the definitions, without those that are 0 everywhere
};

struct SideBySideRequest {
    std::string region;
    std::vector<std::string> municipalities = {};  // none: all areas of the cijfers but the region
    std::string schooljaar = {};                   // as in the cijfers; empty: the last school year of the region
    std::string base = {};                         // an indicator that goes before those of the rules
};

// Compares the municipalities in one year. The rest of the region is the region less the municipality: a pupil who lived in both counts with the
// municipality only. Fails with status 2 as compare() does, and status 1 (W005) when a municipality has more than its region, so that it is not part
// of it. The log gets a warning (W006) when the municipalities together have so many more than the region that some may not be part of it, and an
// error (W003) for more leerlingen than there are, which are then not compared.
SideBySide side_by_side(const Cijfers& cijfers, const Definitions& definitions, const SideBySideRequest& request, FindingLog& log);

// One JSON object, as the README describes it.
std::string side_by_side_as_json(const SideBySide& comparison);

}  // namespace jv
