#include "law/pgn.hpp"

#include <doctest/doctest.h>

#include <initializer_list>

using namespace jv;

TEST_CASE("fictitious valid BSNs pass the elfproef") {
    for (const auto* number : {"111222333", "123456782", "999990007", "999990019"}) {
        CAPTURE(number);
        CHECK(is_bsn(number));
        CHECK(is_pgn(number));
        CHECK_FALSE(is_onderwijsnummer(number));
    }
}

TEST_CASE("one changed digit fails the elfproef") {
    for (const auto* number : {"111222334", "123456783", "999990008", "123456789", "213456782"}) {
        CAPTURE(number);
        CHECK_FALSE(is_bsn(number));
    }
}

TEST_CASE("nine zeros are no number, though their sum is divisible by 11") {
    CHECK_FALSE(is_bsn("000000000"));
    CHECK_FALSE(is_pgn("000000000"));
}

TEST_CASE("only nine digits are a number") {
    for (const auto* number : {"", "12345678", "1234567820", "12345678X", "12345678 ", "-23456782"}) {
        CAPTURE(number);
        CHECK_FALSE(is_pgn(number));
    }
}

TEST_CASE("an onderwijsnummer has the ninth digit + 5 as remainder of the first eight") {
    // 9*1 + 2*1 = 11, remainder 0 = 6 + 5 modulo 11.
    CHECK(is_onderwijsnummer("100000016"));
    CHECK(is_pgn("100000016"));
    CHECK_FALSE(is_bsn("100000016"));
    // 9*1 + 8*1 = 17, remainder 6 = 1 + 5, in both readings.
    CHECK(is_onderwijsnummer("110000001"));
    CHECK_FALSE(is_onderwijsnummer("110000002"));
}
