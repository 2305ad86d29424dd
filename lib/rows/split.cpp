#include "rows/split.hpp"

#include <libfccp/csv.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace jv {

namespace {

// How many bytes are looked at together.
constexpr std::ptrdiff_t window_size = 64;
static_assert(window_size <= readable_behind);

// Which of so many bytes are the separator or NUL: a bit each, the first the lowest.
template <char separator>
std::uint64_t field_ends(const char* bytes) {
    std::uint64_t ends = 0;
#ifdef __SSE2__
    for (int i = 0; i < window_size; i += 16) {
        const auto sixteen = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + i));
        const auto found = _mm_or_si128(_mm_cmpeq_epi8(sixteen, _mm_set1_epi8(separator)), _mm_cmpeq_epi8(sixteen, _mm_setzero_si128()));
        ends |= std::uint64_t{static_cast<unsigned>(_mm_movemask_epi8(found))} << i;
    }
#else
    for (int i = 0; i < window_size; ++i) ends |= std::uint64_t{bytes[i] == separator || bytes[i] == '\0'} << i;
#endif
    return ends;
}

// How the parser finds the end of a field that is not quoted. It does so byte by byte itself; this looks at many at a time, and remembers them for
// the next fields. Only static functions can be given to it.
template <char separator>
struct Unquoted {
    static void begin(const char* row) { window = {row, field_ends<separator>(row)}; }
    static const char* find_next_column_end(const char* field) {
        for (auto from = field;;) {
            const auto offset = from - window.begin;
            if (const auto ends = offset < window_size ? window.ends >> offset : 0; ends != 0) return from + std::countr_zero(ends);
            from = std::max(field, window.begin + window_size);
            begin(from);
        }
    }
    static void unescape(char*&, char*&) {}

private:
    struct Window {
        const char* begin;
        std::uint64_t ends;
    };
    static thread_local Window window;
};
template <char separator>
thread_local typename Unquoted<separator>::Window Unquoted<separator>::window;

template <char separator>
struct Quoted : io::double_quote_escape<separator, '"'> {
    static void begin(const char*) {}
};

template <class Quotes>
void chop(char* row, std::vector<std::string_view>& fields) {
    // The fields of the row before are there still: nearly always as many as this row has.
    auto* next = fields.data();
    auto* last = next + fields.size();
    for (Quotes::begin(row); row; ++next) {
        char *begin = nullptr, *end = nullptr;
        io::detail::chop_next_column<Quotes>(row, begin, end);
        io::trim_chars<' ', '\t'>::trim(begin, end);
        Quotes::unescape(begin, end);
        if (next == last) {
            next = &fields.emplace_back();
            last = next + 1;
        }
        *next = {begin, static_cast<std::size_t>(end - begin)};
    }
    fields.resize(static_cast<std::size_t>(next - fields.data()));
}

template <char separator>
void chop(char* row, bool quoted, std::vector<std::string_view>& fields) {
    if (!quoted) return chop<Unquoted<separator>>(row, fields);
    chop<Quoted<separator>>(row, fields);
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
    // Most characters are neither the separator nor below a quote.
    const auto needs_quotes = [&](char c) { return c == separator || (c <= '"' && (c == '"' || c == '\n' || c == '\r')); };
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
