// Which columns of an export are which of ours, and how sure that is.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "profiles/known_names.hpp"
#include "profiles/survey.hpp"

namespace jv {

// Where one canonical column comes from.
struct ColumnProposal {
    bool sure = false;
    // Fields of the export, from 0. Sure: of which the first that is not empty counts. Else: what it may be, the most probable first; empty: nothing.
    std::vector<std::size_t> fields;
};

// How the dates are written that the profile reads.
struct DateProposal {
    std::optional<DateForm> form;  // none: no dates, or more forms that can be told apart
    bool sure = true;              // else every day could be a month, or the forms contradict each other
};

struct Proposal {
    Kind kind{};
    bool kind_is_sure = false;
    std::vector<Kind> other_kinds;        // that fit about as well
    std::vector<ColumnProposal> columns;  // as the canonical ones
    // Patterns for the name of the file, which says the year where no column does; and whether a profile has them.
    std::vector<std::string> file_patterns;
    bool file_is_sure = false;
    DateProposal dates;
};

// What an export is, as far as names and values say. A column is sure when its name is known and its values fit, or when its values can be nothing
// else; two that fit alike are never sure. With `wanted` it is of that kind.
Proposal propose(const KnownNames& names, const ExportSurvey& survey, std::optional<Kind> wanted);

// The canonical column that a field of the export surely is, or none.
const Column* column_of(const Proposal& proposal, std::size_t field);

}  // namespace jv
