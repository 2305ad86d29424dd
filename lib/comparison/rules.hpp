// How years are compared, as templates/definities/vergelijken.toml says: no rule of the field is in code.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "counts/definitions.hpp"

namespace jv {

// What a figure is in its table. Only the finest cells are corrected for how many they are; the others are made of them.
enum class Role { finest, total, part, regrouping };
std::string_view to_text(Role role);  // fijnst, totaal, waarvan, hergroepering

class ComparisonRules {
public:
    // Fails with status 2 and codes S001-S005.
    explicit ComparisonRules(const Definitions& definitions);

    // From this base on a change has a percentage.
    std::int64_t percent_from() const { return percent_from_; }
    // The indicators (of leerlingen) that a figure may be divided by, the first one first; none when there is no rate.
    const std::vector<std::string>& bases(const std::string& indicator) const;
    // False for figures that count who is there: chance is not what changes them.
    bool is_tested(const std::string& indicator) const { return !untested_.contains(indicator); }
    // What an indicator is beside the others of its table.
    Role role(const std::string& indicator, const std::set<std::string>& in_table) const;

private:
    struct Composed {
        Role role;
        std::vector<std::string> with;  // the indicator is this when one of these is in the table
    };
    std::int64_t percent_from_ = 0;
    std::map<Kind, std::vector<std::string>> bases_;
    std::map<std::string, Kind> kinds_;  // by indicator
    std::set<std::string> untested_;
    std::map<std::string, Composed> composed_;
};

}  // namespace jv
