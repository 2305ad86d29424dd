// Reading an own text: the part of CommonMark that a report can show, with places `{…}` for figures.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "messages/finding.hpp"
#include "tables/own_text.hpp"
#include "tables/text.hpp"

namespace jv {

// A block as read, its places still marks, and where it stands in the file.
struct SourceBlock {
    Block block;
    std::uint64_t first_line = 0, last_line = 0;
    std::size_t first_byte = 0;  // of the first line, from 0: where the text begins, behind `- ` or `## `
};

// A text as read. In the runs a mark, one private character, stands for each place.
struct Markdown {
    std::vector<SourceBlock> blocks;
    std::vector<Name> places;         // what stands between the braces; `{` for `{{`
    std::vector<std::string> source;  // the lines of the file
};

// Reads headings, paragraphs, lists, bold, italic, links and line breaks. Anything else (raw HTML, images, code, quotes, rules, tables) becomes
// plain text, with a warning T011. Fails with status 2: I007 for bytes that are no UTF-8, I009 for a NUL, S004 for a brace that is not closed on
// its line.
Markdown read_markdown(std::string_view text, const std::string& file, FindingLog& log);

// The text with each mark replaced by what `filling` gives for the number of its place.
std::string replace_marks(std::string_view text, const std::function<std::string(std::size_t)>& filling);

// The place of byte `byte` (from 0) of a line; columns are counted in characters, from 1.
Place place_in(const std::string& file, std::uint64_t line, std::string_view text, std::size_t byte);

}  // namespace jv
