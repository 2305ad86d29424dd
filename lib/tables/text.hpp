// Texts of a report template with places for figures: `In {schooljaar} waren er {meldingen} meldingen.`
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "messages/finding.hpp"

namespace jv {

// A name in a template, with its place for messages.
struct Name {
    std::string text;
    Place place;
};

struct YearPlace {
    int offset = 0;  // {schooljaar} is 0, {schooljaar-1} is -1
};
struct AreaPlace {};
struct FigurePlace {
    std::string name;
};

// A text, read once: literal texts and places to fill in, in order.
struct Text {
    std::vector<std::variant<std::string, YearPlace, AreaPlace, FigurePlace>> pieces;
    Place place;

    bool names_area() const;
};

// Reads a text; `{{` stands for `{`. Fails with status 2: S005 for a name that is none of `figures`, `gebied`, `schooljaar` or
// `schooljaar-1`, suggesting the nearest; S004 for a brace that is not closed.
Text parse_text(std::string_view text, const Place& place, const std::vector<std::string>& figures);

// The years after `schooljaar` in a name: 0 for `schooljaar`, -1 for `schooljaar-1`; none for another name.
std::optional<int> parse_year_offset(std::string_view name);

// The year of a report: a school year, in any form, as `2023-2024`; or a calendar year as it is, `2018`.
std::optional<std::string> parse_report_year(std::string_view text);

// The school year so many years later: `2023-2024` with -1 is `2022-2023`. A calendar year stays one: `2018` with 1 is `2019`.
std::string shift_year(std::string_view year, int by);

}  // namespace jv
