// What the house style makes of a report, for every format that is read by people: labels, the notation of years, colours that can be read.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "messages/finding.hpp"
#include "tables/table.hpp"

namespace jv {

// The report but for its parts.
Report without_parts(const Report& report);

// What the house style of a report prints:
// - each text that has a label in the style (Style::labels) becomes that label: titles, heads, row labels, notes, definitions, whole sentences;
//   in the description of a chart the labels of its table too. `{gebied}`, `{schooljaar}` and `{schooljaar-1}` in a label stand for what the
//   report prints there;
// - school years in a text (`2023-2024`) get the notation of the style, but not in addresses; names in csv and the years of columns stay as
//   they are;
// - colours are those of readable().
class HouseStyle {
public:
    explicit HouseStyle(const Report& report);
    // The report but for its parts, as it is printed.
    Report head() const;
    // Makes a part of the report into what is printed.
    void dress(Part& part) const;

private:
    Report report_;                              // without parts
    std::map<std::string, std::string> labels_;  // with their places filled in
};

// The style with text and planes made lighter or darker until text on them has a contrast of 4.5 (WCAG 2.2, 1.4.3), on white paper.
Style readable(Style style);

// How wide the letters of a font are, in those of usual fonts: others may be as wide as Verdana.
double letter_width(std::string_view font);

// The scale at which a logo (a png) fits in 240 by 56 pixels, of which 96 go in an inch.
double logo_scale(const Picture& png);

// The language of the style with its region, as Office writes it: `nl-NL`.
std::string office_language(const Style& style);

// Warns: S010 for colours that readable() changes, S011 for a logo that formats other than html can't show.
void check_house_style(const Style& style, FindingLog& log);

}  // namespace jv
