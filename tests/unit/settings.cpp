#include "settings/settings.hpp"

#include <doctest/doctest.h>

#include "failure.hpp"
#include "scratch.hpp"

using namespace jv;

TEST_CASE("values are read by their type") {
    const auto s =
        parse_settings("naam = \"a\"\naantal = 3\nja = true\nlijst = [\"x\", \"y\"]\njaren = [1, 2]\n[tabel]\nsleutel = \"w\"\n", "t.toml");
    CHECK(s.text("naam") == "a");
    CHECK(s.text("weg", "anders") == "anders");
    CHECK(s.whole("aantal", 0) == 3);
    CHECK(s.whole("weg", 7) == 7);
    CHECK(s.flag("ja", false));
    CHECK(s.texts("lijst") == std::vector<std::string>{"x", "y"});
    CHECK(s.texts("naam") == std::vector<std::string>{"a"});
    CHECK(s.texts("weg").empty());
    CHECK(s.wholes("jaren") == std::vector<long long>{1, 2});
    CHECK(s.table("tabel").text("sleutel") == "w");
    CHECK_FALSE(s.table("weg").has("x"));
    CHECK(s.is_text("naam"));
    CHECK(s.is_table("tabel"));
    s.check_keys();
}

TEST_CASE("arrays of tables and keys keep the order of the file") {
    const auto s = parse_settings("[[rij]]\nn = 1\n[[rij]]\nn = 2\n", "t.toml");
    const auto rows = s.tables("rij");
    REQUIRE(rows.size() == 2);
    CHECK(rows[1].whole("n", 0) == 2);
    CHECK(parse_settings("z = 1\na = 2\nm = 3\n", "t.toml").keys() == std::vector<std::string>{"z", "a", "m"});
}

TEST_CASE("a text that is no TOML names line and column") {
    CHECK(failure_of([] { parse_settings("a = 1\nb = \n", "t.toml"); }).starts_with("2 t.toml:2:"));
    CHECK(failure_of([] { parse_settings("a = 1\na = 2\n", "t.toml"); }).find(" S001 ") != std::string::npos);
}

TEST_CASE("a key that nobody asked for is an error with the nearest one that was") {
    const auto s = parse_settings("naam = \"a\"\n  gemeeente = \"b\"\n", "t.toml");
    s.text("naam");
    s.text("gemeente", "");
    CHECK(failure_of([&] { s.check_keys(); }) == "2 t.toml:2:3: S002 onbekende sleutel \"gemeeente\"; bedoelde u \"gemeente\"?");
}

TEST_CASE("sub-tables are checked by themselves") {
    const auto s = parse_settings("[tabel]\nfout = 1\n", "t.toml");
    const auto table = s.table("tabel");
    s.check_keys();
    table.has("goed");
    CHECK(failure_of([&] { table.check_keys(); }).starts_with("2 t.toml:2:1: S002 onbekende sleutel \"fout\""));
}

TEST_CASE("a missing key and a value of another type are errors with their place") {
    const auto s = parse_settings("naam = 3\n[tabel]\nlijst = [\"x\", 2]\n", "t.toml");
    CHECK(failure_of([&] { s.text("weg"); }).find(" S003 de sleutel \"weg\" ontbreekt") != std::string::npos);
    CHECK(failure_of([&] { s.text("naam"); }).starts_with("2 t.toml:1:1: S003 "));
    CHECK(failure_of([&] { s.texts("naam"); }).starts_with("2 t.toml:1:1: S003 "));
    CHECK(failure_of([&] { s.flag("naam", false); }).starts_with("2 t.toml:1:1: S003 "));
    CHECK(failure_of([&] { s.tables("tabel"); }).find(" S003 ") != std::string::npos);
    CHECK(failure_of([&] { s.table("tabel").texts("lijst"); }).starts_with("2 t.toml:3:1: S003 "));
    CHECK(failure_of([&] { s.whole("tabel", 0); }).find(" S003 ") != std::string::npos);
}

TEST_CASE("a rule of the caller's own is an error at the place of the key or element") {
    const auto s = parse_settings("a = 1\nlijst = [\n  \"x\",\n  \"y\",\n]\n", "t.toml");
    CHECK(failure_of([&] { s.fail("lijst", "fout", "advies"); }) == "2 t.toml:2:1: S004 fout; advies");
    CHECK(s.place("lijst", 1).line == 4);
    CHECK(s.place("lijst", 1).field == 3);
}

TEST_CASE("a settings file is named without its folder") {
    const Scratch scratch;
    const auto path = scratch.file("jaarverslag.toml", "naam = ");
    CHECK(failure_of([&] { read_settings(path); }).starts_with("2 jaarverslag.toml:1:"));
    CHECK(failure_of([&] { read_settings(scratch.folder() / "weg.toml"); }).starts_with("2 weg.toml: I001 "));
}
