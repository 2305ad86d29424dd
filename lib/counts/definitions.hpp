// What is counted and by what: indicators and indelingen, as templates/definities/*.toml defines them.
#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "records/kinds.hpp"

namespace jv {

// The row's code in `column`, which may be one that the law derives (see records/record.hpp), is one of `codes`; the empty text stands for
// no code.
struct Filter {
    std::string column;
    std::vector<std::string> codes;
};

// What counts as one figure. A row counts when all filters hold.
struct Indicator {
    std::string code;
    std::string label;                       // Dutch, for reports
    std::string definition;                  // what it counts, in a sentence for reports; may be empty
    std::string ground;                      // the law or source it stands on
    std::string term;                        // the code of the term that it counts; may be empty
    std::vector<Kind> kinds;                 // one, or two for pupils distinct over both
    std::vector<std::vector<Filter>> where;  // one list of filters a kind
    std::vector<std::string> units;          // `leerlingen` is distinct pupils; any other counts rows
    int at_least = 1;                        // a pupil counts from this number of rows on
    bool total_only = false;                 // counted as totaal only
};

// A word of the field that indicators count, and what it stands for.
struct GlossaryTerm {
    std::string code;
    std::string label;
    std::string definition;
    std::string ground;
    bool always = false;  // every table that counts it prints the definition
};

// One category of an indeling: the codes of the column that fall in it.
struct Category {
    std::string code;
    std::string label;
    std::vector<std::string> codes;
};

// A way to divide rows, by a column. A closed one has its categories here, and zeros for each; an open one has what occurs, of which
// some may have a label here.
struct Indeling {
    std::string code;
    std::string column;  // a canonical column, or `leeftijd`, which the law derives
    std::vector<Kind> kinds;
    bool open = false;
    std::vector<Category> categories;
    std::map<std::string, std::string, std::less<>> labels = {};  // of an open one: by category

    // The name of a category in a report; without one the category as it stands.
    std::string label(const std::string& category) const;
};

// Rows that count nowhere, by a named rule.
struct Exclusion {
    std::string rule;
    Kind kind;
    std::vector<Filter> where;
    std::string warning;  // said of each such row, when not empty
    std::string advice;
};

struct Definitions {
    std::vector<Indicator> indicators;
    std::vector<Indeling> indelingen;  // totaal is not among them: every indicator has it
    std::vector<Exclusion> exclusions;
    std::vector<GlossaryTerm> glossary;

    const Indicator* indicator(std::string_view code) const;
    const Indeling* indeling(std::string_view code) const;
    const GlossaryTerm* glossary_term(std::string_view code) const;
};

// Reads templates/definities/*.toml and the user's own files after it; a term of the user's own takes the place of one with the same code. Fails with
// status 2 and code S001-S006, naming line and column.
Definitions read_definitions(std::span<const std::filesystem::path> own = {});

}  // namespace jv
