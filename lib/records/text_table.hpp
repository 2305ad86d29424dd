// A table from text to whatever: open addressing, for the lookups that each field of each row needs.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "records/record.hpp"

namespace jv {

template <class Value>
class TextTable {
public:
    // The value of the text, or null. It stays where it is until the table is gone.
    const Value* find(std::string_view text) const {
        if (slots_.empty()) return nullptr;
        const auto hash = hash64(text);
        for (auto at = hash & mask_; slots_[at].entry != 0; at = (at + 1) & mask_) {
            if (slots_[at].hash != static_cast<std::uint32_t>(hash >> 32)) continue;
            const auto& entry = entries_[slots_[at].entry - 1];
            if (entry.text == text) return &entry.value;
        }
        return nullptr;
    }
    // Gives a text that is not there a value; returns the value of the text.
    const Value& add(std::string_view text, Value value) {
        if (const auto* found = find(text)) return *found;
        if ((entries_.size() + 1) * 2 > slots_.size()) grow();
        entries_.push_back({std::string(text), std::move(value)});
        place(static_cast<std::uint32_t>(entries_.size()));
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
        std::uint32_t hash = 0, entry = 0;  // the high half of the hash; the number of the entry from 1, 0: none
    };
    void place(std::uint32_t entry) {
        const auto hash = hash64(entries_[entry - 1].text);
        auto at = hash & mask_;
        while (slots_[at].entry != 0) at = (at + 1) & mask_;
        slots_[at] = {static_cast<std::uint32_t>(hash >> 32), entry};
    }
    void grow() {
        slots_.assign(slots_.empty() ? 32 : slots_.size() * 2, Slot());
        mask_ = slots_.size() - 1;
        for (std::uint32_t entry = 1; entry <= entries_.size(); ++entry) place(entry);
    }

    std::deque<Entry> entries_;
    std::vector<Slot> slots_;
    std::uint64_t mask_ = 0;
};

}  // namespace jv
