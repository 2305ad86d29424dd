// Reading the parts of a report template from settings. For tables/report_template.cpp; others read whole templates.
#pragma once

#include "tables/report_template.hpp"

namespace jv {

// A share has one decimal, unless the template says otherwise.
inline constexpr int share_decimals = 1;

// A required text, and a list of texts, that may name figures of the template.
Text read_text(const Settings& settings, std::string_view key, const std::vector<FigureTemplate>& figures);
std::vector<Text> read_texts(const Settings& settings, std::string_view key, const std::vector<FigureTemplate>& figures);

// The keys that say which figure is meant: gebied, indicator, eenheid, indeling, codes, totaal. `codes = "alle"` is of a line of a table only,
// and leaves the codes empty.
Selection read_selection(const Settings& settings, bool is_line = false);
// The key `deel_van` with the key `per`, if it is there.
std::optional<Ratio> read_ratio(const Settings& settings);
int read_decimals(const Settings& settings, int otherwise, bool is_share);

// The key `verandering`, of a table or a column.
std::vector<ChangeColumn> read_changes(const Settings& settings);
// Fails for a table that asks for changes of shares only, or that has a row of shares: they are rounded already, and have no change of their own.
void require_counts(const Settings& settings, const TableTemplate& table);

std::vector<FigureTemplate> read_figures(const Settings& settings);
TableTemplate read_table(const Settings& settings, const std::vector<FigureTemplate>& figures);
KeyFiguresTemplate read_key_figures(const Settings& settings, const std::vector<FigureTemplate>& figures);
// A chart has the keys of a table, or of kerncijfers when its rows name figures, and `soort`, `as` and `omschrijving`.
ChartTemplate read_chart(const Settings& settings, const std::vector<FigureTemplate>& figures);
OwnTextTemplate read_own_text(const Settings& settings, const std::vector<FigureTemplate>& figures);
// The lists of a template, by name, of figures that add up.
std::vector<ListTemplate> read_lists(const Settings& settings, const std::vector<FigureTemplate>& figures);
// Sentences with the figures, lists and words of the report.
SentencesTemplate read_sentences(const Settings& settings, const ReportTemplate& report);

}  // namespace jv
