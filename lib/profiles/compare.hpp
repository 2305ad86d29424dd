// What is different in an export since its profile was made.
#pragma once

#include <string>

#include "profiles/proposal.hpp"

namespace jv {

struct ProfileDifferences {
    std::string file, profile;
    Kind kind{};
    std::vector<std::pair<std::string, std::string>> differences;  // what kind of difference, and which: "kolom weg", "melddatum ..."
};

// Compares an export with the kind of the profile that has most of its columns, or the kind named. New are columns that the profile neither maps nor
// skips (`overgeslagen`). Fails with status 2 (P004) when the profile does not have the kind named.
ProfileDifferences compare(const KnownNames& names, const ExportSurvey& survey, const Profile& profile, std::optional<Kind> kind);

// A line for each difference.
std::string to_text(const ProfileDifferences& comparison);

}  // namespace jv
