#include "bytes/text_source.hpp"

#include <fmt/format.h>
#include <utf8.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>

#include "bytes/unpack.hpp"
#include "messages/finding.hpp"

namespace jv {

namespace {

constexpr std::size_t block_size = 1 << 20;
constexpr std::string_view utf16_le_bom = "\xFF\xFE", utf16_be_bom = "\xFE\xFF";
constexpr std::array<std::pair<std::string_view, Encoding>, 3> byte_order_marks = {
    {{"\xEF\xBB\xBF", Encoding::utf8}, {utf16_le_bom, Encoding::utf16_le}, {utf16_be_bom, Encoding::utf16_be}}};

// The characters of the bytes 80 to 9F in windows-1252; 0 where it has none.
constexpr std::array<char32_t, 32> windows_1252_high = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                                        0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                                        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

bool is_ascii(const char* begin, const char* end) {
    std::uint64_t word = 0, all = 0;
    for (; end - begin >= 8; begin += 8) {
        std::memcpy(&word, begin, 8);
        all |= word;
    }
    for (; begin != end; ++begin) all |= static_cast<unsigned char>(*begin);
    return (all & 0x8080808080808080u) == 0;
}

// Where the last, unfinished sequence of a block begins, so that the rest is whole.
std::size_t whole_sequences(std::string_view bytes) {
    std::size_t n = bytes.size();
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, n); ++back) {
        const auto c = static_cast<unsigned char>(bytes[n - back]);
        if (c < 0x80) break;
        if (c < 0xC0) continue;
        const std::size_t length = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
        if (length > back) n -= back;
        break;
    }
    return n;
}

// The offset of the first byte that is no UTF-8, or the size.
std::size_t first_invalid(std::string_view bytes) {
    if (is_ascii(bytes.data(), bytes.data() + bytes.size())) return bytes.size();
    return static_cast<std::size_t>(utf8::find_invalid(bytes.begin(), bytes.end()) - bytes.begin());
}

// What can't be read twice, such as standard input or a pipe, goes to a temporary file first.
FileHandle copied(std::FILE* file, const std::string& name) {
    return temporary_copy(name, [&](char* bytes, std::size_t size) { return read_bytes(file, bytes, size, name); });
}

FileHandle open_source(const std::filesystem::path& path, const std::string& name) {
    if (path == "-") return copied(stdin, name);
    require_readable_file(path);
    FileHandle file(std::fopen(path.c_str(), "rb"));
    if (!file) fail_usage("I003", "dit bestand mag niet gelezen worden", "vraag om leesrechten of kopieer het naar een eigen map", {name});
    return std::fseek(file.get(), 0, SEEK_END) == 0 ? std::move(file) : copied(file.get(), name);
}

}  // namespace

std::string_view to_text(Encoding encoding) {
    constexpr std::array<std::string_view, 5> names = {"automatisch", "UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"};
    return names[static_cast<std::size_t>(encoding)];
}

TextSource::TextSource(const std::filesystem::path& path, Encoding encoding)
    : name_(path == "-" ? "standaardinvoer" : display_name(path)),
      stored_(open_source(path, name_)),
      unpacked_(unpacked(stored_.get(), name_)),
      file_(unpacked_ ? unpacked_.get() : stored_.get()),
      encoding_(encoding) {
    std::fseek(stored_.get(), 0, SEEK_END);
    size_ = static_cast<std::uint64_t>(std::ftell(stored_.get()));
    std::rewind(file_);
    std::string head(3, '\0');
    head.resize(read_bytes(file_, head.data(), head.size(), name_));
    for (const auto& [mark, marked] : byte_order_marks) {
        if (!head.starts_with(mark)) continue;
        encoding_ = marked;
        offset_ = begin_ = mark.size();
        break;
    }
    if (encoding_ == Encoding::detect) encoding_ = detect();
    std::fseek(file_, static_cast<long>(offset_), SEEK_SET);
}

std::size_t TextSource::fill() {
    block_.resize(block_size);
    block_.resize(read_bytes(file_, block_.data(), block_size, name_));
    return block_.size();
}

std::string TextSource::sha256() const {
    const auto before = std::ftell(stored_.get());
    std::rewind(stored_.get());
    auto hash = jv::sha256([&](char* bytes, std::size_t size) { return read_bytes(stored_.get(), bytes, size, name_); });
    std::fseek(stored_.get(), before, SEEK_SET);
    return hash;
}

Encoding TextSource::detect() {
    std::rewind(file_);
    std::string carry;
    std::uint64_t before = 0;  // bytes before those in `carry`
    bool letters = false;      // of UTF-8, seen before the first byte that is none
    while (fill() > 0) {
        if (carry.empty() && is_ascii(block_.data(), block_.data() + block_.size())) {
            before += block_.size();
            continue;
        }
        carry += block_;
        const auto whole = whole_sequences(carry);
        const auto valid = first_invalid(std::string_view(carry).substr(0, whole));
        letters = letters || !is_ascii(carry.data(), carry.data() + valid);
        if (valid != whole) {
            if (letters) doubtful_byte_ = before + valid + 1;
            return Encoding::windows_1252;
        }
        carry.erase(0, whole);
        before += whole;
    }
    is_valid_ = carry.empty();
    if (is_valid_) return Encoding::utf8;
    if (letters) doubtful_byte_ = before + 1;
    return Encoding::windows_1252;
}

