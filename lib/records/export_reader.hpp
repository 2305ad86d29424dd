// Reads one export: finds out what it is, maps its columns and codes, and turns each row into a record or rejects it with a reason.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "messages/finding.hpp"
#include "records/mapping.hpp"
#include "records/names.hpp"
#include "records/profile.hpp"
#include "records/record.hpp"
#include "rows/csv_reader.hpp"

namespace jv {

// A row that does not count because something is wrong with it.
struct RejectedRow {
    std::uint64_t line;
    std::string_view code;
    std::string reason;
    std::string row;  // the fields as they were read, with the export's separator
};

class ExportReader {
public:
    // Opens the export and finds out what it is. Fails with status 2, as CsvReader and find_mapping do.
    ExportReader(const std::filesystem::path& path, const ReadOptions& options, Names& names, FindingLog& findings);
    ~ExportReader();

    Kind kind() const;
    const std::string& name() const { return csv_.name(); }
    const CsvReader& csv() const { return csv_; }
    // Empty when the export has the canonical columns.
    std::string profile_name() const { return profile_ ? profile_->name : std::string(); }
    // The canonical columns that the export has, or the profile gives.
    bool has(std::string_view column) const;

    enum class Outcome { record, rejected, below, end };
    // The next row. Whatever looks wrong becomes a finding; a row with an error is `rejected`, and its first reason is kept. What stands `below`
    // the rows, such as a note or a total, is none.
    Outcome next(Record& record);
    const RejectedRow& rejected() const { return rejected_; }
    // The place of the row just read; its field is that of the column.
    Place place(std::string_view column = {}) const;
    // What the record just read holds in a column: its date; its text in the normal form in which rows are compared; and its number, of the one
    // column of numbers that a kind has. Nothing when it is empty, or the kind has no such column.
    std::optional<Datum> date_in(std::string_view column) const;
    std::string_view text_in(std::string_view column) const;
    std::optional<double> number() const { return number_; }

private:
    struct Reading;  // how one canonical column is read
    void prepare(const Mapping& mapping);
    bool is_below_rows(std::span<const std::string_view> fields);
    std::string row_text(std::span<const std::string_view> fields) const;
    void find(const Reading& reading, std::string_view code, std::string text, std::string advice, Level level);
    void reject(const Reading& reading, std::string_view code, std::string text, std::string advice);
    void convert(Reading& reading, std::string_view text, Record& record);
    void convert_pupil(const Reading& reading, std::string_view text, Record& record);
    void convert_date(const Reading& reading, std::string_view text);
    void convert_code(const Reading& reading, std::string_view text, Record& record);
    void convert_number(const Reading& reading, std::string_view text);
    void derive(Record& record);
    void derive_from_birth(Record& record, Datum birth, Schooljaar year, Datum day);
    void keep_dates(Record& record);
    const Reading& reading_of(std::string_view column) const;
    void set(Record& record, std::string_view column, std::uint64_t value) const;
    void follow_merger(Record& record, Datum day);
    void identify(Record& record);

    std::filesystem::path path_;
    CsvReader csv_;
    Names& names_;
    FindingLog& findings_;
    const KindInfo* info_ = nullptr;
    const Profile* profile_ = nullptr;
    std::vector<Reading> readings_;  // one for each canonical column, in their order
    RejectedRow rejected_;
    bool is_rejected_ = false;
    bool below_rows_ = false;  // from here to the end there are no rows
    bool show_values_ = false;

    // What the row just read holds: the fields in a normal form, one after another, and the dates by canonical column.
    std::string normal_;
    std::vector<std::size_t> ends_;  // in normal_, by canonical column
    std::vector<std::optional<Datum>> dates_;
    std::optional<Schooljaar> year_;
    std::optional<double> number_;
    std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>> area_numbers_;  // by the name as written
    std::vector<const Merger*> mergers_;  // by number of the municipality, as far as they were asked for
    std::set<std::string> merged_;        // former municipalities that were told of
};

}  // namespace jv
