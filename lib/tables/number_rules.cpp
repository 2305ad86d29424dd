#include "tables/number_rules.hpp"

#include <utf8.h>

#include <algorithm>
#include <array>

#include "settings/settings.hpp"
#include "settings/templates.hpp"

namespace jv {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A character that a word is made of: a letter (é too, and ½), and what ties addresses together.
bool is_letter(std::uint32_t point) {
    if (point >= 0x80) return point >= 0xAA && point < 0x2000 && point != 0xAB && point != 0xBB;
    return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') || point == '_' || point == '@' || point == '#';
}
bool letter_before(const std::string& text, std::size_t at) {
    if (at == 0) return false;
    auto end = text.begin() + static_cast<std::ptrdiff_t>(at);
    return is_letter(utf8::prior(end, text.begin()));
}
bool letter_at(const std::string& text, std::size_t at) {
    return at < text.size() && is_letter(utf8::peek_next(text.begin() + static_cast<std::ptrdiff_t>(at), text.end()));
}

// The number is part of a word: `2e`, `21a`, `mbo-2`, `16-jarigen`, `18+`.
bool in_word(const std::string& text, std::size_t begin, std::size_t end) {
    if (letter_before(text, begin) || letter_at(text, end)) return true;
    const char before = begin > 0 ? text[begin - 1] : ' ', after = end < text.size() ? text[end] : ' ';
    if ((before == '-' || before == '.' || before == '/') && letter_before(text, begin - 1)) return true;
    return after == '+' || ((after == '-' || after == '/') && letter_at(text, end + 1));
}

struct Read {
    std::size_t end;
    std::optional<std::int64_t> value;  // in millionths; none for what is too long to be a count
};

// The number that begins at `at`: digits, or groups of three behind points, and at most three decimals behind a comma or a point.
Read read_number(const std::string& text, std::size_t at) {
    constexpr std::size_t most_digits = 12;
    const auto digits_from = [&](std::size_t from) { return std::min(text.find_first_not_of("0123456789", from), text.size()); };
    auto end = digits_from(at);
    auto digits = text.substr(at, end - at);
    bool grouped = false;
    while (end - at <= 3 || grouped) {
        if (end >= text.size() || text[end] != '.' || digits_from(end + 1) != end + 4) break;
        digits += text.substr(end + 1, 3);
        end += 4;
        grouped = true;
    }
    std::size_t decimals = 0;
    if (end < text.size() && (text[end] == ',' || (text[end] == '.' && !grouped))) {
        const auto after = digits_from(end + 1);
        if (after > end + 1 && after <= end + 4) {
            decimals = after - end - 1;
            digits += text.substr(end + 1, decimals);
            end = after;
        }
    }
    if (digits.size() > most_digits) return {end, std::nullopt};
    digits.append(6 - decimals, '0');
    return {end, std::stoll(digits)};
}

}  // namespace

NumberRules read_number_rules() {
    const auto settings = read_settings(templates_folder() / "getallen.toml");
    NumberRules rules;
    for (const auto& name : settings.texts("geen-naam")) rules.no_names.insert(name);
    for (const auto& table : settings.tables("geen-cijfer")) {
        NumberRule rule{table.text("wat"), {}, table.texts("voorbeelden")};
        auto options = std::regex::ECMAScript | std::regex::optimize;
        if (!table.flag("hoofdletters", false)) options |= std::regex::icase;
        try {
            rule.pattern.assign(table.text("patroon"), options);
        } catch (const std::regex_error&) {
            table.fail("patroon", "dit is geen reguliere expressie", "kijk of haken gesloten zijn; de vorm is die van ECMAScript");
        }
        table.check_keys();
        rules.exempt.push_back(std::move(rule));
    }
    settings.check_keys();
    return rules;
}

std::string plain(std::string_view text) {
    std::string out;
    for (auto at = text.begin(); at != text.end();) {
        const auto* const begin = at;
        const auto point = utf8::next(at, text.end());
        if (point == 0xA0 || (point >= 0x2000 && point <= 0x200A) || point == 0x202F || point == '\n' || point == '\t')
            out += ' ';
        else if (point == 0x2018 || point == 0x2019)
            out += '\'';
        else if ((point >= 0x2010 && point <= 0x2015) || point == 0x2212)
            out += '-';
        else
            out.append(begin, at);
    }
    return out;
}

std::vector<WrittenNumber> written_numbers(const std::string& text, const std::vector<NumberRule>& rules) {
    std::vector<bool> held(text.size());  // byte by byte
    for (const auto& rule : rules)
        for (auto found = std::sregex_iterator(text.begin(), text.end(), rule.pattern); found != std::sregex_iterator(); ++found)
            std::fill_n(held.begin() + found->position(), found->length(), true);
    std::vector<WrittenNumber> numbers;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text[at])) {
            ++at;
            continue;
        }
        const auto [end, value] = read_number(text, at);
        const bool is_held = std::find(held.begin() + static_cast<std::ptrdiff_t>(at), held.begin() + static_cast<std::ptrdiff_t>(end), true) !=
                             held.begin() + static_cast<std::ptrdiff_t>(end);
        WrittenNumber number{text.substr(at, end - at), at, end};
        number.compared = value && !in_word(text, at, end) && !is_held;
        number.value = value.value_or(0);
        number.may_be_year =
            end - at == 4 && number.text.find_first_of(".,") == std::string::npos && number.value >= 1'900'000'000 && number.value <= 2'100'000'000;
        auto after = std::string_view(text).substr(end);
        if (after.starts_with(' ')) after.remove_prefix(1);
        number.percent = after.starts_with('%') || after.starts_with("procent");
        if (at > 0 && text[at - 1] == '-' && (at == 1 || text[at - 2] == ' ' || text[at - 2] == '(')) {
            number.text.insert(0, "-");
            number.value = -number.value;
            --number.begin;
        }
        numbers.push_back(std::move(number));
        at = end;
    }
    return numbers;
}

}  // namespace jv
