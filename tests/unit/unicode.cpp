#include "documents/unicode.hpp"

#include <doctest/doctest.h>

#include "documents/sheet_names.hpp"

using namespace jv;

TEST_CASE("text is made valid, without control characters") {
    CHECK(printable("café") == "café");
    CHECK(printable("a\xFF"
                    "b\xC3") == "a\uFFFDb\uFFFD");
    CHECK(printable("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");
    CHECK(printable("een\ntwee\tdrie\x01") == "een twee drie");
}

TEST_CASE("the width of a text is what it takes on a terminal") {
    CHECK(display_width("beëindigd") == 9);
    CHECK(display_width("e\u0301") == 1);
    CHECK(display_width("漢字") == 4);
    CHECK(display_width("") == 0);
}

TEST_CASE("text is broken at spaces, and inside words that are too long") {
    CHECK(wrap("een twee drie", 8) == std::vector<std::string>{"een twee", "drie"});
    CHECK(wrap("verzuimkaart", 7) == std::vector<std::string>{"verzuim", "kaart"});
    CHECK(wrap("", 5) == std::vector<std::string>{""});
}

TEST_CASE("a text too long is cut, with a sign that it was") {
    CHECK(shortened("één", 3) == "één");
    CHECK(shortened("vier", 3) == "vi…");
}

TEST_CASE("names of sheets are accepted by a spreadsheet, and differ") {
    SheetNames names;
    CHECK(names.add("Meldingen") == "Meldingen");
    CHECK(names.add("MELDINGEN") == "MELDINGEN (2)");
    CHECK(names.add("'a[b]:c*?/\\d'") == "a-b--c----d");
    CHECK(names.add("") == "tabel");
    CHECK(names.add("History") == "History-");
    CHECK(names.add("één") == "één");
    CHECK(names.add("ÉÉN") == "ÉÉN (2)");
    const std::string thirty_two = "leerlingen-per-soort-onderwijs-x";
    CHECK(display_width(names.add(thirty_two)) == 31);
    CHECK(display_width(names.add(thirty_two)) == 31);
}
