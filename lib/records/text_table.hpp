// A table from text to whatever: open addressing, for the lookups that each field of each row needs.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace jv {

// The first 16 bytes of a text, with zeros behind a shorter one, as two words. No two texts without NUL of at most 16 bytes have the same.
struct TextBegin {
    std::uint64_t first = 0, second = 0;

    TextBegin() = default;
    explicit TextBegin(std::string_view text) {
        std::array<char, 16> bytes{};
        text.copy(bytes.data(), bytes.size());
        std::memcpy(&first, bytes.data(), 8);
        std::memcpy(&second, bytes.data() + 8, 8);
    }
    // The same of a text that has 16 bytes or more behind its begin, whether they are its own or not.
    static TextBegin of_readable(std::string_view text) {
        TextBegin begin;
        std::memcpy(&begin.first, text.data(), 8);
        std::memcpy(&begin.second, text.data() + 8, 8);
        begin.first &= lowest_bytes[std::min<std::size_t>(text.size(), 8)];
        begin.second &= lowest_bytes[std::clamp<std::size_t>(text.size(), 8, 16) - 8];
        return begin;
    }

    bool operator==(const TextBegin&) const = default;
    std::uint64_t hash() const {
        const auto mixed = (first ^ 0x9E3779B97F4A7C15u) * 0xBF58476D1CE4E5B9u + second * 0x94D049BB133111EBu;
        return mixed ^ (mixed >> 32);
    }

private:
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
    const Value* find(std::string_view text) const { return text.size() <= sizeof(TextBegin) ? find_short(TextBegin(text)) : find_long(text); }
    // The same, sooner, for a text that has 16 bytes or more behind its begin.
    const Value* find_readable(std::string_view text) const {
        return text.size() <= sizeof(TextBegin) ? find_short(TextBegin::of_readable(text)) : find_long(text);
    }

    // Gives a text that is not there a value; returns the value of the text.
    Value add(std::string_view text, Value value) { return *insert(text, value); }
    // Replaces the value of a text, or adds it.
    void set(std::string_view text, Value value) { *insert(text, value) = value; }

private:
    struct Slot {
        TextBegin begin;
        bool used = false;
        Value value{};
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    const Value* find_short(TextBegin begin) const {
        const auto& slot = slots_[place_of(begin)];
        return slot.used ? &slot.value : nullptr;
    }
    const Value* find_long(std::string_view text) const {
        const auto found = long_texts_.find(text);
        return found == long_texts_.end() ? nullptr : &found->second;
    }
    // Where it stands, or would.
    std::size_t place_of(TextBegin begin) const {
        auto at = begin.hash() & mask_;
        while (slots_[at].used && slots_[at].begin != begin) at = (at + 1) & mask_;
        return at;
    }
    Value* insert(std::string_view text, Value value) {
        if (text.size() > sizeof(TextBegin)) {
            return &long_texts_.try_emplace(std::string(text), value).first->second;
        }
        if ((used_ + 1) * 2 > slots_.size()) grow();
        auto& slot = slots_[place_of(TextBegin(text))];
        if (slot.used) return &slot.value;
        slot = {TextBegin(text), true, value};
        ++used_;
        return &slot.value;
    }
    void grow() {
        auto before = std::exchange(slots_, {});
        slots_.resize(std::max<std::size_t>(32, before.size() * 2));
        mask_ = slots_.size() - 1;
        for (const auto& slot : before)
            if (slot.used) slots_[place_of(slot.begin)] = slot;
    }

    std::vector<Slot> slots_ = std::vector<Slot>(1);  // a power of two, half of them used at most
    std::size_t mask_ = 0;                            // one less
    std::size_t used_ = 0;
    std::unordered_map<std::string, Value, Hash, std::equal_to<>> long_texts_;
};

}  // namespace jv
