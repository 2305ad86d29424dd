// Options that several programs have: the same word means the same everywhere.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "law/datum.hpp"
#include "records/mapping.hpp"

namespace jv {

// -o, --uit: a path, or `-` for standard output.
CLI::Option* add_output_option(CLI::App& app, std::string& path);
// --huisstijl: a house style over the one that the report template chooses.
CLI::Option* add_house_style_option(CLI::App& app, std::string& style);
// --overschrijf: existing outputs may be replaced.
CLI::Option* add_overwrite_option(CLI::App& app, bool& overwrite);
// --schooljaar, any number of times, in every notation of parse_schooljaar.
CLI::Option* add_years_option(CLI::App& app, std::vector<Schooljaar>& years);
// --profiel and --soort, any number of times each; and how exports are read then. Fails as read_profile.
void add_reading_options(CLI::App& app, std::vector<std::string>& profiles, std::vector<std::string>& kinds);
ReadOptions read_options(const std::vector<std::string>& profiles, const std::vector<std::string>& kinds, bool show_values);
// --stijl: of a workbook; one of workbook_style_names().
CLI::Option* add_workbook_style_option(CLI::App& app, std::string& style);
// --toon-waarden: messages may show values of personal columns.
CLI::Option* add_show_values_option(CLI::App& app, bool& show_values);
// --draden: a number of threads.
CLI::Option* add_threads_option(CLI::App& app, unsigned& threads);
// --stijldocument: a Word document whose look a report takes over. It is wrong usage (G007) when no Word document is made.
CLI::Option* add_style_document_option(CLI::App& app, std::string& path);
[[noreturn]] void fail_style_document_unused();
// An option that holds a date, in the two canonical forms.
CLI::Option* add_date_option(CLI::App& app, const std::string& name, std::optional<Datum>& date, const std::string& description);

// Lets an option take these values only; others are wrong usage (G004) with the nearest or all of them as advice.
CLI::Option* only(CLI::Option* option, std::vector<std::string> values);
// Splits the values of an option over a vector at commas: `--formaat xlsx,csv`.
CLI::Option* comma_separated(CLI::Option* option);

}  // namespace jv
