// A table from text to whatever: open addressing, for the lookups that each field of each row needs.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

#include "records/record.hpp"

namespace jv {

// Stands for a text: its bytes, with zeros behind them, when there are at most 16; else a hash, with a byte that no UTF-8 has. So no two short texts
// have the same, and two long ones only if 120 bits of their hashes are.
struct TextKey {
    std::uint64_t first = 0, second = 0;

    static TextKey of(std::string_view text) {
        std::array<char, 32> bytes{};
        return text.size() > 16 ? of_long(text) : of_readable({bytes.data(), text.copy(bytes.data(), 16)});
    }
    // The same, sooner, of a text that has 16 bytes or more behind its begin, whether they are its own or not.
    static TextKey of_readable(std::string_view text) {
        if (text.size() > 16) return of_long(text);
        TextKey key;
        std::memcpy(&key.first, text.data(), 8);
        std::memcpy(&key.second, text.data() + 8, 8);
        key.first &= lowest_bytes[std::min<std::size_t>(text.size(), 8)];
        key.second &= lowest_bytes[std::max<std::size_t>(text.size(), 8) - 8];
        return key;
    }

    bool operator==(const TextKey&) const = default;
    std::uint64_t hash() const {
        const auto mixed = (first ^ 0x9E3779B97F4A7C15u) * 0xBF58476D1CE4E5B9u + second * 0x94D049BB133111EBu;
        return mixed ^ (mixed >> 32);
    }

private:
    static TextKey of_long(std::string_view text) {
        constexpr std::uint64_t seed = 3, in_no_text = std::uint64_t{0xFF} << 56;
        const auto hash = hash128(text, seed);
        return {hash.low, hash.high | in_no_text};
    }
    // In memory the first of a word's bytes.
    static constexpr auto lowest_bytes = [] {
        static_assert(std::endian::native == std::endian::little);
        std::array<std::uint64_t, 9> masks{};
        for (std::size_t n = 0; n < 8; ++n) masks[n] = (std::uint64_t{1} << (8 * n)) - 1;
        masks[8] = ~std::uint64_t{0};
        return masks;
    }();
};

// The values are small: they are copied as the table grows.
template <class Value>
class TextTable {
public:
    // The value of the text, or null; it stays where it is until a text is added.
    const Value* find(std::string_view text) const { return find(TextKey::of(text)); }
    // The same, sooner, for a text that has 16 bytes or more behind its begin.
    const Value* find_readable(std::string_view text) const { return find(TextKey::of_readable(text)); }

    // Gives a text that is not there a value; returns the value of the text.
    Value add(std::string_view text, Value value) { return insert(text, value); }
    // Replaces the value of a text, or adds it.
    void set(std::string_view text, Value value) { insert(text, value) = value; }

private:
    struct Slot {
        TextKey key;
        bool used = false;
        Value value{};
    };
    const Value* find(TextKey key) const {
        const auto& slot = slots_[place_of(key)];
        return slot.used ? &slot.value : nullptr;
    }
    // Where it stands, or would.
    std::size_t place_of(TextKey key) const {
        auto at = key.hash() & mask_;
        while (slots_[at].used && slots_[at].key != key) at = (at + 1) & mask_;
        return at;
    }
    Value& insert(std::string_view text, Value value) {
        if ((used_ + 1) * 2 > slots_.size()) grow();
        const auto key = TextKey::of(text);
        auto& slot = slots_[place_of(key)];
        if (slot.used) return slot.value;
        slot = {key, true, value};
        ++used_;
        return slot.value;
    }
    void grow() {
        auto before = std::exchange(slots_, {});
        slots_.resize(std::max<std::size_t>(32, before.size() * 2));
        mask_ = slots_.size() - 1;
        for (const auto& slot : before)
            if (slot.used) slots_[place_of(slot.key)] = slot;
    }

    std::vector<Slot> slots_ = std::vector<Slot>(1);  // a power of two, half of them used at most
    std::size_t mask_ = 0;                            // one less
    std::size_t used_ = 0;
};

}  // namespace jv
