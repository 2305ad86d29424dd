#include "records/limits.hpp"

#include <fmt/format.h>

#include "messages/finding.hpp"
#include "settings/settings.hpp"
#include "settings/templates.hpp"

namespace jv {

namespace {

Schooljaar year_of(const Settings& settings, std::string_view key, Schooljaar otherwise) {
    if (!settings.has(key)) return otherwise;
    const auto text = settings.text(key);
    const auto year = parse_schooljaar(text);
    if (!year) settings.fail(key, fmt::format("\"{}\" is geen schooljaar", text), "schrijf \"2023-2024\"");
    return *year;
}

}  // namespace

Limits::Limits(std::string_view file) : file_(file) {
    const auto settings = read_settings(templates_folder() / "definities" / file);
    for (const auto& table : settings.tables("grens")) {
        table.text("bron");
        limits_.push_back(
            {table.text("naam"), table.whole("waarde", 0), year_of(table, "vanaf", Schooljaar(0)), year_of(table, "tot-en-met", Schooljaar(9999))});
        table.check_keys();
    }
    settings.check_keys();
}

long long Limits::value(std::string_view name, Schooljaar year) const {
    if (const auto found = find(name, year)) return *found;
    fail_usage("S009", fmt::format("voor schooljaar {} is er geen grens \"{}\"", to_text(year), name), "vul haar aan", {file_});
}

std::optional<long long> Limits::find(std::string_view name, Schooljaar year) const {
    for (const auto& limit : limits_)
        if (limit.name == name && year >= limit.from && year <= limit.until) return limit.value;
    return std::nullopt;
}

}  // namespace jv
