// A table from text to whatever: open addressing, for the lookups that each field of each row needs.
#pragma once

#include <cstdint>
#include <cstring>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace jv {

// A text of at most 16 bytes as two words that no other text of its length has; of a longer one its first and last 8 bytes.
struct TextEnds {
    std::uint64_t first = 0, last = 0;
    explicit TextEnds(std::string_view text) {
        const auto* bytes = text.data();
        const auto size = text.size();
        if (size >= 8) {
            std::memcpy(&first, bytes, 8);
            std::memcpy(&last, bytes + size - 8, 8);
        } else if (size >= 4) {
            std::uint32_t low = 0, high = 0;
            std::memcpy(&low, bytes, 4);
            std::memcpy(&high, bytes + size - 4, 4);
            first = low;
            last = high;
        } else {
            for (std::size_t i = 0; i < size; ++i) first = first << 8 | static_cast<unsigned char>(bytes[i]);
        }
    }
    TextEnds() = default;
    bool operator==(const TextEnds&) const = default;
    std::uint64_t hash() const {
        const auto mixed = (first ^ 0x9E3779B97F4A7C15u) * 0xBF58476D1CE4E5B9u + last * 0x94D049BB133111EBu;
        return mixed ^ (mixed >> 32);
    }
};

template <class Value>
class TextTable {
public:
    // The value of the text, or null. It stays where it is until the table is gone.
    const Value* find(std::string_view text) const {
        if (slots_.empty()) return nullptr;
        const TextEnds ends(text);
        for (auto at = ends.hash() & mask_; slots_[at].entry != 0; at = (at + 1) & mask_) {
            const auto& slot = slots_[at];
            if (slot.ends != ends || slot.size != text.size()) continue;
            const auto& entry = entries_[slot.entry - 1];
            if (text.size() <= 16 || entry.text == text) return &entry.value;
        }
        return nullptr;
    }
    // Gives a text that is not there a value; returns the value of the text.
    const Value& add(std::string_view text, Value value) {
        if (const auto* found = find(text)) return *found;
        if ((entries_.size() + 1) * 2 > slots_.size()) grow();
        entries_.push_back({std::string(text), std::move(value)});
        place(entries_.size());
        return entries_.back().value;
    }
    // Replaces the value of a text, or adds it.
    void set(std::string_view text, Value value) { const_cast<Value&>(add(text, value)) = value; }

private:
    struct Entry {
        std::string text;
        Value value;
    };
    struct Slot {
        TextEnds ends;
        std::uint32_t size = 0, entry = 0;  // of the text; and the number of the entry from 1, 0: none
    };
    void place(std::size_t entry) {
        const auto& text = entries_[entry - 1].text;
        const TextEnds ends(text);
        auto at = ends.hash() & mask_;
        while (slots_[at].entry != 0) at = (at + 1) & mask_;
        slots_[at] = {ends, static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(entry)};
    }
    void grow() {
        slots_.assign(slots_.empty() ? 32 : slots_.size() * 2, Slot());
        mask_ = slots_.size() - 1;
        for (std::size_t entry = 1; entry <= entries_.size(); ++entry) place(entry);
    }

    std::deque<Entry> entries_;
    std::vector<Slot> slots_;
    std::uint64_t mask_ = 0;
};

}  // namespace jv
