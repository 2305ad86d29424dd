#include "documents/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace jv {

namespace {

constexpr std::uint32_t invalid = 0xFFFFFFFF;

// Takes one code point off the front of the text, or one byte when it is not valid UTF-8.
std::uint32_t take(std::string_view& text) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
    const auto first = byte(0);
    const std::size_t size = first < 0x80 ? 1 : first >> 5 == 0x6 ? 2 : first >> 4 == 0xE ? 3 : first >> 3 == 0x1E ? 4 : 0;
    std::uint32_t point = size == 1 ? first : size == 0 ? invalid : first & (0xFFu >> (size + 1));
    bool good = size > 0 && text.size() >= size;
    for (std::size_t i = 1; good && i < size; ++i) {
        good = byte(i) >> 6 == 0x2;
        point = point << 6 | (byte(i) & 0x3F);
    }
    constexpr std::array<std::uint32_t, 5> smallest = {0, 0, 0x80, 0x800, 0x10000};
    good = good && point >= smallest[size] && point <= 0x10FFFF && !(point >= 0xD800 && point <= 0xDFFF);
    text.remove_prefix(good ? size : 1);
    return good ? point : invalid;
}

struct Range {
    std::uint32_t first, last;
};

template <std::size_t n>
bool in(const std::array<Range, n>& ranges, std::uint32_t point) {
    return std::any_of(ranges.begin(), ranges.end(), [&](const Range& range) { return range.first <= point && point <= range.last; });
}

// Each byte a character one wide.
bool is_ascii(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

std::size_t width_of(std::uint32_t point) {
    // Combining marks, joiners, direction marks, variation selectors.
    static constexpr std::array<Range, 8> none = {{{0x300, 0x36F},
                                                   {0x1AB0, 0x1AFF},
                                                   {0x1DC0, 0x1DFF},
                                                   {0x200B, 0x200F},
                                                   {0x202A, 0x202E},
                                                   {0x2060, 0x2069},
                                                   {0x20D0, 0x20FF},
                                                   {0xFE00, 0xFE0F}}};
    // East Asian wide characters and emoji.
    static constexpr std::array<Range, 9> wide = {{{0x1100, 0x115F},
                                                   {0x2E80, 0x303E},
                                                   {0x3041, 0xA4CF},
                                                   {0xAC00, 0xD7A3},
                                                   {0xF900, 0xFAFF},
                                                   {0xFE30, 0xFE6F},
                                                   {0xFF00, 0xFF60},
                                                   {0x1F300, 0x1FAFF},
                                                   {0x20000, 0x3FFFD}}};
    return in(none, point) ? 0 : in(wide, point) ? 2 : 1;
}

}  // namespace

std::string printable(std::string_view text) {
    if (std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; })) return std::string(text);
    std::string out;
    while (!text.empty()) {
        const auto before = text;
        const auto point = take(text);
        if (point == invalid)
            out += "\uFFFD";
        else if (point == '\n' || point == '\t')
            out += ' ';
        else if (point >= 0x20 && point != 0x7F && !(point >= 0x80 && point <= 0x9F) && point != 0xFFFE && point != 0xFFFF)
            out += before.substr(0, before.size() - text.size());
    }
    return out;
}

std::size_t display_width(std::string_view text) {
    if (is_ascii(text)) return text.size();
    std::size_t width = 0;
    while (!text.empty()) width += width_of(take(text));
    return width;
}

std::size_t longest_word(std::string_view text) {
    std::size_t longest = 0;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        longest = std::max(longest, display_width(text.substr(at, end - at)));
        at = end + 1;
    }
    return longest;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    std::string line;
    std::size_t used = 0;
    const auto end_line = [&] {
        lines.push_back(std::exchange(line, {}));
        used = 0;
    };
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        auto word = text.substr(at, end - at);
        at = end + 1;
        if (!line.empty() && used + 1 + display_width(word) > width) end_line();
        if (!line.empty()) line += ' ', ++used;
        if (is_ascii(word) && used + word.size() <= width) {
            line += word;
            used += word.size();
            continue;
        }
        while (!word.empty()) {
            auto rest = word;
            const auto columns = width_of(take(rest));
            if (used + columns > width && !line.empty()) end_line();
            line += word.substr(0, word.size() - rest.size());
            used += columns;
            word = rest;
        }
    }
    lines.push_back(std::move(line));
    return lines;
}

std::string shortened(std::string_view text, std::size_t code_points) {
    auto rest = text;
    std::size_t count = 0;
    std::string_view cut;
    while (!rest.empty()) {
        if (++count == code_points) cut = text.substr(0, text.size() - rest.size());
        take(rest);
    }
    return count <= code_points ? std::string(text) : std::string(cut) + "…";
}

// The accented letters of Latin-1 are C3 80 to C3 9E in UTF-8.
std::string folded(std::string text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool accented = i > 0 && text[i - 1] == '\xC3' && byte >= 0x80 && byte <= 0x9E && byte != 0x97;
        if ((byte >= 'A' && byte <= 'Z') || accented) text[i] = static_cast<char>(byte + 0x20);
    }
    return text;
}

std::string fitted(std::string_view text, std::size_t size) {
    const bool has_pairs = std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xF0; });
    return shortened(text, has_pairs ? size / 2 : size);
}

std::size_t find_escape(std::string_view text, std::size_t from) {
    constexpr std::size_t digits = 4;
    for (auto at = text.find("_x", from); at != std::string_view::npos; at = text.find("_x", at + 1)) {
        const auto end = text.find_first_not_of("0123456789abcdefABCDEF", at + 2);
        if (end == at + 2 + digits && text[end] == '_') return at;
    }
    return std::string_view::npos;
}

std::string superscript(std::size_t number) {
    static constexpr std::array<std::string_view, 10> digits = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string text;
    for (const char digit : fmt::format("{}", number)) text += digits[static_cast<std::size_t>(digit - '0')];
    return text;
}

}  // namespace jv
