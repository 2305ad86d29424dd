#include <fmt/format.h>

#include "counts/checks/count_checks.hpp"

namespace jv {

void tell_changed(Kind kind, const Place& place, FindingLog& findings) {
    if (!findings.count(place.file, "V104", Level::warning)) return;
    findings.keep({place, "V104", fmt::format("dit {} kwam al voor, met een andere inhoud", info(kind).number_column),
                   "de laatst gelezen rij telt; controleer of dat klopt", Level::warning});
}

}  // namespace jv
