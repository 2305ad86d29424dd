// How the results of a test stand in a table.
#include "tables/comparison_cells.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "tables/style.hpp"

using namespace jv;

namespace {

// The five cells, with a comma between them.
std::string printed(const RatioTest& test, std::optional<double> corrected = {}) {
    std::string out;
    for (const auto& cell : test_cells(test, corrected)) out += (out.empty() ? "" : "; ") + to_text(cell, Style());
    return out;
}

}  // namespace

TEST_CASE("a test is p, corrected p, ratio and bounds") {
    CHECK(printed({0.571, {0.36, 0.88}, 0.0104}, 0.02) == "0,010; 0,020; 0,57; 0,36; 0,88");
    CHECK(printed({INFINITY, {1.47, INFINITY}, 0.0004}, 0.0004) == "< 0,001; < 0,001; ∞; 1,47; ∞");
    CHECK(printed({0.9, {0.4, 1.9}, 1}) == "1,000; ; 0,90; 0,40; 1,90");
}

TEST_CASE("rounding hides neither on which side of the level p is, nor that the interval excludes 1") {
    CHECK(printed({1.5, {1.002, 2.3}, 0.0497}, 0.0504) == "< 0,05; 0,050; 1,50; > 1; 2,30");
    CHECK(printed({0.6, {0.3, 0.998}, 0.0482}) == "0,048; ; 0,60; 0,30; < 1");
    CHECK(printed({1.5, {0.998, 2.3}, 0.0503}) == "0,050; ; 1,50; 1,00; 2,30");
    CHECK(printed({0.6, {0.3, 1.002}, 0.0503}) == "0,050; ; 0,60; 0,30; 1,00");
}
