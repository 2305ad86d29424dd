// Changing values in a settings file while every other byte stays: the user's comments, order and line ends.
#pragma once

#include <toml++/toml.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jv {

// A text as TOML writes it, between quotes; and a list of texts.
std::string to_toml(std::string_view text);
std::string to_toml(const std::vector<std::string>& texts);

class SettingsEdit {
public:
    // The bytes of a file that read_settings accepts.
    explicit SettingsEdit(std::string toml);

    // Puts TOML in the place of the value at a path that is there: `schooljaar`, `profielen[1]`, `bijlage[0].rapport`. Each value once.
    void replace(std::string_view path, std::string toml);
    // Puts texts in the place of those of a list (or of the one text that stands for a list), none where one goes. Comments in the list stay.
    void replace_list(std::string_view key, const std::vector<std::optional<std::string>>& texts);
    // Puts a line after the one on which the value at a path ends.
    void insert_after(std::string_view path, std::string_view line);
    // The file with all changes.
    std::string text() const;

private:
    struct Change {
        std::size_t begin, end;  // bytes that go
        std::string text;        // what comes
    };
    void remove(const toml::node& element);
    std::size_t offset_of(const toml::source_position& position) const;

    std::string toml_;
    toml::table root_;
    std::vector<Change> changes_;
};

}  // namespace jv
