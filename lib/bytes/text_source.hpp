// The bytes of an export as UTF-8 text, in blocks: whatever encoding it has, and without ever holding the whole.
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace jv {

enum class Encoding { detect, utf8, windows_1252, utf16_le, utf16_be };
std::string_view to_text(Encoding encoding);  // "UTF-8", "windows-1252", ...

class TextSource {
public:
    // Opens a file, or standard input for "-". A byte order mark decides the encoding, whatever was asked for; else `detect` finds UTF-8 when the
    // whole is valid UTF-8, else windows-1252. Fails with status 2: I001-I003 as require_readable_file; I007 for bytes that the encoding does
    // not have (with the line); I009 for a NUL byte.
    TextSource(const std::filesystem::path& path, Encoding encoding);

    Encoding encoding() const { return encoding_; }
    // The name for messages.
    const std::string& name() const { return name_; }
    std::uint64_t size() const { return size_; }

    // Appends the next block of text, without byte order mark; false at the end.
    bool read(std::string& text);

    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    using File = std::unique_ptr<std::FILE, Close>;

private:
    std::size_t fill();
    Encoding detect();
    void check(std::string_view bytes);
    void decode_utf16(std::string& text, std::string_view bytes);
    [[noreturn]] void fail_undecodable(std::uint64_t byte) const;

    std::string name_;
    File file_;
    Encoding encoding_;
    std::uint64_t size_ = 0;
    std::uint64_t lines_ = 1;   // the line that the next block begins in
    std::uint64_t offset_ = 0;  // bytes before the block
    std::string block_;
    std::string carry_;  // the beginning of a UTF-16 sequence that goes on in the next block
};

// The text (UTF-8) in another encoding, for writing. Characters that windows-1252 does not have become `?`.
std::string encode(std::string_view text, Encoding encoding);

}  // namespace jv
