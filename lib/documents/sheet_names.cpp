#include "documents/sheet_names.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "documents/unicode.hpp"

namespace jv {

namespace {

constexpr std::size_t longest = 31;

// Lower case of ASCII and of the accented letters of Latin-1, which in UTF-8 are C3 80 to C3 9E.
std::string folded(std::string text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool accented = i > 0 && text[i - 1] == '\xC3' && byte >= 0x80 && byte <= 0x9E && byte != 0x97;
        if ((byte >= 'A' && byte <= 'Z') || accented) text[i] = static_cast<char>(byte + 0x20);
    }
    return text;
}

// At most `size` UTF-16 units, which is what spreadsheets count.
std::string fitted(const std::string& text, std::size_t size) {
    const bool has_pairs = std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xF0; });
    return shortened(text, has_pairs ? size / 2 : size);
}

std::string allowed(std::string_view wanted) {
    auto name = printable(wanted);
    for (auto& c : name)
        if (std::string_view("[]:*?/\\").find(c) != std::string_view::npos) c = '-';
    while (name.starts_with('\'') || name.starts_with(' ')) name.erase(0, 1);
    name = fitted(name, longest);
    while (name.ends_with('\'') || name.ends_with(' ')) name.pop_back();
    if (name.empty() || folded(name) == "history") name += name.empty() ? "tabel" : "-";
    return name;
}

}  // namespace

std::string SheetNames::add(std::string_view wanted) {
    const auto base = allowed(wanted);
    auto name = base;
    for (int number = 2; !taken_.insert(folded(name)).second; ++number) {
        const auto suffix = fmt::format(" ({})", number);
        name = fitted(base, longest - suffix.size()) + suffix;
    }
    return name;
}

}  // namespace jv
