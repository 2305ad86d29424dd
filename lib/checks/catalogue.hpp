// The list of all checks of exports: templates/berichten.toml, the codes V that have a niveau.
#pragma once

#include <string>
#include <vector>

#include "messages/finding.hpp"

namespace jv {

struct CheckInfo {
    std::string code;
    Level level;
    std::string meaning;
    std::string ground;  // the law, or why it is wrong
    std::string advice;
};

class Catalogue {
public:
    // Fails with status 2 and codes S001-S004.
    Catalogue();
    // By code.
    const std::vector<CheckInfo>& all() const { return checks_; }
    const CheckInfo& find(std::string_view code) const;

private:
    std::vector<CheckInfo> checks_;
};

}  // namespace jv
