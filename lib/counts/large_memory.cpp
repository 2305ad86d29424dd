#include "counts/large_memory.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <new>

namespace jv {

LargeMemory::LargeMemory(std::size_t size) {
    if (size == 0) return;
    void* bytes = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (bytes == MAP_FAILED) throw std::bad_alloc();
    bytes_ = {bytes, GiveBack{size}};
}

void LargeMemory::GiveBack::operator()(void* bytes) const { ::munmap(bytes, size); }

void* MemoryPieces::take(std::size_t bytes) {
    if (used_ + bytes > room_) {
        constexpr std::size_t least = 64u << 10, most = 2u << 20;
        room_ = std::max(bytes, std::clamp(2 * room_, least, most));
        blocks_.emplace_back(room_);
        used_ = 0;
    }
    used_ += bytes;
    return static_cast<std::byte*>(blocks_.back().data()) + used_ - bytes;
}

}  // namespace jv
