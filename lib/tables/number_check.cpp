#include "tables/number_check.hpp"

#include <fmt/format.h>
#include <utf8.h>

#include <algorithm>

#include "rows/csv_reader.hpp"
#include "rows/fold_name.hpp"
#include "tables/text_places.hpp"

namespace jv {

namespace {

// Whole numbers up to this one are written without being a figure: `in 2 gevallen`. Percentages are always figures.
constexpr std::int64_t largest_loose = 12'000'000;

bool is_loose(const WrittenNumber& number) { return std::abs(number.value) <= largest_loose && number.value % 1'000'000 == 0 && !number.percent; }

// Where each number of a block stands: the lines of the block are searched from number to number.
class Finder {
public:
    Finder(const SourceBlock& block, const Markdown& markdown, const std::string& file) : source_(markdown.source), file_(file) {
        last_ = std::min<std::uint64_t>(block.last_line, source_.size());
        go_to(std::max<std::uint64_t>(block.first_line, 1), block.first_byte);
    }

    // The place of the next number that is written so. One that is not in the source (`&#50;`) has the place of the number before it.
    Place next(const std::string& digits) {
        for (auto line = line_, from = byte_; line <= last_; ++line, from = 0)
            for (auto at = source_[line - 1].find(digits, from); at != std::string::npos; at = source_[line - 1].find(digits, at + 1)) {
                if (!is_number(source_[line - 1], from, at, digits.size())) continue;
                go_to(line, at);
                Place place{file_, line_, static_cast<std::uint32_t>(column_ + 1)};
                go_to(line, at + digits.size());
                return place;
            }
        return {file_, line_, static_cast<std::uint32_t>(column_ + 1)};
    }

private:
    // No part of a longer number, nor of a place `{…}` that begins at `from` or later.
    static bool is_number(std::string_view line, std::size_t from, std::size_t at, std::size_t size) {
        const auto is_digit = [&](std::size_t i) { return i < line.size() && line[i] >= '0' && line[i] <= '9'; };
        if ((at > 0 && is_digit(at - 1)) || is_digit(at + size)) return false;
        const auto before = line.substr(from, at - from);
        const auto brace = before.find_last_of("{}");
        return brace == std::string_view::npos || before[brace] == '}' || (brace > 0 && before[brace - 1] == '{');
    }

    void go_to(std::uint64_t line, std::size_t byte) {
        const bool on = line == line_ && byte >= byte_;
        const auto text = line <= source_.size() ? std::string_view(source_[line - 1]) : std::string_view();
        byte = std::min(byte, text.size());
        const auto begin = text.begin() + static_cast<std::ptrdiff_t>(on ? byte_ : 0);
        column_ = (on ? column_ : 0) + static_cast<std::size_t>(utf8::distance(begin, text.begin() + static_cast<std::ptrdiff_t>(byte)));
        line_ = line;
        byte_ = byte;
    }

    const std::vector<std::string>& source_;
    const std::string& file_;
    std::uint64_t last_ = 0, line_ = 0;
    std::size_t byte_ = 0, column_ = 0;  // of line_, both from 0: where the number before ends
};

// The text of a block, plain, with a character that is no part of anything for each place.
std::string text_of(const SourceBlock& block) {
    std::string text;
    for (const auto& run : block.block.runs) text += replace_marks(run.text, [](std::size_t) { return "\x1A"; });
    return plain(text);
}

std::size_t without_spaces_before(const std::string& text, std::size_t at) {
    while (at > 0 && text[at - 1] == ' ') --at;
    return at;
}

// `tabel "meldingen" geeft 251`, and the name to write for it.
std::pair<std::string, std::string> said(const PrintedNumbers::Printed& printed, const std::string& report_year) {
    if (!printed.table) return {fmt::format("het cijfer \"{}\" is een ander getal", printed.figure), printed.figure};
    Style style;
    style.zero.assign(1, '0');
    return {fmt::format("tabel \"{}\" geeft {}", printed.table->name, to_text(printed.table->cell(printed.row, printed.column), style)),
            place_name(*printed.table, printed.row, printed.column, report_year)};
}

}  // namespace

void check_numbers(const SourceBlock& block, const Markdown& markdown, const std::string& file, const PrintedNumbers& printed,
                   const NumberRules& rules, const std::string& report_year, FindingLog& log) {
    const auto text = text_of(block);
    const auto folded = fold_name(text);
    const auto names = printed.names_with_numbers(folded);
    Finder finder(block, markdown, file);
    std::size_t used = 0;  // up to here names belong to numbers before
    for (const auto& number : written_numbers(text, rules.exempt)) {
        const auto place = finder.next(number.text.substr(number.text.starts_with('-') ? 1 : 0));
        const bool in_name = std::any_of(names.begin(), names.end(), [&](const auto& n) { return n.first < number.end && number.begin < n.second; });
        if (!number.compared || in_name || (block.block.kind == BlockKind::heading && number.begin == 0)) continue;

        // The name right behind the number, or else right before it; a percentage has none, and a year has none before it.
        const PrintedNumbers::Named* named = nullptr;
        auto begin = number.begin, end = number.end;
        const auto behind = text.find_first_not_of(' ', end);
        if (!number.percent && behind != std::string::npos && behind > end && (named = printed.name_at(folded, behind)))
            used = end = behind + named->size;
        if (!number.percent && !named && !number.may_be_year) {
            auto before = without_spaces_before(text, begin);
            if (before > used && text[before - 1] == ':') before = without_spaces_before(text, before - 1);
            if (before > used && before < begin && (named = printed.name_before(folded, before))) begin = before - named->size;
        }
        if (named ? named->holds(number.value) : number.may_be_year || printed.holds(number.value)) continue;
        if (named) {
            const auto [meant, name] = said(named->nearest(number.value), report_year);
            log.add({place, "T013", fmt::format("hier staat {}, maar {}", as_shown(text.substr(begin, end - begin)), meant),
                     fmt::format("schrijf {{{}}}, verbeter het getal, of schrijf {{={}}} als het iets anders telt", name, number.text),
                     Level::warning});
        } else if (!is_loose(number)) {
            log.add({place, "T015", fmt::format("{} staat in geen tabel of cijfer van dit verslag", number.text),
                     fmt::format("verbeter het getal, of schrijf {{={}}} als het niet uit dit verslag komt", number.text), Level::warning});
        }
    }
}

}  // namespace jv
