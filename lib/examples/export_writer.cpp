#include "examples/export_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "messages/finding.hpp"
#include "records/file_pattern.hpp"
#include "rows/split.hpp"

namespace jv {

namespace {

// The year under which a file for all years stands.
constexpr Schooljaar any_year{};

std::string in_form(Datum date, DateForm form) {
    switch (form) {
        case DateForm::day_month_year:
            return fmt::format("{:02}-{:02}-{:04}", date.day(), date.month(), date.year());
        case DateForm::month_day_year:
            return fmt::format("{:02}-{:02}-{:04}", date.month(), date.day(), date.year());
        case DateForm::compact:
            return fmt::format("{:04}{:02}{:02}", date.year(), date.month(), date.day());
        case DateForm::year_month_day:
            break;
    }
    return to_text(date);
}

}  // namespace

ExportWriter::ExportWriter(std::filesystem::path folder, ExportShape shape, const std::vector<Kind>& kinds, const std::vector<Schooljaar>& years,
                           bool overwrite)
    : folder_(std::move(folder)),
      shape_(std::move(shape)),
      separator_(shape_.profile && shape_.profile->separator != 0 ? shape_.profile->separator : ';') {
    for (const auto kind : kinds) layouts_.emplace(kind, make_layout(kind));
    std::error_code ignored;  // what is wrong with the folder shows when a file is made in it
    remove_folder_ = std::filesystem::create_directory(folder_, ignored);
    for (const auto& [kind, layout] : layouts_)
        for (const auto year : layout.file_per_year ? years : std::vector{any_year}) {
            const auto path = folder_ / file_name(kind, layout, layout.file_per_year || years.empty() ? year : years.front());
            auto& file = files_.emplace(std::pair(kind, year), OutputFile(path, overwrite)).first->second;
            std::vector<std::string> header;
            for (const auto& field : layout.fields) header.push_back(field.name);
            if (shape_.profile && shape_.profile->encoding == Encoding::utf16_le) file.write("\xFF\xFE");
            if (shape_.profile && shape_.profile->encoding == Encoding::utf16_be) file.write("\xFE\xFF");
            write_line(file, header);
        }
}

ExportWriter::~ExportWriter() {
    files_.clear();
    std::error_code ignored;
    if (remove_folder_) std::filesystem::remove(folder_, ignored);
}

ExportWriter::Layout ExportWriter::make_layout(Kind kind) const {
    const auto& of = info(kind);
    Layout layout;
    layout.file_per_year = shape_.file_per_year;
    if (!shape_.profile) {
        for (std::size_t c = 0; c < of.columns.size(); ++c) layout.fields.push_back({c, std::string(of.columns[c].name), of.columns[c].type, {}});
        return layout;
    }
    const auto& profile = *shape_.profile;
    const auto* in_profile = profile.find(kind);
    if (in_profile == nullptr)
        fail_usage("J005", fmt::format("profiel {} heeft geen soort {}", profile.name, of.name),
                   "kies een ander profiel, of andere soorten met --soort");
    const bool year_in_name = !in_profile->file_patterns.empty() && in_profile->file_patterns.front().find('{') != std::string::npos;
    layout.file_per_year = layout.file_per_year || year_in_name;
    for (std::size_t c = 0; c < of.columns.size(); ++c) {
        const auto& column = of.columns[c];
        if (const auto fixed = in_profile->fixed.find(column.name); fixed != in_profile->fixed.end()) {
            layout.fixed.emplace(c, fixed->second);
            continue;
        }
        const auto names = in_profile->columns.find(column.name);
        if (names == in_profile->columns.end() || names->second.empty()) {
            if (column.required && !(year_in_name && column.name == of.year_column))
                fail_usage("J005", fmt::format("profiel {} heeft voor soort {} geen kolom {}", profile.name, of.name, column.name),
                           "vul het profiel aan");
            continue;
        }
        Field field{c, names->second.front(), column.type, {}};
        if (const auto codes = in_profile->codes.find(column.name); codes != in_profile->codes.end())
            for (const auto& [word, code] : codes->second) field.words.emplace(code, word);
        layout.fields.push_back(std::move(field));
    }
    return layout;
}

std::string ExportWriter::file_name(Kind kind, const Layout& layout, Schooljaar year) const {
    if (shape_.profile)
        if (const auto& patterns = shape_.profile->find(kind)->file_patterns; !patterns.empty()) return file_name_for(patterns.front(), year);
    return layout.file_per_year ? fmt::format("{}-{}.csv", info(kind).name, to_text(year)) : fmt::format("{}.csv", info(kind).name);
}

void ExportWriter::write_line(OutputFile& file, const std::vector<std::string>& fields) const {
    std::string line;
    for (const auto& field : fields) {
        if (&field != &fields.front()) line += separator_;
        append_csv_field(line, field, separator_);
    }
    line += shape_.profile ? "\r\n" : "\n";
    file.write(shape_.profile ? encode(line, shape_.profile->encoding == Encoding::detect ? Encoding::utf8 : shape_.profile->encoding) : line);
}

std::string ExportWriter::written(const Field& field, const std::string& value) const {
    if (!shape_.profile || value.empty()) return value;
    if (field.type == ValueType::date && shape_.profile->date_form) return in_form(*parse_datum(value), *shape_.profile->date_form);
    if (field.type == ValueType::municipality && shape_.profile->encoding == Encoding::windows_1252) {
        const auto bytes = encode(value, Encoding::windows_1252);
        if (std::count(bytes.begin(), bytes.end(), '?') != std::count(value.begin(), value.end(), '?'))
            fail_data("J006", fmt::format("de naam {} kan niet in windows-1252 geschreven worden", value), "kies een profiel met codering utf-8");
    }
    const auto word = field.words.find(value);
    return word == field.words.end() ? value : word->second;
}

void ExportWriter::add(Kind kind, Schooljaar year, const ExportRow& row) {
    const auto& layout = layouts_.at(kind);
    for (const auto& [column, value] : layout.fixed)
        if (row[column] != value)
            fail_data("J006",
                      fmt::format("profiel {} zegt dat {} van elke {} {} is, maar de cijfers vragen om {}", shape_.profile->name,
                                  info(kind).columns[column].name, info(kind).name, value, row[column]),
                      "kies een ander profiel");
    std::vector<std::string> fields;
    for (const auto& field : layout.fields) fields.push_back(written(field, row[field.column]));
    write_line(files_.at({kind, layout.file_per_year ? year : any_year}), fields);
}

void ExportWriter::commit() {
    remove_folder_ = false;
    for (auto& [key, file] : files_) file.commit();
}

}  // namespace jv
