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

SideBySide beside(const Cijfers& cijfers, SideBySideRequest request = {"Regio"}) {
    FindingLog log;
    return side_by_side(cijfers, read_definitions(), request, log);
}

// The codes of what the log gets.
std::string said(const Cijfers& cijfers, const SideBySideRequest& request = {"Regio"}) {
    FindingLog log;
    side_by_side(cijfers, read_definitions(), request, log);
    std::string codes;
    for (const auto& finding : log.kept()) codes += std::string(finding.code) + " " + finding.text + "\n";
    return codes;
}

}  // namespace

TEST_CASE("a municipality is compared with the region without it") {
    const auto tables = beside(region()).tables;
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
    CHECK(failure_of([&] { beside(cijfers); }).substr(0, 6) == "1 W005");
    const auto table = beside(cijfers, {"Regio", {"Klein", "Leeg"}, "2023-2024"}).tables.at(0);
    CHECK(table.areas.size() == 2);
    CHECK(table.left_out == std::vector<std::string>{"Leeg"});
    CHECK(failure_of([&] { beside(cijfers, {"Regio", {}, "2022-2023"}); }).substr(0, 6) == "2 U010");
    CHECK(failure_of([&] { beside(cijfers, {"Region"}); }).substr(0, 6) == "2 U011");
}

TEST_CASE("the year is the last school year of the region, whatever else the cijfers hold") {
    auto cijfers = region();
    cijfers.add({"Regio", "2025", "formatie", "fte", "totaal", "totaal"}, CijferValue::of(3));
    cijfers.add({"Elders", "2024-2025", "leerling", "leerlingen", "totaal", "totaal"}, CijferValue::of(3));
    CHECK(beside(cijfers).schooljaar == "2023-2024");
    CHECK(beside(cijfers).tables.size() == 1);
}

TEST_CASE("a base that is asked for is that of the rates") {
    auto cijfers = region();
    for (const auto* area : {"Klein", "Groot", "Regio"}) add(cijfers, area, "leerplichtig", area == std::string("Klein") ? 300 : 8000);
    const auto table = beside(cijfers, {"Regio", {}, {}, "leerplichtig"}).tables.at(0);
    CHECK(table.base == "leerplichtig");
    CHECK(table.areas[1].rate_tenths() == 300);
    CHECK(failure_of([&] { beside(cijfers, {"Regio", {}, {}, "startset"}); }).substr(0, 6) == "2 S005");
}

TEST_CASE("a municipality that is named twice is compared once") {
    CHECK(beside(region(), {"Regio", {"Klein", "Groot", "Klein", "Regio"}}).tables.at(0).areas.size() == 3);
}

TEST_CASE("more leerlingen than there are is an error, and not compared") {
    auto cijfers = region();
    add(cijfers, "Dubbel", "leerling", 5);
    add(cijfers, "Dubbel", "relatief-verzuim", 6);
    CHECK(said(cijfers, {"Regio", {"Klein", "Dubbel"}}) ==
          "W003 Dubbel 2023-2024: het aantal leerlingen bij relatief-verzuim (totaal: totaal) is 6, maar bij leerling is het 5\n");
    CHECK(beside(cijfers, {"Regio", {"Klein", "Dubbel"}}).tables.at(0).left_out == std::vector<std::string>{"Dubbel"});
}

TEST_CASE("municipalities that have together much more than their region are not all in it") {
    CHECK(said(region()).empty());  // 10 lived in both
    auto cijfers = region();
    add(cijfers, "Elders", "leerling", 500);
    add(cijfers, "Elders", "relatief-verzuim", 10);
    CHECK(said(cijfers) ==
          "W006 leerling: Regio heeft er 9390, en alle gemeenten samen 9900; misschien ligt niet elke gemeente erin: kijk naar Elders en Klein\n");
    CHECK(said(cijfers, {"Regio", {"Klein", "Groot"}}).empty());
}
