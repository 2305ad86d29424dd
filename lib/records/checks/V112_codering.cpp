#include <fmt/format.h>

#include "records/checks/export_checks.hpp"

namespace jv {

void tell_doubtful_encoding(const std::string& file, std::uint64_t byte, FindingLog& findings) {
    findings.add({{file},
                  "V112",
                  fmt::format("dit bestand lijkt UTF-8, maar byte {} is dat niet; het is gelezen als windows-1252", byte),
                  "controleer namen met accenten; noem zo nodig in het profiel de codering",
                  Level::warning});
}

}  // namespace jv
