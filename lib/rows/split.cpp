#include "rows/split.hpp"

#include <libfccp/csv.h>

#include <algorithm>

namespace jv {

namespace {

template <class Quotes>
void chop(char* row, std::vector<std::string_view>& fields) {
    fields.clear();
    while (row) {
        char *begin = nullptr, *end = nullptr;
        io::detail::chop_next_column<Quotes>(row, begin, end);
        io::trim_chars<' ', '\t'>::trim(begin, end);
        Quotes::unescape(begin, end);
        fields.emplace_back(begin, static_cast<std::size_t>(end - begin));
    }
}

template <char separator>
void chop(char* row, bool quoted, std::vector<std::string_view>& fields) {
    if (!quoted) return chop<io::no_quote_escape<separator>>(row, fields);
    chop<io::double_quote_escape<separator, '"'>>(row, fields);
    for (const auto field : fields)
        for (auto at = field.find(lone_quote); at != std::string_view::npos; at = field.find(lone_quote, at + 1)) const_cast<char&>(field[at]) = '"';
}

}  // namespace

void split_row(char* row, char separator, bool quoted, std::vector<std::string_view>& fields) {
    switch (separator) {
        case ',':
            return chop<','>(row, quoted, fields);
        case '\t':
            return chop<'\t'>(row, quoted, fields);
        default:
            return chop<';'>(row, quoted, fields);
    }
}

void append_csv_field(std::string& out, std::string_view field, char separator) {
    const auto needs_quotes = [&](char c) { return c == '"' || c == '\n' || c == '\r' || c == separator; };
    if (std::none_of(field.begin(), field.end(), needs_quotes)) {
        out += field;
        return;
    }
    out += '"';
    for (const char c : field) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

}  // namespace jv
