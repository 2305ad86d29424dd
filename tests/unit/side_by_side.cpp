// Municipalities of a region side by side.
#include "comparison/side_by_side.hpp"

#include <doctest/doctest.h>

#include "failure.hpp"

using namespace jv;

namespace {

void add(Cijfers& cijfers, const char* area, const char* indicator, std::int64_t count) {
    cijfers.add({area, "2023-2024", indicator, "leerlingen", "totaal", "totaal"}, CijferValue::of(count));
}

Cijfers region() {
    Cijfers cijfers;
    add(cijfers, "Klein", "leerling", 400);
    add(cijfers, "Groot", "leerling", 9000);
    add(cijfers, "Regio", "leerling", 9390);
    add(cijfers, "Klein", "relatief-verzuim", 9);
    add(cijfers, "Groot", "relatief-verzuim", 300);
    add(cijfers, "Regio", "relatief-verzuim", 308);
    return cijfers;
}

}  // namespace

TEST_CASE("a municipality is compared with the region without it") {
    const auto tables = side_by_side(region(), read_definitions(), "Regio", {}, "").tables;
    REQUIRE(tables.size() == 1);
    const auto& areas = tables[0].areas;
    REQUIRE(areas.size() == 3);
    CHECK(areas[0].gebied == "Groot");
    CHECK(areas[1].gebied == "Klein");
    CHECK(areas[2].gebied == "Regio");
    CHECK_FALSE(areas[2].test);
    // 299 of 8.990 elsewhere against 9 of 400: 33,3 against 22,5 per 1.000. R: poisson.test(c(9, 299), c(400, 8990)).
    REQUIRE(areas[1].test);
    CHECK(areas[1].rate_tenths() == 225);
    CHECK(areas[1].test->ratio == doctest::Approx(0.6765050167).epsilon(1e-8));
    CHECK(areas[1].interval.low * 1000 == doctest::Approx(10.28843274).epsilon(1e-8));  // poisson.test(9, 400)
    CHECK(areas[1].interval.high * 1000 == doctest::Approx(42.71200863).epsilon(1e-8));
    CHECK(areas[1].verdict == Verdict::may_be_chance);
}

TEST_CASE("what is not part of the region is not compared with it, and what is not known is left out") {
    auto cijfers = region();
    add(cijfers, "Elders", "leerling", 20000);
    add(cijfers, "Elders", "relatief-verzuim", 10);
    add(cijfers, "Leeg", "relatief-verzuim", 2);
    CHECK(failure_of([&] { side_by_side(cijfers, read_definitions(), "Regio", {}, ""); }).substr(0, 6) == "1 W005");
    const auto table = side_by_side(cijfers, read_definitions(), "Regio", {"Klein", "Leeg"}, "2023-2024").tables.at(0);
    CHECK(table.areas.size() == 2);
    CHECK(table.left_out == std::vector<std::string>{"Leeg"});
    CHECK(failure_of([&] { side_by_side(cijfers, read_definitions(), "Regio", {}, "2022-2023"); }).substr(0, 6) == "2 U010");
    CHECK(failure_of([&] { side_by_side(cijfers, read_definitions(), "Region", {}, ""); }).substr(0, 6) == "2 U011");
}
