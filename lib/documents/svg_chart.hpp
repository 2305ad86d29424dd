// Charts as pictures in HTML (SVG): bars, stacked bars, and lines over school years. Text is measured with an estimate on the wide side.
#pragma once

#include <string>
#include <string_view>

#include "tables/table.hpp"

namespace jv {

// The chart as a picture of so many pixels wide, with title and description for who does not see it; `id` is its own, unique in the document.
// Every figure stands in it in Dutch. Series differ in pattern, or dash and marker, as well as colour; of more than most_patterns each bar has its
// name. A share (pie) is drawn as bars with their percentages, and a line whose years do not fit beside each other as bars. Colours and patterns:
// svg_definitions() and its classes in documents/html_page.cpp. The chart has rows.
std::string svg_chart(const Chart& chart, const Style& style, std::string_view id, int width);

// The patterns that pictures fill with, once in a document.
std::string_view svg_definitions();

}  // namespace jv
