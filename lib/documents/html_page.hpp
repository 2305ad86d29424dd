// What every page in HTML has around its contents: head, style sheet, script and the policy that allows only those two.
#pragma once

#include <string>
#include <string_view>

#include "tables/style.hpp"

namespace jv {

// The logo of the house style as an image in the page, or nothing.
std::string logo_html(const Style& style);

// What stands before the contents of a page with that title, and behind them. The page loads nothing: the content security policy names the hashes of
// its own style sheet and script, allows pictures that stand in the page itself, and nothing else. Colours of the house style are made darker or
// lighter where they can't be read, and for a dark screen.
std::string html_begin(std::string_view title, const Style& style);
std::string html_end();

}  // namespace jv
