#include "documents/svg_canvas.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "documents/html_text.hpp"
#include "documents/unicode.hpp"

namespace jv {

namespace {

// Of a letter of 13 pixels high in a wide system font.
constexpr double letter = 7.6;

std::string class_of(std::string_view look) { return look.empty() ? std::string() : fmt::format(" class=\"{}\"", look); }

}  // namespace

int svg_text_width(std::string_view text) { return static_cast<int>(std::ceil(static_cast<double>(display_width(text)) * letter)); }

std::vector<std::string> svg_wrap(std::string_view text, int width) {
    return wrap(printable(text), static_cast<std::size_t>(std::max(4.0, width / letter)));
}

void SvgCanvas::text(int x, int y, std::string_view text, std::string_view anchor, std::string_view look) {
    svg_ += fmt::format("<text x=\"{}\" y=\"{}\"", x, y);
    if (anchor != "start") svg_ += fmt::format(" text-anchor=\"{}\"", anchor);
    if (look == "in") svg_ += " paint-order=\"stroke\"";
    svg_ += fmt::format("{}>{}</text>\n", class_of(look), escaped(text));
}

void SvgCanvas::rect(int x, int y, int width, int height, std::string_view look) {
    svg_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{}/>\n", x, y, width, height, class_of(look));
}

void SvgCanvas::line(int x1, int y1, int x2, int y2, std::string_view look) {
    svg_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"{}/>\n", x1, y1, x2, y2, class_of(look));
}

void SvgCanvas::path(std::string_view points, std::string_view look) { svg_ += fmt::format("<path d=\"{}\"{}/>\n", points, class_of(look)); }

}  // namespace jv
