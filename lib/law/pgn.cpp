#include "law/pgn.hpp"

#include <algorithm>

namespace jv {

namespace {

// The sum with weights 9,8,7,6,5,4,3,2,-1, or -1 for anything but nine digits. (The sum itself can't be -1 modulo 11 by accident:
// callers look at the remainder of a sum made positive.)
int weighted_remainder(std::string_view digits) {
    if (digits.size() != 9 || !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; })) return -1;
    int sum = 0;
    for (std::size_t i = 0; i < 8; ++i) sum += (digits[i] - '0') * (9 - static_cast<int>(i));
    sum -= digits[8] - '0';
    return (sum % 11 + 11) % 11;
}

}  // namespace

bool is_bsn(std::string_view nine_digits) { return weighted_remainder(nine_digits) == 0 && nine_digits != "000000000"; }

bool is_onderwijsnummer(std::string_view nine_digits) { return weighted_remainder(nine_digits) == 5; }

bool is_pgn(std::string_view nine_digits) {
    const auto remainder = weighted_remainder(nine_digits);
    return remainder == 5 || (remainder == 0 && nine_digits != "000000000");
}

}  // namespace jv
