// Writes rows as exports: canonical, or in the shape of a profile.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "bytes/files.hpp"
#include "examples/row_events.hpp"
#include "records/profile.hpp"

namespace jv {

// How exports are written.
struct ExportShape {
    std::optional<Profile> profile = {};  // none: canonical columns, UTF-8, `;`, LF
    bool file_per_year = false;           // else one a kind, unless the file name is what tells the year
};

// Writes the exports of an example into a folder, which it makes when it is not there. Files appear whole, at commit(); without it nothing stays.
class ExportWriter {
public:
    // Claims a file for each kind, and for each year where files are by year; a file without rows holds a header only. Fails with status 2: J005 for
    // a kind that the profile does not have, or without a column that it requires; as OutputFile for files that can't be written.
    ExportWriter(std::filesystem::path folder, ExportShape shape, const std::vector<Kind>& kinds, const std::vector<Schooljaar>& years,
                 bool overwrite);

    ExportWriter(const ExportWriter&) = delete;
    ~ExportWriter();

    // Rows as they stand in the files, by kind and year of the file.
    using Lines = std::map<std::pair<Kind, Schooljaar>, std::string>;
    // Fails with status 1 (J006) for a name that the profile's encoding does not have, or a value that the profile fixes otherwise.
    Lines lines(std::span<const YearRows> rows) const;
    void add(const Lines& lines);
    void commit();

private:
    struct Field {
        std::size_t column;  // in the canonical row
        std::string name;    // in the export
        ValueType type;
        std::map<std::string, std::string, std::less<>> words;  // of the profile, by code
    };
    struct Layout {
        std::vector<Field> fields;
        std::map<std::size_t, std::string> fixed;  // canonical column -> the value that every row has
        bool file_per_year = false;
    };
    Layout make_layout(Kind kind) const;
    std::string file_name(Kind kind, const Layout& layout, Schooljaar year) const;
    std::string header(const Layout& layout) const;
    std::string_view line_end() const;
    void append_line(std::string& text, const Layout& layout, const ExportRow& row) const;
    void append(std::string& text, const Field& field, std::string_view value) const;
    std::string encoded(std::string text) const;

    std::filesystem::path folder_;
    bool remove_folder_ = false;  // as it was made here, and nothing stands in it
    ExportShape shape_;
    char separator_;
    std::map<Kind, Layout> layouts_;
    std::map<std::pair<Kind, Schooljaar>, OutputFile> files_;  // of all years: under the first
};

}  // namespace jv
