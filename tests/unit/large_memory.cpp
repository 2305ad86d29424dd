#include "counts/large_memory.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
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

TEST_CASE("a large array has its elements, and may be empty") {
    LargeArray<std::uint64_t> array(1'000'003);
    for (std::size_t i = 0; i < array.size(); ++i) array[i] = i * i;
    const auto moved = std::move(array);
    CHECK(moved.size() == 1'000'003);
    CHECK(moved.data()[1'000'002] == std::uint64_t{1'000'002} * 1'000'002);
    CHECK(LargeArray<int>(0).size() == 0);
}
