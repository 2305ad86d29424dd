#include "documents/colour.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace jv {

namespace {

constexpr double darkest = 0.26, largest_step = 0.36;
constexpr Colour white = 0xFFFFFF, black = 0x000000, ink = 0x1A1A1A;
constexpr std::array<int, 3> shifts = {16, 8, 0};

double channel(Colour colour, int shift) { return static_cast<double>((colour >> shift) & 0xFF) / 255; }

Colour of_channel(double value, int shift) { return static_cast<Colour>(std::lround(std::clamp(value, 0.0, 1.0) * 255)) << shift; }

double luminance(Colour colour) {
    const auto linear = [&](int shift) {
        const auto value = channel(colour, shift);
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0);
}

}  // namespace

double grey(Colour colour) { return 0.299 * channel(colour, 16) + 0.587 * channel(colour, 8) + 0.114 * channel(colour, 0); }

Colour shade(Colour colour, double wanted) {
    const auto is = grey(colour);
    Colour out = 0;
    for (const int shift : shifts) {
        const auto part = channel(colour, shift);
        out |= of_channel(wanted >= is && is < 1 ? 1 - (1 - part) * (1 - wanted) / (1 - is) : part * wanted / is, shift);
    }
    return out;
}

std::vector<Colour> shades(Colour colour, std::size_t count, double lightest) {
    std::vector<Colour> all;
    const double step = count > 1 ? std::min(largest_step, (lightest - darkest) / static_cast<double>(count - 1)) : 0;
    for (std::size_t i = 0; i < count; ++i) all.push_back(shade(colour, darkest + step * static_cast<double>(i)));
    return all;
}

Colour text_on(Colour colour) { return grey(colour) < 0.5 ? white : ink; }

Colour mixed(Colour first, Colour second, double part) {
    Colour out = 0;
    for (const int shift : shifts) out |= of_channel(channel(first, shift) * (1 - part) + channel(second, shift) * part, shift);
    return out;
}

double contrast(Colour first, Colour second) {
    const auto a = luminance(first), b = luminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

Colour with_contrast(Colour colour, Colour background, double wanted) {
    const auto end = contrast(background, white) > contrast(background, black) ? white : black;
    // Towards white a colour is first made as bright as it can be, so that it keeps its hue.
    double most = 1.0 / 255;
    for (const int shift : shifts) most = std::max(most, channel(colour, shift));
    Colour bright = end;
    if (end == white && colour != black) {
        bright = black;
        for (const int shift : shifts) bright |= of_channel(channel(colour, shift) / most, shift);
    }
    constexpr int steps = 50;
    for (const auto& [from, to] : {std::pair(colour, bright), std::pair(bright, end)})
        for (int step = 0; step <= steps; ++step)
            if (const auto candidate = mixed(from, to, static_cast<double>(step) / steps); contrast(candidate, background) >= wanted)
                return candidate;
    return end;
}

std::string css(Colour colour) { return fmt::format("#{:06x}", colour); }

}  // namespace jv
