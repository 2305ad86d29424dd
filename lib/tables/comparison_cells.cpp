#include "tables/comparison_cells.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace jv {

namespace {

constexpr int ratio_decimals = 2, p_decimals = 3;

Cell p_cell(const std::optional<double>& p) {
    if (!p) return Unknown{};
    if (*p < 0.0005) return Words{"< 0,001"};
    // What is below the level may not look as if it were not.
    if (*p < test_level && std::llround(*p * 1000) >= std::llround(test_level * 1000)) return Words{"< 0,05"};
    return share(*p, p_decimals);
}

}  // namespace

std::string words(Verdict verdict) {
    constexpr std::array<std::string_view, 4> texts = {"niet getoetst", "kan toeval zijn", "misschien meer dan toeval", "meer dan toeval"};
    return std::string(texts[static_cast<std::size_t>(verdict)]);
}

std::string words(Obstacle obstacle) {
    constexpr std::array<std::string_view, 9> texts = {
        "", "geen cijfer", "nvt", "onbekend", "onderdrukt", "samen geteld", "niet op te tellen", "onvolledig", "breuk"};
    return std::string(texts[static_cast<std::size_t>(obstacle)]);
}

std::string note_text(const Break& entry) {
    return fmt::format("{}: {}", entry.separates() ? fmt::format("Breuk ({})", to_text(entry.kind)) : "Omstandigheid", entry.text);
}

Cell share(double value, int decimals) {
    if (std::isinf(value)) return Words{"∞"};
    return Number{std::llround(value * std::pow(10, decimals)), decimals, true};
}

std::array<Cell, 5> test_cells(const RatioTest& test, const std::optional<double>& corrected) {
    const auto bound = [&](double value, bool excludes, std::string_view beyond) {
        auto cell = share(value, ratio_decimals);
        return excludes && cell == share(1, ratio_decimals) ? Cell(Words{std::string(beyond)}) : cell;
    };
    const auto& [low, high] = test.interval;
    return {p_cell(test.p), p_cell(corrected), share(test.ratio, ratio_decimals), bound(low, low > 1, "> 1"), bound(high, high < 1, "< 1")};
}

}  // namespace jv
