// The one table model, and a report of tables, charts, sentences and texts in reading order. Every format renders this, and nothing else.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "tables/cell.hpp"
#include "tables/own_text.hpp"
#include "tables/style.hpp"

namespace jv {

// The notes that something refers to: places in Table::notes, ascending.
using Marks = std::vector<std::size_t>;

struct TableRow {
    std::string label;
    std::string gebied = {};  // the row's own area, when rows are areas
    bool total = false;
    bool part = false;  // a "waarvan" row: part of the row above, not added
    Marks notes = {};
};

// A column of figures. Its head has two levels, of which one may be empty; columns next to each other with the same group share it.
struct TableColumn {
    std::string kolom;  // its name in `--formaat csv`
    std::string group;
    std::string head;
    std::string schooljaar;
    std::string gebied = {};  // the column's own area, when columns are areas
    bool total = false;
    Marks group_notes = {};    // at the upper head; of columns with the same group the first has them
    Marks head_notes = {};     // at the lower head
    bool with_before = false;  // of the first of a group: where pages allow, it stands beside the group before
};

// One count for several cells: all of `rows` in one column, or all of `columns` in one row. The first cell holds it, the others are
// Covered. In reading order, two or more on one side; they need not be adjacent.
struct Joint {
    std::vector<std::size_t> rows;
    std::vector<std::size_t> columns;
};

// Head texts of neighbouring columns: the group and how many columns it spans.
struct Group {
    std::string text;
    std::size_t first = 0;
    std::size_t size = 1;
    Marks notes = {};
};

// What a term or an indicator of the table stands for.
struct Definition {
    std::string term;
    std::string text;
    std::string ground;  // the law or source it stands on; may be empty
    bool operator==(const Definition&) const = default;
};
// `Luxeverzuim: … (Leerplichtwet 1969, art. 11).`
std::string to_text(const Definition& definition);

// The figures of a row, year by year, for a small line beside them. It is a picture and no value: what can't draw leaves it out.
struct Trend {
    struct Point {
        std::string schooljaar;
        std::optional<Number> figure = {};  // none: there is no figure, or it is hidden
        bool broken = false;                // a break lies between it and the year before
    };
    std::vector<Point> points;  // of years that follow each other
    std::string description;    // the figures in words, for who does not see the line

    // With fewer than two figures there is nothing to draw.
    bool is_drawn() const;
};
// Such lines, one a row, at the right of the columns; they have the same years.
struct TrendColumn {
    std::string head;
    std::vector<Trend> rows;
};

struct Table {
    std::string name;  // in `--formaat csv`
    std::string title;
    std::string gebied;    // the area of all cells; empty when each cell is about the area of its row or column
    std::string row_head;  // above the row labels
    std::vector<TableColumn> columns;
    std::vector<TableRow> rows;
    std::vector<Cell> cells;  // row by row
    std::vector<Joint> joints;
    Marks title_notes;
    std::map<std::pair<std::size_t, std::size_t>, Marks> cell_notes;  // by row and column; most cells have none
    std::vector<std::string> notes;                                   // those that are referred to, in reading order
    std::size_t first_note = 1;                                       // the number of the first: numbers go on over a report
    std::vector<std::string> remarks;                                 // about the whole table; they have no number
    std::vector<Definition> definitions;
    std::vector<TrendColumn> trends;
    std::vector<std::string> trend_remarks;  // what must be said where the lines are drawn

    const Cell& cell(std::size_t row, std::size_t column) const { return cells[row * columns.size() + column]; }
    Cell& cell(std::size_t row, std::size_t column) { return cells[row * columns.size() + column]; }
    const std::string& gebied_of(std::size_t row, std::size_t column) const;
    // The joint count that the cell holds, or null.
    const Joint* joint_of(std::size_t row, std::size_t column) const;
    // The joint count that the cell is drawn with, when its cells form one block; or null.
    const Joint* block_of(std::size_t row, std::size_t column) const;
    // `Primair onderwijs`, or for the holder of a joint count `Primair onderwijs + Speciaal basisonderwijs`; likewise for columns.
    std::string row_label(std::size_t row, std::size_t column) const;
    std::string column_label(std::size_t row, std::size_t column) const;
    // True when heads need two lines: some column has both a group and a head.
    bool two_levels() const;
    // The upper heads, left to right; and those over some of the columns.
    std::vector<Group> groups() const { return groups(0, columns.size()); }
    std::vector<Group> groups(std::size_t begin, std::size_t end) const;
    // Whether, in a table with two levels, a group begins at the column; the first is none.
    bool begins_group(std::size_t column) const;
    // The notes of a cell: none for most.
    const Marks& notes_of(std::size_t row, std::size_t column) const;
};

struct Sentences {
    std::string title;
    std::vector<std::string> lines;
};

enum class ChartKind { columns, stacked, line, pie, funnel };

// The columns of the data of a funnel plot; its places, the rows, stand in the order of their size.
enum FunnelColumn : std::size_t { funnel_size, funnel_rate, funnel_centre, funnel_low, funnel_high, funnel_far_low, funnel_far_high, funnel_columns };

// A table that is drawn. Every cell of `data` is a number; its heads have one level. Rows and columns that are a total come last and are
// not drawn. Without rows there is no chart: the description says why.
struct Chart {
    ChartKind kind = ChartKind::columns;
    bool rows_are_series = false;          // otherwise each column is one, and the rows stand along the axis
    std::string unit;                      // of the figures that are drawn: `meldingen`, `procent`
    Table data;                            // of a pie: the figures, and beside them their percentages of the total
    std::string description;               // the figures in a sentence, for who does not see the chart
    std::vector<std::size_t> gaps = {};    // of lines: the places along the axis before which a break interrupts them, ascending
    std::vector<std::string> labels = {};  // of a funnel: what stands at the point of each place; empty for nothing
};

using Part = std::variant<Table, Chart, Sentences, OwnText>;

// What the contents of a report say of a part.
struct Heading {
    std::string name;  // of a table or chart; empty for a text
    std::string title;
    bool drawn = false;  // there is a picture in it
};
Heading heading_of(const Part& part);

struct Report {
    std::string title;  // also the first column (bron) of `--formaat csv`
    std::string gebied;
    std::string schooljaar;
    std::vector<Part> parts;  // in reading order
    std::vector<std::string> notes;
    Style style;
    std::vector<Heading> contents = {};  // of parts that come one by one, and are not in `parts`

    // What it is about, below its title: `Almelo, 2023-2024`, of several areas the year.
    std::string subject() const { return gebied.empty() ? schooljaar : gebied + ", " + schooljaar; }
};

}  // namespace jv