std::uint64_t TextSource::bytes_of(std::string_view text) const {
    if (encoding_ == Encoding::utf8 || is_ascii(text.data(), text.data() + text.size()))
        return text.size() * (encoding_ == Encoding::utf16_le || encoding_ == Encoding::utf16_be ? 2 : 1);
    std::uint64_t characters = 0, wide = 0;
    for (const char c : text) {
        characters += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
        wide += static_cast<unsigned char>(c) >= 0xF0;
    }
    return encoding_ == Encoding::windows_1252 ? characters : 2 * (characters + wide);
}

// Counts the lines of text that was read.
void TextSource::pass(std::string_view text) {
    const auto last = text.rfind('\n');
    lines_ += static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
    column_ = last == std::string_view::npos ? column_ + bytes_of(text) : bytes_of(text.substr(last + 1));
}

// `before` is the text of the block before the byte.
void TextSource::fail_undecodable(std::uint64_t byte, std::string_view before) {
    pass(before);
    fail_usage("I007", fmt::format("byte {} (byte {} van deze regel) is geen {}", byte + 1, column_ + 1, to_text(encoding_)),
               "bewaar de export opnieuw, of noem de juiste codering in het profiel", {name_, lines_});
}

// `begin` is where the text begins in the file.
void TextSource::require_no_nul(std::string_view text, std::uint64_t begin) {
    const auto nul = text.find('\0');
    if (nul == std::string_view::npos) return;
    const auto before = text.substr(0, nul);
    pass(before);
    fail_usage("I009", fmt::format("byte {} (byte {} van deze regel) is een NUL-byte; dit is geen tekst", begin + bytes_of(before) + 1, column_ + 1),
               "exporteer opnieuw als CSV", {name_, lines_});
}

bool TextSource::read(std::string& text) {
    if (fill() == 0) {
        if (!carry_.empty()) fail_undecodable(offset_ - carry_.size(), {});
        return false;
    }
    const auto begin = offset_ - carry_.size();
    const auto size_before = text.size();
    const auto added = [&] { return std::string_view(text).substr(size_before); };
    if (encoding_ == Encoding::utf16_le || encoding_ == Encoding::utf16_be) {
        decode_utf16(text, block_);
    } else if (encoding_ == Encoding::utf8) {
        carry_ += block_;
        const auto whole = whole_sequences(carry_);
        const auto bytes = std::string_view(carry_).substr(0, whole);
        if (const auto valid = is_valid_ ? whole : first_invalid(bytes); valid != whole)
            fail_undecodable(offset_ - (carry_.size() - block_.size()) + valid, bytes.substr(0, valid));
        text += bytes;
        carry_.erase(0, whole);
    } else if (is_ascii(block_.data(), block_.data() + block_.size())) {
        text += block_;
    } else {
        for (std::size_t i = 0; i < block_.size(); ++i) {
            const auto byte = static_cast<unsigned char>(block_[i]);
            char32_t c = byte;
            if (byte >= 0x80 && byte < 0xA0) c = windows_1252_high[byte - 0x80];
            if (c == 0 && byte != 0) fail_undecodable(offset_ + i, added());
            if (c < 0x80)
                text += static_cast<char>(c);
            else
                utf8::append(c, std::back_inserter(text));
        }
    }
    require_no_nul(added(), begin);
    pass(added());
    offset_ += block_.size();
    return true;
}

void TextSource::decode_utf16(std::string& text, std::string_view bytes) {
    const auto carried = carry_.size(), size_before = text.size();
    carry_ += bytes;
    const auto fail_at = [&](std::size_t i) { fail_undecodable(offset_ - carried + i, std::string_view(text).substr(size_before)); };
    const auto unit = [&](std::size_t i) {
        const auto first = static_cast<unsigned char>(carry_[i]), second = static_cast<unsigned char>(carry_[i + 1]);
        return static_cast<char32_t>(encoding_ == Encoding::utf16_le ? first | second << 8 : first << 8 | second);
    };
    std::size_t i = 0;
    for (; i + 1 < carry_.size(); i += 2) {
        auto c = unit(i);
        if (c >= 0xD800 && c < 0xDC00) {
            if (i + 3 >= carry_.size()) break;
            const auto low = unit(i + 2);
            if (low < 0xDC00 || low >= 0xE000) fail_at(i);
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            i += 2;
        } else if (c >= 0xDC00 && c < 0xE000) {
            fail_at(i);
        }
        utf8::append(c, std::back_inserter(text));
    }
    carry_.erase(0, i);
}

std::string encode(std::string_view text, Encoding encoding) {
    if (encoding == Encoding::detect || encoding == Encoding::utf8) return std::string(text);
    std::string out;
    for (auto at = text.begin(); at != text.end();) {
        const char32_t c = utf8::next(at, text.end());
        if (encoding == Encoding::windows_1252) {
            const auto high = std::find(windows_1252_high.begin(), windows_1252_high.end(), c);
            if (c < 0x80 || (c >= 0xA0 && c <= 0xFF))
                out += static_cast<char>(c);
            else
                out += high != windows_1252_high.end() ? static_cast<char>(0x80 + (high - windows_1252_high.begin())) : '?';
            continue;
        }
        const auto put = [&](char32_t unit) {
            const auto low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
            out += encoding == Encoding::utf16_le ? low : high;
            out += encoding == Encoding::utf16_le ? high : low;
        };
        if (c < 0x10000) {
            put(c);
        } else {
            put(0xD800 + ((c - 0x10000) >> 10));
            put(0xDC00 + ((c - 0x10000) & 0x3FF));
        }
    }
    return out;
}

}  // namespace jv
