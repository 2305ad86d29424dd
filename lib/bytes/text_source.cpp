#include "bytes/text_source.hpp"

#include <fmt/format.h>
#include <simdjson.h>
#include <utf8.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>
#include <utility>

#include "bytes/unpack.hpp"
#include "messages/finding.hpp"

namespace jv {

namespace {

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
    if (simdjson::validate_utf8(bytes)) return bytes.size();
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

bool Utf8Check::add(std::string_view bytes) {
    const auto look_at = [&](std::string_view whole) {
        const auto valid = first_invalid(whole);
        end_ += valid;
        return valid == whole.size();
    };
    while (!carry_.empty() && !bytes.empty()) {  // at most three times
        carry_ += bytes.front();
        bytes.remove_prefix(1);
        if (whole_sequences(carry_) < carry_.size()) continue;
        if (!look_at(std::exchange(carry_, {}))) return false;
    }
    const auto whole = whole_sequences(bytes);
    carry_ += bytes.substr(whole);
    return look_at(bytes.substr(0, whole));
}

std::string_view to_text(Encoding encoding) {
    constexpr std::array<std::string_view, 5> names = {"automatisch", "UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"};
    return names[static_cast<std::size_t>(encoding)];
}

TextSource::TextSource(const std::filesystem::path& path, const TextOptions& options)
    : name_(path == "-" ? "standaardinvoer" : display_name(path)),
      stored_(open_source(path, name_)),
      unpacked_(unpacked(stored_.get(), name_)),
      file_(unpacked_ ? unpacked_.get() : stored_.get()),
      encoding_(options.encoding),
      block_bytes_(options.block_bytes) {
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
    const bool may_be_utf8 = encoding_ == Encoding::detect || encoding_ == Encoding::utf8;
    if (may_be_utf8 && options.whole_first) look_at_whole();
    if (may_be_utf8 && !options.whole_first) check_.emplace(begin_);
    std::fseek(file_, static_cast<long>(offset_), SEEK_SET);
}

// Finds out whether it is UTF-8.
void TextSource::look_at_whole() {
    Utf8Check check(begin_);
    std::string bytes(1 << 16, '\0');
    std::size_t n = 0;
    auto size = begin_;
    std::fseek(file_, static_cast<long>(begin_), SEEK_SET);
    do {
        n = read_bytes(file_, bytes.data(), bytes.size(), name_);
        size += n;
    } while (n > 0 && check.add({bytes.data(), n}));
    const auto end = check.end();
    const bool valid = n == 0 && end == size;
    if (encoding_ == Encoding::utf8 && !valid) fail_undecodable(end);
    if (!valid && has_letters(begin_, end)) doubtful_byte_ = end + 1;
    encoding_ = valid ? Encoding::utf8 : Encoding::windows_1252;
}

// Whether some of the bytes are no ASCII.
bool TextSource::has_letters(std::uint64_t begin, std::uint64_t end) const {
    std::string bytes(block_bytes_, '\0');
    std::fseek(file_, static_cast<long>(begin), SEEK_SET);
    for (auto at = begin; at < end;) {
        const auto n = read_bytes(file_, bytes.data(), std::min<std::size_t>(bytes.size(), end - at), name_);
        if (n == 0 || !is_ascii(bytes.data(), bytes.data() + n)) return n != 0;
        at += n;
    }
    return false;
}

std::size_t TextSource::fill() {
    block_.resize(block_bytes_);
    block_.resize(read_bytes(file_, block_.data(), block_bytes_, name_));
    return block_.size();
}

std::string TextSource::sha256() const {
    const auto before = std::ftell(stored_.get());
    std::rewind(stored_.get());
    auto hash = jv::sha256([&](char* bytes, std::size_t size) { return read_bytes(stored_.get(), bytes, size, name_); });
    std::fseek(stored_.get(), before, SEEK_SET);
    return hash;
}

std::uint64_t TextSource::bytes_of(std::string_view text) const {
    if (encoding() == Encoding::utf8 || is_ascii(text.data(), text.data() + text.size())) return text.size() * unit();
    std::uint64_t characters = 0, wide = 0;
    for (const char c : text) {
        characters += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
        wide += static_cast<unsigned char>(c) >= 0xF0;
    }
    return encoding_ == Encoding::windows_1252 ? characters : 2 * (characters + wide);
}

// Bytes from 0 in the file.
void TextSource::fail_at(std::string_view code, std::uint64_t byte, std::string_view what, std::string_view advice) const {
    std::fseek(file_, static_cast<long>(begin_), SEEK_SET);
    std::uint64_t line = 1, line_begin = begin_;
    std::string bytes(1 << 16, '\0');
    for (auto at = begin_; at < byte;) {
        const auto n = read_bytes(file_, bytes.data(), std::min<std::size_t>(bytes.size(), byte - at), name_);
        if (n == 0) break;
        for (std::size_t i = 0; i + unit() <= n; i += unit()) {
            const bool is_break = encoding_ == Encoding::utf16_be ? bytes[i] == '\0' && bytes[i + 1] == '\n'
                                                                  : bytes[i] == '\n' && (unit() == 1 || bytes[i + 1] == '\0');
            if (!is_break) continue;
            ++line;
            line_begin = at + i + unit();
        }
        at += n;
    }
    fail_usage(code, fmt::format("byte {} (byte {} van deze regel) is {}", byte + 1, byte - line_begin + 1, what), std::string(advice),
               {name_, line});
}

void TextSource::fail_undecodable(std::uint64_t byte) const {
    fail_at("I007", byte, fmt::format("geen {}", to_text(encoding())), "bewaar de export opnieuw, of noem de juiste codering in het profiel");
}

// `begin` is where the text begins in the file.
void TextSource::require_no_nul(std::string_view text, std::uint64_t begin) const {
    const auto nul = text.find('\0');
    if (nul != std::string_view::npos)
        fail_at("I009", begin + bytes_of(text.substr(0, nul)), "een NUL-byte; dit is geen tekst", "exporteer opnieuw als CSV");
}

bool TextSource::read(std::string& text) {
    const auto size_before = text.size();
    const auto begin = offset_ - carry_.size();
    std::size_t n = 0;
    if (encoding_ == Encoding::utf8 || encoding_ == Encoding::detect) {
        n = read_utf8(text);
    } else if ((n = fill()) > 0) {
        if (encoding_ == Encoding::windows_1252)
            decode_windows_1252(text);
        else
            decode_utf16(text);
    } else if (!carry_.empty()) {
        fail_undecodable(begin);
    }
    require_no_nul(std::string_view(text).substr(size_before), begin);
    offset_ += n;
    return n > 0;
}

// Returns how many bytes it read. When they are no UTF-8, and all before them is the same in windows-1252, it goes on with that.
std::size_t TextSource::read_utf8(std::string& text) {
    const auto size_before = text.size();
    text.resize(size_before + block_bytes_);
    const auto n = read_bytes(file_, text.data() + size_before, block_bytes_, name_);
    text.resize(size_before + n);
    if (!check_) return n;
    const auto added = std::string_view(text).substr(size_before);
    const bool valid = check_->add(added) && (n > 0 || check_->end() == offset_);
    if (!valid) {
        if (encoding_ == Encoding::utf8) fail_undecodable(check_->end());
        if (has_letters_ || !is_ascii(added.data(), added.data() + (check_->end() - offset_))) throw MixedEncoding();
        encoding_ = Encoding::windows_1252;
        block_ = added;
        text.resize(size_before);
        decode_windows_1252(text);
    }
    has_letters_ = has_letters_ || !is_ascii(added.data(), added.data() + n);
    return n;
}

void TextSource::decode_windows_1252(std::string& text) const {
    if (is_ascii(block_.data(), block_.data() + block_.size())) {
        text += block_;
        return;
    }
    for (std::size_t i = 0; i < block_.size(); ++i) {
        const auto byte = static_cast<unsigned char>(block_[i]);
        char32_t c = byte;
        if (byte >= 0x80 && byte < 0xA0) c = windows_1252_high[byte - 0x80];
        if (c == 0 && byte != 0) fail_undecodable(offset_ + i);
        if (c < 0x80)
            text += static_cast<char>(c);
        else
            utf8::append(c, std::back_inserter(text));
    }
}

void TextSource::decode_utf16(std::string& text) {
    const auto begin = offset_ - carry_.size();
    carry_ += block_;
    const auto unit_at = [&](std::size_t i) {
        const auto first = static_cast<unsigned char>(carry_[i]), second = static_cast<unsigned char>(carry_[i + 1]);
        return static_cast<char32_t>(encoding_ == Encoding::utf16_le ? first | second << 8 : first << 8 | second);
    };
    std::size_t i = 0;
    for (; i + 1 < carry_.size(); i += 2) {
        auto c = unit_at(i);
        if (c >= 0xD800 && c < 0xDC00) {
            if (i + 3 >= carry_.size()) break;
            const auto low = unit_at(i + 2);
            if (low < 0xDC00 || low >= 0xE000) fail_undecodable(begin + i);
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            i += 2;
        } else if (c >= 0xDC00 && c < 0xE000) {
            fail_undecodable(begin + i);
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
