#include "settings/edit.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace jv {

std::string to_toml(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
            quoted += fmt::format("\\u{:04X}", static_cast<unsigned char>(c));
            continue;
        }
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

std::string to_toml(const std::vector<std::string>& texts) {
    std::vector<std::string> quoted;
    for (const auto& text : texts) quoted.push_back(to_toml(text));
    return fmt::format("[{}]", fmt::join(quoted, ", "));
}

SettingsEdit::SettingsEdit(std::string toml) : toml_(std::move(toml)), root_(toml::parse(toml_)) {}

// Lines and columns count from 1; columns count characters, of which UTF-8 has one or more bytes.
std::size_t SettingsEdit::offset_of(const toml::source_position& position) const {
    std::size_t at = 0;
    for (auto line = position.line; line > 1; --line) at = toml_.find('\n', at) + 1;
    for (auto column = position.column; column > 1 && at < toml_.size(); --column) do
            ++at;
        while (at < toml_.size() && (static_cast<unsigned char>(toml_[at]) & 0xC0) == 0x80);
    return at;
}

void SettingsEdit::replace(std::string_view path, std::string toml) {
    const auto& source = root_.at_path(path).node()->source();
    changes_.push_back({offset_of(source.begin), offset_of(source.end), std::move(toml)});
}

void SettingsEdit::insert_after(std::string_view path, std::string_view line) {
    const auto end = toml_.find('\n', offset_of(root_.at_path(path).node()->source().end));
    const std::string_view line_end = toml_.find("\r\n") == std::string::npos ? "\n" : "\r\n";
    if (end == std::string::npos)
        changes_.push_back({toml_.size(), toml_.size(), fmt::format("{}{}{}", line_end, line, line_end)});
    else
        changes_.push_back({end + 1, end + 1, fmt::format("{}{}", line, line_end)});
}

std::string SettingsEdit::text() const {
    auto changes = changes_;
    std::stable_sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) { return a.begin < b.begin; });
    std::string text;
    std::size_t at = 0;
    for (const auto& change : changes) {
        text += std::string_view(toml_).substr(at, change.begin - at);
        text += change.text;
        at = change.end;
    }
    return text + toml_.substr(at);
}

}  // namespace jv
