#include "bytes/files.hpp"
#include "records/checks/export_checks.hpp"

namespace jv {

void tell_no_export(const std::filesystem::path& path, FindingLog& findings) {
    findings.add({{display_name(path)},
                  "V109",
                  "dit wordt niet gelezen: het is geen CSV-bestand",
                  "exporteer als CSV, of haal het uit de map met exports",
                  Level::warning});
}

}  // namespace jv
