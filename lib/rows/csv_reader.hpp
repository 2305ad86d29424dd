// An export as a header and rows of fields. Splitting a row is fast-cpp-csv-parser's work; around it stands what that parser does not
// do: encodings, line breaks and lone quotes inside fields, blank lines, physical line numbers, any number of columns.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bytes/text_source.hpp"

namespace jv {

class CsvReader {
public:
    // Opens the export and reads its header. `separator` 0: the one of `;`, `,` and tab that occurs most in the header, or the one that a
    // first line `sep=;` names. Fails with status 2: as TextSource; I004 for an empty file; I010 for a quote that is never closed.
    CsvReader(const std::filesystem::path& path, Encoding encoding, char separator);

    const std::string& name() const { return source_.name(); }
    Encoding encoding() const { return source_.encoding(); }
    char separator() const { return separator_; }
    // The header's cells, tidied: no surrounding spaces (non-breaking ones too), no `#` in front, line breaks as a space.
    const std::vector<std::string>& header() const { return header_; }
    std::uint64_t header_line() const { return header_line_; }

    // The next row that is not blank; false at the end. The fields stay valid until the next call; surrounding spaces and quotes are gone.
    bool next(std::span<const std::string_view>& fields);
    // Where the row just read begins, from 1, as a text editor counts.
    std::uint64_t line() const { return row_line_; }

private:
    bool next_line(char*& begin, bool& quoted);
    bool refill();
    void scan_quotes(std::size_t begin, std::size_t& end);
    void split(char* line, bool quoted);

    TextSource source_;
    char separator_;
    char terminator_ = '\n';
    std::string text_;  // decoded, not yet handed out from at_ on
    std::size_t at_ = 0;
    std::uint64_t next_line_number_ = 1;
    std::uint64_t row_line_ = 0;
    std::uint64_t header_line_ = 0;
    std::vector<std::string> header_;
    std::vector<std::string_view> fields_;
};

// A name made comparable: in lower case (ASCII and Latin-1, which hold all Dutch and Frisian letters).
std::string fold_name(std::string_view name);

// Appends a field, between quotes when it holds the separator, a quote or a line break.
void append_csv_field(std::string& out, std::string_view field, char separator);

}  // namespace jv
