#include "bytes/unpack.hpp"

#include <fmt/format.h>
#include <unistd.h>
#include <zip.h>
#include <zlib.h>

#include <memory>
#include <string_view>
#include <vector>

#include "messages/finding.hpp"
#include "messages/suggest.hpp"

namespace jv {

namespace {

constexpr std::string_view gzip_mark = "\x1F\x8B", zip_mark = "PK\x03\x04", empty_zip_mark = "PK\x05\x06";

[[noreturn]] void fail_damaged(const std::string& name) {
    fail_usage("I018", "dit ingepakte bestand is beschadigd of niet helemaal gekopieerd", "kopieer of exporteer het opnieuw", {name});
}

FileHandle from_gzip(std::FILE* file, const std::string& name) {
    // zlib reads from where the descriptor is, and closes it.
    const int descriptor = ::dup(::fileno(file));
    ::lseek(descriptor, 0, SEEK_SET);
    const std::unique_ptr<gzFile_s, decltype(&gzclose_r)> gzip(gzdopen(descriptor, "rb"), &gzclose_r);
    if (!gzip) fail_damaged(name);
    auto copy = temporary_copy(name, [&](char* bytes, std::size_t size) {
        const int n = gzread(gzip.get(), bytes, static_cast<unsigned>(size));
        if (n < 0) fail_damaged(name);
        return static_cast<std::size_t>(n);
    });
    int error = Z_OK;
    gzerror(gzip.get(), &error);
    if (error != Z_OK) fail_damaged(name);
    return copy;
}

// What an unpacker adds that is no export: folders, and what macOS keeps beside a file.
bool is_by_catch(std::string_view entry) {
    const auto base = entry.substr(entry.rfind('/') + 1);
    return base.empty() || base.starts_with('.') || entry.starts_with("__MACOSX/");
}

FileHandle from_zip(std::FILE* file, const std::string& name) {
    // The archive closes what it reads from.
    FileHandle copy(::fdopen(::dup(::fileno(file)), "rb"));
    zip_error_t error;
    auto* source = copy ? zip_source_filep_create(copy.get(), 0, -1, &error) : nullptr;
    if (!source) fail_damaged(name);
    static_cast<void>(copy.release());
    const std::unique_ptr<zip_t, decltype(&zip_discard)> archive(zip_open_from_source(source, ZIP_RDONLY, &error), &zip_discard);
    if (!archive) {
        zip_source_free(source);
        fail_damaged(name);
    }
    std::vector<std::string> entries;
    zip_uint64_t wanted = 0;
    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(zip_get_num_entries(archive.get(), 0)); ++i) {
        const std::string entry = zip_get_name(archive.get(), i, ZIP_FL_ENC_GUESS);
        if (entry == "[Content_Types].xml" || entry == "mimetype")
            fail_usage("I019", "dit is een werkmap of een ander Office-bestand, geen CSV",
                       "open het en bewaar het blad met de export als CSV (UTF-8)", {name});
        if (is_by_catch(entry)) continue;
        entries.push_back(as_shown(entry.substr(entry.rfind('/') + 1)));
        wanted = i;
    }
    if (entries.size() != 1) {
        constexpr std::size_t most = 5;
        const auto found = entries.size();
        if (found > most) entries.resize(most), entries.push_back(fmt::format("nog {}", found - most));
        fail_usage("I017",
                   entries.empty() ? std::string("in deze zip staat geen bestand")
                                   : fmt::format("in deze zip staan {} bestanden: {}", found, enumerate(entries)),
                   "pak haar uit, en noem de exports zelf of hun map", {name});
    }
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> entry(zip_fopen_index(archive.get(), wanted, 0), &zip_fclose);
    if (!entry) {
        const auto code = zip_error_code_zip(zip_get_error(archive.get()));
        if (code == ZIP_ER_NOPASSWD || code == ZIP_ER_WRONGPASSWD)
            fail_usage("I018", "deze zip is met een wachtwoord beveiligd", "pak haar uit, en noem de export zelf", {name});
        fail_damaged(name);
    }
    return temporary_copy(name, [&](char* bytes, std::size_t size) {
        const auto n = zip_fread(entry.get(), bytes, size);
        if (n < 0) fail_damaged(name);
        return static_cast<std::size_t>(n);
    });
}

}  // namespace

FileHandle unpacked(std::FILE* file, const std::string& name) {
    std::rewind(file);
    std::string head(4, '\0');
    head.resize(read_bytes(file, head.data(), head.size(), name));
    if (head.starts_with(gzip_mark)) return from_gzip(file, name);
    if (head.starts_with(zip_mark) || head.starts_with(empty_zip_mark)) return from_zip(file, name);
    return nullptr;
}

}  // namespace jv
