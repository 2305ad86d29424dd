// An export as a header and rows of fields. Splitting a row is fast-cpp-csv-parser's work; around it stands what that parser does not
// do: encodings, line breaks and lone quotes inside fields, blank lines, physical line numbers, any number of columns.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bytes/text_source.hpp"

namespace jv {

class CsvReader {
public:
    // A row read before its turn.
    struct Row {
        std::uint64_t line;
        bool after_blank;  // a line without anything stands above it
        std::vector<std::string> cells;
    };

    // Opens the export; its first row is the header, until choose_header says otherwise. `separator` 0: the one that a first line `sep=;`
    // names, or else the one of `;`, `,` and tab that divides most of the first rows alike. Fails with status 2: as TextSource; I004 for an
    // empty file; I010 for a quote that is never closed.
    CsvReader(const std::filesystem::path& path, Encoding encoding, char separator);

    const std::string& name() const { return source_.name(); }
    const TextSource& source() const { return source_; }
    Encoding encoding() const { return source_.encoding(); }
    char separator() const { return separator_; }

    // The header's cells, tidied: no surrounding spaces (non-breaking ones too), no `#` in front, line breaks as a space; without an empty
    // cell at the end.
    const std::vector<std::string>& header() const { return header_; }
    std::uint64_t header_line() const { return header_line_; }
    // The first rows, of which one is the header: above it may stand titles.
    static constexpr std::size_t most_head_rows = 20;
    const std::deque<Row>& head();
    // The cells of such a row as header() gives them.
    static std::vector<std::string> as_header(const Row& row);
    // Makes a row of head() the header. Before the first next() only.
    void choose_header(std::size_t row);

    // The next row that is not blank; false at the end. The fields stay valid until the next call; surrounding spaces and quotes are gone,
    // and so is an empty field more than the header has.
    bool next(std::span<const std::string_view>& fields);
    // Where the row just read begins, from 1, as a text editor counts; and whether the line above it is blank.
    std::uint64_t line() const { return position_.line; }
    bool after_blank() const { return position_.after_blank; }
    // The row so many rows after the next one, or null when the export ends before it. The row just read stays as it is.
    const Row* look_ahead(std::size_t rows);

private:
    struct Position {
        std::uint64_t line = 0;
        bool after_blank = false;
    };
    bool next_line(char*& begin, bool& quoted, Position& position);
    bool read_row(std::vector<std::string_view>& fields, Position& position);
    void keep_row();
    bool refill();
    char find_separator() const;
    void scan_quotes(std::size_t begin, std::size_t& end);
    void split(char* line, bool quoted, std::vector<std::string_view>& fields) const;

    TextSource source_;
    char separator_;
    char terminator_ = '\n';
    std::string text_;  // decoded, not yet handed out from at_ on
    std::size_t at_ = 0;
    std::uint64_t erased_ = 0;  // bytes of the file before text_
    std::uint64_t next_line_number_ = 1;
    Position position_;  // of the row just read
    std::uint64_t header_line_ = 0;
    std::size_t header_row_ = 0;
    bool started_ = false;  // the header and what stands above it are gone
    std::vector<std::string> header_;
    std::deque<Row> ahead_;  // rows read before their turn
    std::vector<std::string_view> fields_;
    std::vector<std::string> kept_;  // what fields_ refer to, when that is no longer in text_
};

// A name made comparable: in lower case (ASCII and Latin-1, which hold all Dutch and Frisian letters).
std::string fold_name(std::string_view name);

// Appends a field, between quotes when it holds the separator, a quote or a line break.
void append_csv_field(std::string& out, std::string_view field, char separator);

}  // namespace jv
