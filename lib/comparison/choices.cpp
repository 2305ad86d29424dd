#include "comparison/choices.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "law/datum.hpp"
#include "messages/suggest.hpp"

namespace jv {

namespace {

bool is_school_year(const std::string& text) {
    const auto year = parse_schooljaar(text);
    return year && to_text(*year) == text;
}

}  // namespace

void require_years(const Cijfers& cijfers, const std::vector<std::string>& years) {
    for (const auto& year : years)
        if (!cijfers.has_text(CijferColumn::schooljaar, year))
            fail_usage("U010", fmt::format("schooljaar {} staat niet in deze cijfers", year),
                       fmt::format("er zijn: {}", enumerate(cijfers.texts(CijferColumn::schooljaar))));
}

std::vector<std::string> default_years(const Cijfers& cijfers) {
    const auto known = cijfers.texts(CijferColumn::schooljaar);
    std::vector<std::string> school_years;
    std::copy_if(known.begin(), known.end(), std::back_inserter(school_years), is_school_year);
    return school_years.empty() ? known : school_years;
}

std::vector<std::string> chosen_years(const Cijfers& cijfers, const std::vector<std::string>& asked) {
    require_years(cijfers, asked);
    const std::set<std::string> once(asked.begin(), asked.end());
    auto chosen = asked.empty() ? default_years(cijfers) : std::vector<std::string>(once.begin(), once.end());
    const auto known = cijfers.texts(CijferColumn::schooljaar);
    if (chosen.size() < 2)
        fail_usage("U010", "voor een vergelijking zijn er minstens twee schooljaren nodig",
                   known.empty() ? "in deze cijfers staat geen schooljaar" : fmt::format("in deze cijfers staan: {}", enumerate(known)));
    const auto school = std::count_if(chosen.begin(), chosen.end(), is_school_year);
    if (school != 0 && school != std::ssize(chosen))
        fail_usage("U010", fmt::format("{} zijn niet te vergelijken: een schooljaar is geen kalenderjaar", enumerate(chosen)),
                   "noem alleen schooljaren, of alleen kalenderjaren");
    return chosen;
}

std::vector<std::string> chosen_areas(const Cijfers& cijfers, const std::vector<std::string>& asked) {
    auto known = cijfers.texts(CijferColumn::gebied);
    for (const auto& area : asked)
        if (!cijfers.has_text(CijferColumn::gebied, area))
            fail_usage("U011", fmt::format("\"{}\" staat niet in deze cijfers", area), did_you_mean(area, known));
    if (asked.empty()) return known;
    std::vector<std::string> chosen;
    for (const auto& area : asked)
        if (std::find(chosen.begin(), chosen.end(), area) == chosen.end()) chosen.push_back(area);
    return chosen;
}

void require_base(const Cijfers& cijfers, const std::string& base, const std::vector<std::string>& years) {
    std::set<std::string> missing(years.begin(), years.end());
    for (const auto& [key, value] : cijfers)
        if (key.indicator == base && key.eenheid == "leerlingen" && value.is_number()) missing.erase(std::string(key.schooljaar));
    if (!missing.empty())
        fail_usage("S005",
                   fmt::format("van indicator \"{}\" staan er geen leerlingen in deze cijfers voor {}", base,
                               enumerate(std::vector<std::string>(missing.begin(), missing.end()))),
                   "noem met --basis een indicator die er staat, zoals leerling");
}

Finding contradicts_base(const CijferKeyView& key, std::int64_t count, const std::string& base, std::int64_t pupils) {
    return {{},
            "W003",
            fmt::format("{} {}: het aantal {} bij {} ({}: {}) is {}, maar bij {} is het {}", key.gebied, key.schooljaar, key.eenheid, key.indicator,
                        key.indeling, key.categorie, count, base, pupils),
            "controleer beide cijfers; er is geen cijfer per 1.000 en geen toets",
            key.indeling == "totaal" ? Level::error : Level::warning};
}

}  // namespace jv
