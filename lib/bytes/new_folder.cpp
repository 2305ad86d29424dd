#include "bytes/new_folder.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include "bytes/files.hpp"
#include "messages/finding.hpp"

namespace jv {

namespace fs = std::filesystem;

NewFolder::NewFolder(const fs::path& path) : path_(path.has_filename() ? path : path.parent_path()) {
    std::error_code error;
    const Place place{display_name(path_)};
    const bool is_free = !fs::exists(fs::symlink_status(path_, error)) || (fs::is_directory(path_, error) && fs::is_empty(path_, error));
    if (!is_free) fail_usage("U001", "hier staat al iets", "kies met --uit een map die er nog niet is, of die leeg is", place);
    auto temporary = path_;
    temporary += fmt::format(".{}.tijdelijk", ::getpid());
    if (!fs::create_directory(temporary, error))
        fail_usage("U002", "deze map kan niet gemaakt worden", "kies met --uit een map naast mappen die er al zijn, waar u mag schrijven", place);
    temporary_ = temporary;
}

NewFolder::~NewFolder() {
    std::error_code error;
    if (!temporary_.empty()) fs::remove_all(temporary_, error);
}

void NewFolder::add_file(const fs::path& name, std::string_view bytes) {
    add_folder(name.parent_path());
    OutputFile file(temporary_ / name, false);
    file.write(bytes);
    file.commit();
}

void NewFolder::add_copy(const fs::path& name, const fs::path& from) {
    require_readable_file(from);
    add_folder(name.parent_path());
    std::error_code error;
    fs::copy_file(from, temporary_ / name, error);
    if (error) fail_usage("U003", "dit bestand kon niet gekopieerd worden", "controleer of de schijf vol is", {display_name(from)});
}

void NewFolder::add_folder(const fs::path& name) {
    std::error_code error;
    fs::create_directories(temporary_ / name, error);
}

void NewFolder::commit() {
    std::error_code error;
    fs::rename(temporary_, path_, error);
    if (error) fail_usage("U003", "deze map kon niet geschreven worden", "controleer of de schijf vol is", {display_name(path_)});
    temporary_.clear();
}

}  // namespace jv
