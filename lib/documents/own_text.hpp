// What formats share of own texts.
#pragma once

#include <string>
#include <vector>

#include "tables/own_text.hpp"

namespace jv {

// What stands before an item: `• `, `◦ ` at a depth below, `3. `; nothing before another block.
std::string item_mark(const Block& block);

// The levels of a text's headings, in order, below a heading of level 2: as written, but none is skipped, and 6 is the deepest.
class HeadingLevels {
public:
    std::size_t next(const Block& heading);

private:
    std::size_t last_ = 2;
};

// The runs of a block with their links in words: `de wet (https://…)`, unless the text is that link.
std::vector<Run> with_links_in_words(const Block& block);

// The text of a block, a line break beginning a new line, with its links in words.
std::vector<std::string> lines_of(const Block& block);

}  // namespace jv
