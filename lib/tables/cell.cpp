#include "tables/cell.hpp"

#include "counts/rounding.hpp"

namespace jv {

namespace {

std::int64_t power_of_ten(int exponent) {
    std::int64_t power = 1;
    for (; exponent > 0; --exponent) power *= 10;
    return power;
}

}  // namespace

Number rounded(std::int64_t thousandths, int decimals) {
    if (decimals == all_decimals) {
        decimals = max_decimals;
        for (auto rest = thousandths; decimals > 0 && rest % 10 == 0; rest /= 10) --decimals;
    }
    return {rounded_quotient(thousandths, 1000, power_of_ten(decimals)), decimals, false};
}

std::optional<Number> share_of(std::int64_t part, std::int64_t whole, int per, int decimals) {
    if (whole == 0) return std::nullopt;
    return Number{rounded_quotient(part, whole, per * power_of_ten(decimals)), decimals, true};
}

Cell to_cell(CijferValue figure, int decimals) {
    switch (figure.status) {
        case Status::counted:
            return rounded(figure.thousandths, decimals);
        case Status::nvt:
            return Nvt{};
        case Status::onderdrukt:
            return Suppressed{};
        case Status::onbekend:
            break;
    }
    return Unknown{true};
}

}  // namespace jv
