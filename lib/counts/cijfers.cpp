#include "counts/cijfers.hpp"

#include <algorithm>

namespace jv {

namespace {

constexpr std::array<std::string_view, 4> status_texts = {"", "nvt", "onbekend", "onderdrukt"};

// Figures in a block at most: small enough to put one in between, large enough to have few blocks.
constexpr std::size_t block_size = 512;

std::array<std::string_view, cijfer_columns> columns_of(const CijferKeyView& key) {
    return {key.gebied, key.schooljaar, key.indicator, key.eenheid, key.indeling, key.categorie};
}

}  // namespace

std::string_view to_text(Status status) { return status_texts[static_cast<std::size_t>(status)]; }

std::optional<Status> parse_status(std::string_view text) {
    const auto found = std::find(status_texts.begin(), status_texts.end(), text);
    if (found == status_texts.end()) return std::nullopt;
    return static_cast<Status>(found - status_texts.begin());
}

Cijfers::Iterator::value_type Cijfers::Iterator::operator*() const {
    const auto& figure = cijfers_->blocks_[block_][place_];
    const auto text = [&](CijferColumn column) -> std::string_view {
        const auto at = static_cast<std::size_t>(column);
        return cijfers_->texts_[at].text(figure.texts[at]);
    };
    return {{text(CijferColumn::gebied), text(CijferColumn::schooljaar), text(CijferColumn::indicator), text(CijferColumn::eenheid),
             text(CijferColumn::indeling), text(CijferColumn::categorie)},
            figure.value};
}

Cijfers::Iterator& Cijfers::Iterator::operator++() {
    if (++place_ == cijfers_->blocks_[block_].size()) ++block_, place_ = 0;
    return *this;
}

std::strong_ordering Cijfers::compare(const Texts& a, const Texts& b, std::size_t columns) const {
    for (std::size_t i = 0; i < columns; ++i)
        if (a[i] != b[i]) return texts_[i].is_before(a[i], b[i]) ? std::strong_ordering::less : std::strong_ordering::greater;
    return std::strong_ordering::equal;
}

template <class Holds>
Cijfers::Iterator Cijfers::first_without(Holds holds) const {
    const auto block = std::partition_point(blocks_.begin(), blocks_.end(), [&](const Block& b) { return holds(b.back()); });
    if (block == blocks_.end()) return end();
    const auto figure = std::partition_point(block->begin(), block->end(), holds);
    return {*this, static_cast<std::size_t>(block - blocks_.begin()), static_cast<std::size_t>(figure - block->begin())};
}

bool Cijfers::add(const CijferKeyView& key, CijferValue value) {
    const auto* last = empty() ? nullptr : &blocks_.back().back();
    const auto columns = columns_of(key);
    Figure figure{{}, value};
    for (std::size_t i = 0; i < cijfer_columns; ++i) {
        const bool as_last = last && texts_[i].text(last->texts[i]) == columns[i];
        figure.texts[i] = as_last ? last->texts[i] : texts_[i].add(columns[i]);
    }
    // Figures mostly come in order: then there is nothing to look for.
    auto at = end();
    if (last && compare(last->texts, figure.texts, cijfer_columns) >= 0)
        at = first_without([&](const Figure& other) { return compare(other.texts, figure.texts, cijfer_columns) < 0; });
    if (at != end())
        if (const auto& found = blocks_[at.block_][at.place_]; found.texts == figure.texts) return found.value == value;
    insert(at, figure);
    return true;
}

void Cijfers::insert(Iterator at, const Figure& figure) {
    const auto offset = [](std::size_t place) { return static_cast<std::ptrdiff_t>(place); };
    if (at == end()) {
        if (empty() || blocks_.back().size() == block_size) blocks_.emplace_back();
        blocks_.back().push_back(figure);
        return;
    }
    if (blocks_[at.block_].size() == block_size) {
        const auto middle = blocks_[at.block_].begin() + offset(block_size / 2);
        Block second(middle, blocks_[at.block_].end());
        blocks_[at.block_].erase(middle, blocks_[at.block_].end());
        blocks_.insert(blocks_.begin() + offset(at.block_ + 1), std::move(second));
        if (at.place_ > block_size / 2) ++at.block_, at.place_ -= block_size / 2;
    }
    auto& block = blocks_[at.block_];
    block.insert(block.begin() + offset(at.place_), figure);
}

std::optional<CijferValue> Cijfers::find(const CijferKeyView& key) const {
    const auto columns = columns_of(key);
    Texts texts{};
    for (std::size_t i = 0; i < cijfer_columns; ++i)
        if (texts[i] = texts_[i].find(columns[i]); texts[i] == SortedTexts::none) return std::nullopt;
    const auto at = first_without([&](const Figure& figure) { return compare(figure.texts, texts, cijfer_columns) < 0; });
    if (at == end()) return std::nullopt;
    const auto& found = blocks_[at.block_][at.place_];
    return found.texts == texts ? std::optional(found.value) : std::nullopt;
}

Cijfers::Range Cijfers::under(std::initializer_list<std::string_view> columns) const {
    Texts texts{};
    std::size_t known = 0;
    for (const auto text : columns) {
        if (texts[known] = texts_[known].find(text); texts[known] == SortedTexts::none) return {end(), end()};
        ++known;
    }
    return {first_without([&](const Figure& figure) { return compare(figure.texts, texts, known) < 0; }),
            first_without([&](const Figure& figure) { return compare(figure.texts, texts, known) <= 0; })};
}

std::vector<std::string> Cijfers::texts(CijferColumn column) const { return texts_[static_cast<std::size_t>(column)].in_order(); }

bool Cijfers::has_text(CijferColumn column, std::string_view text) const {
    return texts_[static_cast<std::size_t>(column)].find(text) != SortedTexts::none;
}

}  // namespace jv
