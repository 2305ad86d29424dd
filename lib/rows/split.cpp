#include "rows/split.hpp"

#include <libfccp/csv.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace jv {

namespace {

// How many bytes are looked at together.
constexpr std::size_t window_size = 64;
static_assert(window_size <= readable_behind);

// Which of so many bytes are the separator: a bit each, the first the lowest.
template <char separator>
std::uint64_t separators(const char* bytes) {
#ifdef __SSE2__
    const auto of_sixteen = [&](std::size_t i) {
        const auto sixteen = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + i));
        return std::uint64_t{static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(sixteen, _mm_set1_epi8(separator))))} << i;
    };
    return of_sixteen(0) | of_sixteen(16) | of_sixteen(32) | of_sixteen(48);
#else
    std::uint64_t found = 0;
    for (std::size_t i = 0; i < window_size; ++i) found |= std::uint64_t{bytes[i] == separator} << i;
    return found;
#endif
}

// How the parser finds the end of a field that is not quoted. It does so byte by byte itself; this finds all ends of a row at once, many bytes at a
// time. Only static functions can be given to it.
template <char separator>
struct Unquoted {
    static void begin(const char* row, std::size_t size) {
        std::size_t n = 0;
        for (std::size_t from = 0; from < size; from += window_size) {
            auto found = separators<separator>(row + from);
            if (size - from < window_size) found &= (std::uint64_t{1} << (size - from)) - 1;
            make_room(n);
            for (auto* end = ends.data(); found != 0; found &= found - 1) end[n++] = row + from + std::countr_zero(found);
        }
        make_room(n);
        ends[n] = row + size;
        next = ends.data();
    }
    static const char* find_next_column_end(const char*) { return *next++; }
    static void unescape(char*&, char*&) {}

private:
    // For the ends of a window, behind so many.
    static void make_room(std::size_t n) {
        if (ends.size() < n + window_size) ends.resize(2 * n + window_size);
    }
    static thread_local std::vector<const char*> ends;  // of the fields of a row
    static thread_local const char** next;
};
template <char separator>
thread_local std::vector<const char*> Unquoted<separator>::ends;
template <char separator>
thread_local const char** Unquoted<separator>::next = nullptr;

template <char separator>
struct Quoted : io::double_quote_escape<separator, '"'> {
    static void begin(const char*, std::size_t) {}
};

template <class Quotes>
void chop(char* row, std::size_t size, std::vector<std::string_view>& fields) {
    // The fields of the row before are there still: nearly always as many as this row has.
    auto* next = fields.data();
    auto* last = next + fields.size();
    for (Quotes::begin(row, size); row; ++next) {
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
void chop(char* row, std::size_t size, bool quoted, std::vector<std::string_view>& fields) {
    if (!quoted) return chop<Unquoted<separator>>(row, size, fields);
    chop<Quoted<separator>>(row, size, fields);
    for (const auto field : fields)
        for (auto at = field.find(lone_quote); at != std::string_view::npos; at = field.find(lone_quote, at + 1)) const_cast<char&>(field[at]) = '"';
}

// Whether a field holds the separator, a quote or a line break.
bool needs_quotes(std::string_view field, char separator) {
    std::size_t looked_at = 0;
#ifdef __SSE2__
    for (; looked_at + 16 <= field.size(); looked_at += 16) {
        const auto sixteen = _mm_loadu_si128(reinterpret_cast<const __m128i*>(field.data() + looked_at));
        const auto is = [&](char c) { return _mm_cmpeq_epi8(sixteen, _mm_set1_epi8(c)); };
        if (_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(is(separator), is('"')), _mm_or_si128(is('\n'), is('\r')))) != 0) return true;
    }
#endif
    field.remove_prefix(looked_at);
    // Most characters are neither the separator nor below a quote.
    return std::any_of(field.begin(), field.end(), [&](char c) { return c == separator || (c <= '"' && (c == '"' || c == '\n' || c == '\r')); });
}

}  // namespace

void split_row(char* row, std::size_t size, char separator, bool quoted, std::vector<std::string_view>& fields) {
    switch (separator) {
        case ',':
            return chop<','>(row, size, quoted, fields);
        case '\t':
            return chop<'\t'>(row, size, quoted, fields);
        default:
            return chop<';'>(row, size, quoted, fields);
    }
}

void append_csv_field(std::string& out, std::string_view field, char separator) {
    if (!needs_quotes(field, separator)) {
        out += field;
        return;
    }
    out += '"';
    for (auto quote = field.find('"'); quote != std::string_view::npos; quote = field.find('"')) {
        out.append(field.substr(0, quote + 1)) += '"';
        field.remove_prefix(quote + 1);
    }
    out.append(field) += '"';
}

}  // namespace jv
