#include "counts/sorted_texts.hpp"

#include <algorithm>

namespace jv {

namespace {

// How far the places of texts lie apart when they are spread, or when a text comes behind all others.
constexpr std::uint64_t distance = std::uint64_t{1} << 32;

}  // namespace

std::uint32_t SortedTexts::find(std::string_view text) const {
    return index_.find(TextHash()(text), [&](std::uint32_t number) { return texts_[number] == text; });
}

std::uint32_t SortedTexts::add(std::string_view text) {
    if (const auto found = find(text); found != none) return found;
    const auto number = static_cast<std::uint32_t>(texts_.size());
    texts_.emplace_back(text);
    index_.insert(TextHash()(text), number, [&](std::uint32_t other) { return TextHash()(texts_[other]); });
    put_in_order(number);
    return number;
}

void SortedTexts::put_in_order(std::uint32_t number) {
    const auto at = std::lower_bound(order_.begin(), order_.end(), number, [&](auto a, auto b) { return texts_[a] < texts_[b]; });
    const auto before = at == order_.begin() ? 0 : places_[*(at - 1)];
    const auto behind = at == order_.end() ? before + 2 * distance : places_[*at];
    order_.insert(at, number);
    places_.push_back(before + (behind - before) / 2);
    if (behind - before < 2) spread();
}

// Gives all texts places that lie as far apart.
void SortedTexts::spread() {
    for (std::size_t i = 0; i < order_.size(); ++i) places_[order_[i]] = (i + 1) * distance;
}

std::vector<std::string> SortedTexts::in_order() const {
    std::vector<std::string> texts;
    texts.reserve(order_.size());
    for (const auto number : order_) texts.push_back(texts_[number]);
    return texts;
}

}  // namespace jv
