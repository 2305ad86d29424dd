#include "records/profile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "messages/suggest.hpp"
#include "settings/settings.hpp"
#include "settings/templates.hpp"

namespace jv {

namespace {

// The value of a key that takes one of some words.
template <class Value, std::size_t n>
Value choice(const Settings& settings, std::string_view key, const std::array<std::pair<std::string_view, Value>, n>& words, Value otherwise) {
    if (!settings.has(key)) return otherwise;
    const auto word = settings.text(key);
    std::vector<std::string> names;
    for (const auto& [name, value] : words) {
        if (name == word) return value;
        names.emplace_back(name);
    }
    settings.fail(key, fmt::format("\"{}\" is geen geldige {}", word, key), did_you_mean(word, names));
}

constexpr std::array<std::pair<std::string_view, Encoding>, 5> encodings = {{{"automatisch", Encoding::detect},
                                                                             {"utf-8", Encoding::utf8},
                                                                             {"windows-1252", Encoding::windows_1252},
                                                                             {"utf-16le", Encoding::utf16_le},
                                                                             {"utf-16be", Encoding::utf16_be}}};
constexpr std::array<std::pair<std::string_view, char>, 4> separators = {{{";", ';'}, {",", ','}, {"tab", '\t'}, {"automatisch", '\0'}}};
constexpr std::array<std::pair<std::string_view, DateForm>, 4> date_forms = {{{"jjjj-mm-dd", DateForm::year_month_day},
                                                                              {"dd-mm-jjjj", DateForm::day_month_year},
                                                                              {"mm-dd-jjjj", DateForm::month_day_year},
                                                                              {"jjjjmmdd", DateForm::compact}}};
constexpr std::array<std::pair<std::string_view, PgnPolicy>, 3> policies = {
    {{"waarschuwen", PgnPolicy::warn}, {"afkeuren", PgnPolicy::reject}, {"negeren", PgnPolicy::ignore}}};

std::vector<std::string> column_names(std::span<const KindInfo> kinds) {
    std::vector<std::string> names;
    for (const auto& kind : kinds)
        for (const auto& column : kind.columns)
            if (std::find(names.begin(), names.end(), column.name) == names.end()) names.emplace_back(column.name);
    return names;
}

// Adds a table of columns, and one of code lists, to a kind; a shared table also holds columns that this kind does not have.
void add_columns(const Settings& table, const KindInfo& kind, bool shared, ProfileKind& into) {
    for (const auto& name : table.keys()) {
        if (kind.index_of(name) < 0) {
            const auto known = shared ? column_names(all_kinds()) : column_names({&kind, 1});
            if (!shared || std::find(known.begin(), known.end(), name) == known.end())
                table.fail(name, fmt::format("onbekende kolom \"{}\"", name), did_you_mean(name, known));
            continue;
        }
        if (!shared || !into.columns.contains(name)) into.columns[name] = table.texts(name);
    }
}

void add_codes(const Settings& table, const KindInfo& kind, bool shared, ProfileKind& into) {
    for (const auto& name : table.keys()) {
        const auto words = table.table(name);
        const auto spellings = words.keys();
        // A shared list is checked against the first kind that has the column; all kinds have the same codes there.
        const auto owner = shared ? std::find_if(all_kinds().begin(), all_kinds().end(), [&](const KindInfo& k) { return k.index_of(name) >= 0; })
                                  : all_kinds().begin() + static_cast<std::ptrdiff_t>(kind.kind);
        if (owner == all_kinds().end() || owner->index_of(name) < 0 || owner->column(name).codes.empty()) {
            std::vector<std::string> known;
            for (const auto& k : shared ? all_kinds() : std::span<const KindInfo>(&kind, 1))
                for (const auto& column : k.columns)
                    if (!column.codes.empty() && std::find(known.begin(), known.end(), column.name) == known.end()) known.emplace_back(column.name);
            table.fail(name, fmt::format("\"{}\" is geen kolom met codes", name), did_you_mean(name, known));
        }
        const auto& column = owner->column(name);
        std::vector<std::pair<std::string, std::string>> list;
        for (const auto& word : spellings) {
            const auto code = words.text(word);
            if (!code.empty() && std::find(column.codes.begin(), column.codes.end(), code) == column.codes.end()) {
                const std::vector<std::string> known(column.codes.begin(), column.codes.end());
                words.fail(word, fmt::format("onbekende code \"{}\" voor {}", code, name), did_you_mean(code, known));
            }
            list.emplace_back(word, code);
        }
        if (kind.index_of(name) < 0) continue;
        auto& codes = into.codes[name];
        codes.insert(shared ? codes.end() : codes.begin(), list.begin(), list.end());
    }
}

}  // namespace

const ProfileKind* Profile::find(Kind kind) const {
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const ProfileKind& k) { return k.kind == kind; });
    return found == kinds.end() ? nullptr : &*found;
}

Profile read_profile(std::string_view name_or_path) {
    const auto path = find_template("profielen", name_or_path);
    const auto settings = read_settings(path);
    Profile profile;
    profile.name = path.stem().string();
    settings.text("omschrijving", "");
    profile.encoding = choice(settings, "codering", encodings, Encoding::detect);
    profile.separator = choice(settings, "scheiding", separators, '\0');
    if (settings.has("datum")) profile.date_form = choice(settings, "datum", date_forms, DateForm::year_month_day);
    profile.pgn = choice(settings, "pgn", policies, PgnPolicy::warn);
    const auto shared_columns = settings.table("kolommen"), shared_codes = settings.table("codes");
    for (const auto& table : settings.tables("soort")) {
        const auto name = table.text("naam");
        const auto kind = parse_kind(name);
        if (!kind) table.fail("naam", fmt::format("onbekende soort \"{}\"", name), did_you_mean(name, kind_names()));
        if (profile.find(*kind)) table.fail("naam", fmt::format("soort \"{}\" staat er twee keer", name), "voeg de twee samen");
        ProfileKind entry{*kind, table.texts("bestandsnaam"), {}, {}, {}, table.texts("overgeslagen")};
        add_columns(table.table("kolommen"), info(*kind), false, entry);
        add_columns(shared_columns, info(*kind), true, entry);
        add_codes(table.table("codes"), info(*kind), false, entry);
        add_codes(shared_codes, info(*kind), true, entry);
        const auto fixed = table.table("vast");
        for (const auto& column : fixed.keys()) {
            if (info(*kind).index_of(column) < 0)
                fixed.fail(column, fmt::format("onbekende kolom \"{}\"", column), did_you_mean(column, column_names({&info(*kind), 1})));
            const auto value = fixed.text(column);
            const auto& codes = info(*kind).column(column).codes;
            if (!codes.empty() && std::find(codes.begin(), codes.end(), value) == codes.end()) {
                const std::vector<std::string> known(codes.begin(), codes.end());
                fixed.fail(column, fmt::format("onbekende code \"{}\" voor {}", value, column), did_you_mean(value, known));
            }
            entry.fixed[column] = value;
        }
        table.check_keys();
        profile.kinds.push_back(std::move(entry));
    }
    settings.check_keys();
    if (profile.kinds.empty()) settings.fail("soort", "dit profiel beschrijft geen enkele soort export", "voeg een tabel [[soort]] toe");
    return profile;
}

}  // namespace jv
