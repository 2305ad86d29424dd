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
// The words that a sentence has made from a figure or a list.
struct CountPlace {
    std::string name;  // {meldingen:aantal}: `251 meldingen`
};
struct PartPlace {
    std::string name;  // {procent:deel}: `95 van de 322 meldingen (29,5 %)`
};
struct ChangePlace {
    std::string name, form;  // {meldingen:verandering}: `daalde van 322 naar 251`
};
struct ChoicePlace {
    std::string name, one, more;  // {meldingen:ging|gingen}: the first when it is exactly 1
};
struct ListPlace {
    std::string name;
};

// The names that places of a text may have. Only sentences have lists and forms.
struct PlaceNames {
    std::vector<std::string> figures;
    std::vector<std::string> lists = {};
    std::vector<std::string> change_forms = {};
    bool has_forms = false;
};

// A text, read once: literal texts and places to fill in, in order.
struct Text {
    using Piece = std::variant<std::string, YearPlace, AreaPlace, FigurePlace, CountPlace, PartPlace, ChangePlace, ChoicePlace, ListPlace>;
    std::vector<Piece> pieces;
    Place place;

    bool names_area() const;
};

// Reads a text; `{{` stands for `{`. Fails with status 2: S005 for a name that is none of `names`, `gebied`, `schooljaar` or
// `schooljaar-1`, or a form that there is not, suggesting the nearest; S004 for a brace that is not closed.
Text parse_text(std::string_view text, const Place& place, const PlaceNames& names);

// The years after `schooljaar` in a name: 0 for `schooljaar`, -1 for `schooljaar-1`; none for another name.
std::optional<int> parse_year_offset(std::string_view name);

// The year of a report: a school year, in any form, as `2023-2024`; or a calendar year as it is, `2018`.
std::optional<std::string> parse_report_year(std::string_view text);

// The school year so many years later: `2023-2024` with -1 is `2022-2023`. A calendar year stays one: `2018` with 1 is `2019`.
std::string shift_year(std::string_view year, int by);

}  // namespace jv
