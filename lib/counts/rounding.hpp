// Quotients of whole numbers, rounded as figures in print are.
#pragma once

#include <cstdint>

namespace jv {

// factor * part / whole, rounded half away from zero, from whole numbers only. `whole` is not 0.
constexpr std::int64_t rounded_quotient(std::int64_t part, std::int64_t whole, std::int64_t factor) {
    __extension__ using Wide = __int128;
    Wide a = static_cast<Wide>(part) * factor, b = whole;
    const bool negative = (a < 0) != (b < 0);
    if (a < 0) a = -a;
    if (b < 0) b = -b;
    const auto quotient = static_cast<std::int64_t>((2 * a + b) / (2 * b));
    return negative ? -quotient : quotient;
}

}  // namespace jv
