// A folder of new files that appears whole or not at all.
#pragma once

#include <filesystem>
#include <string_view>

namespace jv {

// Made beside its place under a temporary name, renamed by commit(); without commit() nothing stays. Fails (status 2): U001 when something
// stands there that is not an empty folder, U002 when the folder around it is absent or not writable.
class NewFolder {
public:
    explicit NewFolder(const std::filesystem::path& path);
    NewFolder(const NewFolder&) = delete;
    NewFolder& operator=(const NewFolder&) = delete;
    ~NewFolder();

    // What stands in it, by its path from there; the folders around it are made.
    void add_file(const std::filesystem::path& name, std::string_view bytes);
    // A copy of a file. Fails as require_readable_file.
    void add_copy(const std::filesystem::path& name, const std::filesystem::path& from);
    void add_folder(const std::filesystem::path& name);
    // Where it stands until commit().
    const std::filesystem::path& temporary() const { return temporary_; }
    void commit();

private:
    std::filesystem::path path_, temporary_;
};

}  // namespace jv
