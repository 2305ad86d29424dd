#include "bytes/files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <set>

#include "messages/finding.hpp"

namespace jv {

namespace fs = std::filesystem;

namespace {

// The files that this run has read, and those that its outputs replace, without links. No file is both.
std::set<fs::path>& files_read() {
    static std::set<fs::path> paths;
    return paths;
}
std::set<fs::path>& files_replaced() {
    static std::set<fs::path> paths;
    return paths;
}

[[noreturn]] void fail_both(const fs::path& path) {
    fail_usage("U005", "dit bestand is invoer, en zou door uitvoer vervangen worden", "geef de uitvoer een andere naam", {display_name(path)});
}

}  // namespace

std::string display_name(const fs::path& path) {
    const auto normal = path.lexically_normal();
    return normal.has_filename() ? normal.filename().string() : normal.parent_path().filename().string();
}

void require_readable_file(const fs::path& path) {
    std::error_code error;
    const auto status = fs::status(path, error);
    const Place place{display_name(path)};
    if (!fs::exists(status)) fail_usage("I001", "dit bestand bestaat niet", "controleer de naam en de map", place);
    if (fs::is_directory(status)) fail_usage("I002", "dit is een map, geen bestand", "noem het bestand in deze map", place);
    if (::access(path.c_str(), R_OK) != 0)
        fail_usage("I003", "dit bestand mag niet gelezen worden", "vraag om leesrechten of kopieer het naar een eigen map", place);
    const auto file = fs::canonical(path, error);
    if (files_replaced().contains(file)) fail_both(path);
    files_read().insert(file);
}

std::size_t read_bytes(std::FILE* file, char* bytes, std::size_t size, const std::string& name) {
    const auto count = std::fread(bytes, 1, size, file);
    if (std::ferror(file))
        fail_usage("I003", "dit bestand kon niet tot het einde gelezen worden", "controleer de schijf of de netwerkverbinding", {name});
    return count;
}

FileHandle temporary_copy(const std::string& name, const std::function<std::size_t(char* bytes, std::size_t size)>& next) {
    constexpr std::size_t block_size = 1 << 20;
    FileHandle copy(std::tmpfile());
    std::string buffer(block_size, '\0');
    bool written = copy != nullptr;
    for (std::size_t n = 0; written && (n = next(buffer.data(), buffer.size())) > 0;) written = std::fwrite(buffer.data(), 1, n, copy.get()) == n;
    if (!written || std::fflush(copy.get()) != 0)
        fail_usage("I003", "er is geen plaats om deze invoer tijdelijk te bewaren", "maak ruimte op de schijf van /tmp, of noem een bestand", {name});
    return copy;
}

TemporaryFile::TemporaryFile() {
    auto name = (fs::temp_directory_path() / "jaarverslag-XXXXXX").string();
    const int descriptor = ::mkstemp(name.data());
    if (descriptor < 0) fail_usage("U002", "in de map voor tijdelijke bestanden mag niet geschreven worden", "zet TMPDIR op een map waarin dat mag");
    ::close(descriptor);
    path_ = name;
}

TemporaryFile::~TemporaryFile() {
    std::error_code error;
    fs::remove(path_, error);
}

std::string sha256(const std::function<std::size_t(char* bytes, std::size_t size)>& next) {
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr);
    std::string buffer(1 << 20, '\0');
    for (std::size_t n = 0; (n = next(buffer.data(), buffer.size())) > 0;) EVP_DigestUpdate(context.get(), buffer.data(), n);
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    EVP_DigestFinal_ex(context.get(), digest.data(), &size);
    return fmt::format("{:02x}", fmt::join(digest.begin(), digest.begin() + size, ""));
}

std::string sha256_of_file(const fs::path& path) {
    require_readable_file(path);
    const FileHandle file(std::fopen(path.c_str(), "rb"));
    if (!file)
        fail_usage("I003", "dit bestand mag niet gelezen worden", "vraag om leesrechten of kopieer het naar een eigen map", {display_name(path)});
    return sha256([&](char* bytes, std::size_t size) { return read_bytes(file.get(), bytes, size, display_name(path)); });
}

