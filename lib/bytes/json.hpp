// JSON as our programs write it.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>

namespace jv {

using Json = nlohmann::ordered_json;

// A document: the value over several lines, each level two further from the margin. UTF-8: what is none, such as in the name of a file, is replaced.
std::string printed(const Json& json);

// The value as it stands in a document that is written piece by piece, where its line is so far from the margin; without a line break at the end.
std::string indented(const Json& json, std::size_t margin);

}  // namespace jv
