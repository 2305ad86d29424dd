#include <fmt/format.h>

#include "counts/checks/count_checks.hpp"

namespace jv {

void tell_no_rows(Kind kind, FindingLog& findings) {
    findings.add({{},
                  "V107",
                  fmt::format("de exports van soort {} hebben geen rijen, dus er zijn geen cijfers", info(kind).name),
                  "noem --schooljaar en --gemeente als het er echt nul zijn",
                  Level::warning});
}

}  // namespace jv
