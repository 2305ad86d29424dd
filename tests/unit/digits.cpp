#include "law/digits.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "examples/random.hpp"

using namespace jv;

TEST_CASE("eight digits at once are what they are one by one") {
    Random random(1);
    for (int n = 0; n < 20000; ++n) {
        const auto number = static_cast<std::uint32_t>(random.below(100'000'000));
        auto text = fmt::format("{:08}", number);
        const EightDigits digits(eight_characters(text.data()));
        REQUIRE(digits.are_digits());
        CHECK(digits.number() == number);
        unsigned sum = 0;
        for (std::size_t i = 0; i < 8; ++i) sum += static_cast<unsigned>(text[i] - '0') * static_cast<unsigned>(9 - i);
        CHECK(digits.sum<9, 8, 7, 6, 5, 4, 3, 2>() == sum);
        for (unsigned pair = 0; pair < 4; ++pair) CHECK((digits.pairs() >> (16 * pair) & 0xFFFF) == std::stoul(text.substr(2 * pair, 2)));

        text[static_cast<std::size_t>(random.below(8))] = static_cast<char>(random.below(256));
        const bool all = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
        CHECK(EightDigits(eight_characters(text.data())).are_digits() == all);
    }
}
