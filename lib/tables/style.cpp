#include "tables/style.hpp"

#include <fmt/format.h>

#include <charconv>

#include "settings/templates.hpp"

namespace jv {

namespace {

Colour read_colour(const Settings& settings, std::string_view key, Colour otherwise) {
    if (!settings.has(key)) return otherwise;
    const auto text = settings.text(key);
    Colour colour = 0;
    if (text.size() == 7 && text[0] == '#') {
        const auto [end, error] = std::from_chars(text.data() + 1, text.data() + 7, colour, 16);
        if (error == std::errc() && end == text.data() + 7) return colour;
    }
    settings.fail(key, fmt::format("\"{}\" is geen kleur", text), "schrijf een kleur als \"#1f4e5f\"");
}

Style read_keys(const Settings& settings, Style style) {
    style.zero = settings.text("nul", style.zero);
    style.nvt = settings.text("nvt", style.nvt);
    style.unknown = settings.text("onbekend", style.unknown);
    style.suppressed = settings.text("onderdrukt", style.suppressed);
    style.no_source = settings.text("geen_bron", style.no_source);
    if (style.zero != "-" && style.zero != "0")
        settings.fail("nul", fmt::format("\"{}\" kan niet voor nul staan", style.zero), "kies \"-\" of \"0\"");
    style.font = settings.text("lettertype", style.font);
    style.font_size = static_cast<int>(settings.whole("lettergrootte", style.font_size));
    if (style.font_size < 8 || style.font_size > 16) settings.fail("lettergrootte", "de lettergrootte past niet op een vel", "kies 8 tot en met 16");
    style.head_fill = read_colour(settings, "kleur_kop", style.head_fill);
    style.head_text = read_colour(settings, "kleur_koptekst", style.head_text);
    style.year_fill = read_colour(settings, "kleur_onderkop", style.year_fill);
    style.total_fill = read_colour(settings, "kleur_totaal", style.total_fill);
    style.line = read_colour(settings, "kleur_lijn", style.line);
    style.muted = read_colour(settings, "kleur_bijtekst", style.muted);
    settings.check_keys();
    return style;
}

}  // namespace

Style read_style(std::string_view name_or_path) { return read_keys(read_settings(find_template("stijl", name_or_path)), {}); }

Style style_of(const Settings& settings) {
    if (!settings.is_table("stijl")) return read_style(settings.text("stijl", "standaard"));
    const auto own = settings.table("stijl");
    return read_keys(own, read_style(own.text("basis", "standaard")));
}

std::string to_text(const Number& number, const Style& style, Thousands thousands) {
    if (number.units == 0 && !number.share) return style.zero;
    auto digits = fmt::format("{}", number.units < 0 ? -number.units : number.units);
    const auto decimals = static_cast<std::size_t>(number.decimals);
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    std::size_t point = digits.size() - decimals;
    std::string text = digits.substr(0, point);
    if (thousands == Thousands::point)
        for (std::size_t i = point; i > 3;) text.insert(i -= 3, 1, '.');
    if (decimals > 0) text += "," + digits.substr(point);
    return number.units < 0 ? "-" + text : text;
}

std::string to_text(const Cell& cell, const Style& style, Thousands thousands) {
    struct Print {
        const Style& style;
        Thousands thousands;
        std::string operator()(const Number& number) const { return to_text(number, style, thousands); }
        std::string operator()(Nvt) const { return style.nvt; }
        std::string operator()(Unknown unknown) const { return unknown.stated ? style.unknown : style.no_source; }
        std::string operator()(Suppressed) const { return style.suppressed; }
        std::string operator()(Covered) const { return {}; }
        std::string operator()(const Words& words) const { return words.text; }
    };
    return std::visit(Print{style, thousands}, cell);
}

}  // namespace jv
