// Which pairs of years a break lies between, and what a comparison makes of it.
#include "comparison/breaks.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "comparison/compare.hpp"
#include "comparison/json.hpp"
#include "comparison/moved.hpp"
#include "failure.hpp"

using namespace jv;

namespace {

Break break_in(int first, BreakKind kind = BreakKind::definition) {
    Break entry;
    entry.kind = kind;
    entry.first = entry.last = Schooljaar(first);
    return entry;
}

Cijfers series(const std::vector<std::pair<int, std::int64_t>>& values, const std::string& indicator = "halt",
               const std::string& unit = "leerlingen") {
    Cijfers cijfers;
    for (const auto& [year, value] : values)
        cijfers.add({"Borne", to_text(Schooljaar(year)), indicator, unit, "totaal", "totaal"}, CijferValue::of(value));
    return cijfers;
}

}  // namespace

TEST_CASE("a break lies between the last year before it and the first year after it") {
    const auto entry = break_in(2021);
    CHECK(entry.touches(Schooljaar(2020), Schooljaar(2021)));
    CHECK(entry.touches(Schooljaar(2015), Schooljaar(2023)));
    CHECK_FALSE(entry.touches(Schooljaar(2019), Schooljaar(2020)));
    CHECK_FALSE(entry.touches(Schooljaar(2021), Schooljaar(2022)));
    CHECK(entry.separates());
}

TEST_CASE("a year in which both are mixed can't be compared with the year before it either") {
    auto entry = break_in(2016);
    entry.mixed = Schooljaar(2015);
    CHECK(entry.touches(Schooljaar(2014), Schooljaar(2015)));
    CHECK(entry.touches(Schooljaar(2015), Schooljaar(2016)));
    CHECK_FALSE(entry.touches(Schooljaar(2013), Schooljaar(2014)));
    CHECK_FALSE(entry.touches(Schooljaar(2016), Schooljaar(2017)));
}

TEST_CASE("a circumstance touches the years in which it was there, and separates nothing") {
    auto entry = break_in(2019, BreakKind::circumstance);
    entry.last = Schooljaar(2020);
    for (const int year : {2018, 2019, 2020}) CHECK(entry.touches(Schooljaar(year), Schooljaar(year + 1)));
    CHECK_FALSE(entry.touches(Schooljaar(2017), Schooljaar(2018)));
    CHECK_FALSE(entry.touches(Schooljaar(2021), Schooljaar(2022)));
    CHECK_FALSE(entry.touches(Schooljaar(2017), Schooljaar(2022)));
    CHECK_FALSE(entry.separates());
}

TEST_CASE("between calendar years there is no break") {
    const std::vector<Break> breaks{break_in(2021)};
    CHECK(breaks_between(breaks, "halt", "Borne", "2020-2021", "2021-2022").size() == 1);
    CHECK(breaks_between(breaks, "halt", "Borne", "2021", "2122").empty());
    CHECK(breaks_between(breaks, "halt", "Borne", "2020", "2021").empty());
}

TEST_CASE("a break is about its indicators and areas, or about all") {
    auto entry = break_in(2021);
    CHECK(entry.is_about("halt", "Borne"));
    entry.areas = {"Twenterand"};
    CHECK_FALSE(entry.is_about("halt", "Borne"));
    CHECK(entry.is_about("halt", "Twenterand"));
    entry.indicators = {"svb"};
    CHECK_FALSE(entry.is_about("halt", "Twenterand"));
}

TEST_CASE("the known breaks are there") {
    const auto breaks = read_breaks({}, read_definitions(), Cijfers());
    const auto between = [&](const char* indicator, const char* area, int year) {
        std::string kinds;
        for (const auto& entry : breaks)
            if (entry.is_about(indicator, area) && entry.touches(Schooljaar(year), Schooljaar(year + 1)))
                kinds += std::string(to_text(entry.kind)) + " ";
        return kinds;
    };
    CHECK(between("thuiszitter", "Brummen", 2014) == "definitie ");
    CHECK(between("thuiszitter", "Brummen", 2015) == "definitie ");
    CHECK(between("relatief-verzuim", "Brummen", 2015) == "");
    CHECK(between("melding", "Twenterand", 2020) == "registratiesysteem omstandigheid ");
    CHECK(between("melding", "Almelo", 2020) == "omstandigheid ");
    CHECK(between("leerling", "Twenterand", 2020) == "omstandigheid ");
    CHECK(between("melding", "Twenterand", 2022) == "");
    CHECK(between("rmc-traject", "Almelo", 2024) == "wet ");
    CHECK(between("rmc-traject", "Almelo", 2025) == "wet ");
    CHECK(between("melding", "Almelo", 2025) == "");
}

