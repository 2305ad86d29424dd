// The numbers written out in an own text, held against what the report prints.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "messages/finding.hpp"
#include "tables/markdown.hpp"
#include "tables/number_rules.hpp"
#include "tables/table_builder.hpp"

namespace jv {

// What the report prints: every number, and for each name (of a row, a column, a figure, an indicator) the numbers that go by it. All are in
// millionths.
class PrintedNumbers {
public:
    // `report` has its tables, part by part those of the template, and outlives this. `no_names` are words that name nothing.
    PrintedNumbers(const Report& report, const ReportTemplate& source, const Definitions& definitions, const FigureValues& figures,
                   const std::set<std::string>& no_names);

    // A number as printed: a cell of a table, or the figure of that name.
    struct Printed {
        std::int64_t value;
        const Table* table = nullptr;
        std::size_t row = 0, column = 0;
        std::string figure = {};
    };
    struct Named {
        std::size_t size = 0;  // of the name in lower case
        std::string name;      // as printed
        std::vector<Printed> numbers;

        bool holds(std::int64_t value) const;
        // The number that was probably meant: the nearest, of equal ones the first in the report.
        const Printed& nearest(std::int64_t value) const;
    };

    bool holds(std::int64_t value) const { return all_.contains(value); }
    // The longest name that begins (or ends) at `at` in a text in lower case, as whole words; or null.
    const Named* name_at(const std::string& text, std::size_t at) const;
    const Named* name_before(const std::string& text, std::size_t at) const;
    // The parts of the text that are a name with a number in it: `artikel 5 onder a`.
    std::vector<std::pair<std::size_t, std::size_t>> names_with_numbers(const std::string& text) const;

private:
    using Cells = std::vector<std::pair<std::size_t, std::size_t>>;  // row and column

    Named* entry(const std::string& name);
    void add_line(const Table& table, const std::string& name, const Cells& cells);
    void add_table(const Table& table);
    void add_indicators(const Table& table, const TableTemplate& source, const Definitions& definitions);
    void add_figure(const std::string& name, const std::string& figure, const Cell& cell);

    const std::set<std::string>& no_names_;
    std::set<std::int64_t> all_;
    std::map<std::string, Named> named_;  // by name in lower case
};

// Adds a warning for each number in the block that differs: T013 when a name stands right behind it (`250 meldingen`), or right before it, and
// nothing that goes by that name is that number; T015 when it has no such name, is larger than 12, no whole number or a percentage, and the report
// does not print it. A number in a place `{…}` is not compared, nor is one that a rule of templates/getallen.toml holds, a year, or the number of a
// heading.
void check_numbers(const SourceBlock& block, const Markdown& markdown, const std::string& file, const PrintedNumbers& printed,
                   const NumberRules& rules, const std::string& report_year, FindingLog& log);

}  // namespace jv
