// Names made comparable.
#pragma once

#include <string>
#include <string_view>

namespace jv {

// A name in lower case (ASCII and Latin-1, which hold all Dutch and Frisian letters).
std::string fold_name(std::string_view name);

}  // namespace jv
