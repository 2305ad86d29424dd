// Chance that is the same on every machine: a small generator (splitmix64) and whole-number arithmetic only.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace jv {

class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        auto z = state_ += 0x9E3779B97F4A7C15u;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }
    // 0 up to n, n not included; n is positive and far below 2^64, so the slight preference for low numbers does not show.
    std::int64_t below(std::int64_t n) { return static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(n)); }
    // Both included.
    int between(int low, int high) { return low + static_cast<int>(below(high - low + 1)); }
    bool percent(int chance) { return below(100) < chance; }
    // An index, as often as its weight says; all the same when no weight is positive.
    std::size_t pick(std::span<const std::int64_t> weights) {
        std::int64_t sum = 0;
        for (const auto weight : weights) sum += weight;
        if (sum <= 0) return static_cast<std::size_t>(below(static_cast<std::int64_t>(weights.size())));
        auto at = below(sum);
        std::size_t i = 0;
        while (at >= weights[i]) at -= weights[i++];
        return i;
    }
    template <typename T>
    void shuffle(std::vector<T>& list) {
        for (auto i = list.size(); i > 1; --i) std::swap(list[i - 1], list[static_cast<std::size_t>(below(static_cast<std::int64_t>(i)))]);
    }

private:
    std::uint64_t state_;
};

}  // namespace jv
