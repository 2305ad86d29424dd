#include "messages/finding.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace jv {

namespace {

std::string prefix(const Place& place) {
    if (place.file.empty()) return {};
    if (place.line == 0) return fmt::format("{}: ", place.file);
    if (place.field == 0) return fmt::format("{}:{}: ", place.file, place.line);
    return fmt::format("{}:{}:{}: ", place.file, place.line, place.field);
}

std::string label(Level level) { return level == Level::error ? "" : fmt::format("{}: ", to_text(level)); }

}  // namespace

std::string_view to_text(Level level) {
    if (level == Level::error) return "fout";
    return level == Level::warning ? "waarschuwing" : "opmerking";
}

std::string to_line(const Finding& finding) {
    auto line = fmt::format("{}{} {}{}", prefix(finding.place), finding.code, label(finding.level), finding.text);
    if (!finding.advice.empty()) line += "; " + finding.advice;
    return line;
}

std::string as_shown(std::string_view value) {
    constexpr std::size_t most = 60;
    auto shown = value.substr(0, most);
    if (shown.size() < value.size())  // not in the middle of a character
        while (!shown.empty() && (static_cast<unsigned char>(value[shown.size()]) & 0xC0) == 0x80) shown.remove_suffix(1);
    std::string out = "\"";
    for (const char c : shown) out += static_cast<unsigned char>(c) < ' ' || c == '\x7F' ? ' ' : c;
    return out + (shown.size() < value.size() ? "…\"" : "\"");
}

FindingLog::Tally& FindingLog::tally(std::string_view file, std::string_view code) {
    const std::pair key(file, code);
    const auto found = tallies_.find(key);
    return found != tallies_.end() ? found->second : tallies_[{std::string(file), code}];
}

bool FindingLog::count(std::string_view file, std::string_view code, Level level) {
    if (level == Level::error) ++errors_;
    auto& of_code = tally(file, code);
    of_code.level = level;
    return ++of_code.count <= most_per_code_;
}

void FindingLog::add(Finding finding) {
    if (count(finding.place.file, finding.code, finding.level)) keep(std::move(finding));
}

void FindingLog::add_once(Finding finding) {
    if (!said_.emplace(finding.place.file, finding.text).second) return;
    if (count(finding.place.file, finding.code, finding.level)) keep(std::move(finding), true);
}

void FindingLog::keep(Finding finding, bool once) {
    shown_.push_back(std::move(finding));
    once_.push_back(once);
}

void FindingLog::append(FindingLog later) {
    // What was counted but not kept, or is said once, is added by number or by text.
    for (std::size_t i = 0; i < later.shown_.size(); ++i) {
        if (!later.once_[i]) continue;
        const auto& finding = later.shown_[i];
        --later.tally(finding.place.file, finding.code).count;
        if (finding.level == Level::error) --later.errors_;
    }
    std::map<const Tally*, std::uint64_t> added;
    for (std::size_t i = 0; i < later.shown_.size(); ++i) {
        auto& finding = later.shown_[i];
        if (later.once_[i]) {
            add_once(std::move(finding));
            continue;
        }
        const auto& of_code = tally(finding.place.file, finding.code);
        if (of_code.count + added[&of_code]++ < most_per_code_) keep(std::move(finding));
    }
    for (const auto& [key, of_later] : later.tallies_) {
        auto& of_code = tally(key.first, key.second);
        of_code.count += of_later.count;
        of_code.level = of_later.level;
    }
    errors_ += later.errors_;
}

std::vector<std::string> FindingLog::lines(bool with_warnings) const {
    const auto wanted = [&](Level level) { return with_warnings || level == Level::error; };
    std::vector<std::string> lines;
    for (const auto& finding : shown_)
        if (wanted(finding.level)) lines.push_back(to_line(finding));
    for (const auto& [key, tally] : tallies_)
        if (tally.count > most_per_code_ && wanted(tally.level))
            lines.push_back(fmt::format("{}{} {}nog {} keer, in totaal {}", prefix({key.first, 0, 0}), key.second, label(tally.level),
                                        tally.count - most_per_code_, tally.count));
    return lines;
}

std::map<std::pair<std::string_view, Level>, std::uint64_t> FindingLog::counts() const {
    std::map<std::pair<std::string_view, Level>, std::uint64_t> counts;
    for (const auto& [key, tally] : tallies_) counts[{key.second, tally.level}] += tally.count;
    return counts;
}

Failure::Failure(ExitStatus status, std::vector<std::string> lines)
    : std::runtime_error(fmt::format("{}", fmt::join(lines, "\n"))), status_(status), lines_(std::move(lines)) {}

void fail_usage(std::string_view code, std::string text, std::string advice, Place place) {
    throw Failure(ExitStatus::usage, Finding{std::move(place), code, std::move(text), std::move(advice)});
}

void fail_data(std::string_view code, std::string text, std::string advice, Place place) {
    throw Failure(ExitStatus::data, Finding{std::move(place), code, std::move(text), std::move(advice)});
}

}  // namespace jv
