// Colours of documents: how light they are, and how well one is seen on another.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tables/style.hpp"

namespace jv {

// How light a colour is when printed in grey, from black (0) to white (1).
double grey(Colour colour);

// The colour made lighter (towards white) or darker (towards black) until it has that grey.
Colour shade(Colour colour, double wanted);

// So many shades of a colour, dark to light, at equal distances in grey; the lightest is at most that grey.
std::vector<Colour> shades(Colour colour, std::size_t count, double lightest);

// Black or white text, whichever can be read on the colour.
Colour text_on(Colour colour);

// The first with so much (0 to 1) of the second in it.
Colour mixed(Colour first, Colour second, double part);

// The contrast ratio of WCAG 2.2, from 1 to 21.
double contrast(Colour first, Colour second);

// The colour, made lighter or darker as far as it takes to have that contrast with the background, if black or white has.
Colour with_contrast(Colour colour, Colour background, double wanted);

// As in CSS: `#1f4e5f`.
std::string css(Colour colour);

}  // namespace jv
