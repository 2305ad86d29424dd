#include "comparison/breaks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "messages/suggest.hpp"
#include "settings/settings.hpp"
#include "settings/templates.hpp"

namespace jv {

namespace {

constexpr std::array<std::string_view, 5> kind_texts = {"definitie", "registratiesysteem", "gemeentegrens", "wet", "omstandigheid"};

Schooljaar read_year(const Settings& table, std::string_view key) {
    const auto text = table.text(key);
    const auto year = parse_schooljaar(text);
    if (!year) table.fail(key, fmt::format("\"{}\" is geen schooljaar", text), "schrijf een schooljaar als 2023-2024");
    return *year;
}

BreakKind read_kind(const Settings& table) {
    const auto text = table.text("soort");
    const auto found = std::find(kind_texts.begin(), kind_texts.end(), text);
    if (found == kind_texts.end())
        table.fail("soort", fmt::format("\"{}\" is geen soort breuk", text),
                   did_you_mean(text, std::vector<std::string>(kind_texts.begin(), kind_texts.end())));
    return static_cast<BreakKind>(found - kind_texts.begin());
}

std::vector<std::string> read_indicators(const Settings& table, const Definitions& definitions, const std::set<std::string>& also_known) {
    auto codes = table.texts("indicatoren");
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (definitions.indicator(codes[i]) || also_known.contains(codes[i])) continue;
        std::vector<std::string> names(also_known.begin(), also_known.end());
        for (const auto& indicator : definitions.indicators) names.push_back(indicator.code);
        fail_usage("S005", fmt::format("onbekende indicator \"{}\"", codes[i]), did_you_mean(codes[i], names), table.place("indicatoren", i));
    }
    for (const auto& name : table.texts("soorten")) {
        const auto kind = parse_kind(name);
        if (!kind) table.fail("soorten", fmt::format("onbekende soort \"{}\"", name), did_you_mean(name, kind_names()));
        for (const auto& indicator : definitions.indicators)
            if (std::find(indicator.kinds.begin(), indicator.kinds.end(), *kind) != indicator.kinds.end()) codes.push_back(indicator.code);
    }
    return codes;
}

Break read_break(const Settings& table, const Definitions& definitions, const std::set<std::string>& also_known) {
    Break entry;
    entry.indicators = read_indicators(table, definitions, also_known);
    entry.areas = table.texts("gebieden");
    entry.kind = read_kind(table);
    entry.first = entry.last = read_year(table, "eerste-schooljaar");
    entry.text = table.text("tekst");
    entry.source = table.text("bron", "");
    if (table.has("overgangsjaar")) entry.mixed = read_year(table, "overgangsjaar");
    if (entry.mixed && (!entry.separates() || *entry.mixed >= entry.first))
        table.fail("overgangsjaar", "een overgangsjaar ligt voor het eerste schooljaar, en hoort niet bij een omstandigheid", "haal het weg");
    if (table.has("laatste-schooljaar")) entry.last = read_year(table, "laatste-schooljaar");
    if (table.has("laatste-schooljaar") && (entry.separates() || entry.last < entry.first))
        table.fail("laatste-schooljaar", "een laatste schooljaar is er alleen bij een omstandigheid, en ligt niet voor het eerste", "haal het weg");
    table.check_keys();
    return entry;
}

}  // namespace

std::string_view to_text(BreakKind kind) { return kind_texts[static_cast<std::size_t>(kind)]; }

bool Break::is_about(std::string_view indicator, std::string_view area) const {
    const auto holds = [](const auto& list, std::string_view value) {
        return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
    };
    return holds(indicators, indicator) && holds(areas, area);
}

bool Break::touches(Schooljaar earlier, Schooljaar later) const {
    const auto inside = [&](Schooljaar year) { return first <= year && year <= last; };
    if (!separates()) return inside(earlier) || inside(later);
    return earlier < later && ((earlier < first && first <= later) || (mixed && earlier < *mixed && *mixed <= later));
}

std::vector<const Break*> breaks_between(std::span<const Break> breaks, std::string_view indicator, std::string_view area, std::string_view earlier,
                                         std::string_view later) {
    const auto from = parse_schooljaar(earlier), to = parse_schooljaar(later);
    std::vector<const Break*> crossed;
    // `2021` is a calendar year, though it can be read as 2020-2021.
    if (!from || !to || to_text(*from) != earlier || to_text(*to) != later) return crossed;
    for (const auto& entry : breaks)
        if (entry.is_about(indicator, area) && entry.touches(*from, *to)) crossed.push_back(&entry);
    return crossed;
}

std::vector<Break> read_breaks(std::span<const std::filesystem::path> own, const Definitions& definitions, const Cijfers& cijfers) {
    const auto in_cijfers = cijfers.texts(CijferColumn::indicator);
    const std::set<std::string> also_known(in_cijfers.begin(), in_cijfers.end());
    std::vector<Break> breaks;
    std::vector<std::filesystem::path> paths{templates_folder() / "breuken.toml"};
    paths.insert(paths.end(), own.begin(), own.end());
    for (const auto& path : paths) {
        const auto settings = read_settings(path);
        for (const auto& table : settings.tables("breuk")) breaks.push_back(read_break(table, definitions, also_known));
        settings.check_keys();
    }
    return breaks;
}

}  // namespace jv
