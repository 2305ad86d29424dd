#include "documents/sheet_names.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "documents/unicode.hpp"

namespace jv {

namespace {

constexpr std::size_t longest = 31;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// A name that can be read as a number or a cell, such as `2023`, `vsv1` or `R1C1`. In a formula it needs quotes, which libxlsxwriter does not give
// it.
bool reads_as_cell(std::string_view name) {
    if (!std::all_of(name.begin(), name.end(), [](char c) { return is_letter(c) || is_digit(c) || c == '.' || c == '_'; })) return false;
    const auto letters = static_cast<std::size_t>(std::find_if_not(name.begin(), name.end(), is_letter) - name.begin());
    if (letters == 0) return !name.empty() && is_digit(name.front());
    const auto start = folded(std::string(name.substr(0, letters)));
    if (letters <= 3 && name.find_first_not_of("0123456789", letters) == std::string_view::npos)
        return letters < name.size() || start == "r" || start == "c" || start == "rc";
    return start == "r" && name.find_first_not_of("0123456789cC", letters) == std::string_view::npos;
}

std::string allowed(std::string_view wanted) {
    auto name = printable(wanted);
    for (auto at = find_escape(name); at != std::string::npos; at = find_escape(name, at)) name[at] = '-';
    if (reads_as_cell(name)) name.insert(0, "tabel ");
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
