// The rows of one kind as they were read, and once all are there, each row once: the same row again is a duplicate, the same number with other
// contents replaces the earlier row.
#pragma once

#include <cstdint>
#include <vector>

#include "counts/memory_pieces.hpp"
#include "records/record.hpp"

namespace jv {

// What is left of a row once duplicates are gone.
struct __attribute__((packed)) CountableRow {
    std::uint32_t pupil;
    std::uint64_t codes;
};

class RowStore {
public:
    RowStore();
    // Adds a row, in the order in which the rows are read. `place` tells where it stands, in any way.
    void add(const Record& record, std::uint32_t place);

    // Forgets the rows added last, from the first with that place or a later one.
    void forget_from(std::uint32_t place);

    // What was found when duplicates were removed, by the place of the later row.
    struct Duplicates {
        std::vector<std::uint32_t> same, changed;
    };
    // Removes duplicates, and gives the rows back in parts, in no order. The store is empty afterwards.
    using Parts = std::vector<std::vector<CountableRow>>;
    Parts settle(unsigned threads, Duplicates& duplicates);

private:
    // The rows are divided by their keys, so that those with the same key are together and a part fits in a processor's cache.
    static constexpr std::size_t part_bits = 8, parts = std::size_t{1} << part_bits;
    // So many neighbours have their memory together, until duplicates are removed from all of them.
    static constexpr std::size_t together = 16;

    // 28 bytes a row: nearly all numbers are numeric.
    struct __attribute__((packed)) NumericRow {
        std::uint64_t key;
        std::uint64_t codes;
        std::uint32_t pupil, content, place;
    };
    // 32 bytes a row: of a hash 96 bits tell enough.
    struct __attribute__((packed)) HashedRow {
        std::uint64_t key;
        std::uint64_t codes;
        std::uint32_t key_high, pupil, content, place;
    };

    // Grows without moving what it holds.
    template <class Row>
    class Rows {
    public:
        void add(const Row& row, MemoryPieces& memory) {
            if (used_ == room_) grow(memory);
            *next_++ = row;
            ++used_;
        }
        std::size_t size() const { return before_ + used_; }
        const Row& last() const { return next_[-1]; }
        void drop_last() {
            --next_;
            if (--used_ > 0 || chunks_.size() == 1) return;
            chunks_.pop_back();
            room_ = used_ = size_of(chunks_.size() - 1);
            next_ = chunks_.back() + used_;
            before_ -= used_;
        }
        template <class Visit>
        void for_each(Visit visit) const {
            for (std::size_t chunk = 0; chunk < chunks_.size(); ++chunk)
                for (std::size_t i = 0; i < (chunk + 1 < chunks_.size() ? size_of(chunk) : used_); ++i) visit(chunks_[chunk][i]);
        }

    private:
        static std::size_t size_of(std::size_t chunk) { return std::size_t{16} << (chunk < 6 ? chunk : 6); }
        void grow(MemoryPieces& memory) {
            before_ += used_;
            room_ = size_of(chunks_.size());
            chunks_.push_back(static_cast<Row*>(memory.take(room_ * sizeof(Row))));
            next_ = chunks_.back();
            used_ = 0;
        }
        std::vector<Row*> chunks_;
        Row* next_ = nullptr;
        std::size_t used_ = 0, room_ = 0, before_ = 0;  // in the last chunk; and in those before it
    };

    std::vector<Rows<NumericRow>> numeric_;
    std::vector<Rows<HashedRow>> hashed_;
    std::vector<MemoryPieces> memory_;
};

}  // namespace jv
