// Where documents go: what --formaat and --uit ask for together.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace jv {

// A document to make: its format and where it goes.
struct Output {
    std::string format;
    std::filesystem::path path;
};

// What --formaat (any of `known`, none: by the extension of the path, or else txt) and --uit ask to make. Opens nothing. Several formats go to
// files NAME.xlsx, NAME.csv … Fails with status 2: G004 for an unknown extension, G003 for several formats on standard output.
std::vector<Output> outputs(const std::vector<std::string>& formats, const std::string& path, const std::vector<std::string>& known);

}  // namespace jv
