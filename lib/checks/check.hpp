// A check across rows: one function in one file, V<code>_<name>.cpp. Its code, level, ground and advice stand in templates/berichten.toml, its
// limits in templates/definities/controles.toml.
#pragma once

#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "checks/rows.hpp"
#include "counts/cijfers.hpp"
#include "records/limits.hpp"

namespace jv {

// What a check may look at.
struct CheckInput {
    const CheckRows& rows;
    const Names& names;
    const Limits& limits;                  // controles.toml
    const std::vector<Schooljaar>& years;  // asked for; empty: none were
    const std::set<std::uint32_t>& areas;  // numbers of the municipalities asked for; empty: none were
    const Cijfers& counted;                // the figures of these exports
    const Cijfers& earlier;                // those of earlier years
};

// Takes one finding: where, what is wrong, what to do.
using Report = std::function<void(Place place, std::string text, std::string advice)>;

struct Check {
    std::string_view code;
    void (*run)(const CheckInput& input, const Report& report);
};

// All checks across rows, by code.
std::span<const Check> all_checks();

}  // namespace jv
