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

void SettingsEdit::replace_list(std::string_view key, const std::vector<std::optional<std::string>>& texts) {
    const auto* array = root_.at_path(key).as_array();
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto& node = array ? (*array)[i] : *root_.at_path(key).node();
        if (!texts[i] && !array)
            replace(key, "[]");
        else if (!texts[i])
            remove(node);
        else if (*texts[i] != node.as_string()->get())
            changes_.push_back({offset_of(node.source().begin), offset_of(node.source().end), to_toml(*texts[i])});
    }
}

// With the comma behind it, and its line when nothing else stands there. Between an element and its comma there may be space and comments; those
// before it are the user's, and stay.
void SettingsEdit::remove(const toml::node& element) {
    auto begin = offset_of(element.source().begin), end = offset_of(element.source().end);
    auto comma = end;
    while (comma < toml_.size() && std::string_view(" \t\r\n#").find(toml_[comma]) != std::string_view::npos)
        comma = toml_[comma] == '#' ? toml_.find('\n', comma) : comma + 1;
    if (toml_[comma] == ',') {
        const auto between = toml_.substr(end, comma - end);
        end = comma + 1;
        if (between.find('#') != std::string::npos) {  // the comment stays where it is
            changes_.push_back({begin, comma - between.size(), ""});
            changes_.push_back({comma, end, ""});
            return;
        }
    }
    while (end < toml_.size() && (toml_[end] == ' ' || toml_[end] == '\t')) ++end;
    const auto line = toml_.rfind('\n', begin) + 1;  // 0 on the first line
    const auto rest = toml_.find_first_not_of('\r', end);
    if (toml_.find_first_not_of(" \t", line) == begin && rest != std::string::npos && toml_[rest] == '\n') begin = line, end = rest + 1;
    changes_.push_back({begin, end, ""});
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
