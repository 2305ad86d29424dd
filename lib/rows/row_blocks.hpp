// The rows of a CSV as they stand in its text, in blocks: where each begins and ends, and on which line.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "bytes/text_source.hpp"

namespace jv {

// A row that is not blank, of one or more lines. In the block's text stands a NUL at its end, as split_row asks.
struct RawRow {
    std::uint32_t begin, end;  // in the text of its block
    std::uint32_t lines;       // between the first line of the block and its own
    bool quoted;               // it holds quotes; those that delimit no field are replaced by lone_quote
    bool after_blank;          // a line without anything stands above it
};

struct RowBlock {
    std::string text;
    std::vector<RawRow> rows;
    std::uint64_t first_line = 1;  // from 1, as a text editor counts
    bool last = false;

    std::uint64_t line(const RawRow& row) const { return first_line + row.lines; }
};

class RowBlocks {
public:
    // Behind each row of a block that is not the last stand so many rows at least; and so many in the first block, if there are.
    static constexpr std::size_t rows_behind = 21;

    // Begins to read, and finds out what divides rows and fields. `separator` 0: the one that a first line `sep=;` names, or else the one of `;`, `,`
    // and tab that divides most of the first rows alike. Fails with status 2: I004 for an empty file, I011 for another separator.
    RowBlocks(const std::filesystem::path& path, const TextOptions& options, char separator);

    const TextSource& source() const { return source_; }
    char separator() const { return separator_; }
    // The next rows; false at the end. Fails with status 2: as TextSource::read; I010 for a quote that is never closed.
    bool next(RowBlock& block);

private:
    bool read_more();
    void skip_separator_line();
    char find_separator() const;
    bool find_rows(RowBlock& block);
    bool scan_quotes(std::size_t begin, std::size_t& end);
    std::size_t rows_ahead() const;

    TextSource source_;
    char separator_;
    std::size_t block_bytes_;
    char terminator_ = '\n';
    std::string text_;          // read, not yet in a block
    std::uint64_t erased_ = 0;  // bytes of the file before text_
    std::uint64_t line_ = 1;    // that text_ begins with
    bool after_blank_ = false;
    bool ended_ = false;  // there is no more to read
    bool first_ = true;   // no block was given yet
    std::deque<RowBlock> ahead_;
};

}  // namespace jv
