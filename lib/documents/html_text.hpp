// Text in HTML. All text of a report, in elements, attributes and pictures alike, comes in through escaped().
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "tables/own_text.hpp"

namespace jv {

// Valid UTF-8 without control characters, with `& < > " '` as entities.
std::string escaped(std::string_view text);
// The same, added to a document.
void add_escaped(std::string& out, std::string_view text);

// The blocks of an own text below a heading of level 2: headings without a skipped level, paragraphs, and lists in lists.
std::string blocks_html(const OwnText& text);

// Ids of one document, each once: lower case letters, digits and hyphens. What belongs to an id has it, `_` and a name of its own.
class Ids {
public:
    std::string add(std::string_view wanted);

private:
    std::set<std::string> taken_;
};

}  // namespace jv
