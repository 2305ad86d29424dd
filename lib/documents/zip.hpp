// Zips: the files of Office programs.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace jv {

// A path such as `word/document.xml`, and its bytes.
using ZipPart = std::pair<std::string, std::string>;

// The bytes of a zip with these parts in this order, every date the same.
std::string write_zip(const std::vector<ZipPart>& parts);

// The parts of a zip that a library of ours made, in their order.
std::vector<ZipPart> read_zip(const std::string& bytes);

}  // namespace jv
