// Counts rows of an example in the simplest way there is: the check on everything that made them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "examples/fill.hpp"

namespace jv {

// By kind, the rows of one municipality in one school year.
using MunicipalRows = std::map<Kind, std::vector<ExportRow>>;

// The figure of a key (its area aside) over the rows of some municipalities. The key is one of a closed indeling.
std::int64_t recount(const Definitions& definitions, const CijferKey& key, const std::vector<const MunicipalRows*>& municipalities);

}  // namespace jv
