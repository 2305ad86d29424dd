#include "records/mapping.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "messages/finding.hpp"
#include "messages/suggest.hpp"
#include "records/file_pattern.hpp"
#include "records/values.hpp"
#include "rows/fold_name.hpp"
#include "settings/templates.hpp"

namespace jv {

namespace {

// How well a kind fits an export.
struct Candidate {
    Mapping mapping;
    std::vector<std::string_view> missing;  // required columns
    std::size_t found = 0;                  // columns that are there
    std::string twice;                      // a name that the header has twice

    std::size_t required() const {
        return static_cast<std::size_t>(
            std::count_if(info(mapping.kind).columns.begin(), info(mapping.kind).columns.end(), [](const Column& c) { return c.required; }));
    }
};

// Whether a cell of the first line looks like a value: no column is called `123456782`, `2023-09-12` or `12 september 2023`.
bool looks_like_value(std::string_view cell) {
    if (is_number(cell)) return true;
    std::size_t digits = 0;
    for (const char c : cell) {
        digits = c >= '0' && c <= '9' ? digits + 1 : 0;
        if (digits == 4) return true;
    }
    return false;
}

// The columns of a kind as the header, the file name and the profile (none: canonical) give them; nothing when the profile does not know
// the kind or the file name is another's.
std::optional<Candidate> match(const CsvReader& csv, const Profile* profile, Kind kind) {
    const auto* profile_kind = profile ? profile->find(kind) : nullptr;
    if (profile && !profile_kind) return std::nullopt;
    const auto& columns = info(kind).columns;
    Candidate source;
    source.mapping.profile = profile;
    source.mapping.profile_kind = profile_kind;
    source.mapping.kind = kind;
    source.mapping.fields.resize(columns.size());
    source.mapping.constants.resize(columns.size());
    std::optional<Schooljaar> year_of_name;
    if (profile_kind && !profile_kind->file_patterns.empty()) {
        const auto matched = match_file_name(profile_kind->file_patterns, csv.name());
        if (!matched.matches) return std::nullopt;
        year_of_name = matched.year;
    }
    std::vector<std::string> header;
    for (const auto& cell : csv.header()) header.push_back(fold_name(cell));
    for (std::size_t i = 0; i < columns.size(); ++i) {
        std::vector<std::string> aliases{std::string(columns[i].name)};
        if (profile_kind) {
            const auto named = profile_kind->columns.find(columns[i].name);
            aliases = named == profile_kind->columns.end() ? std::vector<std::string>{} : named->second;
            if (const auto fixed = profile_kind->fixed.find(columns[i].name); fixed != profile_kind->fixed.end())
                source.mapping.constants[i] = fixed->second;
        }
        if (columns[i].name == info(kind).year_column && year_of_name) source.mapping.constants[i] = to_text(*year_of_name);
        for (const auto& alias : aliases) {
            const auto found = std::find(header.begin(), header.end(), fold_name(alias));
            if (found == header.end()) continue;
            source.mapping.fields[i].push_back(static_cast<std::size_t>(found - header.begin()));
            if (std::find(found + 1, header.end(), fold_name(alias)) != header.end()) source.twice = alias;
        }
        source.found += !source.mapping.fields[i].empty();
        if (columns[i].required && source.mapping.fields[i].empty() && source.mapping.constants[i].empty()) source.missing.push_back(columns[i].name);
    }
    return source;
}

// The profile in templates/profielen that knows this export, when none was named; or empty.
std::string fitting_profile(const CsvReader& csv, const ReadOptions& options) {
    if (!options.profiles.empty()) return {};
    for (const auto& name : template_names("profielen")) {
        const auto profile = read_profile(name);
        for (const auto& kind : profile.kinds)
            if (const auto fit = match(csv, &profile, kind.kind); fit && fit->missing.empty()) return name;
    }
    return {};
}

// What to do about a header that nothing recognises: the name that one of its cells resembles, and a profile.
std::string advice_on_header(const CsvReader& csv, const ReadOptions& options) {
    const auto& header = csv.header();
    std::vector<std::string> known;
    for (const auto& profile : options.profiles)
        for (const auto& kind : profile.kinds)
            for (const auto& [column, aliases] : kind.columns) known.insert(known.end(), aliases.begin(), aliases.end());
    for (const auto& kind : all_kinds())
        for (const auto& column : kind.columns) known.emplace_back(column.name);
    std::string advice = options.profiles.empty() ? "noem met --profiel het profiel van deze export, of maak het met jv-profiel"
                                                  : "kies een ander profiel, of pas het aan";
    if (header.size() == 1 && header.front().find_first_of(";,\t") != std::string::npos)
        advice = fmt::format("de velden zijn niet gescheiden met {}, zoals het profiel zegt: exporteer opnieuw, of pas het profiel aan",
                             csv.separator() == '\t' ? "een tab" : fmt::format("\"{}\"", csv.separator()));
    for (const auto& cell : header)
        if (const auto similar = nearest(cell, known); !similar.empty())
            return fmt::format("{} lijkt op \"{}\"; {}", as_shown(cell), similar, advice);
    return advice;
}

[[noreturn]] void fail_unknown_header(const CsvReader& csv, std::string advice) {
    const auto& header = csv.header();
    // A line of values is not shown: they may be a pupil's.
    if (const auto value = std::find_if(header.begin(), header.end(), looks_like_value); value != header.end())
        fail_usage("I012", "dit lijkt geen kopregel: in dit veld staat een getal of datum", "exporteer opnieuw met kolomnamen op de eerste regel",
                   {csv.name(), csv.header_line(), static_cast<std::uint32_t>(value - header.begin() + 1)});
    constexpr std::size_t most = 20;
    std::vector<std::string> found;
    for (std::size_t i = 0; i < std::min(header.size(), most); ++i) found.push_back(as_shown(header[i]));
    if (header.size() > most) found.push_back(fmt::format("nog {}", header.size() - most));
    fail_usage("I005", fmt::format("de kop is niet herkend; gevonden: {}", enumerate(found)), std::move(advice), {csv.name(), csv.header_line()});
}

// The kinds that the header of an export fits, wholly or for a part.
struct Matches {
    std::vector<Candidate> complete, incomplete;
};

Matches match_row(const CsvReader& csv, const ReadOptions& options) {
    std::vector<Kind> kinds = options.kinds;
    if (kinds.empty())
        for (const auto& kind : all_kinds()) kinds.push_back(kind.kind);
    Matches matches;
    const auto try_all = [&](const Profile* profile) {
        for (const auto kind : kinds)
            if (auto source = match(csv, profile, kind))
                (source->missing.empty() ? matches.complete : matches.incomplete).push_back(std::move(*source));
    };
    for (const auto& profile : options.profiles) try_all(&profile);
    if (matches.complete.empty()) try_all(nullptr);
    return matches;
}

std::size_t most_columns(const std::vector<Candidate>& candidates) {
    std::size_t most = 0;
    for (const auto& candidate : candidates) most = std::max(most, candidate.found);
    return most;
}

}  // namespace

Mapping find_mapping(CsvReader& csv, const ReadOptions& options) {
    auto [complete, incomplete] = match_row(csv, options);
    // Above the header may stand titles. If no row is a header, the one that is most like it tells what is wrong.
    std::size_t nearest_row = 0, most_found = most_columns(incomplete);
    for (std::size_t row = 1; complete.empty() && row < csv.head().size(); ++row) {
        csv.choose_header(row);
        auto below = match_row(csv, options);
        if (const auto found = most_columns(below.incomplete); found > most_found)
            most_found = found, nearest_row = row, incomplete = below.incomplete;
        complete = std::move(below.complete);
    }
    if (complete.empty()) csv.choose_header(nearest_row);
    if (!complete.empty()) {
        const auto more = [](const Candidate& a, const Candidate& b) { return a.required() < b.required(); };
        auto best = *std::max_element(complete.begin(), complete.end(), more);
        std::vector<std::string> equal;
        for (const auto& source : complete)
            if (source.required() == best.required())
                equal.push_back(source.mapping.profile ? fmt::format("{} ({})", info(source.mapping.kind).name, source.mapping.profile->name)
                                                       : std::string(info(source.mapping.kind).name));
        if (equal.size() > 1) {
            const bool one_kind = std::all_of(complete.begin(), complete.end(), [&](const Candidate& source) {
                return source.required() < best.required() || source.mapping.kind == best.mapping.kind;
            });
            fail_usage("I013", fmt::format("deze export kan van meer dan een soort zijn: {}", enumerate(equal)),
                       one_kind ? "noem maar een van deze profielen" : "noem de soort met --soort", {csv.name(), csv.header_line()});
        }
        if (!best.twice.empty())
            fail_usage("I014", fmt::format("kolom \"{}\" staat twee keer in de kop", best.twice), "geef een van de twee een andere naam",
                       {csv.name(), csv.header_line()});
        return best.mapping;
    }
    if (const auto profile = fitting_profile(csv, options); !profile.empty())
        fail_unknown_header(csv, fmt::format("dit is de vorm van profiel {0}: gebruik --profiel {0}", profile));
    // The kind of which most columns are there, if that is at least half of what it requires.
    const auto nearest_source = std::min_element(incomplete.begin(), incomplete.end(), [](const Candidate& a, const Candidate& b) {
        return a.found != b.found ? a.found > b.found : a.missing.size() < b.missing.size();
    });
    if (nearest_source != incomplete.end() && (nearest_source->missing.size() * 2 <= nearest_source->required() || options.kinds.size() == 1)) {
        const std::vector<std::string> missing(nearest_source->missing.begin(), nearest_source->missing.end());
        std::string hint = "neem de kolom op in de export, of wijs haar aan in een profiel";
        for (const auto& name : missing) {
            // The header cell that looks like the canonical name, or like one of the names in the profile.
            std::vector<std::string> wanted{name};
            if (nearest_source->mapping.profile_kind)
                if (const auto named = nearest_source->mapping.profile_kind->columns.find(name);
                    named != nearest_source->mapping.profile_kind->columns.end())
                    wanted = named->second;
            for (const auto& alias : wanted)
                if (const auto similar = nearest(alias, csv.header()); !similar.empty())
                    hint = fmt::format("bedoelt u met {} misschien \"{}\"?", as_shown(similar), alias);
        }
        fail_usage("I006",
                   fmt::format("soort {} mist de verplichte {} {}", info(nearest_source->mapping.kind).name,
                               missing.size() == 1 ? "kolom" : "kolommen", enumerate(missing)),
                   hint, {csv.name(), csv.header_line()});
    }
    fail_unknown_header(csv, advice_on_header(csv, options));
}

}  // namespace jv
