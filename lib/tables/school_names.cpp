#include "tables/school_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "messages/finding.hpp"
#include "rows/csv_reader.hpp"
#include "rows/fold_name.hpp"

namespace jv {

namespace {

std::size_t require_column(const CsvReader& csv, std::string_view name) {
    const auto& header = csv.header();
    const auto at = std::find_if(header.begin(), header.end(), [&](const auto& cell) { return fold_name(cell) == name; });
    if (at == header.end())
        fail_usage("I016", fmt::format("in de kop van deze lijst van scholen ontbreekt {}", name), "de eerste regel moet zijn: brin;naam",
                   {csv.name(), csv.header_line()});
    return static_cast<std::size_t>(at - header.begin());
}

}  // namespace

void add_school_names(const std::filesystem::path& path, Definitions& definitions) {
    CsvReader csv(path, TextOptions(), '\0');
    const auto brin = require_column(csv, "brin"), name = require_column(csv, "naam");
    const auto field = [](std::size_t index) { return static_cast<std::uint32_t>(index + 1); };
    for (std::span<const std::string_view> row; csv.next(row);) {
        if (row.size() != csv.header().size())
            fail_usage("I008", fmt::format("deze regel heeft {} velden in plaats van {}", row.size(), csv.header().size()),
                       "vul de regel aan; zet een tekst met het scheidingsteken tussen aanhalingstekens", {csv.name(), csv.line()});
        if (row[name].empty()) continue;
        if (row[brin].empty())
            fail_data("C004", fmt::format("bij de naam \"{}\" staat geen brin", row[name]), "vul het brin in, of haal de regel weg",
                      {csv.name(), csv.line(), field(brin)});
        for (auto& indeling : definitions.indelingen) {
            if (indeling.column != "brin") continue;
            const auto [at, is_new] = indeling.labels.emplace(row[brin], row[name]);
            if (!is_new && at->second != row[name])
                fail_data("C004", fmt::format("{} heet hier \"{}\" en eerder \"{}\"", at->first, row[name], at->second), "haal een van de twee weg",
                          {csv.name(), csv.line(), field(name)});
        }
    }
}

}  // namespace jv
