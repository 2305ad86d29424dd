#include "counts/definitions.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "messages/suggest.hpp"
#include "records/record.hpp"
#include "settings/settings.hpp"
#include "settings/templates.hpp"

namespace jv {

namespace {

Kind kind_of(const Settings& table, std::string_view key, const std::string& name) {
    const auto kind = parse_kind(name);
    if (!kind) table.fail(key, fmt::format("onbekende soort \"{}\"", name), did_you_mean(name, kind_names()));
    return *kind;
}

// The code columns of a kind on which rows can be selected, with their codes.
std::vector<std::string> code_columns(Kind kind) {
    std::vector<std::string> names;
    for (const auto& field : code_layout(kind))
        if (!field.codes.empty()) names.emplace_back(field.column);
    return names;
}

std::vector<Filter> filters(const Settings& table, Kind kind) {
    std::vector<Filter> filters;
    const auto where = table.table("waar");
    for (const auto& column : where.keys()) {
        const auto* field = find_field(kind, column);
        if (!field || field->codes.empty())
            where.fail(column, fmt::format("\"{}\" is geen kolom met codes van soort {}", column, info(kind).name),
                       did_you_mean(column, code_columns(kind)));
        const auto codes = where.texts(column);
        for (const auto& code : codes)
            if (!code.empty() && std::find(field->codes.begin(), field->codes.end(), code) == field->codes.end())
                where.fail(column, fmt::format("onbekende code \"{}\" voor {}", code, column),
                           did_you_mean(code, std::vector<std::string>(field->codes.begin(), field->codes.end())));
        filters.push_back({column, codes});
    }
    return filters;
}

GlossaryTerm read_term(const Settings& table) {
    GlossaryTerm term{table.text("code"), table.text("label"), table.text("definitie"), table.text("grond", ""), table.flag("altijd", false)};
    table.check_keys();
    return term;
}

Indicator read_indicator(const Settings& table, const std::vector<GlossaryTerm>& terms) {
    Indicator indicator;
    indicator.code = table.text("code");
    indicator.label = table.text("label");
    indicator.definition = table.text("definitie", "");
    indicator.ground = table.text("grond", "");
    indicator.term = table.text("begrip", "");
    if (!indicator.term.empty()) {
        std::vector<std::string> known;
        for (const auto& term : terms) known.push_back(term.code);
        if (std::find(known.begin(), known.end(), indicator.term) == known.end())
            table.fail("begrip", fmt::format("onbekend begrip \"{}\"", indicator.term), did_you_mean(indicator.term, known));
    }
    indicator.units = table.texts("eenheden");
    indicator.at_least = static_cast<int>(table.whole("minstens", 1));
    indicator.total_only = table.flag("alleen-totaal", false);
    if (indicator.at_least != 1 && indicator.at_least != 2)
        table.fail("minstens", "minstens kan 1 of 2 zijn", "schrijf minstens = 2 voor leerlingen met herhaling");
    const auto parts = table.has("over") ? table.tables("over") : std::vector{table};
    for (const auto& part : parts) {
        const auto kind = kind_of(part, "soort", part.text("soort"));
        indicator.kinds.push_back(kind);
        indicator.where.push_back(filters(part, kind));
        if (parts.size() > 1) part.check_keys();
    }
    std::vector<std::string> units{"leerlingen"};
    if (indicator.kinds.size() == 1 && indicator.at_least == 1) units.emplace_back(info(indicator.kinds.front()).event_unit);
    for (const auto& unit : indicator.units)
        if (std::find(units.begin(), units.end(), unit) == units.end())
            table.fail("eenheden", fmt::format("eenheid \"{}\" kan hier niet geteld worden", unit), did_you_mean(unit, units));
    if (indicator.units.empty()) table.fail("eenheden", "er is geen eenheid genoemd", fmt::format("kies uit: {}", enumerate(units)));
    if (indicator.kinds.size() > 1 && !indicator.total_only)
        table.fail("over", "een indicator over meer soorten wordt alleen als totaal geteld", "voeg toe: alleen-totaal = true");
    table.check_keys();
    return indicator;
}

Indeling read_indeling(const Settings& table) {
    Indeling indeling;
    indeling.code = table.text("code");
    indeling.column = table.text("kolom");
    indeling.open = table.flag("open", false);
    for (const auto& name : table.texts("soorten")) {
        const auto kind = kind_of(table, "soorten", name);
        const auto* field = find_field(kind, indeling.column);
        if (!field)
            table.fail("kolom", fmt::format("soort {} wordt niet ingedeeld naar \"{}\"", name, indeling.column),
                       "kies een kolom met codes van deze soort, of leeftijd");
        if (!indeling.open && field->codes.empty())
            table.fail("kolom", fmt::format("\"{}\" heeft geen vaste codes", indeling.column), "voeg toe: open = true");
        indeling.kinds.push_back(kind);
    }
    if (indeling.kinds.empty()) table.fail("soorten", "er is geen soort genoemd", fmt::format("kies uit: {}", enumerate(kind_names())));
    for (const auto& category : table.tables("categorieen")) {
        Category entry{category.text("code"), category.text("label"), category.texts("van")};
        if (entry.codes.empty()) entry.codes = {entry.code};
        const auto& known = find_field(indeling.kinds.front(), indeling.column)->codes;
        for (const auto& code : entry.codes)
            if (std::find(known.begin(), known.end(), code) == known.end())
                category.fail(category.has("van") ? "van" : "code", fmt::format("onbekende code \"{}\" voor {}", code, indeling.column),
                              did_you_mean(code, std::vector<std::string>(known.begin(), known.end())));
        category.check_keys();
        indeling.categories.push_back(std::move(entry));
    }
    const auto labels = table.table("labels");
    for (const auto& code : labels.keys()) {
        const auto& known = find_field(indeling.kinds.front(), indeling.column)->codes;
        if (!known.empty() && std::find(known.begin(), known.end(), code) == known.end())
            labels.fail(code, fmt::format("onbekende code \"{}\" voor {}", code, indeling.column),
                        did_you_mean(code, std::vector<std::string>(known.begin(), known.end())));
        indeling.labels.emplace(code, labels.text(code));
    }
    if (!indeling.open && !indeling.labels.empty())
        table.fail("labels", "een gesloten indeling heeft haar labels bij de categorieën", "schrijf label = \"…\" bij elke categorie");
    if (indeling.open != indeling.categories.empty())
        table.fail("categorieen", indeling.open ? "een open indeling heeft geen vaste categorieën" : "een gesloten indeling noemt haar categorieën",
                   indeling.open ? "haal open of categorieen weg" : "voeg categorieen toe, of open = true");
    table.check_keys();
    return indeling;
}

template <class Entry>
void add_unique(std::vector<Entry>& entries, Entry entry, const Settings& table) {
    if (std::any_of(entries.begin(), entries.end(), [&](const Entry& e) { return e.code == entry.code; }))
        table.fail("code", fmt::format("\"{}\" is al gedefinieerd", entry.code), "kies een andere code");
    entries.push_back(std::move(entry));
}

void add_file(const std::filesystem::path& path, Definitions& into) {
    const auto settings = read_settings(path);
    for (const auto& table : settings.tables("telt-niet")) {
        const auto kind = kind_of(table, "soort", table.text("soort"));
        into.exclusions.push_back({table.text("regel"), kind, filters(table, kind), table.text("waarschuwing", ""), table.text("advies", "")});
        table.check_keys();
    }
    for (const auto& table : settings.tables("begrip")) {
        auto term = read_term(table);
        std::erase_if(into.glossary, [&](const GlossaryTerm& t) { return t.code == term.code; });
        into.glossary.push_back(std::move(term));
    }
    for (const auto& table : settings.tables("indicator")) add_unique(into.indicators, read_indicator(table, into.glossary), table);
    for (const auto& table : settings.tables("indeling")) add_unique(into.indelingen, read_indeling(table), table);
    settings.check_keys();
}

}  // namespace

std::string Indeling::label(const std::string& category) const {
    if (const auto at = labels.find(category); at != labels.end()) return at->second;
    const auto at = std::find_if(categories.begin(), categories.end(), [&](const Category& c) { return c.code == category; });
    return at == categories.end() ? category : at->label;
}

const Indicator* Definitions::indicator(std::string_view code) const {
    const auto found = std::find_if(indicators.begin(), indicators.end(), [&](const Indicator& i) { return i.code == code; });
    return found == indicators.end() ? nullptr : &*found;
}

const Indeling* Definitions::indeling(std::string_view code) const {
    const auto found = std::find_if(indelingen.begin(), indelingen.end(), [&](const Indeling& i) { return i.code == code; });
    return found == indelingen.end() ? nullptr : &*found;
}

const GlossaryTerm* Definitions::glossary_term(std::string_view code) const {
    const auto found = std::find_if(glossary.begin(), glossary.end(), [&](const GlossaryTerm& t) { return t.code == code; });
    return found == glossary.end() ? nullptr : &*found;
}

Definitions read_definitions(std::span<const std::filesystem::path> own) {
    Definitions definitions;
    const auto folder = templates_folder() / "definities";
    for (const auto* name : {"indicatoren.toml", "indelingen.toml"}) add_file(folder / name, definitions);
    for (const auto& path : own) add_file(path, definitions);
    return definitions;
}

}  // namespace jv
