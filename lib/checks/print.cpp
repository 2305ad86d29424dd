#include "checks/print.hpp"

#include <fmt/format.h>

#include "bytes/json.hpp"

namespace jv {

namespace {

std::string amount(std::uint64_t count, std::string_view one, std::string_view more) { return fmt::format("{} {}", count, count == 1 ? one : more); }

// How many findings of each level, kept or not.
std::map<Level, std::uint64_t> by_level(const FindingLog& findings) {
    std::map<Level, std::uint64_t> levels;
    for (const auto& [key, count] : findings.counts()) levels[key.second] += count;
    return levels;
}

std::uint64_t rows_of(std::span<const InputAccount> exports) {
    std::uint64_t rows = 0;
    for (const auto& input : exports) rows += input.read;
    return rows;
}

Json to_json(const Finding& finding) {
    return {{"bestand", finding.place.file},    {"regel", finding.place.line}, {"veld", finding.place.field}, {"code", finding.code},
            {"niveau", to_text(finding.level)}, {"bevinding", finding.text},   {"advies", finding.advice}};
}

std::string first_sentence(const std::string& text) { return text.substr(0, text.find(". ")); }

}  // namespace

std::string findings_as_text(const FindingLog& findings, std::span<const InputAccount> exports, const Catalogue& catalogue) {
    std::string out;
    for (const auto& line : findings.lines()) out += line + '\n';
    if (!out.empty()) out += '\n';
    auto levels = by_level(findings);
    out += fmt::format("{}, {}: {}, {}, {}\n", amount(exports.size(), "export", "exports"), amount(rows_of(exports), "rij", "rijen"),
                       amount(levels[Level::error], "fout", "fouten"), amount(levels[Level::warning], "waarschuwing", "waarschuwingen"),
                       amount(levels[Level::note], "opmerking", "opmerkingen"));
    for (const auto& [key, count] : findings.counts()) {
        auto meaning = first_sentence(catalogue.find(key.first).meaning);
        if (meaning.ends_with('.')) meaning.pop_back();
        out += fmt::format("{:>7}  {}  {:<12}  {}\n", count, key.first, to_text(key.second), meaning);
    }
    return out;
}

void findings_as_json(const FindingLog& findings, std::span<const InputAccount> exports, const std::function<void(std::string_view)>& sink) {
    Json read = Json::array(), summary = Json::array();
    for (const auto& input : exports) read.push_back({{"bestand", input.file}, {"soort", info(input.kind).name}, {"rijen", input.read}});
    for (const auto& [key, count] : findings.counts()) summary.push_back({{"code", key.first}, {"niveau", to_text(key.second)}, {"aantal", count}});
    auto levels = by_level(findings);
    auto whole = printed({{"exports", std::move(read)},
                          {"rijen", rows_of(exports)},
                          {"fouten", levels[Level::error]},
                          {"waarschuwingen", levels[Level::warning]},
                          {"opmerkingen", levels[Level::note]},
                          {"samenvatting", std::move(summary)},
                          {"bevindingen", Json::array()}});
    if (findings.empty()) return sink(whole);
    // The findings stand last, in the list that is empty still.
    constexpr std::string_view end = "]\n}\n";
    whole.resize(whole.size() - end.size());
    constexpr std::size_t piece = 1 << 16;
    std::string between = "\n    ";
    for (const auto& finding : findings.kept()) {
        whole += between + indented(to_json(finding), 4);
        between = ",\n    ";
        if (whole.size() >= piece) sink(whole), whole.clear();
    }
    sink(whole + "\n  " + std::string(end));
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
