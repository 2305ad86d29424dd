#include "option_table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace jv {

namespace {

constexpr std::string_view arguments_group = "Argumenten", options_group = "Opties";

bool repeats(const CLI::Option& option) { return option.get_items_expected_max() > 1; }

std::string dutch_type(const std::string& type) {
    if (type == "TEXT") return "TEKST";
    if (type == "INT" || type == "UINT" || type == "FLOAT") return "GETAL";
    return type;
}

std::string option_names(const CLI::Option& option) {
    std::vector<std::string> names;
    for (const auto& name : option.get_snames()) names.push_back("-" + name);
    for (const auto& name : option.get_lnames()) names.push_back("--" + name);
    return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

bool is_flag(const CLI::Option& option) { return option.get_items_expected_max() == 0; }

OptionText option_text(const CLI::Option& option) {
    OptionText text;
    text.description = option.get_description();
    if (option.get_positional()) {
        text.names = option.get_name() + (repeats(option) ? "…" : "");
        text.group = arguments_group;
        return text;
    }
    text.names = option_names(option);
    if (!is_flag(option)) text.type = dutch_type(option.get_type_name());
    text.group = option.get_group() == "Options" ? options_group : option.get_group();
    if (option.get_required()) text.description += " (verplicht)";
    if (repeats(option)) text.description += " (mag vaker)";
    if (!option.get_default_str().empty()) text.description += fmt::format(" (standaard: {})", option.get_default_str());
    return text;
}

OptionTable option_table(const CLI::App& app) {
    OptionTable table{.usage = app.get_name() + " [OPTIES]", .rows = {}};
    for (const auto* option : app.get_options()) {
        if (option->get_group().empty()) continue;
        table.rows.push_back(option_text(*option));
        if (!option->get_positional()) continue;
        const auto& names = table.rows.back().names;
        table.usage += option->get_required() ? " " + names : fmt::format(" [{}]", names);
    }
    const auto rank = [](const OptionText& row) { return row.group == arguments_group ? 0 : row.group == general_group ? 2 : 1; };
    std::stable_sort(table.rows.begin(), table.rows.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    return table;
}

}  // namespace jv
