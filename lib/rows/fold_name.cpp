#include "rows/fold_name.hpp"

namespace jv {

std::string fold_name(std::string_view name) {
    std::string folded(name);
    for (std::size_t i = 0; i < folded.size(); ++i) {
        auto& c = folded[i];
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        // The capitals of Latin-1 (À to Þ, but not ×) stand 32 before their small letters.
        const auto second = i + 1 < folded.size() ? static_cast<unsigned char>(folded[i + 1]) : 0;
        if (c == '\xC3' && second >= 0x80 && second <= 0x9E && second != 0x97) folded[i + 1] = static_cast<char>(second + 0x20);
    }
    return folded;
}

}  // namespace jv
