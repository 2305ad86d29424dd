// Whether changes of named figures are more than chance: what jv-vergelijk says of the same cijfers.
#pragma once

#include <map>
#include <span>
#include <string>

#include "comparison/compare.hpp"
#include "tables/resolve.hpp"
#include "tables/wording.hpp"

namespace jv {

class ChangeTests {
public:
    // Compares years like `schooljaar`: school years, or calendar years. All are kept by reference.
    ChangeTests(const Cijfers& cijfers, const Definitions& definitions, std::span<const Break> breaks, std::string schooljaar)
        : cijfers_(cijfers), definitions_(definitions), breaks_(breaks), schooljaar_(std::move(schooljaar)) {}

    // The verdict of compare() on the change of the figure since the year before. No verdict where jv-vergelijk has none: it is not of leerlingen,
    // has no row of its own, or is not tested.
    Tested of(const FigureKey& figure);

private:
    const Comparison& of_area(const std::string& area);

    const Cijfers& cijfers_;
    const Definitions& definitions_;
    std::span<const Break> breaks_;
    std::string schooljaar_;
    std::map<std::string, Comparison> compared_;  // by area, made when first asked for
};

}  // namespace jv
