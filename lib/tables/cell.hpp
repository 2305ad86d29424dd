// What can stand in a cell of a table: a number, or the reason why there is none.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "counts/cijfers.hpp"

namespace jv {

// A number as it is printed: units / 10^decimals, already rounded. A share (percentage, rate) is a rounded quotient: it is never
// calculated with again, and its zero is printed as a number, for it need not be nothing.
struct Number {
    std::int64_t units = 0;
    int decimals = 0;
    bool share = false;
    bool operator==(const Number&) const = default;
};

// The cell can't occur (nvt): data of the report template or of the cijfers.
struct Nvt {
    bool operator==(const Nvt&) const = default;
};
// The figure is not known: stated as such in the cijfers, or because no source holds it.
struct Unknown {
    bool stated = false;
    bool operator==(const Unknown&) const = default;
};
// The figure is hidden on purpose.
struct Suppressed {
    bool operator==(const Suppressed&) const = default;
};
// The count stands in another cell, jointly with that one; see Joint in tables/table.hpp.
struct Covered {
    bool operator==(const Covered&) const = default;
};

// What is no figure: a verdict, such as `kan toeval zijn`.
struct Words {
    std::string text;
    bool operator==(const Words&) const = default;
};

using Cell = std::variant<Unknown, Number, Nvt, Suppressed, Covered, Words>;

inline constexpr int max_decimals = 3;
// As many decimals as the figure has.
inline constexpr int all_decimals = -1;

// A figure in thousandths, rounded half away from zero to so many decimals (0 to max_decimals, or all_decimals).
Number rounded(std::int64_t thousandths, int decimals);

// The figure, or the reason that its status gives.
Cell to_cell(CijferValue figure, int decimals);

// per * part / whole, rounded half away from zero from whole numbers only; part and whole in the same scale. None when whole is 0.
std::optional<Number> share_of(std::int64_t part, std::int64_t whole, int per, int decimals);

}  // namespace jv
