#include "tables/style.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "bytes/files.hpp"
#include "law/datum.hpp"
#include "rows/fold_name.hpp"
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

constexpr int example_year = 2023;

// A school year as the house style prints that of 2023: the example itself.
std::string read_year_form(const Settings& settings, const std::string& otherwise) {
    auto form = settings.text("jaarnotatie", otherwise);
    if (parse_schooljaar(form) != Schooljaar(example_year) || form == "2324")
        settings.fail("jaarnotatie", fmt::format("\"{}\" is niet het schooljaar 2023-2024", form),
                      "schrijf dat schooljaar zoals het gedrukt wordt, bijvoorbeeld \"’23-’24\"");
    return form;
}

// The logo in a file beside the settings. Its bytes, not its name, say what it is.
Picture read_logo(const Settings& settings, const std::filesystem::path& path) {
    Picture picture{Picture::Kind::svg, read_whole_file(path)};
    const auto& bytes = picture.bytes;
    constexpr std::string_view signature = "\x89PNG\r\n\x1A\n";
    constexpr std::size_t header_size = 24, width_at = 16, height_at = 20;  // PNG (ISO/IEC 15948), 11.2.2
    const auto number_at = [&](std::size_t at) {
        unsigned number = 0;
        for (std::size_t i = at; i < at + 4; ++i) number = number << 8 | static_cast<unsigned char>(bytes[i]);
        return number;
    };
    if (bytes.starts_with(signature) && bytes.size() > header_size) {
        picture.kind = Picture::Kind::png;
        picture.width = number_at(width_at), picture.height = number_at(height_at);
        if (picture.width > 0 && picture.height > 0) return picture;
    } else if (bytes.find("<svg") != std::string::npos) {
        return picture;
    }
    settings.fail("logo", fmt::format("{} is geen png en geen svg", display_name(path)), "bewaar het logo als png of svg");
}

void read_logos(const Settings& settings, const std::filesystem::path& folder, Style& style) {
    if (!settings.has("logo")) return;
    style.logo.clear();
    for (const auto& name : settings.texts("logo")) style.logo.push_back(read_logo(settings, folder / name));
    style.logo_text = settings.text("logo_tekst");
}

Style read_keys(const Settings& settings, Style style, const std::filesystem::path& folder) {
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
    read_logos(settings, folder, style);
    style.year_form = read_year_form(settings, style.year_form);
    style.language = settings.text("taal", style.language);
    if (style.language.size() < 2 || style.language.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-") != std::string::npos)
        settings.fail("taal", fmt::format("\"{}\" is geen code van een taal", style.language), "schrijf \"nl\", \"fy\" of \"en\"");
    const auto labels = settings.table("labels");
    for (const auto& text : labels.keys()) style.labels[fold_name(text)] = labels.text(text);
    settings.check_keys();
    style.file = settings.place().file;
    return style;
}

}  // namespace

const Picture* Style::logo_of(Picture::Kind kind) const {
    const auto at = std::find_if(logo.begin(), logo.end(), [&](const Picture& picture) { return picture.kind == kind; });
    return at == logo.end() ? nullptr : &*at;
}

const std::string& Style::label(const std::string& text) const {
    if (labels.empty()) return text;
    const auto at = labels.find(fold_name(text));
    return at == labels.end() ? text : at->second;
}

std::string print_year(std::string_view year, const Style& style) {
    const auto parsed = parse_schooljaar(year);
    if (!parsed) return std::string(year);
    // In the example stand the year's digits, four or two; the same of this year take their place.
    std::string printed;
    const auto form = std::string_view(style.year_form);
    for (std::size_t at = 0; at < form.size();) {
        std::size_t size = 0;
        while (at + size < form.size() && form[at + size] >= '0' && form[at + size] <= '9') ++size;
        const auto last_two = size < 2 ? std::string_view() : form.substr(at + size - 2, 2);
        if (size == 4 || size == 2) {
            const int of = parsed->begin_year() + (last_two == "24" ? 1 : 0);
            printed += size == 4 ? fmt::format("{:04}", of) : fmt::format("{:02}", of % 100);
        } else {
            size = std::max<std::size_t>(size, 1);
            printed += form.substr(at, size);
        }
        at += size;
    }
    return printed;
}

Style read_style(std::string_view name_or_path, Style base) {
    const auto path = find_template("stijl", name_or_path);
    return read_keys(read_settings(path), std::move(base), path.parent_path());
}

Style style_of(const Settings& settings, const std::filesystem::path& folder) {
    const auto read_named = [&](const std::string& name) { return read_style(name.ends_with(".toml") ? (folder / name).string() : name); };
    if (!settings.is_table("stijl")) return read_named(settings.text("stijl", "standaard"));
    const auto own = settings.table("stijl");
    return read_keys(own, read_named(own.text("basis", "standaard")), folder);
}

std::string to_text(const Number& number, const Style& style, Thousands thousands) {
    if (number.units == 0 && !number.share) return style.zero;
    const fmt::format_int digits(number.units < 0 ? -number.units : number.units);
    const auto decimals = static_cast<std::size_t>(number.decimals);
    // At least one digit stands before the comma.
    const auto zeros = digits.size() > decimals ? 0 : decimals + 1 - digits.size();
    std::string text = number.units < 0 ? "-" : "";
    for (std::size_t i = 0, left = zeros + digits.size(); left > 0; ++i, --left) {
        text += i < zeros ? '0' : digits.data()[i - zeros];
        if (left == decimals + 1 && decimals > 0) text += ',';
        if (thousands == Thousands::point && left > decimals + 1 && (left - decimals - 1) % 3 == 0) text += '.';
    }
    return text;
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
