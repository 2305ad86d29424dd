#include "records/file_pattern.hpp"

#include <algorithm>
#include <array>

#include "rows/csv_reader.hpp"
#include "rows/fold_name.hpp"

namespace jv {

namespace {

struct YearPart {
    std::string_view word;
    std::size_t length;
    int offset;  // from the year written to the one that the school year begins in
};
constexpr std::array<YearPart, 3> year_parts = {{{"{beginjaar}", 4, 0}, {"{eindjaar}", 4, -1}, {"{schooljaar}", 9, 0}}};

bool match(std::string_view pattern, std::string_view name, std::optional<Schooljaar>& year) {
    if (pattern.empty()) return name.empty();
    if (pattern.front() == '*') {
        for (std::size_t skip = 0; skip <= name.size(); ++skip)
            if (match(pattern.substr(1), name.substr(skip), year)) return true;
        return false;
    }
    for (const auto& part : year_parts) {
        if (!pattern.starts_with(part.word)) continue;
        if (name.size() < part.length) return false;
        const auto digits = name.substr(0, 4);
        if (!std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;
        const auto begin = Schooljaar(std::stoi(std::string(digits)) + part.offset);
        if (part.length == 9 && name.substr(0, 9) != to_text(begin)) return false;
        if (!match(pattern.substr(part.word.size()), name.substr(part.length), year)) return false;
        year = begin;
        return true;
    }
    if (name.empty() || (pattern.front() != '?' && pattern.front() != name.front())) return false;
    return match(pattern.substr(1), name.substr(1), year);
}

}  // namespace

FileNameMatch match_file_name(std::span<const std::string> patterns, std::string_view name) {
    FileNameMatch result;
    for (const auto& pattern : patterns)
        if (match(fold_name(pattern), fold_name(name), result.year)) {
            result.matches = true;
            break;
        }
    return result;
}

std::string file_name_for(std::string_view pattern, Schooljaar year) {
    std::string name;
    while (!pattern.empty()) {
        const auto part = std::find_if(year_parts.begin(), year_parts.end(), [&](const YearPart& p) { return pattern.starts_with(p.word); });
        if (part != year_parts.end()) {
            const auto text = to_text(year);
            name += part->length == 9 ? text : std::to_string(year.begin_year() - part->offset);
            pattern.remove_prefix(part->word.size());
            continue;
        }
        if (pattern.front() != '*') name += pattern.front() == '?' ? 'x' : pattern.front();
        pattern.remove_prefix(1);
    }
    return name;
}

}  // namespace jv
