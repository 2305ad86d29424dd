#include "project/next_settings.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "bytes/files.hpp"
#include "settings/edit.hpp"
#include "settings/settings.hpp"
#include "tables/text.hpp"

namespace jv {

namespace fs = std::filesystem;

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Where the year stands by itself, not as part of a longer number.
std::size_t find_year(std::string_view text, std::string_view year, std::size_t from = 0) {
    for (auto at = text.find(year, from); at != std::string_view::npos; at = text.find(year, at + 1)) {
        const auto end = at + year.size();
        if ((at == 0 || !is_digit(text[at - 1])) && (end == text.size() || !is_digit(text[end]))) return at;
    }
    return std::string_view::npos;
}

class Rolling {
public:
    Rolling(const Project& project, const fs::path& folder, FindingLog& findings)
        : project_(project),
          findings_(findings),
          from_(fs::weakly_canonical(fs::absolute(project.file).parent_path())),
          to_(fs::weakly_canonical(fs::absolute(folder))),
          year_(project.year),
          next_(shift_year(project.year, 1)),
          settings_(read_settings(project.file)),
          edit_(read_whole_file(project.file)) {}

    NextSettings run(const std::vector<GivenFile>& given) {
        edit_.replace("schooljaar", to_toml(next_));
        roll_export_years();
        if (project_.peildatum) edit_.replace("peildatum", to_toml(to_text(project_.peildatum->plus_years(1))));
        roll_exports();
        roll_given(given);
        if (settings_.has("uitvoer")) roll_output();
        move_path("rapport", settings_.text("rapport"), true);
        const auto annexes = settings_.tables("bijlage");
        for (std::size_t i = 0; i < annexes.size(); ++i) move_path(fmt::format("bijlage[{}].rapport", i), annexes[i].text("rapport"), true);
        move_style();
        move_paths("profielen", true);
        move_paths("definities", false);
        if (settings_.has("stijldocument")) move_path("stijldocument", settings_.text("stijldocument"), false);
        move_paths("scholen", false);
        move_texts();
        next_settings_.toml = edit_.text();
        return std::move(next_settings_);
    }

private:
    // The place of a path in the project, or empty for one outside of it.
    fs::path inside(const std::string& text) const {
        const auto relative = (from_ / text).lexically_normal().lexically_relative(from_);
        return relative.empty() || *relative.begin() == ".." ? fs::path() : relative;
    }
    // A path to a place outside of the project, as the new one says it.
    std::string moved(const std::string& text) const {
        if (fs::path(text).is_absolute()) return text;
        return (from_ / text).lexically_normal().lexically_relative(to_).generic_string();
    }

    Schooljaar next_export_year() const { return std::max_element(project_.export_years.begin(), project_.export_years.end())->plus(1); }

    // A file that the settings name at a place: copied with the project, or still found from the new one. A `name` is a path only with .toml.
    void move_path(const std::string& at, const std::string& text, bool name) {
        if (name && !text.ends_with(".toml")) return;
        const auto place = inside(text);
        if (!place.empty()) next_settings_.copies.emplace(place, from_ / place);
        const auto now = place.empty() ? moved(text) : fs::path(text).is_absolute() ? place.generic_string() : text;
        if (now != text) edit_.replace(at, to_toml(now));
    }
    void move_paths(const std::string& key, bool names) {
        const auto texts = settings_.texts(key);
        for (std::size_t i = 0; i < texts.size(); ++i) move_path(settings_.is_text(key) ? key : fmt::format("{}[{}]", key, i), texts[i], names);
    }

    // A house style in the project, with the logos that stand beside it.
    void move_style() {
        if (!settings_.has("stijl")) return;
        const auto text = settings_.text("stijl");
        move_path("stijl", text, true);
        const auto place = inside(text);
        if (!text.ends_with(".toml") || place.empty()) return;
        for (const auto& logo : read_settings(from_ / place).texts("logo"))
            next_settings_.copies.emplace(place.parent_path() / logo, from_ / place.parent_path() / logo);
    }

    void move_texts() {
        const auto text = settings_.text("teksten", "tekst");
        const auto place = inside(text);
        if (place.empty()) {
            if (const auto now = moved(text); now != text) edit_.replace("teksten", to_toml(now));
            return;
        }
        std::error_code error;
        for (fs::directory_iterator entry(from_ / place, error), end; !error && entry != end; entry.increment(error))
            if (entry->is_regular_file(error) && !entry->path().filename().string().starts_with('.'))
                next_settings_.copies.emplace(place / entry->path().filename(), entry->path());
    }

