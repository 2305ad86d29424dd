#include "counts/rejected_file.hpp"

#include <fmt/format.h>

#include "rows/split.hpp"

namespace jv {

RejectedFile::RejectedFile(const std::filesystem::path& path, bool overwrite) : file_(path, overwrite) {
    file_.write("bestand;regel;code;reden;rij\n");
}

void RejectedFile::add(const std::string& file, const RejectedRow& row) {
    std::string line;
    append_csv_field(line, file, ';');
    line += fmt::format(";{};{};", row.line, row.code);
    append_csv_field(line, row.reason, ';');
    line += ';';
    append_csv_field(line, row.row, ';');
    file_.write(line + '\n');
}

}  // namespace jv
