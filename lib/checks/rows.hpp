// The rows of exports as the checks across rows see them: who, what, when and where they stand.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "messages/finding.hpp"
#include "records/row_converter.hpp"

namespace jv {

// An accepted row.
struct CheckRow {
    std::uint64_t key = 0;                 // of its identity
    std::uint64_t codes = 0;               // as code_layout
    std::uint32_t pupil = 0, line = 0;     // pupil as Record
    std::array<std::uint32_t, 4> dates{};  // as date_code, of the kind's columns with a date in their order, geboortedatum aside
    std::uint32_t birth = 0;               // geboortedatum, as date_code
    std::uint32_t content = 0;             // as Record
    std::uint32_t school_and_sex = 0;      // equal where brin and geslacht are; 0 where one is empty
    float hours = -1;                      // the kind's number, such as lesuren; negative: none
    std::uint16_t file = 0;
    bool numeric = false;     // the key is the row's own number
    bool counts = false;      // no rule of the definitions leaves it out
    bool superseded = false;  // a later row is the same one
};
static_assert(sizeof(CheckRow) <= 64, "a municipality has a million of them");

class CheckRows {
    // Grows without moving what it holds.
    using Rows = std::deque<CheckRow>;

public:
    // Adds a row of the export being read, after those before it.
    void add(const RowConverter& row_read, const Record& record, bool counts);
    // The rows to come are of another export.
    void next_export() { reading_ = false; }
    // Marks the rows that a later one supersedes; once, after the last add.
    void finish();

    // The rows of a kind that no other supersedes, as they were read.
    std::vector<const CheckRow*> latest(Kind kind) const;
    // The latest rows of these kinds that are wanted by pupil, those of one pupil by kind and as they were read.
    std::vector<const CheckRow*> by_pupil(std::span<const Kind> kinds, const std::function<bool(const CheckRow&)>& wanted) const;
    // A row that is the same one as an earlier row, and the last of those.
    struct Repeat {
        const CheckRow *row, *before;
    };
    // All of a kind, in the order of the rows.
    std::vector<Repeat> repeats(Kind kind) const;

    Kind kind(const CheckRow& row) const { return files_[row.file].kind; }
    // Whether the row's export has the column.
    bool has(const CheckRow& row, std::string_view column) const { return place(row, column).field > 0; }
    // The code in a column, or nothing.
    std::string_view code(const CheckRow& row, std::string_view column) const;
    std::optional<Datum> date(const CheckRow& row, std::string_view column) const;
    // Where the row stands, with the field of the column (of several fields for one column, the first).
    Place place(const CheckRow& row, std::string_view column = {}) const;
    // Where another row stands, as said of this one: `regel 3`, or `regel 3 van melding.csv`.
    std::string where(const CheckRow& other, const CheckRow& row) const;

private:
    struct File {
        std::string name;
        Kind kind;
        std::vector<std::uint32_t> fields;  // by canonical column, from 1; 0: none
    };
    // Which rows of a kind are the same one: pairs of places in it, the later first.
    using Repeats = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

    const Rows& all(Kind kind) const;
    static Repeats find_repeats(const Rows& rows);

    std::vector<File> files_;
    std::map<Kind, Rows> rows_;
    std::map<Kind, Repeats> repeats_;
    bool reading_ = false;
};

}  // namespace jv
