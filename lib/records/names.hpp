// Numbers for what repeats over rows and exports: municipalities, schools and other texts, and pupils.
#pragma once

#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "law/digits.hpp"
#include "records/limits.hpp"
#include "records/record.hpp"

namespace jv {

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

// Texts by number, from 1; 0 is the empty text. Several threads may ask for numbers.
class TextNumbers {
public:
    std::uint32_t number(std::string_view text);
    // Not while other threads ask for numbers.
    const std::string& text(std::uint32_t number) const { return texts_[number]; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(texts_.size()); }
    // Forgets the texts that got that number or a higher one. Not while other threads ask for numbers.
    void forget_from(std::uint32_t number);

private:
    std::mutex mutex_;
    std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>> numbers_;
    std::deque<std::string> texts_{""};
};

// What became of a municipality: from that day on it is in these, which may be former ones too.
struct Merger {
    Datum since;
    std::vector<std::string> into;
};

// The municipalities of the Netherlands, as templates/gemeenten.csv and gemeenten-vroeger.csv spell them, and what else an export calls a
// municipality (gemeenten-ook.csv).
class Municipalities {
public:
    Municipalities();
    // The official spelling where the name is known, in any case and with any apostrophe, or the code of the CBS is (`GM0014`, `14`); else the
    // name as it is.
    std::string official(std::string_view name) const;
    // Null for a municipality of today, and for a name that is none.
    const Merger* merger(std::string_view official_name) const;
    // Whether the name stands in the list.
    bool is_listed(std::string_view official_name) const;
    const std::vector<std::string>& listed() const { return listed_; }

private:
    std::vector<std::string> listed_;
    std::unordered_map<std::string, std::string, TextHash, std::equal_to<>> by_folded_name_;  // and by code
    std::unordered_map<std::string, Merger, TextHash, std::equal_to<>> mergers_;
};

// Positions of things that stand elsewhere, found by the hash of their key: a table of 4 bytes a slot.
class PositionIndex {
public:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    // The position whose key is equal, or none.
    template <class IsEqual>
    std::uint32_t find(std::uint64_t hash, IsEqual&& is_equal) const {
        if (slots_.empty()) return none;
        for (auto slot = hash & mask_;; slot = (slot + 1) & mask_) {
            const auto position = slots_[slot];
            if (position == none || is_equal(position)) return position;
        }
    }
    // Adds a position that is not there; `hash_of` gives the hash of any position, for when the table grows.
    template <class HashOf>
    void insert(std::uint64_t hash, std::uint32_t position, HashOf&& hash_of) {
        if ((used_ + 1) * 4 > slots_.size() * 3) grow(hash_of);
        place(hash, position);
        ++used_;
    }

private:
    void place(std::uint64_t hash, std::uint32_t position) {
        auto slot = hash & mask_;
        while (slots_[slot] != none) slot = (slot + 1) & mask_;
        slots_[slot] = position;
    }
    template <class HashOf>
    void grow(HashOf&& hash_of) {
        auto old = std::move(slots_);
        slots_.assign(old.empty() ? 1024 : old.size() * 2, none);
        mask_ = slots_.size() - 1;
        for (const auto position : old)
            if (position != none) place(hash_of(position), position);
    }

    std::vector<std::uint32_t> slots_;
    std::uint64_t mask_ = 0;
    std::size_t used_ = 0;
};

// Pupils by number: nine digits are their own number (below 2^30); any other text gets the next one from 2^30 on. Several threads may ask.
class PupilNumbers {
public:
    std::uint32_t number(std::string_view pupil) {
        // A number of eight digits lost its leading zero in a spreadsheet.
        if (pupil.size() == 8 || pupil.size() == 9) {
            const EightDigits eight(eight_characters(pupil.data()));
            const auto ninth = static_cast<std::uint32_t>(pupil.back() - '0');
            if (eight.are_digits() && ninth <= 9) return pupil.size() == 8 ? eight.number() : eight.number() * 10 + ninth;
        }
        return number_of_other(pupil);
    }

private:
    std::uint32_t number_of_other(std::string_view pupil);
    static constexpr std::uint32_t first = 1u << 30;
    std::mutex mutex_;
    std::vector<Hash128> others_;
    PositionIndex index_;
};

// All of them, and the limits of the law, shared by the exports of one count.
struct Names {
    Municipalities municipalities;
    Limits limits;
    TextNumbers areas;  // official names of the municipalities seen
    TextNumbers texts;  // schools (brin) and outcomes
    PupilNumbers pupils;
};

}  // namespace jv
