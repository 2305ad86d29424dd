// Building one table. For tables/build.cpp; others build whole reports.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "comparison/breaks.hpp"
#include "messages/finding.hpp"
#include "tables/resolve.hpp"
#include "tables/table.hpp"

namespace jv {

// A named figure as computed: exact in thousandths, and as a cell.
struct FigureValue {
    Cell cell;
    std::int64_t thousandths = 0;
    std::vector<FigureKey> counts = {};  // that it is made from
};
using FigureValues = std::map<std::string, FigureValue, std::less<>>;

class ChangeTests;

// What texts and tables are filled in with.
struct TextValues {
    const Resolver& resolver;
    const FigureValues& figures;
    const Style& style;
    std::span<const Break> breaks = {};
    ChangeTests* tests = nullptr;  // whether changes are more than chance; without, nothing is said of that
};

// The text, which has no forms, filled in. `missing` names a figure that is unknown or can't occur, which then stands there as the style writes it.
std::string fill(const Text& text, const TextValues& values, std::string* missing = nullptr);

// The figure as a cell; a lookup that gives no figure for sure adds an error (T004, T005) that begins with `where`.
Cell to_cell(const Lookup& lookup, int decimals, std::string_view eenheid, const std::string& where, const Place& place, FindingLog& log);

// The named figures, so many years later.
FigureValues build_figures(const std::vector<FigureTemplate>& figures, const Resolver& resolver, FindingLog& log, int years_later = 0);
// Errors T001-T006 go to the log, and T019 as a warning.
Table build_table(const TableTemplate& table_template, const TextValues& values, FindingLog& log);
// What can't be drawn stays out and is noted; when nothing is left, T008 goes to `warnings`.
Chart build_chart(const ChartTemplate& source, const TextValues& values, FindingLog& errors, FindingLog& warnings);
Table build_key_figures(const KeyFiguresTemplate& key_figures, const TextValues& values);

}  // namespace jv
