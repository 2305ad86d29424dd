// The persoonsgebonden nummer (PGN) of a pupil: a BSN, or else an onderwijsnummer.
#pragma once

#include <string_view>

#include "law/digits.hpp"

namespace jv {

// The sum of nine digits with weights 9,8,7,6,5,4,3,2,-1 modulo 11; -1 for anything but nine digits.
inline int pgn_remainder(std::string_view digits) {
    if (digits.size() != 9) return -1;
    const EightDigits eight(eight_characters(digits.data()));
    const auto ninth = static_cast<unsigned>(digits[8] - '0');
    if (!eight.are_digits() || ninth > 9) return -1;
    return static_cast<int>((eight.sum<9, 8, 7, 6, 5, 4, 3, 2>() + 10 * ninth) % 11);  // 10 is -1 modulo 11
}

// Nine digits, not all zero, with remainder 0 (the elfproef of the BSN).
inline bool is_bsn(std::string_view nine_digits) { return pgn_remainder(nine_digits) == 0 && nine_digits != "000000000"; }

// Nine digits whose sum with weights 9..2 over the first eight equals, modulo 11, the ninth digit + 5; the reading with all nine
// weights and remainder 5 is the same rule modulo 11.
inline bool is_onderwijsnummer(std::string_view nine_digits) { return pgn_remainder(nine_digits) == 5; }

inline bool is_pgn(std::string_view nine_digits) {
    const auto remainder = pgn_remainder(nine_digits);
    return remainder == 5 || (remainder == 0 && nine_digits != "000000000");
}

}  // namespace jv
