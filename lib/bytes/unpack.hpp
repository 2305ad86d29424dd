// Compressed exports.
#pragma once

#include <string>

#include "bytes/files.hpp"

namespace jv {

// The contents of a .gz, or of the one file in a .zip, as a nameless temporary file; null for any other file. The first bytes decide, not the
// name. The file can be sought in, and stays open. Fails with status 2: I017 a zip with no file or more than one; I018 a damaged or locked one; I019
// a workbook.
FileHandle unpacked(std::FILE* file, const std::string& name);

}  // namespace jv
