// The rows of an example, one by one.
#pragma once

#include "examples/example.hpp"

namespace jv {

// Calls `use(kind, year, row)` on each row, in order.
template <typename Use>
void for_each_row(const Example& example, std::uint64_t seed, unsigned threads, Use use) {
    example.make(seed, threads, [&](std::span<const YearRows> rows) {
        std::vector<std::tuple<Kind, Schooljaar, std::vector<ExportRow>>> copies;
        for (const auto& [kind, year, of_year] : rows) copies.emplace_back(kind, year, std::vector(of_year.begin(), of_year.end()));
        return [&use, copies = std::move(copies)] {
            for (const auto& [kind, year, of_year] : copies)
                for (const auto& row : of_year) use(kind, year, row);
        };
    });
}

}  // namespace jv
