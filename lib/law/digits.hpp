// Decimal digits, eight at a time.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace jv {

// Eight characters, the first in the lowest byte.
inline std::uint64_t eight_characters(const char* text) {
    static_assert(std::endian::native == std::endian::little);
    std::uint64_t characters = 0;
    std::memcpy(&characters, text, sizeof characters);
    return characters;
}

// Eight decimal digits, a byte each, the first in the lowest byte.
class EightDigits {
public:
    constexpr explicit EightDigits(std::uint64_t characters) : digits_(characters - 0x3030303030303030u) {}

    // Whether the characters are digits. All else has a meaning only when they are.
    constexpr bool are_digits() const { return ((digits_ | (digits_ + 0x7676767676767676u)) & 0x8080808080808080u) == 0; }
    // The numbers of two digits that they make, 16 bits each, the first in the lowest.
    constexpr std::uint64_t pairs() const { return (digits_ * 10 + (digits_ >> 8)) & every_second; }
    constexpr std::uint32_t number() const {
        constexpr std::uint64_t first_and_third = 100 + (std::uint64_t{1'000'000} << 32), second_and_fourth = 1 + (std::uint64_t{10'000} << 32);
        const auto two = pairs();
        return static_cast<std::uint32_t>(((two & every_fourth) * first_and_third + (two >> 16 & every_fourth) * second_and_fourth) >> 32);
    }
    // The sum of the digits, each times its weight; the sum is below 2^16.
    template <std::uint64_t... weights>
    constexpr unsigned sum() const {
        static_assert(sizeof...(weights) == 8);
        constexpr auto lanes = [](bool odd) {  // the last lane of a product is the sum
            std::uint64_t all = 0;
            unsigned i = 0;
            ((all |= (i % 2 == odd ? weights << (48 - i / 2 * 16) : 0), ++i), ...);
            return all;
        };
        return static_cast<unsigned>(((digits_ & every_second) * lanes(false) >> 48) + ((digits_ >> 8 & every_second) * lanes(true) >> 48));
    }

private:
    static constexpr std::uint64_t every_second = 0x00FF00FF00FF00FFu, every_fourth = 0x000000FF000000FFu;
    std::uint64_t digits_;
};

}  // namespace jv
