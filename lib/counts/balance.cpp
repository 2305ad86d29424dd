#include "counts/balance.hpp"

#include <fmt/format.h>

namespace jv {

void Balance::leave_out(std::string_view rule) {
    const auto entry = not_counted.find(rule);
    if (entry != not_counted.end())
        ++entry->second;
    else
        not_counted.emplace(rule, 1);
}

std::string to_line(Kind kind, const Balance& balance) {
    auto line = fmt::format("{}: {} rijen gelezen = {} geteld + {} dubbel", info(kind).name, balance.read, balance.counted, balance.duplicates);
    for (const auto& [rule, count] : balance.not_counted) line += fmt::format(" + {} {}", count, rule);
    return line + fmt::format(" + {} afgekeurd", balance.rejected);
}

}  // namespace jv
