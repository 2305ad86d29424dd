#include "documents/docx_look.hpp"

#include "documents/colour.hpp"
#include "documents/house_style.hpp"

namespace jv {

namespace {

constexpr Colour white = 0xFFFFFF, ink = 0x1B2225;
// The least contrast of text (WCAG 2.2, 1.4.3).
constexpr double least_contrast = 4.6;

void take_over(TextLook& look, const TextStyle& own) {
    if (own.font) look.font = *own.font;
    if (own.half_points) look.half_points = std::clamp(*own.half_points, 14, 96);
    if (own.colour) look.colour = with_contrast(*own.colour, white, least_contrast);
    if (own.bold) look.bold = *own.bold;
}

bool is_grey(Colour colour) { return (colour >> 16) == (colour & 0xFF) && ((colour >> 8) & 0xFF) == (colour & 0xFF); }

// The colour by which one knows the house style: that of headings, or when they are black or grey that of the theme.
std::optional<Colour> main_colour(const StyleDocument& own) {
    const auto& heading = own.headings.front().colour;
    if (heading && !is_grey(*heading)) return heading;
    return own.accent && !is_grey(*own.accent) ? own.accent : heading;
}

}  // namespace

DocxLook docx_look(const Style& style, const std::optional<StyleDocument>& own) {
    DocxLook look;
    look.text = {style.font, style.font_size * 2, ink, false};
    const auto accent = with_contrast(style.accent, white, least_contrast);
    look.title = {style.font, 52, accent, true};
    constexpr std::array sizes = {32, 26, 23};
    for (std::size_t i = 0; i < sizes.size(); ++i) look.headings[i] = {style.font, sizes[i], accent, true};
    look.head_fill = look.chart = style.head_fill;
    look.head_text = style.head_text;
    look.subhead_fill = style.year_fill;
    look.total_fill = style.total_fill;
    look.line = style.line;
    look.muted = style.muted;
    look.language = office_language(style);
    if (own) {
        take_over(look.text, own->text);
        take_over(look.title, own->title);
        for (std::size_t i = 0; i < look.headings.size(); ++i) take_over(look.headings[i], own->headings[i]);
        look.page = own->page;
        if (const auto main = main_colour(*own)) {
            look.head_fill = look.chart = *main;
            look.head_text = text_on(*main);
            look.subhead_fill = mixed(white, *main, 0.14);
            look.total_fill = mixed(white, *main, 0.06);
            look.line = mixed(white, *main, 0.4);
        }
    }
    look.head_text = with_contrast(look.head_text, look.head_fill, least_contrast);
    look.subhead_text = with_contrast(look.text.colour, look.subhead_fill, least_contrast);
    look.total_text = with_contrast(look.text.colour, look.total_fill, least_contrast);
    look.muted = with_contrast(look.muted, white, least_contrast);
    return look;
}

}  // namespace jv
