// Files as bytes: reading whole small ones, and writing outputs that appear whole or not at all.
#pragma once

#include <cstdio>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace jv {

// A folder's or file's name for messages and outputs: without the folder it stands in.
std::string display_name(const std::filesystem::path& path);

// Fails (status 2) unless the path names a file that can be opened: I001 absent, I002 a folder, I003 not readable; U005 for one that an OutputFile is
// to replace. Everything that is read goes through here.
void require_readable_file(const std::filesystem::path& path);

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using FileHandle = std::unique_ptr<std::FILE, CloseFile>;

// Reads up to `size` bytes; 0 at the end. Fails with status 2 (I003) when the disk does.
std::size_t read_bytes(std::FILE* file, char* bytes, std::size_t size, const std::string& name);

// A nameless temporary file with what `next` puts in the buffer, block by block, until it gives 0 bytes. Fails with status 2 (I003) when there
// is no room for it.
FileHandle temporary_copy(const std::string& name, const std::function<std::size_t(char* bytes, std::size_t size)>& next);

// A new empty file of its own in the folder for temporary files, gone with this object. Fails with status 2 (U002) when none can be made there.
class TemporaryFile {
public:
    TemporaryFile();
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile();
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

// The SHA-256, in hexadecimal, of what `next` puts in the buffer, block by block, until it gives 0 bytes; and of a file.
std::string sha256(const std::function<std::size_t(char* bytes, std::size_t size)>& next);
std::string sha256_of_file(const std::filesystem::path& path);

// The bytes of a small file (settings, cijfers), without a UTF-8 byte order mark. Fails as require_readable_file.
std::string read_whole_file(const std::filesystem::path& path);

// An output file, claimed when it is made: a temporary file in the same folder, renamed by commit(); without commit() nothing stays.
// "-" is standard output; a device or a pipe is written to as it is. Fails (status 2): U001 exists already and overwrite is off, U002 folder
// absent or not writable, U004 claimed twice, U005 a file that was read in this run, whatever path was used for it.
class OutputFile {
public:
    OutputFile(const std::filesystem::path& path, bool overwrite);
    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&&) = delete;
    ~OutputFile();

    void write(std::string_view bytes);
    // Gives the file its own name. Fails with U003 when the disk is full or the file could not be written.
    void commit();

private:
    std::filesystem::path path_;
    std::filesystem::path temporary_;
    std::filesystem::path replaced_;  // the file that stands there, without links; empty when there is none
    std::FILE* file_ = nullptr;
};

}  // namespace jv
