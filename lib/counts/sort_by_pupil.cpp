#include "counts/sort_by_pupil.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jv {

void sort_by_pupil(std::span<CountableRow> rows, std::vector<CountableRow>& spare) {
    constexpr std::size_t few = 256;  // for which comparing is faster
    if (rows.size() < few) {
        std::sort(rows.begin(), rows.end(), [](const CountableRow& a, const CountableRow& b) { return a.pupil < b.pupil; });
        return;
    }
    constexpr unsigned bits = 8, digits = 4;
    std::array<std::array<std::size_t, 1u << bits>, digits> begins{};
    const auto digit = [](const CountableRow& row, unsigned d) { return row.pupil >> (d * bits) & ((1u << bits) - 1); };
    for (const auto& row : rows)
        for (unsigned d = 0; d < digits; ++d) ++begins[d][digit(row, d)];
    spare.resize(rows.size());
    std::span<CountableRow> from = rows, to = spare;
    for (unsigned d = 0; d < digits; ++d) {
        auto& begin = begins[d];
        if (begin[digit(from.front(), d)] == rows.size()) continue;  // all the same
        std::size_t before = 0;
        for (auto& count : begin) before += std::exchange(count, before);
        for (const auto& row : from) to[begin[digit(row, d)]++] = row;
        std::swap(from, to);
    }
    if (from.data() != rows.data()) std::copy(from.begin(), from.end(), rows.begin());
}

}  // namespace jv
