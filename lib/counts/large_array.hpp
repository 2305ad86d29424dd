// An array for millions of elements, which lie in large pages where the system has those: they are found, and made, sooner than many small ones.
#pragma once

#ifdef __linux__
#include <sys/mman.h>
#endif

#include <cstdlib>
#include <memory>
#include <new>
#include <type_traits>

namespace jv {

template <class T>
class LargeArray {
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

public:
    LargeArray() = default;
    // The elements have no value yet. Fails with std::bad_alloc.
    explicit LargeArray(std::size_t size) : size_(size) {
        const auto pages = (size * sizeof(T) + page - 1) / page;
        if (pages == 0) return;
        elements_.reset(static_cast<T*>(std::aligned_alloc(page, pages * page)));
        if (!elements_) throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
        // The last page is not full; when it is the only one, it had better be small.
        ::madvise(elements_.get(), (pages - 1) * page, MADV_HUGEPAGE);
#endif
    }
    T* data() { return elements_.get(); }
    const T* data() const { return elements_.get(); }
    std::size_t size() const { return size_; }
    T& operator[](std::size_t i) { return elements_[i]; }

private:
    static constexpr std::size_t page = std::size_t{2} << 20;
    struct Free {
        void operator()(void* elements) const { std::free(elements); }
    };
    std::unique_ptr<T[], Free> elements_;
    std::size_t size_ = 0;
};

}  // namespace jv
