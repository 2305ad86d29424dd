#include "bytes/json.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace jv {

void JsonWriter::add(std::string_view key, std::string_view text) {
    next(key);
    add_text(text);
}

void JsonWriter::add(std::string_view key, double number) {
    constexpr double most_digits = 1e15;
    next(key);
    fmt::format_to(std::back_inserter(text_), "{}", number);
    // What can have a fraction keeps its point when there is nothing behind it.
    if (std::trunc(number) == number && std::abs(number) < most_digits) text_ += ".0";
}

void JsonWriter::add(std::string_view key, std::nullptr_t) {
    next(key);
    text_ += "null";
}

void JsonWriter::begin(std::string_view key, char bracket) {
    next(key);
    text_ += bracket;
    ++depth_;
    first_ = true;
}

void JsonWriter::end(char bracket) {
    --depth_;
    if (!first_ && !in_line()) add_break();
    if (depth_ < line_depth_) line_depth_ = 0;
    first_ = false;
    text_ += bracket;
    if (depth_ == 0) text_ += '\n';
}

void JsonWriter::next(std::string_view key) {
    if (!first_) text_ += in_line() ? ", " : ",";
    if (depth_ > 0 && !in_line()) add_break();
    first_ = false;
    if (key.empty()) return;
    add_text(key);
    text_ += ": ";
}

void JsonWriter::add_break() {
    text_ += '\n';
    text_.append(2 * depth_, ' ');
}

void JsonWriter::add_text(std::string_view text) {
    const bool is_plain = std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; });
    if (!is_plain) {
        text_ += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        return;
    }
    text_ += '"';
    text_ += text;
    text_ += '"';
}

}  // namespace jv
