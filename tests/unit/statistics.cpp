// The tests against what R says (tests/comparison/expected.csv, made by expected.R), and what they promise of themselves.
#include "comparison/statistics.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <map>
#include <random>
#include <sstream>

#include "failure.hpp"

using namespace jv;

namespace {

struct Case {
    std::string kind;
    std::vector<double> in, out;  // six inputs; ratio, low, high, p
};

std::vector<Case> cases_of(const std::string& kind) {
    std::ifstream file(JV_TESTS "/comparison/expected.csv");
    std::vector<Case> cases;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::istringstream fields(line);
        Case entry;
        std::getline(fields, entry.kind, ';');
        for (std::string field; std::getline(fields, field, ';');) {
            auto& into = entry.in.size() < 6 ? entry.in : entry.out;
            into.push_back(field == "NA" ? NAN : std::strtod(field.c_str(), nullptr));
        }
        if (entry.kind == kind) cases.push_back(entry);
    }
    return cases;
}

bool near(double found, double expected, double tolerance = 1e-7) {
    return found == expected || std::abs(found - expected) <= tolerance * std::max(std::abs(expected), 1e-9);
}

void check_against(const RatioTest& found, const Case& expected, double tolerance = 1e-7) {
    CHECK(near(found.ratio, expected.out[0], tolerance));
    CHECK(near(found.interval.low, expected.out[1], tolerance));
    CHECK(near(found.interval.high, expected.out[2], tolerance));
    CHECK(near(found.p, expected.out[3], tolerance));
}

std::int64_t whole(double value) { return std::llround(value); }

// Checks that p and the interval say the same, and that the ratio lies in the interval.
void check_agrees(std::int64_t earlier, std::int64_t later, double earlier_exposure, double later_exposure) {
    const auto test = exact_test(earlier, later, earlier_exposure, later_exposure);
    CAPTURE(earlier);
    CAPTURE(later);
    CAPTURE(earlier_exposure);
    CAPTURE(later_exposure);
    REQUIRE(test);
    CHECK(test->is_significant() == (test->interval.low > 1 || test->interval.high < 1));
    CHECK((0 <= test->p && test->p <= 1));
    CHECK((test->interval.low <= test->ratio && test->ratio <= test->interval.high));
}

}  // namespace

TEST_CASE("the exact test is that of R") {
    const auto cases = cases_of("exact");
    CHECK(cases.size() >= 50);
    for (const auto& entry : cases) {
        CAPTURE(entry.in);
        const auto found = exact_test(whole(entry.in[0]), whole(entry.in[1]), entry.in[2], entry.in[3]);
        REQUIRE(found);
        check_against(*found, entry);
    }
}

TEST_CASE("the quasi-Poisson test is that of R") {
    const auto cases = cases_of("quasi");
    CHECK(cases.size() >= 10);
    for (const auto& entry : cases) {
        CAPTURE(entry.in);
        const auto found = quasi_poisson_test({whole(entry.in[0]), whole(entry.in[1]), whole(entry.in[2])},
                                              {whole(entry.in[3]), whole(entry.in[4]), whole(entry.in[5])});
        REQUIRE(found);
        check_against(*found, entry, 1e-6);  // glm stops before its last digits
    }
}

TEST_CASE("the interval of a rate is that of R") {
    const auto cases = cases_of("rate");
    CHECK(cases.size() >= 5);
    for (const auto& entry : cases) {
        const auto found = poisson_interval(whole(entry.in[0]), entry.in[1]);
        CHECK(near(found.low, entry.out[1]));
        CHECK(near(found.high, entry.out[2]));
    }
}

TEST_CASE("the correction for many comparisons is that of R") {
    std::map<double, std::pair<std::vector<double>, std::vector<double>>> families;
    for (const auto& entry : cases_of("family")) {
        families[entry.in[0]].first.push_back(entry.in[1]);
        families[entry.in[0]].second.push_back(entry.out[3]);
    }
    CHECK(families.size() >= 4);
    for (const auto& [number, family] : families) {
        const auto found = benjamini_hochberg(family.first);
        REQUIRE(found.size() == family.second.size());
        for (std::size_t i = 0; i < found.size(); ++i) CHECK(near(found[i], family.second[i]));
    }
    CHECK(benjamini_hochberg({}).empty());
}

TEST_CASE("p is below 0,05 exactly when the interval excludes 1") {
    for (std::int64_t earlier = 0; earlier <= 60; ++earlier)
        for (std::int64_t later = earlier == 0 ? 1 : 0; later <= 60; ++later)
            for (const double exposure : {0.4, 1.0, 2.5}) {
                const auto test = exact_test(earlier, later, 1, exposure);
                REQUIRE(test);
                CHECK_MESSAGE(test->is_significant() == (test->interval.low > 1 || test->interval.high < 1), earlier, " ", later, " ", exposure);
                CHECK(test->p <= 1);
            }
}

