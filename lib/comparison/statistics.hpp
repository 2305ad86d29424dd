// The tests: whether two counts differ by more than chance makes, and between which bounds their ratio lies.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace jv {

// The level of every test, and one minus that of every interval.
inline constexpr double test_level = 0.05;
// That of the outer limits of a funnel plot, as is usual there: 99,8 %, about three standard errors.
inline constexpr double far_level = 0.002;

// A range of which the upper bound may be infinite.
struct Interval {
    double low = 0, high = 0;
};

// The ratio of the later rate to the earlier one (infinite when the earlier count is 0), its 95 % interval, and the p of a ratio of 1.
// p < test_level exactly when the interval excludes 1.
struct RatioTest {
    double ratio = 0;
    Interval interval;
    double p = 1;
    bool is_significant() const { return p < test_level; }
};

// Counts of independent events, such as distinct pupils: the exact conditional binomial test. Given their sum the later count is binomial
// with chance later_exposure / (earlier_exposure + later_exposure); p is twice the smaller tail, at most 1, and the interval is that of
// Clopper and Pearson, as R's poisson.test gives it. Counts are not negative. None when both are 0. Fails (Failure, status 1, W001) for an
// exposure that is not larger than 0.
std::optional<RatioTest> exact_test(std::int64_t earlier, std::int64_t later, double earlier_exposure = 1, double later_exposure = 1);

// Events that cluster in pupils: how many, the sum of the squares of each pupil's number, and how many pupils there are, those without any too.
struct Clustered {
    std::int64_t events = 0, squares = 0, pupils = 0;
};

// Such events, by R's glm(events ~ year, family = quasipoisson) over all pupils of both years: Pearson's dispersion, and the t distribution
// with as many degrees of freedom as there are pupils less two. None when a year has no events, or there is no spread at all.
std::optional<RatioTest> quasi_poisson_test(const Clustered& earlier, const Clustered& later);

// The exact 95 % interval of a rate: a Poisson count over its exposure (Garwood). Fails as exact_test does.
Interval poisson_interval(std::int64_t count, double exposure);

// Between which counts a part of `events` lies by chance, when each event falls in the part with chance `share` (above 0, at most 1) and the level is
// `level`: exact, from the binomial distribution, in its continuous form (the incomplete beta function), so that limits over sizes are a smooth
// line. A whole count is below `low` or above `high` exactly when the p of exact_test(), of it against the rest, is below the level.
Interval chance_limits(std::int64_t events, double share, double level);

// The p's corrected for how many they are (Benjamini and Hochberg), in the order given: R's p.adjust(p, "BH").
std::vector<double> benjamini_hochberg(const std::vector<double>& p);

}  // namespace jv
