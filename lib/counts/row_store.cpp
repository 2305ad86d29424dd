#include "counts/row_store.hpp"

namespace jv {

namespace {

// Spreads a number over 64 bits (the finaliser of splitmix64).
std::uint64_t spread(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31);
}

std::uint64_t hash_of(std::uint64_t key) { return spread(key); }
std::uint64_t hash_of(const Hash128& key) { return key.low; }

}  // namespace

template <class Row>
RowStore::Added RowStore::Table<Row>::add(std::uint64_t hash, const Row& row) {
    const auto found = index.find(hash, [&](std::uint32_t position) { return at(position).key == row.key; });
    if (found != PositionIndex::none) {
        auto& earlier = at(found);
        if (earlier.pupil == row.pupil && earlier.codes == row.codes && earlier.content == row.content) return Added::same;
        earlier = row;
        return Added::changed;
    }
    if ((size & (chunk_rows - 1)) == 0) chunks.push_back(std::make_unique_for_overwrite<Row[]>(chunk_rows));
    at(size) = row;
    index.insert(hash, size, [&](std::uint32_t position) { return hash_of(at(position).key); });
    ++size;
    return Added::fresh;
}

RowStore::Added RowStore::add(const Record& record) {
    const auto& key = record.identity.key;
    if (record.identity.numeric) return numeric_.add(hash_of(key.low), {key.low, record.codes, record.pupil, record.content});
    return hashed_.add(hash_of(key), {key, record.codes, record.pupil, record.content});
}

}  // namespace jv
