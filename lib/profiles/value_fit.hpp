// Whether what stands in a column of an export can be what stands in one of ours.
#pragma once

#include "profiles/known_names.hpp"
#include "profiles/survey.hpp"

namespace jv {

enum class ValueFit {
    unfit,        // these are other things
    possible,     // nothing speaks against it, or there are no values
    fits,         // the values have its type, or are words of its list
    unmistakable  // and of nothing else that we know
};

// What the values of an export are judged against.
struct ValueContext {
    const KnownNames& names;
    const ExportSurvey& survey;
    Kind kind;
    int year;  // the latest median year of the dates and school years in the export; 0: unknown
};

ValueContext value_context(const KnownNames& names, const ExportSurvey& survey, Kind kind);

ValueFit value_fit(const ValueContext& context, const Column& column, const ColumnSurvey& values);

}  // namespace jv
