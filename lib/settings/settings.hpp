// Settings in TOML (profiles, definitions, report templates, projects), read strictly: a key that nobody asks for, a value of
// another type or a missing key is an error with file, line and column.
#pragma once

#include <toml++/toml.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "messages/finding.hpp"

namespace jv {

// A table of a settings file. Ask for its keys, then call check_keys(); sub-tables are tables of their own, to be checked likewise.
// All errors are a Failure with status 2 and codes S001-S004.
class Settings {
public:
    // An empty table that stands for a file that is not there.
    Settings();

    bool has(std::string_view key) const;
    // The keys in the order of the file, as if all were asked for: for tables whose keys are names of the user's own.
    std::vector<std::string> keys() const;

    std::string text(std::string_view key) const;
    std::string text(std::string_view key, std::string_view otherwise) const;
    // A list of texts; a single text is a list of one; absent is empty.
    std::vector<std::string> texts(std::string_view key) const;
    long long whole(std::string_view key, long long otherwise) const;
    bool flag(std::string_view key, bool otherwise) const;
    std::vector<long long> wholes(std::string_view key) const;
    // A table; an empty one when absent.
    Settings table(std::string_view key) const;
    // An array of tables; absent is empty.
    std::vector<Settings> tables(std::string_view key) const;
    // The same, where a text stands for a table with only the key `of_text`, and one for a list of one.
    std::vector<Settings> tables(std::string_view key, std::string_view of_text) const;
    // What kind of value stands there, for keys that take more than one.
    bool is_text(std::string_view key) const;
    bool is_table(std::string_view key) const;

    // Where the table, the value of a key, or the n-th element (from 0) of a list stands.
    Place place() const;
    Place place(std::string_view key) const;
    Place place(std::string_view key, std::size_t element) const;
    // Fails when the file holds a key that was not asked for; suggests the nearest that was.
    void check_keys() const;
    // Fails with the place of the key, for rules of the caller's own. Code S004.
    [[noreturn]] void fail(std::string_view key, std::string text, std::string advice) const;

private:
    friend Settings parse_settings(std::string_view, std::string);
    Settings(std::shared_ptr<const toml::table> root, const toml::table* table, std::string file);
    const toml::node* find(std::string_view key) const;
    [[noreturn]] void wrong_type(std::string_view key, std::string_view expected) const;
    Place place_of(const toml::node& node) const;

    std::shared_ptr<const toml::table> root_;
    const toml::table* table_;
    std::string file_;
    std::shared_ptr<std::set<std::string, std::less<>>> asked_;
};

// Parses a text; `file` is the name in messages.
Settings parse_settings(std::string_view toml, std::string file);
// Reads a file; one that can't be read is a Failure with status 2 and code I001-I003.
Settings read_settings(const std::filesystem::path& path);

}  // namespace jv
