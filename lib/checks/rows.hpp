// The rows of exports as the checks across rows see them: who, what, when and where they stand.
#pragma once

#include <array>
#include <cstdint>
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
public:
    // Adds a row of the export being read, after those before it.
    void add(const RowConverter& row_read, const Record& record, bool counts);
    // The rows to come are of another export.
    void next_export() { reading_ = false; }
    // Marks the rows that a later one supersedes; once, after the last add.
    void finish();

    // All rows of a kind as they were read, and those of them that no other supersedes.
    std::span<const CheckRow> all(Kind kind) const;
    std::vector<const CheckRow*> latest(Kind kind) const;
    // The latest rows by pupil, those of one pupil as they were read.
    std::vector<const CheckRow*> by_pupil(Kind kind) const;

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
    std::vector<File> files_;
    std::map<Kind, std::vector<CheckRow>> rows_;
    bool reading_ = false;
};

}  // namespace jv
