#include "messages/finding.hpp"

#include <doctest/doctest.h>

using namespace jv;

TEST_CASE("a message names file, line, field, code, what is wrong and what to do") {
    CHECK(to_line({{"export.csv", 14, 6}, "V012", "melddatum \"31-02-2024\" bestaat niet", "schrijf jjjj-mm-dd"}) ==
          "export.csv:14:6: V012 melddatum \"31-02-2024\" bestaat niet; schrijf jjjj-mm-dd");
    CHECK(to_line({{"export.csv", 14}, "V012", "tekst", "advies"}) == "export.csv:14: V012 tekst; advies");
    CHECK(to_line({{"export.csv"}, "V012", "tekst", "advies"}) == "export.csv: V012 tekst; advies");
    CHECK(to_line({{}, "V012", "tekst", ""}) == "V012 tekst");
    CHECK(to_line({{"export.csv"}, "V012", "tekst", "advies", Level::warning}) == "export.csv: V012 waarschuwing: tekst; advies");
}

TEST_CASE("of one code at most ten messages a file are shown, then their number") {
    FindingLog log;
    for (std::uint64_t line = 1; line <= 13; ++line) log.add({{"a.csv", line}, "V001", "fout", ""});
    log.add({{"b.csv", 1}, "V001", "fout", ""});
    log.add({{"a.csv", 2}, "V002", "fout", ""});
    const auto lines = log.lines();
    REQUIRE(lines.size() == 13);
    CHECK(lines[0] == "a.csv:1: V001 fout");
    CHECK(lines[9] == "a.csv:10: V001 fout");
    CHECK(lines[10] == "b.csv:1: V001 fout");
    CHECK(lines[12] == "a.csv: V001 nog 3 keer, in totaal 13");
}

TEST_CASE("ten messages of one code need no number") {
    FindingLog log;
    for (std::uint64_t line = 1; line <= 10; ++line) log.add({{"a.csv", line}, "V001", "fout", ""});
    CHECK(log.lines().size() == 10);
}

TEST_CASE("warnings are no errors, and can be left out") {
    FindingLog log;
    CHECK(log.empty());
    for (std::uint64_t line = 1; line <= 11; ++line) log.add({{"a.csv", line}, "W001", "vreemd", "", Level::warning});
    CHECK_FALSE(log.empty());
    CHECK_FALSE(log.has_errors());
    CHECK(log.lines().size() == 11);
    CHECK(log.lines(false).empty());
    log.add({{"a.csv", 2}, "V002", "fout", ""});
    CHECK(log.has_errors());
    CHECK(log.lines(false) == std::vector<std::string>{"a.csv:2: V002 fout"});
}

TEST_CASE("a failure carries its status and its lines") {
    try {
        fail_data("C001", "fout", "advies", {"a.csv", 3, 7});
    } catch (const Failure& failure) {
        CHECK(failure.status() == ExitStatus::data);
        CHECK(failure.lines() == std::vector<std::string>{"a.csv:3:7: C001 fout; advies"});
    }
    CHECK_THROWS_WITH_AS(fail_usage("G001", "fout", "advies"), "G001 fout; advies", Failure);
}
