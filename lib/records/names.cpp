#include "records/names.hpp"

#include <algorithm>

#include "bytes/files.hpp"
#include "rows/csv_reader.hpp"
#include "settings/templates.hpp"

namespace jv {

std::uint32_t TextNumbers::number(std::string_view text) {
    if (text.empty()) return 0;
    if (const auto found = numbers_.find(text); found != numbers_.end()) return found->second;
    const auto number = size();
    texts_.emplace_back(text);
    numbers_.emplace(texts_.back(), number);
    return number;
}

Municipalities::Municipalities() {
    CsvReader reader(templates_folder() / "gemeenten.csv", Encoding::utf8, ';');
    const auto column = std::find(reader.header().begin(), reader.header().end(), "naam") - reader.header().begin();
    for (std::span<const std::string_view> fields; reader.next(fields);) {
        listed_.emplace_back(fields[static_cast<std::size_t>(column)]);
        by_folded_name_.emplace(fold_name(listed_.back()), listed_.back());
    }
}

std::string Municipalities::official(std::string_view name) const {
    const auto found = by_folded_name_.find(fold_name(name));
    return found == by_folded_name_.end() ? std::string(name) : found->second;
}

bool Municipalities::is_listed(std::string_view official_name) const {
    const auto found = by_folded_name_.find(fold_name(official_name));
    return found != by_folded_name_.end() && found->second == official_name;
}

std::uint32_t PupilNumbers::number(std::string_view pupil) {
    // A number of eight digits lost its leading zero in a spreadsheet.
    if ((pupil.size() == 8 || pupil.size() == 9) && std::all_of(pupil.begin(), pupil.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        std::uint32_t number = 0;
        for (const char c : pupil) number = number * 10 + static_cast<std::uint32_t>(c - '0');
        return number;
    }
    const auto key = hash128(pupil, 0);
    const auto found = index_.find(key.low, [&](std::uint32_t position) { return others_[position] == key; });
    if (found != PositionIndex::none) return first + found;
    const auto position = static_cast<std::uint32_t>(others_.size());
    others_.push_back(key);
    index_.insert(key.low, position, [&](std::uint32_t p) { return others_[p].low; });
    return first + position;
}

}  // namespace jv
