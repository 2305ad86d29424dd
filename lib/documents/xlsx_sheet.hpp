// A worksheet and its formats: libxlsxwriter with checked calls, and the looks of a report in one place.
#pragma once

#include <xlsxwriter.h>

#include <map>
#include <string>
#include <string_view>
#include <tuple>

#include "documents/xlsx_sparklines.hpp"
#include "tables/style.hpp"

namespace jv {

// What a cell is for; with the number format and edges it decides the looks.
enum class Look {
    title,
    wrapped_title,
    link,
    link_row,
    head,
    column_head,
    subhead,
    label,
    part_label,
    total_label,
    body,
    total,
    total_column,
    text,
    line,
    note
};

// The formats of a workbook, each made once.
class Formats {
public:
    Formats(lxw_workbook* book, const Style& style) : book_(book), style_(style) {}
    // `group_start` draws a line in a head before the first column of a group; `number` is a number format, empty for text.
    lxw_format* get(Look look, std::string_view number = {}, bool group_start = false);

private:
    lxw_format* make(Look look, const std::string& number, bool group_start) const;
    lxw_workbook* book_;
    const Style& style_;
    std::map<std::tuple<Look, std::string, bool>, lxw_format*> made_;
};

// How a number is shown: `#,##0;-#,##0;"-"` for a count in a style that writes zero so, `0.0` for a share with one decimal. `after` is the part of
// a number format that stands behind every number.
std::string number_format(const Number& number, const Style& style, std::string_view after = {});

// Writes text and numbers to a sheet; columns and rows count from 0. Rows are written from top to bottom, for a large workbook does not keep
// them: see Book. Text is made valid first; a call that libxlsxwriter refuses is a programming error (std::logic_error).
class Sheet {
public:
    Sheet(lxw_workbook* book, const std::string& name, const Style& style);

    void text(std::size_t row, std::size_t column, std::string_view text, lxw_format* format);
    void number(std::size_t row, std::size_t column, const Number& number, lxw_format* format);
    // A text in the first of some cells of a row, which all look the same.
    void wide_text(std::size_t row, std::size_t column, std::size_t last_column, std::string_view text, lxw_format* format);
    // Makes a rectangle one cell, unless it is. Its cells are written besides: the first as it is, the others as an empty text.
    void merge(std::size_t row, std::size_t column, std::size_t last_row, std::size_t last_column);
    // A link to cell A1 of another sheet of this workbook.
    void link(std::size_t row, std::size_t column, std::string_view sheet, std::string_view text, lxw_format* format);
    // Width in characters of the style's font, and height in lines.
    void width(std::size_t column, double characters);
    void height(std::size_t row, std::size_t lines, double factor = 1.0);
    // The logo (a png) in the first row, at the right of a column so many characters wide; the row becomes as high as it needs.
    void logo(const Picture& png, std::size_t column, double column_width);
    // A line through the figures of some cells of a row, drawn in another cell.
    void sparkline(std::size_t row, std::size_t column, std::size_t figures_row, std::size_t first_column, std::size_t last_column);
    // Those lines, for Book::draw().
    const SheetSparklines& sparklines() const { return sparklines_; }
    // A4 landscape with margins, a footer and page numbers.
    void page(std::string_view footer);
    lxw_worksheet* handle() { return sheet_; }

private:
    lxw_worksheet* sheet_;
    const Style& style_;
    SheetSparklines sparklines_;
};

// ---- how much room texts take, in characters of a digit's width ----

// Texts are somewhat narrower than as many digits, in most fonts; bold ones are not.
double text_width(std::string_view text);
// The width of a column of texts: as wanted, unless that is wider than a page; a program that fits a sheet to its page may not make one column
// smaller.
double text_column(double wanted, const Style& style);
// How many lines a text takes in so many characters.
std::size_t lines_in(std::string_view text, double width);

// Throws std::logic_error when a call of libxlsxwriter did not succeed.
void require(lxw_error error);

}  // namespace jv
