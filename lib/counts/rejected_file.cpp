#include "counts/rejected_file.hpp"

#include <fmt/format.h>

namespace jv {

namespace {

std::string as_csv_text(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

}  // namespace

RejectedFile::RejectedFile(const std::filesystem::path& path, bool overwrite) : file_(path, overwrite) {
    file_.write("bestand;regel;code;reden;rij\n");
}

void RejectedFile::add(const std::string& file, const RejectedRow& row) {
    file_.write(fmt::format("{};{};{};{};{}\n", as_csv_text(file), row.line, row.code, as_csv_text(row.reason), as_csv_text(row.row)));
}

}  // namespace jv
