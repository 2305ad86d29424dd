#include "tables/cell.hpp"

#include <doctest/doctest.h>

#include "tables/style.hpp"

using namespace jv;

TEST_CASE("a figure is rounded half away from zero") {
    CHECK(rounded(3670, 2) == Number{367, 2, false});
    CHECK(rounded(3665, 2) == Number{367, 2, false});
    CHECK(rounded(3664, 2) == Number{366, 2, false});
    CHECK(rounded(500, 0) == Number{1, 0, false});
    CHECK(rounded(499, 0) == Number{0, 0, false});
    CHECK(rounded(-500, 0) == Number{-1, 0, false});
    CHECK(rounded(-400, 0) == Number{0, 0, false});
}

TEST_CASE("a share is computed from whole numbers") {
    CHECK(share_of(165, 5497, 100, 1) == Number{30, 1, true});
    CHECK(share_of(5332, 5497, 100, 1) == Number{970, 1, true});
    CHECK(share_of(1, 8, 100, 0) == Number{13, 0, true});    // 12,5
    CHECK(share_of(1, 200, 100, 0) == Number{1, 0, true});   // 0,5
    CHECK(share_of(5, 1000, 100, 1) == Number{5, 1, true});  // 0,5
    CHECK(share_of(1, 2000, 100, 1) == Number{1, 1, true});  // 0,05
    CHECK(share_of(-1, 8, 100, 0) == Number{-13, 0, true});
    CHECK(share_of(251, 5497, 1000, 1) == Number{457, 1, true});
    CHECK(share_of(999'999'999'999'000, 999'999'999'999'000, 1000, 3) == Number{1'000'000, 3, true});
    CHECK_FALSE(share_of(0, 0, 100, 1));
}

TEST_CASE("a number has a decimal comma and a thousands point") {
    const Style style;
    CHECK(to_text(Number{5497, 0}, style) == "5.497");
    CHECK(to_text(Number{1234567, 0}, style) == "1.234.567");
    CHECK(to_text(Number{999, 0}, style) == "999");
    CHECK(to_text(Number{1234567, 2}, style) == "12.345,67");
    CHECK(to_text(Number{5497, 0}, style, Thousands::none) == "5497");
    CHECK(to_text(Number{4, 1}, style) == "0,4");
    CHECK(to_text(Number{5, 3}, style) == "0,005");
    CHECK(to_text(Number{-71, 0}, style) == "-71");
    CHECK(to_text(Number{-1234, 0}, style) == "-1.234");
}

TEST_CASE("zero is written in the house style, but the zero of a share is a number") {
    Style style;
    CHECK(to_text(Number{0, 0}, style) == "-");
    CHECK(to_text(Number{0, 1, true}, style) == "0,0");
    CHECK(to_text(*share_of(-1, 10000, 100, 1), style) == "0,0");
    style.zero = "0";
    CHECK(to_text(Number{0, 0}, style) == "0");
}

TEST_CASE("a cell without a number says why") {
    Style style;
    style.no_source = "geen bron";
    CHECK(to_text(Cell(Nvt{}), style) == "nvt");
    CHECK(to_text(Cell(Unknown{true}), style) == "onbekend");
    CHECK(to_text(Cell(Unknown{false}), style) == "geen bron");
    CHECK(to_text(Cell(Suppressed{}), style) == "<5");
    CHECK(to_text(Cell(Covered{}), style).empty());
}
