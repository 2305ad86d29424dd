#include "comparison/statistics.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <limits>
#include <numeric>

#include "messages/finding.hpp"

namespace jv {

namespace {

namespace math = boost::math;

// In double alone: the same figures on every machine.
using Policy = math::policies::policy<math::policies::promote_double<false>>;

constexpr double tail = test_level / 2;
constexpr double infinite = std::numeric_limits<double>::infinity();

void require_exposure(double exposure) {
    if (!(exposure > 0) || std::isinf(exposure))
        fail_data("W001", "het aantal waarover een cijfer gaat, is niet groter dan 0", "verbeter dat aantal, of laat het weg");
}

// Sets p, twice the smaller tail. Rounding may not set p and the interval at odds: a p that is the level but for its last digits is the level, and
// a bound that is 1 but for its last digits follows p.
void set_p(RatioTest& test, double smaller_tail) {
    constexpr double rounding = 1e-12;
    test.p = std::min(1.0, 2 * smaller_tail);
    if (std::abs(test.p - test_level) < rounding) test.p = test_level;
    auto& [low, high] = test.interval;
    if (!test.is_significant())
        low = std::min(low, 1.0), high = std::max(high, 1.0);
    else if (test.ratio > 1)
        low = std::max(low, std::nextafter(1.0, 2.0));
    else
        high = std::min(high, std::nextafter(1.0, 0.0));
}

}  // namespace

std::optional<RatioTest> exact_test(std::int64_t earlier, std::int64_t later, double earlier_exposure, double later_exposure) {
    require_exposure(earlier_exposure);
    require_exposure(later_exposure);
    if (earlier + later == 0) return std::nullopt;
    const auto before = static_cast<double>(earlier), after = static_cast<double>(later);
    const double per_exposure = earlier_exposure / later_exposure;
    const double chance = later_exposure / (earlier_exposure + later_exposure);
    const double at_most = earlier == 0 ? 1 : math::ibetac(after + 1, before, chance, Policy());
    const double at_least = later == 0 ? 1 : math::ibeta(after, before + 1, chance, Policy());
    // The odds of a share that later events have of all.
    const auto odds = [&](double share) { return share / (1 - share) * per_exposure; };
    RatioTest test;
    test.ratio = earlier == 0 ? infinite : after / before * per_exposure;
    test.interval.low = later == 0 ? 0 : odds(math::ibeta_inv(after, before + 1, tail, Policy()));
    test.interval.high = earlier == 0 ? infinite : odds(math::ibetac_inv(after + 1, before, tail, Policy()));
    set_p(test, std::min(at_most, at_least));
    return test;
}

std::optional<RatioTest> quasi_poisson_test(const Clustered& earlier, const Clustered& later) {
    if (earlier.events == 0 || later.events == 0 || earlier.pupils <= 0 || later.pupils <= 0 || earlier.pupils + later.pupils < 3)
        return std::nullopt;
    // The sum of (y - mean)^2 / mean over the pupils of a year.
    const auto pearson = [](const Clustered& year) {
        const double mean = static_cast<double>(year.events) / static_cast<double>(year.pupils);
        return static_cast<double>(year.squares) / mean - static_cast<double>(year.events);
    };
    const auto freedom = static_cast<double>(earlier.pupils + later.pupils - 2);
    const double dispersion = (pearson(earlier) + pearson(later)) / freedom;
    if (!(dispersion > 0)) return std::nullopt;
    const auto before = static_cast<double>(earlier.events), after = static_cast<double>(later.events);
    const double error = std::sqrt(dispersion * (1 / before + 1 / after));
    const math::students_t_distribution<double, Policy> student(freedom);
    const double margin = math::quantile(math::complement(student, tail)) * error;
    RatioTest test;
    test.ratio = after / static_cast<double>(later.pupils) / (before / static_cast<double>(earlier.pupils));
    const double change = std::log(test.ratio);
    test.interval = {std::exp(change - margin), std::exp(change + margin)};
    set_p(test, math::cdf(math::complement(student, std::abs(change) / error)));
    return test;
}

Interval poisson_interval(std::int64_t count, double exposure) {
    require_exposure(exposure);
    const auto events = static_cast<double>(count);
    return {count == 0 ? 0 : math::gamma_p_inv(events, tail, Policy()) / exposure, math::gamma_q_inv(events + 1, tail, Policy()) / exposure};
}

Interval chance_limits(std::int64_t events, double share, double level) {
    const auto all = static_cast<double>(events);
    if (share >= 1) return {all, all};
    // Where a tail, which rises or falls with the count, is half the level.
    const auto crossing = [&](double low, double high, const auto& is_beyond) {
        constexpr int halvings = 100;  // more than a double has bits
        for (int i = 0; i < halvings; ++i) (is_beyond((low + high) / 2) ? low : high) = (low + high) / 2;
        return (low + high) / 2;
    };
    const double low = crossing(
        -1, all, [&](double count) { return count + 1 <= 0 || (count < all && math::ibetac(count + 1, all - count, share, Policy()) < level / 2); });
    const double high = crossing(0, all + 1, [&](double count) {
        return count <= 0 || (count < all + 1 && math::ibeta(count, all + 1 - count, share, Policy()) >= level / 2);
    });
    return {std::max(low, 0.0), std::min(high, all)};
}

std::vector<double> benjamini_hochberg(const std::vector<double>& p) {
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] > p[b]; });
    std::vector<double> corrected(p.size());
    double smallest = 1;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto rank = static_cast<double>(order.size() - i);
        smallest = std::min(smallest, p[order[i]] * static_cast<double>(order.size()) / rank);
        corrected[order[i]] = smallest;
    }
    return corrected;
}

}  // namespace jv
