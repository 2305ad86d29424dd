#include "counts/memory_pieces.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <new>

namespace jv {

void* MemoryPieces::take(std::size_t bytes) {
    if (used_ + bytes > room_) {
        constexpr std::size_t least = 64u << 10, most = 2u << 20;
        const auto size = std::max(bytes, std::clamp(2 * room_, least, most));
        void* block = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (block == MAP_FAILED) throw std::bad_alloc();
        blocks_.push_back({static_cast<std::byte*>(block), GiveBack{size}});
        room_ = size;
        used_ = 0;
    }
    used_ += bytes;
    return blocks_.back().get() + used_ - bytes;
}

void MemoryPieces::GiveBack::operator()(std::byte* block) const { ::munmap(block, size); }

}  // namespace jv
