#include "tables/cell.hpp"

namespace jv {

namespace {

__extension__ using Wide = __int128;

std::int64_t power_of_ten(int exponent) {
    std::int64_t power = 1;
    for (; exponent > 0; --exponent) power *= 10;
    return power;
}

// a / b, rounded half away from zero; b is not 0.
std::int64_t divide(Wide a, Wide b) {
    const bool negative = (a < 0) != (b < 0);
    if (a < 0) a = -a;
    if (b < 0) b = -b;
    const auto quotient = static_cast<std::int64_t>((2 * a + b) / (2 * b));
    return negative ? -quotient : quotient;
}

}  // namespace

Number rounded(std::int64_t thousandths, int decimals) {
    if (decimals == all_decimals) {
        decimals = max_decimals;
        for (auto rest = thousandths; decimals > 0 && rest % 10 == 0; rest /= 10) --decimals;
    }
    return {divide(static_cast<Wide>(thousandths) * power_of_ten(decimals), 1000), decimals, false};
}

std::optional<Number> share_of(std::int64_t part, std::int64_t whole, int per, int decimals) {
    if (whole == 0) return std::nullopt;
    return Number{divide(static_cast<Wide>(part) * per * power_of_ten(decimals), whole), decimals, true};
}

}  // namespace jv
