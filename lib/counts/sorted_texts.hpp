// Texts by number, of which two numbers tell the order.
#pragma once

#include <cstdint>
#include <deque>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "records/names.hpp"

namespace jv {

// Each text once, numbered as they come. Every text has a place on a line, in byte order, so that comparing two takes no look at their bytes.
class SortedTexts {
public:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    // The number of a text, which is new or not.
    std::uint32_t add(std::string_view text);
    // The number of a text, or none.
    std::uint32_t find(std::string_view text) const;
    const std::string& text(std::uint32_t number) const { return texts_[number]; }
    // Whether the text of one number stands before that of another, in byte order.
    bool is_before(std::uint32_t a, std::uint32_t b) const { return places_[a] < places_[b]; }
    // All texts in byte order.
    std::vector<std::string> in_order() const;
    std::size_t size() const { return texts_.size(); }

private:
    void put_in_order(std::uint32_t number);
    void spread();

    std::deque<std::string> texts_;      // by number
    std::vector<std::uint64_t> places_;  // by number
    std::vector<std::uint32_t> order_;   // numbers in byte order
    PositionIndex index_;
};

}  // namespace jv
