#include "documents/own_text.hpp"

#include <algorithm>

namespace jv {

std::string item_mark(const Block& block) {
    if (block.kind == BlockKind::numbered) return std::to_string(block.number) + ". ";
    if (block.kind == BlockKind::bullet) return block.level > 1 ? "◦ " : "• ";
    return {};
}

std::size_t HeadingLevels::next(const Block& heading) {
    constexpr std::size_t part = 2, deepest = 6;
    last_ = std::min({part + heading.level, last_ + 1, deepest});
    return last_;
}

std::vector<Run> with_links_in_words(const Block& block) {
    auto runs = block.runs;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const auto& link = runs[i].link;
        const bool goes_on = i + 1 < runs.size() && runs[i + 1].link == link;
        if (!link.empty() && !goes_on && runs[i].text != link && "mailto:" + runs[i].text != link) runs[i].text += " (" + link + ")";
    }
    return runs;
}

std::vector<std::string> lines_of(const Block& block) {
    std::vector<std::string> lines(1);
    for (const auto& run : with_links_in_words(block))
        for (const char c : run.text)
            if (c == '\n')
                lines.emplace_back();
            else
                lines.back() += c;
    return lines;
}

}  // namespace jv
