// The house style of a report: its symbols, colours and font; and how a cell is written in it.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "settings/settings.hpp"
#include "tables/cell.hpp"

namespace jv {

// A colour as 0xRRGGBB.
using Colour = std::uint32_t;

// A logo: a whole file.
struct Picture {
    enum class Kind { png, svg };
    Kind kind;
    std::string bytes;
    unsigned width = 0, height = 0;  // in pixels, of a png
};

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
    Colour accent = 0x1F4E5F;             // titles and links on paper: the colour of heads, dark enough to read; see documents/house_style.hpp
    std::vector<Picture> logo;            // none, or one of each kind in the order of preference
    std::string logo_text;                // what it shows, for who does not see it
    std::string year_form = "2023-2024";  // how that school year is printed
    std::string language = "nl";          // of the labels, as in HTML
    std::map<std::string, std::string, std::less<>> labels;  // other texts for whole texts of a report, by the text in lower case
    std::string file;                                        // that said most, for messages

    // The first logo of a kind that can be shown, or null.
    const Picture* logo_of(Picture::Kind kind) const;
    // The text that stands for a whole text: a label of the house style, or the text itself.
    const std::string& label(const std::string& text) const;
};

// A school year in the notation of the style, `’23-’24`; a calendar year, or what is no year, as it is.
std::string print_year(std::string_view year, const Style& style);

// Reads a style by name (`standaard`: templates/stijl/standaard.toml) or by path. The keys are described in templates/stijl/LEESMIJ.md;
// a key that is absent keeps the value of `base`. A logo stands beside the file. Fails with status 2 and codes S001-S004, S008 and I001.
Style read_style(std::string_view name_or_path, Style base = {});

// The style that a settings file, which stands in `folder`, asks for with its key `stijl`: a name, or a table with own keys over those of `basis`.
// Without the key the style `standaard`.
Style style_of(const Settings& settings, const std::filesystem::path& folder);

enum class Thousands { point, none };

// A number with a decimal comma: `5.497` (or `5497` without the thousands point), `95,4`, never `-0,0`.
std::string to_text(const Number& number, const Style& style, Thousands thousands = Thousands::point);

// The cell as printed. A covered cell is empty here: what stands in its place is up to the format.
std::string to_text(const Cell& cell, const Style& style, Thousands thousands = Thousands::point);

}  // namespace jv
