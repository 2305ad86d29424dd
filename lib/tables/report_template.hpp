// A report template: which tables, figures and sentences a report has. Data of the user, in templates/rapporten/*.toml; the format is
// described for users in templates/rapporten/LEESMIJ.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "settings/settings.hpp"
#include "tables/style.hpp"
#include "tables/table.hpp"
#include "tables/text.hpp"
#include "tables/wording.hpp"

namespace jv {

// Which figure is meant, as far as one part of a table says it: the table, its row and its column together say all. What a row or column
// says goes before what the table says.
struct Selection {
    std::optional<Name> gebied, indicator, eenheid, indeling;
    std::vector<Name> codes;  // categories of the indeling, counted together
    bool total = false;       // the total over all categories
};

// What figures are divided by: the same figure but for what `of` says, times `per` (100 is a percentage).
struct Ratio {
    Selection of;
    int per = 100;
};

// What a column says of the last year against the one before, beside its years: the keys of `verandering`.
enum class ChangeColumn { difference, percent, direction, verdict, trend };

// A row or column of a table.
struct Line {
    Name label;                        // the row label, or the column's name in csv
    std::optional<std::string> group;  // upper head of a column
    std::string head;                  // lower head of a column
    Selection selection;
    bool each_code = false;    // one line for each category of the indeling that occurs
    bool rest = false;         // what the total counts and no other line does
    bool all_areas = false;    // one line for each area in the cijfers
    bool other_areas = false;  // one line for each area in the cijfers but the report's own
    std::vector<Name> areas;   // one line for each of these
    bool part = false;         // `waarvan`
    std::optional<Text> note;
    std::optional<Ratio> ratio;
    std::optional<int> decimals;
    std::optional<std::vector<ChangeColumn>> changes;  // of a column: instead of those of the table
};

// Cells of a table, by their lines and school years: of all rows, columns or years when none is named.
struct CellRule {
    std::vector<Name> rows, columns;
    std::string from, until;  // school years, both included; empty is open

    bool has_years() const { return !from.empty() || !until.empty(); }
    bool holds_row(std::string_view label) const;
    bool holds_column(std::string_view label) const;
    bool holds_year(std::string_view schooljaar) const;
};

// A note, and what it is about: rows, columns or years by themselves, or the cells where they meet.
struct NoteRule {
    CellRule where;
    Text text;
};

// One indicator that is the sum of others, in every row and year: so that no count goes unseen.
struct SumCheck {
    Name whole;
    std::vector<Name> parts;
};

struct TableTemplate {
    Name name;
    Text title;
    std::string row_head;
    Selection selection;
    std::optional<Ratio> ratio;
    int decimals = 0;
    std::vector<int> years = {0};  // 0 is the report's school year, -1 the one before it
    bool complete = false;         // every count must be in some row or column, also when the table has no total
    std::vector<Line> rows, columns;
    std::vector<CellRule> nvt;                          // cells that can't occur
    std::vector<Name> expected_rows, expected_columns;  // that nvt and notes name, and that only the cijfers can give
    std::vector<SumCheck> checks;
    std::optional<Text> note;
    std::vector<NoteRule> notes;
    std::vector<Text> remarks;
    bool definitions = false;  // prints those of its indicators
    std::vector<ChangeColumn> changes;

    // What the column says of changes, in this order; a share says nothing, for it is rounded.
    std::vector<ChangeColumn> changes_of(const Line& column) const;
};

// A named figure: one of the cijfers, or made from other named figures that stand before it.
struct CountFigure {
    Selection selection;
    int year = 0;
};
struct SumFigure {
    std::vector<std::string> add, subtract;
};
struct ShareFigure {
    std::string part, whole;
    int per = 100;
};
struct FigureTemplate {
    Name name;
    std::string eenheid;  // empty for a share
    Noun noun = {};       // of what it counts, where the template has its own
    std::variant<CountFigure, SumFigure, ShareFigure> value;
    int decimals = 0;
};

// A table of named figures in one column.
struct KeyFiguresTemplate {
    struct Entry {
        Name label;
        std::string figure;
        std::optional<Text> note;
        bool total = false;
    };
    Name name;
    Text title;
    std::string row_head;
    std::string kolom;
    std::vector<Entry> rows;
    std::optional<Text> note;
    std::vector<Text> remarks;
    bool definitions = false;
};

// Named figures that are listed in a sentence: `12 op het mbo, 3 op het vo en 1 op het vso`.
struct ListTemplate {
    struct Entry {
        std::string figure, text;
    };
    Name name;
    std::string begin;  // stands before it, unless it is empty
    bool by_size = false;
    std::string whole;  // the figure that the entries add up to; may be empty
    std::vector<Entry> entries;
};

struct SentencesTemplate {
    Text title;
    std::vector<Text> lines;
};

// The place of a text of the project's own.
struct OwnTextTemplate {
    Text title;
    Name file;  // in the project's folder of texts: `inleiding.md`
};

// A chart: the table that it draws, and how.
struct ChartTemplate {
    ChartKind kind = ChartKind::columns;
    bool rows_are_series = false;
    std::string unit;
    int percent_decimals = 0;  // of a pie
    std::variant<TableTemplate, KeyFiguresTemplate> data;
    std::optional<Text> description;

    const Name& name() const;
};

// An indicator that no definition counts: its figures are typed in.
struct TypedIn {
    std::string indicator, eenheid;
};

using PartTemplate = std::variant<TableTemplate, ChartTemplate, KeyFiguresTemplate, SentencesTemplate, OwnTextTemplate>;

struct ReportTemplate {
    std::string file;
    Text title;
    Style style;
    std::vector<TypedIn> typed_in;
    std::vector<FigureTemplate> figures;
    std::vector<ListTemplate> lists;
    Wording wording;                  // of the sentences
    std::vector<PartTemplate> parts;  // in the order of the file
    std::vector<Text> notes;
    std::optional<Place> open_only;  // where the template says that no figure may be suppressed

    // The relative school years that tables and figures use, sorted: {-3, -2, -1, 0}.
    std::vector<int> years() const;
    // False when every figure names its own area and no text says {gebied}: such a report needs no area.
    bool needs_area() const;
};

// Reads a template by name (`twenterand`: templates/rapporten/twenterand.toml) or by path. Fails with status 2, naming line and column:
// S001-S004 and S008 as all settings, S005 for a name that the template does not hold.
ReportTemplate read_report_template(std::string_view name_or_path);
// `folder` is where the file stands, for the paths in it.
ReportTemplate parse_report_template(const Settings& settings, std::string file, const std::filesystem::path& folder = {});

}  // namespace jv
