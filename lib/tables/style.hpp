// The house style of a report: its symbols, colours and font; and how a cell is written in it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "settings/settings.hpp"
#include "tables/cell.hpp"

namespace jv {

// A colour as 0xRRGGBB.
using Colour = std::uint32_t;

struct Style {
    std::string zero = "-";  // a count of nothing: `-` or `0`
    std::string nvt = "nvt";
    std::string unknown = "onbekend";
    std::string suppressed = "<5";
    std::string no_source;  // no source holds the figure
    std::string font = "Calibri";
    int font_size = 11;
    Colour head_fill = 0x1F4E5F;
    Colour head_text = 0xFFFFFF;
    Colour year_fill = 0xE3EEF1;
    Colour total_fill = 0xF3F6F7;
    Colour line = 0x9FB8C0;
    Colour muted = 0x5A6A70;
};

// Reads a style by name (`standaard`: templates/stijl/standaard.toml) or by path. The keys are described in templates/stijl/LEESMIJ.md;
// a key that is absent keeps the value above. Fails with status 2 and codes S001-S004, S008.
Style read_style(std::string_view name_or_path);

// The style that a settings file asks for with its key `stijl`: a name, or a table with own keys over those of `basis`. Without the key
// the style `standaard`.
Style style_of(const Settings& settings);

enum class Thousands { point, none };

// A number with a decimal comma: `5.497` (or `5497` without the thousands point), `95,4`, never `-0,0`.
std::string to_text(const Number& number, const Style& style, Thousands thousands = Thousands::point);

// The cell as printed. A covered cell is empty here: what stands in its place is up to the format.
std::string to_text(const Cell& cell, const Style& style, Thousands thousands = Thousands::point);

}  // namespace jv
