#include "records/export.hpp"

#include <algorithm>
#include <array>

#include "records/checks/export_checks.hpp"
#include "records/values.hpp"
#include "rows/fold_name.hpp"

namespace jv {

namespace {

// What else exports write for yes (1) and no (2).
constexpr std::array<std::pair<std::string_view, std::uint32_t>, 10> yes_and_no = {
    {{"ja", 1}, {"true", 1}, {"waar", 1}, {"1", 1}, {"yes", 1}, {"nee", 2}, {"false", 2}, {"onwaar", 2}, {"0", 2}, {"no", 2}}};

// Encoding and separator are those of the profile when there is one; recognising which of several fits needs a readable header.
CsvReader open(const std::filesystem::path& path, const ReadOptions& options) {
    const auto* profile = options.profiles.size() == 1 ? &options.profiles.front() : nullptr;
    return {path, {profile ? profile->encoding : Encoding::detect, options.whole_first, options.block_bytes}, profile ? profile->separator : '\0'};
}

TextTable<std::uint32_t> words_of(const Column& column, const ProfileKind* profile) {
    TextTable<std::uint32_t> words;
    for (std::size_t c = 0; c < column.codes.size(); ++c) words.add(column.codes[c], static_cast<std::uint32_t>(c + 1));
    if (column.type == ValueType::yes_no)
        for (const auto& [word, code] : yes_and_no) words.add(word, code);
    if (!profile) return words;
    if (const auto codes = profile->codes.find(column.name); codes != profile->codes.end())
        for (const auto& [word, code] : codes->second) {
            const auto at = std::find(column.codes.begin(), column.codes.end(), code);
            // An empty code is no code: the word says that the value is not known.
            const auto value = at == column.codes.end() ? 0 : static_cast<std::uint32_t>(at - column.codes.begin() + 1);
            words.set(fold_name(word), value);
            words.add(without_leading_zeros(word), value);
        }
    return words;
}

}  // namespace

Export::Export(const std::filesystem::path& path, const ReadOptions& options, FindingLog& findings)
    : csv_(open(path, options)), show_values_(options.show_values) {
    const auto mapping = find_mapping(csv_, options);
    info_ = &jv::info(mapping.kind);
    profile_ = mapping.profile;
    for (std::size_t i = 0; i < info_->columns.size(); ++i) {
        const auto& column = info_->columns[i];
        readings_.push_back({&column, i, mapping.fields[i], mapping.constants[i], find_field(mapping.kind, column.name),
                             column.codes.empty() ? TextTable<std::uint32_t>() : words_of(column, mapping.profile_kind)});
    }
    if (const auto byte = csv_.source().doubtful_byte()) tell_doubtful_encoding(name(), *byte, findings);
}

bool Export::has(std::string_view column) const {
    const auto index = info_->index_of(column);
    return index >= 0 && readings_[static_cast<std::size_t>(index)].is_given();
}

std::uint32_t Export::field_of(std::string_view column) const {
    const auto index = info_->index_of(column);
    if (index < 0 || readings_[static_cast<std::size_t>(index)].fields.empty()) return 0;
    return static_cast<std::uint32_t>(readings_[static_cast<std::size_t>(index)].fields.front() + 1);
}

}  // namespace jv
