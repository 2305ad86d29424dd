// Memory for millions of rows. It goes back to the system as soon as it is no longer used, whatever else is still in use.
#pragma once

#include <cstddef>
#include <memory>
#include <type_traits>
#include <vector>

namespace jv {

class LargeMemory {
public:
    LargeMemory() = default;
    // So many bytes. Fails with std::bad_alloc.
    explicit LargeMemory(std::size_t size);
    void* data() const { return bytes_.get(); }

private:
    struct GiveBack {
        std::size_t size;
        void operator()(void* bytes) const;
    };
    std::unique_ptr<void, GiveBack> bytes_;
};

// An array whose elements have no value yet.
template <class T>
class LargeArray {
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

public:
    LargeArray() = default;
    explicit LargeArray(std::size_t size) : memory_(size * sizeof(T)), size_(size) {}
    T* data() { return static_cast<T*>(memory_.data()); }
    const T* data() const { return static_cast<const T*>(memory_.data()); }
    std::size_t size() const { return size_; }
    T& operator[](std::size_t i) { return data()[i]; }

private:
    LargeMemory memory_;
    std::size_t size_ = 0;
};

// Pieces of memory that are given back together.
class MemoryPieces {
public:
    // A piece of one byte or more.
    void* take(std::size_t bytes);

private:
    std::vector<LargeMemory> blocks_;  // each larger than the one before, up to some size
    std::size_t room_ = 0, used_ = 0;  // in the last
};

}  // namespace jv
