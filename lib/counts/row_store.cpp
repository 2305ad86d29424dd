#include "counts/row_store.hpp"

#include <algorithm>
#include <bit>

#include "threads/in_order.hpp"

namespace jv {

namespace {

// Spreads a number over 64 bits (the finaliser of splitmix64).
std::uint64_t spread(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31);
}

// Removes the duplicates from a part, and adds what is left. `hash` gives the hash of a row's key, `same_key` compares two keys.
template <class Row, class Source, class Hash, class SameKey>
void settle_part(const Source& source, Hash hash, SameKey same_key, std::vector<CountableRow>& rows, RowStore::Duplicates& duplicates) {
    if (source.size() == 0) return;
    std::vector<Row> once;
    once.reserve(source.size());
    std::vector<std::uint32_t> slots(std::bit_ceil(source.size() * 3 / 2 + 1), 0);  // the number of a row from 1; 0: none
    const auto mask = slots.size() - 1;
    source.for_each([&](const Row& row) {
        auto slot = hash(row) & mask;
        for (; slots[slot] != 0; slot = (slot + 1) & mask) {
            auto& earlier = once[slots[slot] - 1];
            if (!same_key(earlier, row)) continue;
            const bool same = earlier.pupil == row.pupil && earlier.codes == row.codes && earlier.content == row.content;
            (same ? duplicates.same : duplicates.changed).push_back(row.place);
            if (!same) earlier = row;
            return;
        }
        once.push_back(row);
        slots[slot] = static_cast<std::uint32_t>(once.size());
    });
    rows.reserve(rows.size() + once.size());
    for (const auto& row : once) rows.push_back({row.pupil, row.codes});
}

}  // namespace

RowStore::RowStore() : numeric_(parts), hashed_(parts), memory_(parts / together) {}

void RowStore::add(const Record& record, std::uint32_t place) {
    const auto part = (record.numeric ? spread(record.key.low) : record.key.low) >> (64 - part_bits);
    auto& memory = memory_[part / together];
    if (record.numeric)
        numeric_[part].add({record.key.low, record.codes, record.pupil, record.content, place}, memory);
    else
        hashed_[part].add({record.key.low, record.codes, static_cast<std::uint32_t>(record.key.high), record.pupil, record.content, place}, memory);
}

void RowStore::forget_from(std::uint32_t place) {
    const auto forget = [&](auto& rows) {
        while (rows.size() > 0 && rows.last().place >= place) rows.drop_last();
    };
    std::for_each(numeric_.begin(), numeric_.end(), forget);
    std::for_each(hashed_.begin(), hashed_.end(), forget);
}

RowStore::Parts RowStore::settle(unsigned threads, Duplicates& duplicates) {
    Parts settled(parts);
    std::vector<Duplicates> found(parts);
    for_each_index(threads, memory_.size(), [&](unsigned, std::size_t group) {
        for (auto part = group * together; part < (group + 1) * together; ++part) {
            settle_part<NumericRow>(
                numeric_[part], [](const NumericRow& row) { return spread(row.key); },
                [](const NumericRow& a, const NumericRow& b) { return a.key == b.key; }, settled[part], found[part]);
            settle_part<HashedRow>(
                hashed_[part], [](const HashedRow& row) { return row.key; },
                [](const HashedRow& a, const HashedRow& b) { return a.key == b.key && a.key_high == b.key_high; }, settled[part], found[part]);
            numeric_[part] = {};
            hashed_[part] = {};
        }
        memory_[group] = {};
    });
    for (const auto& of_part : found) {
        duplicates.same.insert(duplicates.same.end(), of_part.same.begin(), of_part.same.end());
        duplicates.changed.insert(duplicates.changed.end(), of_part.changed.begin(), of_part.changed.end());
    }
    std::sort(duplicates.same.begin(), duplicates.same.end());
    std::sort(duplicates.changed.begin(), duplicates.changed.end());
    return settled;
}

}  // namespace jv
