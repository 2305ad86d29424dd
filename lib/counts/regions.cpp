#include "counts/regions.hpp"

#include <fmt/format.h>

#include "messages/suggest.hpp"
#include "records/names.hpp"
#include "rows/csv_reader.hpp"
#include "rows/fold_name.hpp"
#include "settings/settings.hpp"
#include "settings/templates.hpp"

namespace jv {

namespace {

std::string trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(' ') - begin + 1));
}

std::vector<Region> listed_regions() {
    const auto settings = read_settings(templates_folder() / "regios.toml");
    std::vector<Region> regions;
    for (const auto& table : settings.tables("regio")) {
        regions.push_back({table.text("naam"), table.texts("gemeenten")});
        table.check_keys();
    }
    settings.check_keys();
    return regions;
}

}  // namespace

Region known_region(std::string_view name, const Place& place) {
    std::vector<std::string> names;
    for (auto& region : listed_regions()) {
        if (fold_name(region.name) == fold_name(name)) return region;
        const auto with_word = fmt::format("Regio {}", region.name);
        if (fold_name(with_word) == fold_name(name)) return {with_word, region.municipalities};
        names.push_back(region.name);
    }
    fail_usage("G013", fmt::format("de gemeenten van regio \"{}\" zijn onbekend", name),
               fmt::format("noem ook haar gemeenten; {}", did_you_mean(name, names)), place);
}

Region parse_region(std::string_view text) {
    const auto mark = text.find('=');
    if (mark == std::string_view::npos && !trimmed(text).empty()) return known_region(trimmed(text));
    if (mark == std::string_view::npos || trimmed(text.substr(0, mark)).empty() || trimmed(text.substr(mark + 1)).empty())
        fail_usage("G012", fmt::format("\"{}\" is geen regio", text), "schrijf --regio NAAM=gemeente,gemeente");
    Region region{trimmed(text.substr(0, mark)), {}};
    std::vector<std::string> parts;
    for (auto rest = text.substr(mark + 1);;) {
        const auto comma = rest.find(',');
        parts.push_back(trimmed(rest.substr(0, comma)));
        if (comma == std::string_view::npos) break;
        rest.remove_prefix(comma + 1);
    }
    // A municipality may have a comma in its name: the longest run of parts that is one, is one.
    const Municipalities known;
    for (std::size_t i = 0; i < parts.size();) {
        std::size_t length = 1;
        auto name = parts[i];
        for (std::size_t n = 2; n <= 3 && i + n <= parts.size(); ++n) {
            std::string joined = parts[i];
            for (std::size_t k = 1; k < n; ++k) joined += ", " + parts[i + k];
            if (known.is_listed(known.official(joined))) length = n, name = joined;
        }
        if (name.empty()) fail_usage("G012", fmt::format("\"{}\" noemt een lege gemeente", text), "schrijf --regio NAAM=gemeente,gemeente");
        region.municipalities.push_back(known.official(name));
        i += length;
    }
    return region;
}

}  // namespace jv
