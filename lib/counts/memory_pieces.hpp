// Memory for millions of rows, in pieces that are given back together: to the system, at once, whatever else is still in use.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace jv {

class MemoryPieces {
public:
    // A piece of one byte or more. Fails with std::bad_alloc.
    void* take(std::size_t bytes);

private:
    struct GiveBack {
        std::size_t size;
        void operator()(std::byte* block) const;
    };
    std::vector<std::unique_ptr<std::byte, GiveBack>> blocks_;  // each larger than the one before, up to some size
    std::size_t room_ = 0, used_ = 0;                           // in the last
};

}  // namespace jv
