// The rows that were rejected, as a file for who repairs them.
#pragma once

#include <string>

#include "bytes/files.hpp"
#include "records/export_reader.hpp"

namespace jv {

// A CSV `bestand;regel;code;reden;rij`: where a row stood, why it was rejected, and the row itself as it was read.
class RejectedFile {
public:
    // Claims the file; fails as OutputFile.
    RejectedFile(const std::filesystem::path& path, bool overwrite);
    void add(const std::string& file, const RejectedRow& row);
    void commit() { file_.commit(); }

private:
    OutputFile file_;
};

}  // namespace jv
