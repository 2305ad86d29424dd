// JSON as our programs write it.
#pragma once

#include <fmt/format.h>

#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace jv {

// A document, written from its begin to its end: over several lines, each level two further from the margin. Of one that is large no more is held
// than what was not taken yet. UTF-8: what is none, such as in the name of a file, is replaced. Whoever writes closes what he opened, and gives what
// stands in an object a key.
class JsonWriter {
public:
    void begin_object(std::string_view key = {}) { begin(key, '{'); }
    // One that stands on a line of its own, with all that is in it.
    void begin_line(std::string_view key = {}) {
        begin_object(key);
        if (line_depth_ == 0) line_depth_ = depth_;
    }
    void end_object() { end('}'); }
    void begin_list(std::string_view key = {}) { begin(key, '['); }
    void end_list() { end(']'); }

    void add(std::string_view key, std::string_view text);
    void add(std::string_view key, double number);
    void add(std::string_view key, std::nullptr_t nothing);
    void add(std::string_view key, std::integral auto number) {
        next(key);
        const fmt::format_int digits(number);
        text_.append(digits.data(), digits.size());
    }
    // An empty optional is null.
    template <class Value>
    void add(std::string_view key, const std::optional<Value>& value) {
        value ? add(key, *value) : add(key, nullptr);
    }
    void add_list(std::string_view key, const auto& values) {
        begin_list(key);
        for (const auto& value : values) add({}, value);
        end_list();
    }

    // What was written since it was last taken; a document ends with a line break.
    std::string take() { return std::exchange(text_, {}); }
    // How much that is.
    std::size_t size() const { return text_.size(); }

private:
    void begin(std::string_view key, char bracket);
    void end(char bracket);
    // Begins a value: on a line of its own, or on that of the others, behind its key.
    void next(std::string_view key);
    void add_break();
    bool in_line() const { return line_depth_ != 0; }
    void add_text(std::string_view text);

    std::string text_;
    std::size_t depth_ = 0;
    std::size_t line_depth_ = 0;  // of the object that stands on a line; 0: none
    bool first_ = true;           // of what it stands in
};

}  // namespace jv