    // Only the new year is counted from exports.
    void roll_export_years() {
        std::vector<std::optional<std::string>> years(settings_.texts("schooljaren").size());
        if (!years.empty()) years.back() = to_text(next_export_year());
        edit_.replace_list("schooljaren", years);
    }

    // The exports of the next year stand where those of this year do, by the next year's name. Those of years before are not counted again.
    void roll_exports() {
        const auto texts = settings_.texts("exports");
        if (texts.empty()) return;
        const auto counted = to_text(next_export_year().plus(-1));
        std::vector<std::optional<std::string>> rolled;
        for (const auto& text : texts) {
            rolled.emplace_back();
            auto now = with_year(text, counted, to_text(next_export_year()));
            if (now == text && std::any_of(project_.export_years.begin(), project_.export_years.end(),
                                           [&](Schooljaar year) { return names_year(text, to_text(year)); }))
                continue;
            const auto place = inside(now);
            if (place.empty()) {
                findings_.add({{display_name(project_.file)},
                               "N007",
                               fmt::format("de exports in \"{}\" staan buiten het project", now),
                               fmt::format("zet daar die van {}, of noem bij exports een andere plaats", next_),
                               Level::warning});
                now = moved(now);
            } else {
                if (place == ".")
                    now = "exports";  // beside the settings there is no place for exports only
                else if (fs::path(now).is_absolute())
                    now = place.generic_string();
                std::error_code error;
                const bool is_folder = fs::is_directory(from_ / inside(text), error);
                next_settings_.export_folders.insert(is_folder ? fs::path(now) : fs::path(now).parent_path());
            }
            rolled.back() = now;
        }
        edit_.replace_list("exports", rolled);
    }

    void roll_given(const std::vector<GivenFile>& given) {
        std::string list;
        for (const auto& file : given) {
            if (!list.empty()) list += ", ";
            list +=
                file.sha256.empty() ? to_toml(file.path) : fmt::format("{{ bestand = {}, sha256 = {} }}", to_toml(file.path), to_toml(file.sha256));
        }
        if (settings_.has("eerdere-cijfers"))
            edit_.replace("eerdere-cijfers", fmt::format("[{}]", list));
        else
            edit_.insert_after("schooljaar", fmt::format("eerdere-cijfers = [{}]", list));
    }

    // A new project may not write over the report of the old one.
    void roll_output() {
        const auto text = settings_.text("uitvoer");
        const auto place = inside(text);
        auto now = with_year(text, year_, next_);
        if (place.empty() && now == text) {
            now = "uitvoer";
            findings_.add({{display_name(project_.file)},
                           "N007",
                           fmt::format("in \"{}\", buiten het project, staat het verslag van {}; dat van {} komt in uitvoer/", text, year_, next_),
                           "noem bij uitvoer een andere map, als u dat wilt",
                           Level::warning});
        } else if (place.empty()) {
            now = moved(now);
        } else if (fs::path(text).is_absolute()) {
            now = with_year(place.generic_string(), year_, next_);
        }
        if (now != text) edit_.replace("uitvoer", to_toml(now));
    }

    const Project& project_;
    FindingLog& findings_;
    fs::path from_, to_;  // the folders of both projects, absolute
    std::string year_, next_;
    Settings settings_;
    SettingsEdit edit_;
    NextSettings next_settings_;
};

}  // namespace

std::string with_year(std::string text, std::string_view year, std::string_view next) {
    for (auto at = find_year(text, year); at != std::string::npos; at = find_year(text, year, at + next.size())) text.replace(at, year.size(), next);
    return text;
}

bool names_year(std::string_view text, std::string_view year) {
    auto with_slash = std::string(year);
    std::replace(with_slash.begin(), with_slash.end(), '-', '/');
    return find_year(text, year) != std::string_view::npos || find_year(text, with_slash) != std::string_view::npos;
}

NextSettings next_settings(const Project& project, const fs::path& folder, const std::vector<GivenFile>& given, FindingLog& findings) {
    return Rolling(project, folder, findings).run(given);
}

}  // namespace jv
