// Rows of exports, and what happens in those that count in several school years.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "law/datum.hpp"
#include "records/kinds.hpp"

namespace jv {

// The canonical values of a row, in the order of the kind's columns; dates as jjjj-mm-dd.
using ExportRow = std::vector<std::string>;

// The places of columns in the rows of a kind; no_column of those that it does not have.
constexpr auto no_column = static_cast<std::size_t>(-1);
template <class... Names>
std::array<std::size_t, sizeof...(Names)> places(Kind kind, Names... names) {
    return {static_cast<std::size_t>(info(kind).index_of(names))...};
}

// Rows of a kind that stand under one school year.
struct YearRows {
    Kind kind;
    Schooljaar year;
    std::span<const ExportRow> rows;
};

struct RowEvent {
    Schooljaar year;
    std::string_view gebeurtenis;
    bool operator==(const RowEvent&) const = default;
};

// The events of a row of thuiszitter or traject, as they are counted when these are the first and the last year that is asked for.
std::vector<RowEvent> events_of(Kind kind, const ExportRow& row, Schooljaar first, Schooljaar last);

}  // namespace jv
