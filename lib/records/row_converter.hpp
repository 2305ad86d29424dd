// Turns the rows of an export into records, or rejects them with a reason. Each thread has one of its own.
#pragma once

#include <cstring>
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

    enum class Outcome { record, rejected, below };
    // Rows to come are of this block, and what is found goes to this log.
    void begin(RowBlock& block, FindingLog& findings);
    // A row of the block, once, in order. Whatever looks wrong becomes a finding; a row with an error is `rejected`. What stands `below` the rows,
    // such as a note or a total, is none.
    Outcome convert(const RawRow& row, Record& record);

    const Export& of() const { return source_; }
    // Findings about the row just converted; of a rejected one the first reason, and the row itself when reasons are wanted.
    RowFindings& findings() { return findings_; }
    RejectedRow rejected() const;
    // What the record just converted holds in a column: its date; its text; and its number, of the one
    // column of numbers that a kind has. Nothing when it is empty, or the kind has no such column.
    std::optional<Datum> date_in(std::string_view column) const { return date_at(source_.info().index_of(column)); }
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
    const ColumnReading& reading(int index) const { return source_.readings()[static_cast<std::size_t>(index)]; }
    std::string_view take(const ColumnReading& column);
    void convert_value(const ColumnReading& column, std::string_view text, Record& record);
    void convert_pupil(const ColumnReading& column, std::string_view text, Record& record);
    void convert_municipality(const ColumnReading& column, std::string_view text, Record& record);
    void convert_date(const ColumnReading& column, std::string_view text);
    void convert_code(const ColumnReading& column, std::string_view text, Record& record);
    void convert_number(const ColumnReading& column, std::string_view text);
    void convert_text(const ColumnReading& column, std::string_view text, Record& record);
    const Area& area(std::string_view text);
    void derive(Record& record);
    void derive_from_birth(Record& record, Datum birth, Schooljaar year, Datum day);
    void keep_dates(Record& record);
    void follow_merger(Record& record, Datum day);
    void identify(Record& record);
    std::optional<Datum> date_at(int index) const { return index < 0 ? std::nullopt : dates_[static_cast<std::size_t>(index)]; }
    bool is_below_rows(const RawRow& row);
    // Adds a value to the normal form of the row.
    void write(const ColumnReading& column, std::string_view value) {
        const auto size = value.size() + 2;
        if (normal_.size() - written_ < size) normal_.resize(2 * (written_ + size));
        auto* at = normal_.data() + written_;
        *at = static_cast<char>(column.index);
        std::memcpy(at + 1, value.data(), value.size());
        at[size - 1] = '\x1F';
        written_ += size;
    }
    template <class Value>
    void write_bytes(const ColumnReading& column, const Value& value) {
        write(column, {reinterpret_cast<const char*>(&value), sizeof value});
    }

    const Export& source_;
    Names& names_;
    Places places_;
    RowFindings findings_;
    RowBlock* block_ = nullptr;
    bool below_rows_ = false;  // from here to the end there are no rows
    const Area* area_ = nullptr;

    std::vector<std::string_view> fields_;
    // The values in a normal form, one after another, but for those that the codes and the pupil's number tell.
    std::vector<char> normal_;
    std::size_t written_ = 0;  // how many bytes of it there are
    std::vector<std::optional<Datum>> dates_;
    std::optional<Schooljaar> year_;
    std::string_view number_;                        // as text: decimal comma or point
    std::string_view own_number_;                    // of the column that numbers the rows
    TextTable<Area> areas_;                          // by the name as written
    std::vector<TextTable<std::uint32_t>> numbers_;  // of counted texts, by canonical column
};

}  // namespace jv
