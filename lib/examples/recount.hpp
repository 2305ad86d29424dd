// Counts rows of an example in the simplest way there is: the check on everything that made them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "examples/fill.hpp"
#include "records/limits.hpp"

namespace jv {

// By kind, the rows of one municipality in one school year, or over all years.
using MunicipalRows = std::map<Kind, std::vector<ExportRow>>;

class Recount {
public:
    // For figures of years from the first to the last.
    Recount(const Definitions& definitions, Schooljaar first, Schooljaar last) : definitions_(definitions), first_(first), last_(last) {}

    // The figure of a key (its area aside) over the rows of some municipalities. The key is one of a closed indeling.
    std::int64_t count(const CijferKey& key, const std::vector<const MunicipalRows*>& municipalities) const;

private:
    // How often a row counts in the school year: once, or for each of its events that meets the filters.
    int times(const KindInfo& kind, const ExportRow& row, Schooljaar year, const std::vector<Filter>& where) const;

    const Definitions& definitions_;
    Schooljaar first_, last_;
    Limits limits_;
};

}  // namespace jv
