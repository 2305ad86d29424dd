// The kinds of exports and their canonical columns: what stands in a row, before anything is counted.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jv {

enum class Kind { leerling, melding, vrijstelling, maatregel, thuiszitter, traject, kwetsbaar, vsv, startset };

// What a column holds. `code`: one of a list; `yes_no`: the codes j and n; `text`: anything, not checked; `municipality`: a name, brought to
// the spelling of templates/gemeenten.csv where it is known; `month`: `jjjjmm` or `jjjj-mm`.
enum class ValueType { pupil, municipality, date, school_year, month, code, yes_no, number, text };

struct Column {
    std::string_view name;
    ValueType type;
    bool required = false;                     // the column must be there, and its value too
    bool may_be_empty = false;                 // of a required column: its value need not
    bool personal = false;                     // its values never reach messages or reports
    std::vector<std::string_view> codes = {};  // of `code` and `yes_no`, in the order of the field's own lists
    std::string_view when_empty = {};          // the code that an empty value stands for, if any
};

struct KindInfo {
    Kind kind;
    std::string_view name;
    std::vector<Column> columns;
    std::string_view number_column;  // the column that identifies a row; empty when the kind has none
    bool number_per_municipality;    // the number is unique within a gemeente only
    std::string_view year_column;    // the date, month or year that decides the school year of a row; empty: its events have years of their own
    std::string_view event_unit;     // the unit of a row that counts: meldingen, besluiten; leerlingen for lists of pupils

    // The index of a column by name, or -1.
    int index_of(std::string_view column_name) const;
    const Column& column(std::string_view column_name) const { return columns[static_cast<std::size_t>(index_of(column_name))]; }
};

std::span<const KindInfo> all_kinds();
const KindInfo& info(Kind kind);
std::optional<Kind> parse_kind(std::string_view name);
// The names of all kinds, for messages.
std::vector<std::string> kind_names();

}  // namespace jv
