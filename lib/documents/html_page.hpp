// What every page in HTML has around its contents: head, style sheet, script and the policy that allows only those two.
#pragma once

#include <string>
#include <string_view>

#include "tables/style.hpp"

namespace jv {

// The logo of the house style as an image in the page, or nothing.
std::string logo_html(const Style& style);

// The page with that title and contents (HTML). It loads nothing: the content security policy names the hashes of its own style sheet and
// script, allows pictures that stand in the page itself, and nothing else. Colours of the house style are made darker or lighter where they can't be
// read, and for a dark screen.
std::string html_page(std::string_view title, std::string_view contents, const Style& style);

}  // namespace jv