std::string read_whole_file(const fs::path& path) {
    require_readable_file(path);
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (!file)
        fail_usage("I003", "dit bestand mag niet gelezen worden", "vraag om leesrechten of kopieer het naar een eigen map", {display_name(path)});
    std::string bytes;
    char buffer[1 << 16];
    for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;) bytes.append(buffer, n);
    const bool failed = std::ferror(file) != 0;
    std::fclose(file);
    if (failed)
        fail_usage("I003", "dit bestand kon niet tot het einde gelezen worden", "controleer de schijf of de netwerkverbinding", {display_name(path)});
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
    return bytes;
}

OutputFile::OutputFile(const fs::path& path, bool overwrite) : path_(path) {
    if (path == "-") {
        file_ = stdout;
        return;
    }
    std::error_code error;
    const Place place{display_name(path)};
    const auto status = fs::status(path, error);
    if (path.empty()) fail_usage("U002", "de naam van een uitvoerbestand is leeg", "noem een bestand, of - voor standaarduitvoer");
    if (fs::is_directory(status)) fail_usage("U002", "hier staat al een map met deze naam", "kies een andere naam", place);
    if (fs::exists(status) && !overwrite)
        fail_usage("U001", "dit bestand bestaat al", "kies een andere naam, of vervang het met --overschrijf", place);
    if (fs::exists(status) && !fs::is_regular_file(status)) {  // a device or a pipe: written to, never replaced
        file_ = std::fopen(path.c_str(), "wb");
        if (!file_) fail_usage("U002", "hierin mag niet geschreven worden", "kies een andere naam", place);
        return;
    }
    if (const auto file = fs::canonical(path, error); !error && files_read().contains(file)) fail_both(path);
    // Hidden, so that it is no file in a folder of exports.
    temporary_ = path_.parent_path() / fmt::format(".{}.{}.tijdelijk", path_.filename().string(), ::getpid());
    const int descriptor = ::open(temporary_.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
    if (descriptor < 0) {
        temporary_.clear();
        if (errno == EEXIST) fail_usage("U004", "dit bestand is twee keer als uitvoer genoemd", "geef elk uitvoerbestand een eigen naam", place);
        const bool absent = errno == ENOENT || errno == ENOTDIR;
        fail_usage("U002", absent ? "de map voor dit bestand bestaat niet" : "in de map van dit bestand mag niet geschreven worden",
                   absent ? "maak de map eerst, of kies een andere" : "kies een map waarin u mag schrijven", place);
    }
    file_ = ::fdopen(descriptor, "wb");
    if (fs::exists(status)) files_replaced().insert(replaced_ = fs::canonical(path, error));
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, {})),
      replaced_(std::exchange(other.replaced_, {})),
      file_(std::exchange(other.file_, nullptr)) {}

OutputFile::~OutputFile() {
    files_replaced().erase(replaced_);
    if (file_ && file_ != stdout) std::fclose(file_);
    if (!temporary_.empty()) {
        std::error_code error;
        fs::remove(temporary_, error);
    }
}

void OutputFile::write(std::string_view bytes) { std::fwrite(bytes.data(), 1, bytes.size(), file_); }

void OutputFile::commit() {
    const bool written = std::fflush(file_) == 0 && std::ferror(file_) == 0;
    const bool closed = file_ == stdout || std::fclose(file_) == 0;
    file_ = nullptr;
    std::error_code error;
    if (written && closed && !temporary_.empty()) fs::rename(temporary_, path_, error);
    if (!written || !closed || error)
        fail_usage("U003", "dit bestand kon niet geschreven worden", "controleer of de schijf vol is",
                   {path_ == "-" ? "standaarduitvoer" : display_name(path_)});
    temporary_.clear();
}

}  // namespace jv