TEST_CASE("years across a break are not compared, unless asked for") {
    const auto definitions = read_definitions();
    const auto cijfers = series({{2020, 100}, {2021, 40}, {2022, 42}});
    FindingLog log;
    CompareRequest request;
    request.breaks = {break_in(2021)};
    const auto comparison = compare(cijfers, definitions, request, log);
    const auto& changes = comparison.tables.at(0).rows.at(0).changes;
    CHECK(changes[0].obstacle == Obstacle::broken);
    CHECK_FALSE(changes[0].test);
    CHECK_FALSE(changes[0].percent_tenths);
    CHECK(changes[0].breaks == std::vector<std::size_t>{0});
    CHECK(changes[1].obstacle == Obstacle::none);
    CHECK(changes[1].difference == 2000);
    CHECK(changes[1].test);
    request.across_breaks = true;
    const auto across = compare(cijfers, definitions, request, log).tables.at(0).rows.at(0).changes[0];
    CHECK(across.difference == -60000);
    CHECK(across.percent_tenths == -600);
    CHECK(across.breaks.size() == 1);
}

TEST_CASE("of several areas each has its own breaks, also in JSON, which is written area by area") {
    Cijfers cijfers;
    for (const auto* area : {"Almelo", "Borne", "Wierden"})
        for (const auto* year : {"2020-2021", "2021-2022"}) cijfers.add({area, year, "halt", "leerlingen", "totaal", "totaal"}, CijferValue::of(30));
    const auto definitions = read_definitions();
    CompareRequest request;
    for (const auto* area : {"Wierden", "Borne"}) {
        auto entry = break_in(2021);
        entry.areas = {area};
        entry.text = area;
        request.breaks.push_back(entry);
    }
    Comparer comparer(cijfers, definitions, request);
    FindingLog log;
    std::string areas;
    const auto look = [&](const std::vector<ComparedTable>& tables) {
        for (const auto& table : tables) {
            areas += table.gebied + " ";
            const auto& crossed = table.rows.at(0).changes.at(0).breaks;
            CHECK(crossed.size() == (table.gebied == "Almelo" ? 0 : 1));
            for (const auto at : crossed) CHECK(comparer.frame().breaks.at(at).text == table.gebied);
        }
    };
    comparer.each_area(look, log);
    CHECK(areas == "Almelo Borne Wierden ");
    ComparisonJson json(comparer.frame());
    auto text = json.begin();
    comparer.each_area([&](const auto& tables) { text += json.tables(tables); }, log);
    const auto parsed = nlohmann::json::parse(text + json.end({}, {}));
    REQUIRE(parsed["tabellen"].size() == 3);
    for (const auto& table : parsed["tabellen"])
        for (const auto& at : table["rijen"][0]["veranderingen"][0]["breuken"])
            CHECK(parsed["breuken"][at.get<std::size_t>()]["tekst"] == table["gebied"]);
    CHECK(parsed["tabellen"][2]["rijen"][0]["cijfers"][1]["aantal"] == 30);
}

TEST_CASE("a percentage is rounded half away from zero, and there is none of less than 20") {
    const auto percent = [](std::int64_t earlier, std::int64_t later) {
        FindingLog log;
        const auto comparison = compare(series({{2022, earlier}, {2023, later}}), read_definitions(), {}, log);
        return comparison.tables.at(0).rows.at(0).changes[0].percent_tenths;
    };
    CHECK(percent(19, 30) == std::nullopt);
    CHECK(percent(0, 30) == std::nullopt);
    CHECK(percent(20, 30) == 500);
    CHECK(percent(322, 251) == -220);
    CHECK(percent(2000, 2001) == 1);  // 0,05 %
    CHECK(percent(2000, 1999) == -1);
    CHECK(percent(30, 30) == 0);
}

TEST_CASE("a figure that was published otherwise moved; what is hidden or not known did not") {
    const auto published = series({{2021, 14}, {2022, 25}});
    auto now = series({{2022, 27}, {2023, 31}});
    const auto moved = moved_figures(published, now, read_definitions());
    REQUIRE(moved.size() == 1);
    CHECK(moved[0].published == CijferValue::of(25));
    CHECK(moved[0].now == CijferValue::of(27));
    Cijfers hidden;
    hidden.add(moved[0].key, {0, Status::onderdrukt});
    CHECK(moved_figures(published, hidden, read_definitions()).empty());
    CHECK(moved_figures(hidden, now, read_definitions()).empty());
}

TEST_CASE("a series a year too early or too late is told, one that only looks like it is not") {
    const auto later = shifted_series(series({{2021, 25}, {2022, 31}}), series({{2022, 25}, {2023, 31}}));
    REQUIRE(later.size() == 1);
    CHECK(later[0].by == 1);
    CHECK(later[0].years == std::vector<std::string>{"2022-2023", "2023-2024"});
    const auto earlier = shifted_series(series({{2022, 25}, {2023, 31}}), series({{2021, 25}, {2022, 31}}));
    REQUIRE(earlier.size() == 1);
    CHECK(earlier[0].by == -1);
    CHECK(shifted_series(series({{2021, 25}, {2022, 31}}), series({{2022, 25}, {2023, 32}})).empty());  // one differs
    CHECK(shifted_series(series({{2021, 4}, {2022, 5}}), series({{2022, 4}, {2023, 5}})).empty());      // small figures are the same by chance
    CHECK(shifted_series(series({{2021, 25}, {2022, 25}}), series({{2022, 25}, {2023, 25}})).empty());  // all the same
}
