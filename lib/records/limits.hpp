// Limits that law or regulation sets, with the school years in which they hold: a file of templates/definities/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "law/datum.hpp"

namespace jv {

class Limits {
public:
    // Fails with status 2 and codes S001-S004.
    explicit Limits(std::string_view file = "grenzen.toml");
    // The value in a school year. Fails with status 2 (S009) when no limit of that name holds then.
    long long value(std::string_view name, Schooljaar year) const;
    // The same; none when no limit of that name holds then.
    std::optional<long long> find(std::string_view name, Schooljaar year) const;

private:
    struct Limit {
        std::string name;
        long long value;
        Schooljaar from, until;
    };
    std::string file_;
    std::vector<Limit> limits_;
};

}  // namespace jv
