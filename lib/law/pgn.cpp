#include "law/pgn.hpp"

namespace jv {

namespace {

// The sum with weights 9,8,7,6,5,4,3,2,-1 modulo 11; -1 for anything but nine digits.
int weighted_remainder(std::string_view digits) {
    if (digits.size() != 9) return -1;
    int sum = 0;
    unsigned wrong = 0;
    for (std::size_t i = 0; i < 9; ++i) {
        const auto digit = static_cast<unsigned>(digits[i] - '0');
        wrong |= static_cast<unsigned>(digit > 9);
        sum += static_cast<int>(digit) * (i < 8 ? 9 - static_cast<int>(i) : 10);  // 10 is -1 modulo 11
    }
    return wrong != 0 ? -1 : sum % 11;
}

}  // namespace

bool is_bsn(std::string_view nine_digits) { return weighted_remainder(nine_digits) == 0 && nine_digits != "000000000"; }

bool is_onderwijsnummer(std::string_view nine_digits) { return weighted_remainder(nine_digits) == 5; }

bool is_pgn(std::string_view nine_digits) {
    const auto remainder = weighted_remainder(nine_digits);
    return remainder == 5 || (remainder == 0 && nine_digits != "000000000");
}

}  // namespace jv
