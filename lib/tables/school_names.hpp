// The names of schools, which exports know by their brin only.
#pragma once

#include <filesystem>

#include "counts/definitions.hpp"

namespace jv {

// Adds the names in a list of schools, a CSV with the columns `brin` and `naam` (others are left alone), as labels of the indelingen by brin.
// A brin without a name stays without. Fails: status 2 for a file that can't be read (I0xx; I016 for another header, I008 for a line with
// more or fewer fields), status 1 (C004) for a name without a brin or a brin with two names.
void add_school_names(const std::filesystem::path& path, Definitions& definitions);

}  // namespace jv
