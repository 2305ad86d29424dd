#include "documents/sheet_names.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "documents/unicode.hpp"

namespace jv {

namespace {

constexpr std::size_t longest = 31;

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
