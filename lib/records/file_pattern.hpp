// File names by which a profile recognises an export.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "law/datum.hpp"

namespace jv {

struct FileNameMatch {
    bool matches = false;
    std::optional<Schooljaar> year;  // when the pattern names one
};

// Whether a name fits one of the patterns, in any case: `*` is any text, `?` one character, `{beginjaar}` and `{eindjaar}` the four digits
// of the calendar year that the school year begins or ends in, `{schooljaar}` one like `2023-2024`.
FileNameMatch match_file_name(std::span<const std::string> patterns, std::string_view name);

// A name that fits the pattern, for exports that we write: `*` is left out, `?` becomes an x.
std::string file_name_for(std::string_view pattern, Schooljaar year);

}  // namespace jv
