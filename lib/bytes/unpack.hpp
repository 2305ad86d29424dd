// Compressed exports.
#pragma once

#include <string>

#include "bytes/files.hpp"

namespace jv {

// The contents of a .gz, or of the one file in a .zip, as a nameless temporary file; any other file as it is. The first bytes decide, not the name.
// The file can be sought in. Fails with status 2: I017 a zip with no file or more than one; I018 a damaged or locked one; I019 a workbook.
FileHandle unpacked(FileHandle file, const std::string& name);

}  // namespace jv
