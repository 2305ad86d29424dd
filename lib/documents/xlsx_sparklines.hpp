// The small lines of trends in the cells of a workbook, which libxlsxwriter can't write: Excel 2010 and later and LibreOffice 7.4 and later draw
// them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tables/style.hpp"

namespace jv {

// A line through the figures of some cells of a row, interrupted at those that are empty, drawn in a cell of the same sheet. References are written
// as in a formula: `B20:F20`, `G6`.
struct Sparkline {
    std::string cells, place;
};

struct SheetSparklines {
    std::size_t sheet = 0;  // counts from 0
    std::string name;       // of the sheet
    Colour colour = 0;
    std::vector<Sparkline> lines;
};

// The bytes of the workbook, made by libxlsxwriter, with the lines in it.
std::string with_sparklines(const std::string& workbook, const std::vector<SheetSparklines>& sheets);

}  // namespace jv
