#include "tables/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "law/datum.hpp"
#include "messages/suggest.hpp"

namespace jv {

namespace {

constexpr std::string_view year_name = "schooljaar";

std::optional<int> parse_int(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

bool holds(const std::vector<std::string>& names, std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); }

// What stands behind the colon of `{meldingen:aantal}`.
Text::Piece parse_form(const std::string& figure, const std::string& form, const Place& place, const PlaceNames& names) {
    if (const auto bar = form.find('|'); bar != std::string::npos) return ChoicePlace{figure, form.substr(0, bar), form.substr(bar + 1)};
    if (form == "aantal") return CountPlace{figure};
    if (form == "deel") return PartPlace{figure};
    if (holds(names.change_forms, form)) return ChangePlace{figure, form};
    auto known = names.change_forms;
    known.insert(known.end(), {"aantal", "deel"});
    fail_usage("S005", fmt::format("{{{}:{}}}: de vorm \"{}\" bestaat niet", figure, form, form), did_you_mean(form, known), place);
}

}  // namespace

std::optional<int> parse_year_offset(std::string_view name) {
    if (!name.starts_with(year_name)) return std::nullopt;
    name.remove_prefix(year_name.size());
    if (name.empty()) return 0;
    if (name[0] == '+' && name.size() > 1 && name[1] != '-') return parse_int(name.substr(1));
    if (name[0] == '-') return parse_int(name);
    return std::nullopt;
}

bool Text::names_area() const {
    return std::any_of(pieces.begin(), pieces.end(), [](const auto& piece) { return std::holds_alternative<AreaPlace>(piece); });
}

Text parse_text(std::string_view text, const Place& place, const PlaceNames& names) {
    Text parsed{{}, place};
    std::string literal;
    const auto end_literal = [&] {
        if (!literal.empty()) parsed.pieces.emplace_back(std::exchange(literal, {}));
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '{' || text.substr(i, 2) == "{{") {
            if (text[i] == '{') ++i;
            literal += text[i];
            continue;
        }
        const auto end = text.find('}', i);
        if (end == std::string_view::npos) fail_usage("S004", "een { zonder }", "sluit de naam af met }, of schrijf {{ voor een accolade", place);
        const auto name = text.substr(i + 1, end - i - 1);
        i = end;
        end_literal();
        if (name == "gebied") {
            parsed.pieces.emplace_back(AreaPlace{});
        } else if (const auto offset = parse_year_offset(name)) {
            parsed.pieces.emplace_back(YearPlace{*offset});
        } else if (holds(names.figures, name)) {
            parsed.pieces.emplace_back(FigurePlace{std::string(name)});
        } else if (holds(names.lists, name)) {
            parsed.pieces.emplace_back(ListPlace{std::string(name)});
        } else if (const auto colon = name.find(':');
                   names.has_forms && colon != std::string_view::npos && holds(names.figures, name.substr(0, colon))) {
            parsed.pieces.push_back(parse_form(std::string(name.substr(0, colon)), std::string(name.substr(colon + 1)), place, names));
        } else {
            auto known = names.figures;
            known.insert(known.end(), names.lists.begin(), names.lists.end());
            known.insert(known.end(), {"gebied", "schooljaar", "schooljaar-1"});
            fail_usage("S005", fmt::format("{{{}}} is geen cijfer van dit sjabloon", name), did_you_mean(name, known), place);
        }
    }
    end_literal();
    return parsed;
}

std::optional<std::string> parse_report_year(std::string_view text) {
    if (const auto year = parse_schooljaar(text)) return to_text(*year);
    if (const auto calendar = parse_int(text); text.size() == 4 && calendar && *calendar >= 1900 && *calendar <= 2099) return std::string(text);
    return std::nullopt;
}

std::string shift_year(std::string_view year, int by) {
    if (year.size() == 4)
        if (const auto calendar = parse_int(year)) return fmt::format("{}", *calendar + by);
    const auto parsed = parse_schooljaar(year);
    return parsed ? to_text(parsed->plus(by)) : std::string(year);
}

}  // namespace jv