TEST_CASE("p is below 0,05 exactly when the interval excludes 1, for random counts and exposures") {
    std::mt19937_64 random(1969);
    const auto upto = [&](std::int64_t most) { return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(most + 1)); };
    for (std::size_t i = 0; i < 20000; ++i) {
        const auto most = std::array<std::int64_t, 6>{2, 12, 60, 400, 5000, 100000}[i % 6];
        const auto earlier = upto(most),
                   later = std::max<std::int64_t>(earlier == 0, i % 4 == 0 ? upto(most) : earlier + upto(most / 8 + 4) - most / 16 - 2);
        const auto exposure = [&](std::int64_t count) { return static_cast<double>(std::max<std::int64_t>(1, count) + upto(20 * most)); };
        check_agrees(earlier, later, 1, 1);
        check_agrees(earlier, later, exposure(earlier), exposure(later));
    }
}

TEST_CASE("p is below 0,05 exactly when the interval excludes 1, as near to it as numbers go") {
    // One case that falls in a fortieth of the pupils: p is exactly 0,05.
    for (const double of_all : {39.0, 3900.0}) {
        CHECK(exact_test(1, 0, of_all / 39, of_all)->p == test_level);
        CHECK(exact_test(0, 1, of_all, of_all / 39)->p == test_level);
        check_agrees(1, 0, of_all / 39, of_all);
        check_agrees(0, 1, of_all, of_all / 39);
    }
    for (const auto& [earlier, later] : {std::pair{7, 27}, {75, 64}, {0, 9}, {9, 0}, {322, 251}, {5000, 5100}})
        for (const double far : {1e-6, 1e6}) {
            // Halves the exposures between one that is significant and one that is not, down to the last bit.
            double inside = (later + 0.5) / (earlier + 0.5), outside = far;
            const auto is_significant = [&](double exposure) { return exact_test(earlier, later, 1, exposure)->is_significant(); };
            if (!is_significant(outside)) continue;
            for (double middle = inside; std::nextafter(inside, outside) != outside; middle = std::sqrt(inside * outside)) {
                if (middle == inside || middle == outside) middle = std::nextafter(inside, outside);
                (is_significant(middle) ? outside : inside) = middle;
            }
            for (int i = 0; i < 40; ++i, outside = std::nextafter(outside, inside)) check_agrees(earlier, later, 1, outside);
        }
}

TEST_CASE("years that change places give the inverse ratio and the same p") {
    for (const auto& [earlier, later] : {std::pair{3, 12}, {40, 31}, {0, 6}}) {
        const auto one = exact_test(earlier, later, 250, 300), other = exact_test(later, earlier, 300, 250);
        CHECK(near(one->p, other->p));
        CHECK(near(one->interval.low, 1 / other->interval.high));
    }
}

TEST_CASE("no test without events, without spread or with an exposure that can't be") {
    CHECK_FALSE(exact_test(0, 0));
    CHECK_FALSE(quasi_poisson_test({0, 0, 100}, {5, 9, 100}));
    CHECK_FALSE(quasi_poisson_test({5, 9, 100}, {5, 9, 0}));
    CHECK_FALSE(quasi_poisson_test({10, 10, 10}, {10, 10, 10}));  // every pupil has one
    for (const double exposure : {0.0, -5.0, static_cast<double>(NAN), static_cast<double>(INFINITY)}) {
        CHECK(failure_of([&] { exact_test(3, 4, exposure, 10); }).substr(0, 6) == "1 W001");
        CHECK(failure_of([&] { exact_test(3, 4, 10, exposure); }).substr(0, 6) == "1 W001");
        CHECK(failure_of([&] { poisson_interval(3, exposure); }).substr(0, 6) == "1 W001");
    }
}

TEST_CASE("the limits of chance are those of R, and a count is outside them exactly when its test says so") {
    const auto cases = cases_of("limits");
    CHECK(cases.size() >= 16);
    for (const auto& entry : cases) {
        CAPTURE(entry.in);
        const auto found = chance_limits(whole(entry.in[0]), entry.in[1], entry.in[2]);
        CHECK(near(found.low, entry.out[1]));
        CHECK(near(found.high, entry.out[2]));
    }
    constexpr std::int64_t all = 90;
    constexpr double part = 700, whole_size = 5000;
    for (const double level : {test_level, far_level}) {
        const auto limits = chance_limits(all, part / whole_size, level);
        for (std::int64_t count = 0; count <= all; ++count) {
            CAPTURE(count);
            const auto inside = static_cast<double>(count) >= limits.low && static_cast<double>(count) <= limits.high;
            CHECK((exact_test(all - count, count, whole_size - part, part)->p < level) == !inside);
        }
    }
    CHECK(chance_limits(7, 1, test_level).low == 7);
    CHECK(chance_limits(7, 1, test_level).high == 7);
}
