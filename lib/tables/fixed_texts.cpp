#include "tables/fixed_texts.hpp"

namespace jv {

std::string fixed_text(const Style& style, std::string_view text, std::initializer_list<std::pair<std::string_view, std::string_view>> places) {
    const std::string whole(text);
    const auto& label = style.label(whole);
    std::string out;
    for (std::size_t at = 0; at < label.size();) {
        const auto here = std::string_view(label).substr(at);
        const auto* place = places.begin();
        while (place != places.end() &&
               !(here.starts_with('{') && here.substr(1).starts_with(place->first) && here.substr(1 + place->first.size()).starts_with('}')))
            ++place;
        if (place == places.end()) {
            out += label[at++];
        } else {
            out += place->second;
            at += place->first.size() + 2;
        }
    }
    return out;
}

std::string enumerate(std::span<const std::string> names, const Style& style) {
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i)
        out += (i == 0 ? "" : i + 1 < names.size() ? ", " : " " + fixed_text(style, fixed::and_) + " ") + names[i];
    return out;
}

}  // namespace jv
