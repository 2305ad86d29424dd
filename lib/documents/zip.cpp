#include "documents/zip.hpp"

#include <zip.h>

#include <memory>
#include <stdexcept>

namespace jv {

namespace {

// As hard as programs that zip usually try: what is left in a large document is then some more, in half the time.
constexpr zip_uint32_t deflate_level = 6;
// 1 January 2000, 12:00, as a zip writes it.
constexpr zip_uint16_t fixed_date = (20 << 9) | (1 << 5) | 1, fixed_time = 12 << 11;

// There is only one reason for these calls to fail: no memory.
void require(bool done) {
    if (!done) throw std::runtime_error("a zip can't be made");
}

using Source = std::unique_ptr<zip_source_t, decltype(&zip_source_free)>;
using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;

// A source that outlives the archives made of it.
Source source_of(const void* bytes, std::size_t size) {
    zip_error_t error;
    zip_error_init(&error);
    Source source(zip_source_buffer_create(bytes, size, 0, &error), &zip_source_free);
    require(source != nullptr);
    zip_source_keep(source.get());
    return source;
}

Archive opened(const Source& source, int flags) {
    zip_error_t error;
    zip_error_init(&error);
    Archive archive(zip_open_from_source(source.get(), flags, &error), &zip_discard);
    require(archive != nullptr);
    return archive;
}

}  // namespace

std::string write_zip(const std::vector<ZipPart>& parts) {
    const auto whole = source_of(nullptr, 0);
    auto archive = opened(whole, ZIP_TRUNCATE);
    for (const auto& [path, bytes] : parts) {
        zip_source_t* source = zip_source_buffer(archive.get(), bytes.data(), bytes.size(), 0);
        const auto index = zip_file_add(archive.get(), path.c_str(), source, ZIP_FL_ENC_UTF_8);
        require(index >= 0);
        const auto at = static_cast<zip_uint64_t>(index);
        require(zip_set_file_compression(archive.get(), at, ZIP_CM_DEFLATE, deflate_level) == 0);
        require(zip_file_set_dostime(archive.get(), at, fixed_time, fixed_date, 0) == 0);
    }
    require(zip_close(archive.release()) == 0);
    zip_stat_t stat;
    require(zip_source_stat(whole.get(), &stat) == 0 && zip_source_open(whole.get()) == 0);
    std::string bytes(stat.size, '\0');
    const auto size = zip_source_read(whole.get(), bytes.data(), bytes.size());
    zip_source_close(whole.get());
    require(size == static_cast<zip_int64_t>(bytes.size()));
    return bytes;
}

std::vector<ZipPart> read_zip(const std::string& bytes) {
    const auto whole = source_of(bytes.data(), bytes.size());
    const auto archive = opened(whole, ZIP_RDONLY);
    std::vector<ZipPart> parts;
    const auto count = zip_get_num_entries(archive.get(), 0);
    for (zip_int64_t index = 0; index < count; ++index) {
        const auto at = static_cast<zip_uint64_t>(index);
        zip_stat_t stat;
        require(zip_stat_index(archive.get(), at, 0, &stat) == 0);
        const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen_index(archive.get(), at, 0), &zip_fclose);
        require(file != nullptr);
        std::string part(stat.size, '\0');
        require(zip_fread(file.get(), part.data(), part.size()) == static_cast<zip_int64_t>(part.size()));
        parts.emplace_back(stat.name, std::move(part));
    }
    return parts;
}

}  // namespace jv
