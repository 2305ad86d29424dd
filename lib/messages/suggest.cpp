#include "messages/suggest.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace jv {

namespace {

std::string folded(std::string_view text) {
    std::string out(text);
    for (auto& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

}  // namespace

// The optimal string alignment distance.
std::size_t letters_apart(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
    for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i)
        for (std::size_t j = 1; j <= b.size(); ++j) {
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    return d[a.size()][b.size()];
}

std::string nearest(std::string_view name, std::span<const std::string> candidates) {
    const auto wanted = folded(name);
    std::string best;
    std::size_t best_distance = std::max<std::size_t>(1, wanted.size() / 3) + 1;
    for (const auto& candidate : candidates) {
        // Letters that one has more than the other differ in any case.
        if (std::max(wanted.size(), candidate.size()) - std::min(wanted.size(), candidate.size()) >= best_distance) continue;
        const auto d = letters_apart(wanted, folded(candidate));
        if (d < best_distance) best_distance = d, best = candidate;
    }
    return best;
}

std::string did_you_mean(std::string_view name, std::span<const std::string> candidates) {
    if (const auto best = nearest(name, candidates); !best.empty()) return fmt::format("bedoelde u \"{}\"?", best);
    return fmt::format("kies uit: {}", fmt::join(candidates, ", "));
}

std::string enumerate(std::span<const std::string> names) {
    if (names.empty()) return {};
    if (names.size() == 1) return names.front();
    return fmt::format("{} en {}", fmt::join(names.first(names.size() - 1), ", "), names.back());
}

}  // namespace jv
