#include "profiles/compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "messages/finding.hpp"
#include "messages/suggest.hpp"
#include "records/file_pattern.hpp"
#include "records/values.hpp"
#include "rows/csv_reader.hpp"
#include "rows/fold_name.hpp"

namespace jv {

namespace {

constexpr std::size_t most_new_codes = 20;

bool contains(const std::vector<std::string>& list, std::string_view name) {
    return std::any_of(list.begin(), list.end(), [&](const auto& one) { return fold_name(one) == fold_name(name); });
}

// The fields of the export that a canonical column of the profile reads.
std::vector<std::size_t> fields_of(const ExportSurvey& survey, const std::vector<std::string>& aliases) {
    std::vector<std::size_t> found;
    for (std::size_t field = 0; field < survey.columns.size(); ++field)
        if (contains(aliases, survey.columns[field].name)) found.push_back(field);
    return found;
}

class Comparer {
public:
    Comparer(const KnownNames& names, const ExportSurvey& survey, const Profile& profile, const ProfileKind& entry)
        : survey_(survey),
          profile_(profile),
          entry_(entry),
          kind_(info(entry.kind)),
          proposal_(propose(names, survey, entry.kind)),
          result_{survey.file, profile.name, entry.kind, {}} {}

    ProfileDifferences run() {
        form();
        columns();
        codes();
        return std::move(result_);
    }

private:
    void differ(std::string what, std::string which) { result_.differences.emplace_back(std::move(what), std::move(which)); }

    void form() {
        if (profile_.separator != 0 && profile_.separator != survey_.separator) differ("scheiding", "een ander scheidingsteken dan het profiel zegt");
        const auto is_wide = [](Encoding encoding) { return encoding == Encoding::utf16_le || encoding == Encoding::utf16_be; };
        const bool same_bytes = survey_.only_ascii && !is_wide(survey_.encoding) && !is_wide(profile_.encoding);
        if (profile_.encoding != Encoding::detect && profile_.encoding != survey_.encoding && !same_bytes)
            differ("codering", fmt::format("{} in plaats van {}", to_text(survey_.encoding), to_text(profile_.encoding)));
        for (std::size_t c = 0; c < kind_.columns.size(); ++c)
            if (kind_.columns[c].type == ValueType::date)
                for (const auto field : read_by(c)) dates(kind_.columns[c], survey_.columns[field]);
    }

    // Dates that the profile can't read.
    void dates(const Column& column, const ColumnSurvey& values) {
        auto readable = values.readable_dates() - values.dates_in(DateForm::month_day_year);
        if (profile_.date_form) readable = values.dates_in(*profile_.date_form);
        // Where day and month could change places, they are read as the profile says.
        if (profile_.date_form == DateForm::month_day_year) readable += values.dates_in(DateForm::day_month_year) - values.certain_dates;
        if (const auto wrong = values.all_dates() - std::min(values.all_dates(), readable); wrong > 0)
            differ("datumvorm", fmt::format("{} {}: {} in een andere vorm dan het profiel leest", column.name, as_shown(values.name), wrong));
    }

    std::vector<std::size_t> read_by(std::size_t c) const {
        const auto named = entry_.columns.find(kind_.columns[c].name);
        return named == entry_.columns.end() ? std::vector<std::size_t>{} : fields_of(survey_, named->second);
    }

    void columns() {
        std::vector<bool> known(survey_.columns.size());
        for (std::size_t field = 0; field < survey_.columns.size(); ++field) known[field] = contains(entry_.skipped, survey_.columns[field].name);
        std::vector<std::size_t> gone;
        for (std::size_t c = 0; c < kind_.columns.size(); ++c) {
            const auto read = read_by(c);
            for (const auto field : read) known[field] = true;
            if (entry_.columns.contains(kind_.columns[c].name) && read.empty() && !entry_.fixed.contains(kind_.columns[c].name)) gone.push_back(c);
        }
        for (const auto c : gone) {
            const auto& usual = entry_.columns.find(kind_.columns[c].name)->second.front();
            std::size_t renamed = survey_.columns.size();
            for (const auto field : proposal_.columns[c].fields)
                if (!known[field] && renamed == survey_.columns.size()) renamed = field;
            if (renamed == survey_.columns.size()) {
                differ("kolom weg", fmt::format("{} ({})", as_shown(usual), kind_.columns[c].name));
                continue;
            }
            known[renamed] = proposal_.columns[c].sure;
            differ(proposal_.columns[c].sure ? "kolom hernoemd" : "kolom hernoemd?",
                   fmt::format("{} heet nu {} ({})", as_shown(usual), as_shown(survey_.columns[renamed].name), kind_.columns[c].name));
        }
        for (std::size_t field = 0; field < known.size(); ++field)
            if (!known[field]) differ("kolom nieuw", as_shown(survey_.columns[field].name));
    }

