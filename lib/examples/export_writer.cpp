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
            file.write(header(layout));
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

std::string ExportWriter::header(const Layout& layout) const {
    std::string names;
    for (const auto& field : layout.fields) {
        if (&field != &layout.fields.front()) names += separator_;
        append_csv_field(names, field.name, separator_);
    }
    names += line_end();
    const auto encoding = shape_.profile ? shape_.profile->encoding : Encoding::utf8;
    const std::string_view mark = encoding == Encoding::utf16_le ? "\xFF\xFE" : encoding == Encoding::utf16_be ? "\xFE\xFF" : "";
    return std::string(mark) + encoded(std::move(names));
}

std::string_view ExportWriter::line_end() const { return shape_.profile ? "\r\n" : "\n"; }

std::string ExportWriter::encoded(std::string text) const {
    const bool as_it_is = !shape_.profile || shape_.profile->encoding == Encoding::detect || shape_.profile->encoding == Encoding::utf8;
    return as_it_is ? std::move(text) : encode(text, shape_.profile->encoding);
}

// A value as it stands in the export.
void ExportWriter::append(std::string& text, const Field& field, std::string_view value) const {
    if (value.empty()) return;
    if (shape_.profile && field.type == ValueType::date && shape_.profile->date_form) {
        append_csv_field(text, in_form(*parse_datum(value), *shape_.profile->date_form), separator_);
        return;
    }
    if (shape_.profile && field.type == ValueType::municipality && shape_.profile->encoding == Encoding::windows_1252) {
        const auto bytes = encode(value, Encoding::windows_1252);
        if (std::count(bytes.begin(), bytes.end(), '?') != std::count(value.begin(), value.end(), '?'))
            fail_data("J006", fmt::format("de naam {} kan niet in windows-1252 geschreven worden", value), "kies een profiel met codering utf-8");
    }
    const auto word = field.words.find(value);
    append_csv_field(text, word == field.words.end() ? value : word->second, separator_);
}

void ExportWriter::append_line(std::string& text, const Layout& layout, const ExportRow& row) const {
    for (const auto& field : layout.fields) {
        if (&field != &layout.fields.front()) text += separator_;
        append(text, field, row[field.column]);
    }
    text += line_end();
}

ExportWriter::Lines ExportWriter::lines(std::span<const YearRows> rows) const {
    Lines lines;
    for (const auto& [kind, year, of_year] : rows) {
        const auto& layout = layouts_.at(kind);
        auto& text = lines[{kind, layout.file_per_year ? year : any_year}];
        for (const auto& row : of_year) {
            for (const auto& [column, value] : layout.fixed)
                if (row[column] != value)
                    fail_data("J006",
                              fmt::format("profiel {} zegt dat {} van elke {} {} is, maar de cijfers vragen om {}", shape_.profile->name,
                                          info(kind).columns[column].name, info(kind).name, value, row[column]),
                              "kies een ander profiel");
            append_line(text, layout, row);
        }
    }
    for (auto& [file, text] : lines) text = encoded(std::move(text));
    return lines;
}

void ExportWriter::add(const Lines& lines) {
    for (const auto& [file, text] : lines) files_.at(file).write(text);
}

void ExportWriter::commit() {
    remove_folder_ = false;
    for (auto& [key, file] : files_) file.commit();
}

}  // namespace jv
