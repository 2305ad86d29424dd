#include "records/names.hpp"

#include <algorithm>
#include <cstring>

#include "bytes/files.hpp"
#include "records/values.hpp"
#include "rows/csv_reader.hpp"
#include "rows/fold_name.hpp"
#include "settings/templates.hpp"

namespace jv {

std::uint32_t TextNumbers::number(std::string_view text) {
    if (text.empty()) return 0;
    const std::lock_guard lock(mutex_);
    if (const auto found = numbers_.find(text); found != numbers_.end()) return found->second;
    const auto number = size();
    texts_.emplace_back(text);
    numbers_.emplace(texts_.back(), number);
    return number;
}

void TextNumbers::forget_from(std::uint32_t number) {
    for (; size() > number; texts_.pop_back()) numbers_.erase(texts_.back());
}

namespace {

// A name of a municipality made comparable: small letters, one apostrophe and no space behind `'s`; a code without `GM` and zeros in front.
std::string comparable(std::string_view name) {
    auto folded = fold_name(name);
    for (const auto* apostrophe : {"’", "‘", "`", "´"})
        for (auto at = folded.find(apostrophe); at != std::string::npos; at = folded.find(apostrophe))
            folded.replace(at, std::strlen(apostrophe), "'");
    if (folded.starts_with("s-") || folded.starts_with("s ")) folded.insert(0, "'");
    if (folded.starts_with("'s ")) folded[2] = '-';
    auto code = without_point_zero(std::string_view(folded).substr(folded.starts_with("gm") ? 2 : 0));
    return is_digits(code) ? std::string(without_leading_zeros(code)) : folded;
}

std::size_t column_of(const CsvReader& reader, std::string_view name) {
    return static_cast<std::size_t>(std::find(reader.header().begin(), reader.header().end(), name) - reader.header().begin());
}

}  // namespace

Municipalities::Municipalities() {
    std::span<const std::string_view> fields;
    CsvReader today(templates_folder() / "gemeenten.csv", {.encoding = Encoding::utf8}, ';');
    for (const auto name = column_of(today, "naam"), code = column_of(today, "code"); today.next(fields);) {
        listed_.emplace_back(fields[name]);
        by_folded_name_.emplace(comparable(fields[name]), listed_.back());
        by_folded_name_.emplace(comparable(fields[code]), listed_.back());
    }
    CsvReader also(templates_folder() / "gemeenten-ook.csv", {.encoding = Encoding::utf8}, ';');
    for (const auto name = column_of(also, "naam"), other = column_of(also, "ook"); also.next(fields);)
        by_folded_name_.emplace(comparable(fields[other]), fields[name]);
    CsvReader former(templates_folder() / "gemeenten-vroeger.csv", {.encoding = Encoding::utf8}, ';');
    for (const auto name = column_of(former, "naam"), since = column_of(former, "sinds"), into = column_of(former, "nu"); former.next(fields);) {
        by_folded_name_.emplace(comparable(fields[name]), fields[name]);
        auto& merger = mergers_[std::string(fields[name])];
        merger.since = *parse_datum(fields[since]);
        merger.into.emplace_back(fields[into]);
    }
}

std::string Municipalities::official(std::string_view name) const {
    const auto found = by_folded_name_.find(comparable(name));
    return found == by_folded_name_.end() ? std::string(name) : found->second;
}

const Merger* Municipalities::merger(std::string_view official_name) const {
    const auto found = mergers_.find(official_name);
    return found == mergers_.end() ? nullptr : &found->second;
}

bool Municipalities::is_listed(std::string_view official_name) const {
    return std::find(listed_.begin(), listed_.end(), official_name) != listed_.end();
}

std::uint32_t PupilNumbers::number_of_other(std::string_view pupil) {
    const auto key = hash128(pupil, 0);
    const std::lock_guard lock(mutex_);
    const auto found = index_.find(key.low, [&](std::uint32_t position) { return others_[position] == key; });
    if (found != PositionIndex::none) return first + found;
    const auto position = static_cast<std::uint32_t>(others_.size());
    others_.push_back(key);
    index_.insert(key.low, position, [&](std::uint32_t p) { return others_[p].low; });
    return first + position;
}

}  // namespace jv
