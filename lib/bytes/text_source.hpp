// The bytes of an export as UTF-8 text, in blocks: whatever encoding it has, and without ever holding the whole.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "bytes/files.hpp"

namespace jv {

enum class Encoding { detect, utf8, windows_1252, utf16_le, utf16_be };
std::string_view to_text(Encoding encoding);  // "UTF-8", "windows-1252", ...

struct TextOptions {
    Encoding encoding = Encoding::detect;
    // Whether the whole is looked at before its encoding is said, or only as far as it is read: that is sooner, but may end in MixedEncoding.
    bool whole_first = true;
    // How much of the file is read at a time: little enough to stay near the processor with all that is looked up.
    std::size_t block_bytes = 1u << 17;
};

// Text that seemed to be UTF-8, and was given as such, proves to be something else.
struct MixedEncoding {};

// Tells how far bytes that come in pieces are UTF-8.
class Utf8Check {
public:
    explicit Utf8Check(std::uint64_t begin) : end_(begin) {}
    // Looks at the bytes that come next; false when there is something among them that is no UTF-8. A sequence may go on in the next piece.
    bool add(std::string_view bytes);
    // Where the whole sequences of UTF-8 end.
    std::uint64_t end() const { return end_; }

private:
    std::uint64_t end_;
    std::string carry_;  // the beginning of a sequence, behind end_
};

class TextSource {
public:
    // Opens a file, which may be packed, or standard input for "-". A byte order mark decides the encoding, whatever was asked for; else `detect`
    // finds UTF-8 when the whole is valid UTF-8, else windows-1252. Fails with status 2: I001-I003 as require_readable_file; I017-I019 as unpacked;
    // I007, looking at the whole first, for bytes that UTF-8 does not have (with the line).
    TextSource(const std::filesystem::path& path, const TextOptions& options);

    // As far as it was read, when the whole was not looked at first.
    Encoding encoding() const { return encoding_ == Encoding::detect ? Encoding::utf8 : encoding_; }
    // The first byte (from 1) that is no UTF-8, of a text that seems to be UTF-8 before it and is read as windows-1252.
    std::optional<std::uint64_t> doubtful_byte() const { return doubtful_byte_; }
    // The name for messages.
    const std::string& name() const { return name_; }
    // Of the file as it was found, packed or not: its size in bytes, and its SHA-256 in hexadecimal.
    std::uint64_t size() const { return size_; }
    std::string sha256() const;

    // Where the text begins in the file, behind a byte order mark; and how many bytes of the file a piece of its text takes.
    std::uint64_t begin() const { return begin_; }
    std::uint64_t bytes_of(std::string_view text) const;

    // Appends the next block of text, without byte order mark; false at the end. Fails with status 2: I007 for bytes that the encoding does not have,
    // I009 for a NUL byte. Throws MixedEncoding, see TextOptions.
    bool read(std::string& text);

private:
    void look_at_whole();
    bool has_letters(std::uint64_t begin, std::uint64_t end) const;
    std::size_t fill();
    std::size_t read_utf8(std::string& text);
    void require_no_nul(std::string_view text, std::uint64_t begin) const;
    void decode_windows_1252(std::string& text) const;
    void decode_utf16(std::string& text);
    std::uint64_t text_size() const;  // of the file, byte order mark and all
    std::size_t unit() const { return encoding_ == Encoding::utf16_le || encoding_ == Encoding::utf16_be ? 2 : 1; }
    [[noreturn]] void fail_at(std::string_view code, std::uint64_t byte, std::string_view what, std::string_view advice) const;
    [[noreturn]] void fail_undecodable(std::uint64_t byte) const;

    std::string name_;
    FileHandle stored_;    // as it was found
    FileHandle unpacked_;  // null when that was not packed
    std::FILE* file_;      // the text, in one of both
    Encoding encoding_;
    std::size_t block_bytes_;
    std::optional<Utf8Check> check_;  // of what is read, when the whole was not looked at
    bool has_letters_ = false;        // in what was read: characters beyond ASCII
    std::optional<std::uint64_t> doubtful_byte_;
    std::uint64_t size_ = 0;
    std::uint64_t begin_ = 0;
    std::uint64_t offset_ = 0;  // bytes before the block
    std::string block_;
    std::string carry_;  // the beginning of a UTF-16 sequence that goes on in the next block
};

// The text (UTF-8) in another encoding, for writing; without a byte order mark. Characters that windows-1252 does not have become `?`.
std::string encode(std::string_view text, Encoding encoding);

}  // namespace jv
