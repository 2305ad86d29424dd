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

void add_finding(JsonWriter& json, const Finding& finding) {
    json.begin_line();
    json.add("bestand", finding.place.file);
    json.add("regel", finding.place.line);
    json.add("veld", finding.place.field);
    json.add("code", finding.code);
    json.add("niveau", to_text(finding.level));
    json.add("bevinding", finding.text);
    json.add("advies", finding.advice);
    json.end_object();
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
    constexpr std::size_t piece = 1 << 16;
    JsonWriter json;
    json.begin_object();
    json.begin_list("exports");
    for (const auto& input : exports) {
        json.begin_line();
        json.add("bestand", input.file);
        json.add("soort", info(input.kind).name);
        json.add("rijen", input.read);
        json.end_object();
    }
    json.end_list();
    json.add("rijen", rows_of(exports));
    auto levels = by_level(findings);
    json.add("fouten", levels[Level::error]);
    json.add("waarschuwingen", levels[Level::warning]);
    json.add("opmerkingen", levels[Level::note]);
    json.begin_list("samenvatting");
    for (const auto& [key, count] : findings.counts()) {
        json.begin_line();
        json.add("code", key.first);
        json.add("niveau", to_text(key.second));
        json.add("aantal", count);
        json.end_object();
    }
    json.end_list();
    json.begin_list("bevindingen");
    for (const auto& finding : findings.kept()) {
        add_finding(json, finding);
        if (json.size() >= piece) sink(json.take());
    }
    json.end_list();
    json.end_object();
    sink(json.take());
}

std::string checks_as_text(const Catalogue& catalogue) {
    std::string out;
    for (const auto& check : catalogue.all())
        out += fmt::format("{} {}\n    {}\n    Grond: {}\n    Advies: {}\n", check.code, to_text(check.level), check.meaning, check.ground,
                           check.advice);
    return out;
}

std::string checks_as_json(const Catalogue& catalogue) {
    JsonWriter json;
    json.begin_list();
    for (const auto& check : catalogue.all()) {
        json.begin_object();
        json.add("code", check.code);
        json.add("niveau", to_text(check.level));
        json.add("betekenis", check.meaning);
        json.add("grond", check.ground);
        json.add("advies", check.advice);
        json.end_object();
    }
    json.end_list();
    return json.take();
}

}  // namespace jv
