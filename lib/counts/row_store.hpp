// The rows of one kind, each once: the same row again is a duplicate, the same number with other contents replaces the earlier row.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "records/names.hpp"
#include "records/record.hpp"

namespace jv {

// What is left of a row once duplicates are gone.
struct __attribute__((packed)) CountableRow {
    std::uint32_t pupil;
    std::uint64_t codes;
};

class RowStore {
public:
    enum class Added { fresh, same, changed };
    Added add(const Record& record);

    std::uint64_t size() const { return numeric_.size + hashed_.size; }
    template <class Visit>
    void for_each(Visit&& visit) const {
        numeric_.for_each(visit);
        hashed_.for_each(visit);
    }
    // As for_each, giving back the memory of the rows as it goes; the store is empty afterwards.
    template <class Visit>
    void consume(Visit&& visit) {
        numeric_.consume(visit);
        hashed_.consume(visit);
    }

private:
    // 24 bytes a row: nearly all numbers are numeric.
    struct NumericRow {
        std::uint64_t key;
        std::uint64_t codes;
        std::uint32_t pupil, content;
    };
    // 32 bytes a row.
    struct HashedRow {
        Hash128 key;
        std::uint64_t codes;
        std::uint32_t pupil, content;
    };

    template <class Row>
    struct Table {
        static constexpr std::uint32_t chunk_bits = 14, chunk_rows = 1u << chunk_bits;
        std::vector<std::unique_ptr<Row[]>> chunks;
        PositionIndex index;
        std::uint32_t size = 0;

        Row& at(std::uint32_t position) { return chunks[position >> chunk_bits][position & (chunk_rows - 1)]; }
        const Row& at(std::uint32_t position) const { return chunks[position >> chunk_bits][position & (chunk_rows - 1)]; }
        Added add(std::uint64_t hash, const Row& row);
        template <class Visit>
        void visit_chunk(std::size_t chunk, Visit& visit) const {
            const auto begin = static_cast<std::uint32_t>(chunk << chunk_bits);
            for (auto position = begin; position < size && position < begin + chunk_rows; ++position)
                visit(CountableRow{at(position).pupil, at(position).codes});
        }
        template <class Visit>
        void for_each(Visit& visit) const {
            for (std::size_t chunk = 0; chunk < chunks.size(); ++chunk) visit_chunk(chunk, visit);
        }
        template <class Visit>
        void consume(Visit& visit) {
            index = {};
            for (std::size_t chunk = 0; chunk < chunks.size(); ++chunk) {
                visit_chunk(chunk, visit);
                chunks[chunk].reset();
            }
            chunks.clear();
            size = 0;
        }
    };

    Table<NumericRow> numeric_;
    Table<HashedRow> hashed_;
};

}  // namespace jv
