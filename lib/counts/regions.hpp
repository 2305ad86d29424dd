// Regions: municipalities that are counted together, each pupil once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "messages/finding.hpp"

namespace jv {

struct Region {
    std::string name;
    std::vector<std::string> municipalities;  // official names
};

// The region of that name in templates/regios.toml, in any case, also with `Regio ` before it (which then stands in its name too).
// Fails (status 2, G013) for a name that is not there.
Region known_region(std::string_view name, const Place& place = {});

// The region of `NAAM=gemeente,gemeente,…`, with official names, or of a bare `NAAM` as known_region. Fails (status 2, G012) for another form.
Region parse_region(std::string_view text);

}  // namespace jv
