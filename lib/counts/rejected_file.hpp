// The rows that were rejected, as a file for who repairs them.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "bytes/files.hpp"
#include "records/row_findings.hpp"

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

// What takes rejected rows into the file; nothing where there is none.
inline std::function<void(const std::string&, const RejectedRow&)> to(std::optional<RejectedFile>& rejected) {
    if (!rejected) return {};
    return [&](const std::string& file, const RejectedRow& row) { rejected->add(file, row); };
}

}  // namespace jv