    void codes() {
        for (std::size_t c = 0; c < kind_.columns.size(); ++c) {
            const auto& column = kind_.columns[c];
            if (column.codes.empty()) continue;
            std::vector<std::string> words(column.codes.begin(), column.codes.end());
            if (const auto listed = entry_.codes.find(column.name); listed != entry_.codes.end())
                for (const auto& [word, code] : listed->second) words.push_back(word);
            for (const auto field : read_by(c)) {
                const auto& values = survey_.columns[field];
                std::vector<std::pair<std::string, std::uint64_t>> unknown;
                for (const auto& [word, rows] : values.values)
                    if (!contains(words, word)) unknown.emplace_back(word, rows);
                if (!values.is_list || unknown.size() > most_new_codes) {
                    differ("codes nieuw", fmt::format("{}: meer dan {} woorden die het profiel niet kent; is {} nog dezelfde kolom?", column.name,
                                                      most_new_codes, as_shown(values.name)));
                    continue;
                }
                for (const auto& [word, rows] : unknown)
                    differ("code nieuw", fmt::format("{}: {} ({} {})", column.name, as_shown(word), rows, rows == 1 ? "rij" : "rijen"));
            }
        }
    }

    const ExportSurvey& survey_;
    const Profile& profile_;
    const ProfileKind& entry_;
    const KindInfo& kind_;
    Proposal proposal_;
    ProfileDifferences result_;
};

// How well a kind of the profile fits: its file names, its columns less the required ones that are not there.
std::tuple<bool, int> fit_of(const ExportSurvey& survey, const ProfileKind& entry) {
    const auto name = match_file_name(entry.file_patterns, survey.file);
    int found = 0;
    for (const auto& column : info(entry.kind).columns) {
        const auto named = entry.columns.find(column.name);
        const bool given = entry.fixed.contains(column.name) || (name.year && column.name == info(entry.kind).year_column);
        if (named != entry.columns.end() && !fields_of(survey, named->second).empty())
            ++found;
        else if (column.required && !given)
            --found;
    }
    return {entry.file_patterns.empty() || name.matches, found};
}

}  // namespace

ProfileDifferences compare(const KnownNames& names, const ExportSurvey& survey, const Profile& profile, std::optional<Kind> kind) {
    const ProfileKind* entry = nullptr;
    if (kind) {
        entry = profile.find(*kind);
        if (!entry)
            fail_usage("P004", fmt::format("profiel {} heeft geen soort {}", profile.name, info(*kind).name),
                       "kies een andere soort of een ander profiel");
    } else {
        entry = &*std::max_element(profile.kinds.begin(), profile.kinds.end(),
                                   [&](const ProfileKind& a, const ProfileKind& b) { return fit_of(survey, a) < fit_of(survey, b); });
    }
    return Comparer(names, survey, profile, *entry).run();
}

std::string to_text(const ProfileDifferences& comparison) {
    auto out = fmt::format("{} tegenover profiel {}, soort {}: ", comparison.file, comparison.profile, info(comparison.kind).name);
    if (comparison.differences.empty()) return out + "geen verschillen\n";
    out += fmt::format("{} {}\n", comparison.differences.size(), comparison.differences.size() == 1 ? "verschil" : "verschillen");
    for (const auto& [what, which] : comparison.differences) out += fmt::format("  {:<16}{}\n", what, which);
    return out;
}

}  // namespace jv
