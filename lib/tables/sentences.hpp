// The sentences of a report, from the figures that its tables print.
#pragma once

#include <string>
#include <vector>

#include "tables/change_tests.hpp"
#include "tables/table_builder.hpp"

namespace jv {

// What sentences are made from: the figures of the report's year, and the same ones a year earlier.
struct SentenceValues {
    const ReportTemplate& source;
    const TextValues& values;
    const FigureValues& year_before;
};

// True when some sentence says how a figure changed, so that it needs the year before.
bool names_change(const ReportTemplate& source);

// The named figures that a sentence is made from.
std::vector<std::string> figures_of(const Text& sentence, const ReportTemplate& source);

// Fills in the sentences. One that would say more than the figures do is left out, and `log` gets a warning:
// - T007: a figure in it is no number (no source, unknown, nvt, suppressed), in this year or the year before;
// - T017: it gives a percentage of fewer than Wording::smallest_base;
// - T018: a part in it is more than its whole, or a list does not add up to its whole;
// - T020: a break or a circumstance (comparison/breaks.hpp) lies between the years of which it words the change.
Sentences build_sentences(const SentencesTemplate& sentences, const SentenceValues& values, FindingLog& log);

}  // namespace jv
