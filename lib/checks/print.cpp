#include "checks/print.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace jv {

namespace {

using Json = nlohmann::ordered_json;

std::string printed(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

std::string amount(std::uint64_t count, std::string_view one, std::string_view more) { return fmt::format("{} {}", count, count == 1 ? one : more); }

// How many findings of each level, kept or not.
std::map<Level, std::uint64_t> by_level(const FindingLog& findings, const Catalogue& catalogue) {
    std::map<Level, std::uint64_t> levels;
    for (const auto& [code, count] : findings.counts()) levels[catalogue.find(code).level] += count;
    return levels;
}

std::string first_sentence(const std::string& text) { return text.substr(0, text.find(". ")); }

}  // namespace

std::string findings_as_text(const FindingLog& findings, const Checked& checked, const Catalogue& catalogue) {
    std::string out;
    for (const auto& line : findings.lines()) out += line + '\n';
    if (!out.empty()) out += '\n';
    auto levels = by_level(findings, catalogue);
    out += fmt::format("{}, {}: {}, {}, {}\n", amount(checked.exports.size(), "export", "exports"), amount(checked.rows, "rij", "rijen"),
                       amount(levels[Level::error], "fout", "fouten"), amount(levels[Level::warning], "waarschuwing", "waarschuwingen"),
                       amount(levels[Level::note], "opmerking", "opmerkingen"));
    for (const auto& [code, count] : findings.counts()) {
        const auto& check = catalogue.find(code);
        auto meaning = first_sentence(check.meaning);
        if (meaning.ends_with('.')) meaning.pop_back();
        out += fmt::format("{:>7}  {}  {:<12}  {}\n", count, code, to_text(check.level), meaning);
    }
    return out;
}

std::string findings_as_json(const FindingLog& findings, const Checked& checked, const Catalogue& catalogue) {
    Json list = Json::array(), summary = Json::array();
    for (const auto& finding : findings.kept())
        list.push_back({{"bestand", finding.place.file},
                        {"regel", finding.place.line},
                        {"veld", finding.place.field},
                        {"code", finding.code},
                        {"niveau", to_text(finding.level)},
                        {"bevinding", finding.text},
                        {"advies", finding.advice}});
    for (const auto& [code, count] : findings.counts())
        summary.push_back({{"code", code}, {"niveau", to_text(catalogue.find(code).level)}, {"aantal", count}});
    auto levels = by_level(findings, catalogue);
    return printed({{"exports", checked.exports},
                    {"rijen", checked.rows},
                    {"fouten", levels[Level::error]},
                    {"waarschuwingen", levels[Level::warning]},
                    {"opmerkingen", levels[Level::note]},
                    {"samenvatting", std::move(summary)},
                    {"bevindingen", std::move(list)}});
}

std::string checks_as_text(const Catalogue& catalogue) {
    std::string out;
    for (const auto& check : catalogue.all())
        out += fmt::format("{} {}\n    {}\n    Grond: {}\n    Advies: {}\n", check.code, to_text(check.level), check.meaning, check.ground,
                           check.advice);
    return out;
}

std::string checks_as_json(const Catalogue& catalogue) {
    Json list = Json::array();
    for (const auto& check : catalogue.all())
        list.push_back({{"code", check.code},
                        {"niveau", to_text(check.level)},
                        {"betekenis", check.meaning},
                        {"grond", check.ground},
                        {"advies", check.advice}});
    return printed(list);
}

}  // namespace jv
