#include "counts/memory_pieces.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "examples/random.hpp"

using namespace jv;

TEST_CASE("pieces of memory keep what is put in them, and none overlaps another") {
    Random random(9);
    MemoryPieces memory;
    std::vector<std::span<unsigned char>> pieces;
    for (int n = 0; n < 3000; ++n) {
        const auto size = static_cast<std::size_t>(random.percent(1) ? random.below(3 << 20) : random.between(1, 5000));
        pieces.emplace_back(static_cast<unsigned char*>(memory.take(size)), size);
        std::fill(pieces.back().begin(), pieces.back().end(), static_cast<unsigned char>(n));
    }
    const auto moved = std::move(memory);
    for (std::size_t n = 0; n < pieces.size(); ++n)
        CHECK(std::all_of(pieces[n].begin(), pieces[n].end(), [&](unsigned char c) { return c == static_cast<unsigned char>(n); }));
}
