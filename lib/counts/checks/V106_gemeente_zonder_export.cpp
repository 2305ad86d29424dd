#include <fmt/format.h>

#include "counts/checks/count_checks.hpp"

namespace jv {

void tell_absent(std::string_view municipality, std::string_view region, FindingLog& findings) {
    findings.add({{},
                  "V106",
                  fmt::format("gemeente {} van regio {} komt in geen export voor", municipality, region),
                  "controleer of haar exports erbij zijn; zij telt nu als 0",
                  Level::warning});
}

}  // namespace jv
