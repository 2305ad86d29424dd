// How a wide table is spread over printed pages.
#include "documents/xlsx_page.hpp"

#include <doctest/doctest.h>

namespace jv {

TEST_CASE("a page breaks before a block, but not between blocks that go together where both fit") {
    const auto blocks = [](bool together) {
        std::vector<ColumnBlock> all;
        for (std::size_t i = 0; i < 6; ++i) all.push_back({1 + 4 * i, 45, together && i % 2 == 1});
        return all;
    };
    CHECK(page_breaks(20, {{1, 45}, {5, 45}}).empty());
    CHECK(page_breaks(20, blocks(false)) == std::vector<std::size_t>{13});
    CHECK(page_breaks(40, blocks(false)) == std::vector<std::size_t>{13});
    CHECK(page_breaks(40, blocks(true)) == std::vector<std::size_t>{9, 17});
    // Each as wide as a page: they stand on pages of their own.
    CHECK(page_breaks(20, {{1, 150}, {5, 150, true}}) == std::vector<std::size_t>{5});
}

}  // namespace jv
