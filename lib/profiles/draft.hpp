// A profile to complete: what is sure filled in, what is not marked.
#pragma once

#include <string>

#include "profiles/proposal.hpp"

namespace jv {

// A line to complete begins with this; without it, and with the right one of the candidates behind it, it is a line of the profile.
constexpr std::string_view choice_mark = "# KIES: ";

struct Draft {
    std::string toml;
    std::vector<std::string> choices;  // the marked lines, without the mark
};

Draft draft_profile(const KnownNames& names, const ExportSurvey& survey, const Proposal& proposal);

}  // namespace jv
