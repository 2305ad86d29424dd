// A text of the municipality's own in a report: headings, paragraphs and lists, with its figures filled in.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace jv {

// A stretch of text of one look. `\n` is a line break.
struct Run {
    std::string text;
    bool bold = false;
    bool italic = false;
    std::string link = {};  // where it leads (https:, http: or mailto:); empty is nowhere
    bool operator==(const Run&) const = default;
};

enum class BlockKind { heading, paragraph, bullet, numbered };

struct Block {
    BlockKind kind = BlockKind::paragraph;
    // A heading: 1 is right below the title of the part. An item: its depth, from 1. A paragraph: the depth of the item that it goes on in, or 0.
    std::size_t level = 0;
    std::size_t number = 0;  // of a numbered item
    std::vector<Run> runs = {};
    bool operator==(const Block&) const = default;

    bool in_list() const { return kind != BlockKind::heading && level > 0; }
};

struct OwnText {
    std::string title;
    std::vector<Block> blocks;
    bool written = true;  // false: there is no text yet, and the blocks say so; a format marks that
};

}  // namespace jv
