#include <fmt/format.h>

#include <algorithm>

#include "records/checks/row_checks.hpp"

namespace jv {

void reject_number_of_fields(RowFindings& row, std::size_t fields) {
    const auto& csv = row.of().csv();
    const auto expected = csv.header().size();
    row.reject_field(static_cast<std::uint32_t>(std::min(fields, expected) + 1), "V001", [&] {
        return Said{fmt::format("deze regel heeft {} velden, de kop {}", fields, expected),
                    fmt::format("zoek naar een ontbrekend of los \"{}\"; zet tekst waar dat in staat tussen aanhalingstekens",
                                csv.separator() == '\t' ? "tab" : std::string(1, csv.separator()))};
    });
}

}  // namespace jv
