#include "records/record.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <bit>
#include <map>

namespace jv {

namespace {

// Columns that the law derives, with their codes.
struct Derived {
    Kind kind;
    std::string_view column;
    std::vector<std::string_view> codes;
};
const std::vector<Derived> derived = {
    {Kind::leerling, "plicht", {"leerplichtig", "kwalificatieplichtig"}},
    {Kind::thuiszitter, "gebeurtenis", {"begin", "nieuw", "einde", "drie-maanden"}},
    {Kind::traject, "gebeurtenis", {"benaderd", "intake", "start", "einde", "uitstroom"}},
    {Kind::kwetsbaar, "verwijderd", {"startkwalificatie", "verhuisd", "overleden", "geen-bsn", "leeftijd"}},
    {Kind::kwetsbaar, "werk", {"genoeg", "te-weinig"}},
};

// Columns of free text that are counted, at most one a kind: it takes the bits that are left.
constexpr std::string_view counted_text[] = {"brin", "uitkomst"};

std::vector<CodeField> lay_out(const KindInfo& kind) {
    std::vector<CodeField> fields;
    unsigned shift = 0;
    const auto add = [&](std::string_view column, unsigned width, std::vector<std::string_view> codes = {}) {
        fields.push_back({column, shift, width, std::move(codes)});
        shift += width;
    };
    add("gemeente", municipality_bits);
    add("jaar", year_bits);
    for (const auto& column : kind.columns)
        if (!column.codes.empty()) add(column.name, static_cast<unsigned>(std::bit_width(column.codes.size())), column.codes);
    for (const auto& column : derived)
        if (column.kind == kind.kind) add(column.column, static_cast<unsigned>(std::bit_width(column.codes.size())), column.codes);
    if (kind.index_of("geboortedatum") >= 0) add("leeftijd", age_bits);
    if (kind.year_column.empty()) {
        // A thuiszitter is judged by the day; of a traject only the school years of its dates are needed.
        const bool by_day = kind.kind == Kind::thuiszitter;
        for (const auto& column : kind.columns)
            if (column.type == ValueType::date) add(column.name, by_day ? date_bits : year_bits);
    }
    for (const auto column : counted_text)
        if (kind.index_of(column) >= 0 && (kind.kind != Kind::vsv && kind.kind != Kind::startset)) add(column, std::min(32u, 64 - shift));
    return fields;
}

}  // namespace

const std::vector<CodeField>& code_layout(Kind kind) {
    static const auto layouts = [] {
        std::vector<std::vector<CodeField>> all;
        for (const auto& kind_info : all_kinds()) all.push_back(lay_out(kind_info));
        return all;
    }();
    return layouts[static_cast<std::size_t>(kind)];
}

const CodeField* find_field(Kind kind, std::string_view column) {
    for (const auto& field : code_layout(kind))
        if (field.column == column) return &field;
    return nullptr;
}

Hash128 hash128(std::string_view text, std::uint64_t seed) {
    const auto hash = XXH3_128bits_withSeed(text.data(), text.size(), seed);
    return {hash.high64, hash.low64};
}

std::uint64_t hash64(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

}  // namespace jv
