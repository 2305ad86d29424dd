// A Word document of the municipality's own, whose fonts, colours and page a report takes over.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>

#include "tables/style.hpp"

namespace jv {

// What a style says of text; what neither it nor those it is based on say, is empty.
struct TextStyle {
    std::optional<std::string> font;
    std::optional<int> half_points;
    std::optional<Colour> colour;
    std::optional<bool> bold;
};

// A page upright, in twentieths of a point.
struct PageSize {
    int width = 11906, height = 16838;  // A4
    int top = 1304, right = 1304, bottom = 1304, left = 1304, header = 652, footer = 567;

    int text_width(bool landscape) const { return landscape ? height - top - bottom : width - left - right; }
    int text_height(bool landscape) const { return landscape ? width - left - right : height - top - bottom; }
    bool operator==(const PageSize&) const = default;
};

inline constexpr std::size_t styled_headings = 3;

struct StyleDocument {
    TextStyle text, title;
    std::array<TextStyle, styled_headings> headings;
    std::optional<Colour> accent;  // the first accent of its theme
    PageSize page;                 // of its last section
};

// Reads a .docx. Fails with status 2: I001-I003, and I020 when it is no Word document, is damaged, or has no styles.
StyleDocument read_style_document(const std::filesystem::path& path);

}  // namespace jv
