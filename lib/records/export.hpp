// One export: what it is, and how its columns are read.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "messages/finding.hpp"
#include "records/mapping.hpp"
#include "records/record.hpp"
#include "records/text_table.hpp"
#include "rows/csv_reader.hpp"

namespace jv {

// How one canonical column is read: from the first of its fields that is not empty, or one value for all rows.
struct ColumnReading {
    const Column* column;
    std::size_t index;                // among the canonical columns
    std::vector<std::size_t> fields;  // in the export, from 0
    std::string constant;             // used when there is no field
    const CodeField* code;            // its place in the word of codes; null when it has none
    TextTable<std::uint32_t> words;   // the codes, and the words of a profile (folded), with their values

    bool is_given() const { return !fields.empty() || !constant.empty(); }
};

class Export {
public:
    // Opens the export and finds out what it is. Fails with status 2, as CsvReader and find_mapping do; a doubtful encoding is a finding.
    Export(const std::filesystem::path& path, const ReadOptions& options, FindingLog& findings);

    Kind kind() const { return info_->kind; }
    const KindInfo& info() const { return *info_; }
    const std::string& name() const { return csv_.name(); }
    const CsvReader& csv() const { return csv_; }
    // Null when the export has the canonical columns.
    const Profile* profile() const { return profile_; }
    bool show_values() const { return show_values_; }
    // One for each canonical column, in their order.
    const std::vector<ColumnReading>& readings() const { return readings_; }
    // The canonical columns that the export has, or the profile gives.
    bool has(std::string_view column) const;
    // The field of a column, from 1 (the first when it has several); 0 when it has none.
    std::uint32_t field_of(std::string_view column) const;
    // The next rows; none at the end. Fails with status 2, as RowBlocks::next.
    std::optional<RowBlock> next_block() { return csv_.next_block(); }

private:
    CsvReader csv_;
    const KindInfo* info_ = nullptr;
    const Profile* profile_ = nullptr;
    std::vector<ColumnReading> readings_;
    bool show_values_;
};

}  // namespace jv
