// A CSV as a header and rows of fields. Splitting a row is fast-cpp-csv-parser's work; around it stands what that parser does not do: encodings, line
// breaks and lone quotes inside fields, blank lines, physical line numbers, any number of columns.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rows/row_blocks.hpp"

namespace jv {

class CsvReader {
public:
    struct Row {
        std::uint64_t line;
        std::vector<std::string> cells;
    };

    // Opens the CSV; its first row is the header, until choose_header says otherwise. Fails with status 2: as RowBlocks; I004 without a row.
    CsvReader(const std::filesystem::path& path, const TextOptions& options, char separator);

    const std::string& name() const { return source().name(); }
    const TextSource& source() const { return blocks_.source(); }
    Encoding encoding() const { return source().encoding(); }
    char separator() const { return blocks_.separator(); }

    // The header's cells, tidied: no surrounding spaces (non-breaking ones too), no `#` in front, line breaks as a space; without an empty
    // cell at the end.
    const std::vector<std::string>& header() const { return header_; }
    std::uint64_t header_line() const { return head_[header_row_].line; }
    // The first rows, of which one is the header: above it may stand titles.
    const std::vector<Row>& head() const { return head_; }
    // The cells of such a row as header() gives them.
    static std::vector<std::string> as_header(const Row& row);
    // Makes a row of head() the header. Before the first next() only.
    void choose_header(std::size_t row);

    // The next row that is not blank; false at the end. The fields stay valid until the next call; surrounding spaces and quotes are gone,
    // and so is an empty field more than the header has.
    bool next(std::span<const std::string_view>& fields);
    // Where the row just read begins, from 1, as a text editor counts.
    std::uint64_t line() const { return block_.line(block_.rows[row_ - 1]); }

    // In place of next: the next rows below the header, not split yet; none at the end.
    std::optional<RowBlock> next_block();
    // Splits such a row in place, once, as next does.
    void split(RowBlock& block, const RawRow& row, std::vector<std::string_view>& fields) const;
    // The cells of a row that stays as it is.
    std::vector<std::string> cells(const RowBlock& block, const RawRow& row) const;

private:
    RowBlocks blocks_;
    RowBlock block_;
    std::size_t row_ = 0;  // of block_, that comes next
    std::vector<Row> head_;
    std::size_t header_row_ = 0;
    std::vector<std::string> header_;
    std::vector<std::string_view> fields_;
};

}  // namespace jv
