// Turns the rows of an export into records, or rejects them with a reason. Each thread has one of its own.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "records/checks/row_checks.hpp"
#include "records/export.hpp"
#include "records/names.hpp"
#include "records/record.hpp"
#include "records/row_findings.hpp"

namespace jv {

class RowConverter {
public:
    // Keeps references. `names` may be shared by converters in other threads.
    RowConverter(const Export& source, Names& names);
    RowConverter(RowConverter&&) = default;

    enum class Outcome { record, rejected, below };
    // Rows to come are of this block, and what is found goes to this log.
    void begin(RowBlock& block, FindingLog& findings);
    // A row of the block, once, in order. Whatever looks wrong becomes a finding; a row with an error is `rejected`. What stands `below` the rows,
    // such as a note or a total, is none. (Calls for each value took a third of its time: they are made part of it.)
    [[gnu::flatten]] Outcome convert(const RawRow& row, Record& record);

    const Export& of() const { return source_; }
    // Findings about the row just converted; of a rejected one the first reason, and the row itself when reasons are wanted.
    RowFindings& findings() { return findings_; }
    RejectedRow rejected() const;
    // What the record just converted holds in a column: its date; its text; and its number, of the one
    // column of numbers that a kind has. Nothing when it is empty, or the kind has no such column.
    std::optional<Datum> date_in(std::string_view column) const { return date_from(date_code_at(source_.info().index_of(column))); }
    std::string_view text_in(std::string_view column) const;
    std::optional<double> number() const;

private:
    struct Area {
        std::uint32_t number;
        std::string name;
        const Merger* merger;  // null: there is none
    };
    // What the law derives from, and into: columns by index (-1: none) and places in the word of codes (null: none).
    struct Places {
        int year, birth, begin, end, number, qualification;
        const CodeField *municipality, *school_year, *age, *plicht, *removed, *work;
    };
    // How a value is read. Its text has readable bytes behind it, as split_row leaves them.
    struct Source {
        const ColumnReading& reading;
        ValueType type;
        std::string_view otherwise;  // when the fields are empty
        bool required;
        std::ptrdiff_t only_field;  // -1 when it is not read from one field
        std::uint64_t* word;        // what of the value the codes and the pupil do not tell; null: nothing
    };
    const ColumnReading& reading(int index) const { return source_.readings()[static_cast<std::size_t>(index)]; }
    std::string_view take(const Source& column);
    void convert_value(const Source& column, std::string_view text, Record& record);
    void convert_pupil(const ColumnReading& column, std::string_view text, Record& record);
    void convert_municipality(const ColumnReading& column, std::string_view text, Record& record);
    void convert_date(const Source& column, std::string_view text);
    void convert_code(const ColumnReading& column, std::string_view text, Record& record);
    void convert_number(const Source& column, std::string_view text);
    void convert_text(const Source& column, std::string_view text, Record& record);
    const Area& area(std::string_view text);
    void derive(Record& record);
    void derive_from_birth(Record& record, Datum birth, Schooljaar year, Datum day);
    void keep_dates(Record& record);
    void follow_merger(Record& record, Datum day);
    void identify(Record& record);
    // The code of the date in a column by index; 0 also of a column that holds no dates.
    std::uint64_t date_code_at(int index) const {
        if (index < 0) return 0;
        const auto& column = columns_[static_cast<std::size_t>(index)];
        return column.type == ValueType::date ? *column.word : 0;
    }
    bool is_below_rows(const RawRow& row);

    const Export& source_;
    Names& names_;
    Places places_;
    RowFindings findings_;
    RowBlock* block_ = nullptr;
    bool below_rows_ = false;  // from here to the end there are no rows
    const Area* area_ = nullptr;

    std::vector<Source> columns_;  // the canonical ones, in their order
    std::string otherwise_;        // the texts of that name; long, so that they stay in their place
    std::vector<std::string_view> fields_;
    // The values of the row, a word each (0: empty): dates as their codes, texts and numbers as a hash; then the codes and the pupil.
    std::vector<std::uint64_t> words_;
    std::optional<DateForm> date_form_;
    std::optional<Schooljaar> year_;
    std::string_view number_;      // as text: decimal comma or point
    std::string_view own_number_;  // of the column that numbers the rows
    std::deque<Area> areas_;
    TextTable<std::uint32_t> area_names_;            // as written, with their places in areas_
    std::vector<TextTable<std::uint32_t>> numbers_;  // of counted texts, by canonical column
};

}  // namespace jv
