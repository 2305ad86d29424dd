// Where the rows that were read went.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "records/kinds.hpp"

namespace jv {

// Of one kind: read = counted + duplicates + the rules + rejected.
struct Balance {
    std::uint64_t read = 0, counted = 0, duplicates = 0, rejected = 0;
    std::map<std::string, std::uint64_t, std::less<>> not_counted;  // by rule

    void leave_out(std::string_view rule);
};

// One line a kind: `melding: 251 rijen gelezen = 240 geteld + 3 dubbel + 8 ingetrokken + 0 afgekeurd`.
std::string to_line(Kind kind, const Balance& balance);

}  // namespace jv
