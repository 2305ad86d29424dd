// The figures that a chart draws, the same for every format that draws by itself.
#pragma once

#include <string>

#include "tables/table.hpp"

namespace jv {

// In charts drawn in shades of one colour: the lightest, from black (0) to white (1) when printed in grey; a line must be darker than a plane.
inline constexpr double lightest_plane = 0.82, lightest_line = 0.6;
// What part of the highest stack a figure must be to have room for its label.
inline constexpr double least_labelled = 0.05;

// How many series can be told apart by their pattern, shade or dash. Of more each bar has the name of its series beside it.
inline constexpr std::size_t most_patterns = 7;

// What a chart draws: series, and places along its axis; without totals.
class ChartValues {
public:
    ChartValues(const Chart& chart, Style style);
    std::size_t series() const { return by_row_ ? rows_ : columns_; }
    std::size_t places() const { return by_row_ ? columns_ : rows_; }
    const std::string& series_name(std::size_t series) const { return by_row_ ? row(series) : column(series); }
    const std::string& place_name(std::size_t place) const { return by_row_ ? column(place) : row(place); }
    const Number& number(std::size_t series, std::size_t place) const;
    double value(std::size_t series, std::size_t place) const;
    // `1.234`, and of a share `1.234 (12,3 %)`.
    std::string text(std::size_t series, std::size_t place) const;
    // The decimals of the figures; and how a workbook shows them: `#,##0`, `#,##0.0`.
    int decimals() const;
    std::string number_format(std::size_t series = 0) const;
    double lowest() const;         // 0 at most
    double highest() const;        // 0 at least
    double highest_stack() const;  // of the series on top of each other, those below 0 aside
    // By how many degrees a pie is turned to have its smallest slice on the right, where labels of small slices stand below each other.
    int rotation() const;

    // What an Office program draws: it can't interrupt a line, so one with gaps is drawn as columns; and so is what has named bars.
    ChartKind office_kind() const { return !chart_.gaps.empty() || has_named_bars() ? ChartKind::columns : chart_.kind; }
    bool has_named_bars() const { return series() > most_patterns; }
    // Whether its bars lie down: they have names, or those along the axis, for which there are so many characters of room, do not fit beside each
    // other on two lines.
    bool lies_down(double characters) const;
    // Whether the figures of a line stand below it: another line is so close above that they would stand on each other.
    bool labels_below(std::size_t series) const;
    // How many lines the longest name of a named bar takes beside it.
    std::size_t name_lines() const;

private:
    const std::string& row(std::size_t at) const { return chart_.data.rows[at].label; }
    const std::string& column(std::size_t at) const { return chart_.data.columns[at].head; }

    const Chart& chart_;
    Style style_;
    bool by_row_;
    std::size_t rows_ = 0, columns_ = 0;
};

}  // namespace jv
