#include "counts/cijfers.hpp"

#include <doctest/doctest.h>

#include "failure.hpp"
#include "scratch.hpp"

using namespace jv;

namespace {

const std::string header = "gebied;schooljaar;indicator;eenheid;indeling;categorie;aantal;status\n";

CijferKey key(std::string gebied) { return {std::move(gebied), "2023-2024", "melding", "meldingen", "totaal", "totaal"}; }

Cijfers read(const std::string& rows) {
    const Scratch scratch;
    Cijfers cijfers;
    read_cijfers(scratch.file("cijfers.csv", rows), cijfers);
    return cijfers;
}

std::string failure_reading(const std::string& rows) {
    return failure_of([&] { read(rows); });
}

}  // namespace

TEST_CASE("figures are written in the byte order of the columns") {
    Cijfers cijfers;
    CHECK(cijfers.add(key("Wierden"), CijferValue::of(251)));
    CHECK(cijfers.add(key("'s-Gravenhage"), CijferValue::of(0)));
    CHECK(cijfers.add({"Wierden", "2018", "formatie", "fte", "totaal", "totaal"}, {1250, Status::counted}));
    CHECK(cijfers.add(key("Ærø; \"x\""), {0, Status::onderdrukt}));
    CHECK(to_csv(cijfers) == header +
                                 "'s-Gravenhage;2023-2024;melding;meldingen;totaal;totaal;0;\n"
                                 "Wierden;2018;formatie;fte;totaal;totaal;1.25;\n"
                                 "Wierden;2023-2024;melding;meldingen;totaal;totaal;251;\n"
                                 "\"Ærø; \"\"x\"\"\";2023-2024;melding;meldingen;totaal;totaal;;onderdrukt\n");
}

TEST_CASE("no figures are a header only") { CHECK(to_csv({}) == header); }

TEST_CASE("what is written is read back") {
    Cijfers cijfers;
    cijfers.add(key("a;b"), CijferValue::of(3));
    cijfers.add(key("met \"aanhaling\""), {0, Status::nvt});
    cijfers.add(key("twee\nregels"), {0, Status::onbekend});
    cijfers.add({"a", "2018", "formatie", "fte", "totaal", "totaal"}, {1, Status::counted});
    const auto text = to_csv(cijfers);
    CHECK(to_csv(read(text)) == text);
}

TEST_CASE("CRLF, a byte order mark, blank lines and a missing last newline are read") {
    const auto cijfers = read(
        "\xEF\xBB\xBFgebied;schooljaar;indicator;eenheid;indeling;categorie;aantal;status\r\n\r\n"
        "A;2023-2024;melding;meldingen;totaal;totaal;12;\r\nB;2023-2024;melding;meldingen;totaal;totaal;;nvt");
    CHECK(cijfers.find(key("A")) == CijferValue::of(12));
    REQUIRE(cijfers.find(key("B")));
    CHECK_FALSE(cijfers.find(key("B"))->is_number());
    CHECK_FALSE(cijfers.find(key("C")));
}

TEST_CASE("a key is held once") {
    Cijfers cijfers;
    CHECK(cijfers.add(key("A"), CijferValue::of(1)));
    CHECK(cijfers.add(key("A"), CijferValue::of(1)));
    CHECK_FALSE(cijfers.add(key("A"), CijferValue::of(2)));
    CHECK(cijfers.find(key("A")) == CijferValue::of(1));
}

TEST_CASE("nvt, unknown and zero are different values") {
    CHECK(CijferValue::of(0) != CijferValue{0, Status::nvt});
    CHECK(CijferValue{0, Status::onbekend} != CijferValue{0, Status::nvt});
}

TEST_CASE("a file that is none of ours is wrong usage") {
    CHECK(failure_reading("").starts_with("2 cijfers.csv: I004 "));
    CHECK(failure_reading("gemeente;jaar\n").starts_with("2 cijfers.csv:1: I006 "));
    CHECK(failure_reading(header + "A;2023-2024;melding\n").starts_with("2 cijfers.csv:2: I008 "));
}

TEST_CASE("a figure that is none is an error in the data, with its line and field") {
    const std::string row = "A;2023-2024;melding;meldingen;totaal;totaal;";
    for (const auto* number : {"", "-1", "1.5", "1,5", "1.000.000", "twaalf", " 1", "1e3", "+1", "1.", ".5", "99999999999999999999"}) {
        CAPTURE(number);
        CHECK(failure_reading(header + row + number + ";\n").starts_with("1 cijfers.csv:2:7: C001 "));
    }
    CHECK(failure_reading(header + row + "3;nvt\n").starts_with("1 cijfers.csv:2:7: C001 "));
    CHECK(failure_reading(header + row + ";geheim\n").starts_with("1 cijfers.csv:2:8: C002 "));
    CHECK(failure_reading(header + row + "3;\n" + row + "4;\n").starts_with("1 cijfers.csv:3: C003 "));
    CHECK(failure_reading(header + row + "3;\n" + row + "3;\n") == "fine");
    CHECK(failure_reading(header + "A;2023;formatie;fte;totaal;totaal;1.2345;\n").starts_with("1 cijfers.csv:2:7: C001 "));
    CHECK(failure_reading(header + "A;2023;formatie;fte;totaal;totaal;1.25;\n") == "fine");
}

TEST_CASE("the line of a figure after a quoted line break is the physical one") {
    CHECK(failure_reading(header + "\"A\nB\";2023-2024;melding;meldingen;totaal;totaal;1;\nC;2023-2024;melding;meldingen;totaal;totaal;x;\n")
              .starts_with("1 cijfers.csv:4:7: C001 "));
}
