#include "documents/document.hpp"

#include <algorithm>
#include <array>

#include "documents/csv.hpp"
#include "documents/docx.hpp"
#include "documents/html.hpp"
#include "documents/md.hpp"
#include "documents/txt.hpp"
#include "documents/xlsx.hpp"
#include "documents/xlsx_accessible.hpp"

namespace jv {

namespace {

template <typename Writer>
std::unique_ptr<DocumentWriter> begin(const Report& report, [[maybe_unused]] const RenderOptions& options) {
    if constexpr (std::is_constructible_v<Writer, const Report&, const RenderOptions&>)
        return std::make_unique<Writer>(report, options);
    else
        return std::make_unique<Writer>(report);
}

std::unique_ptr<DocumentWriter> begin_workbook(const Report& report, const RenderOptions& options) {
    if (options.workbook == WorkbookStyle::toegankelijk) return std::make_unique<AccessibleXlsxWriter>(report);
    return std::make_unique<XlsxWriter>(report);
}

constexpr std::array<std::pair<std::string_view, WorkbookStyle>, 2> workbook_styles = {
    {{"rapport", WorkbookStyle::rapport}, {"toegankelijk", WorkbookStyle::toegankelijk}}};

constexpr std::array<Format, 6> all_formats = {{
    {.name = "xlsx", .description = "werkmap voor Excel en LibreOffice", .begin = begin_workbook, .all_parts = true},
    {.name = "docx", .description = "document voor Word", .begin = begin<DocxWriter>, .all_parts = true},
    {"html", "een bladzijde voor de browser", begin<HtmlWriter>},
    {"md", "Markdown", begin<MdWriter>},
    {.name = "csv", .description = "een regel per cel", .begin = begin<CsvWriter>, .in_house_style = false},
    {"txt", "tabellen voor de terminal", begin<TxtWriter>},
}};

}  // namespace

std::vector<std::string> workbook_style_names() {
    std::vector<std::string> names;
    for (const auto& [name, style] : workbook_styles) names.emplace_back(name);
    return names;
}

std::optional<WorkbookStyle> find_workbook_style(std::string_view name) {
    for (const auto& [known, style] : workbook_styles)
        if (known == name) return style;
    return std::nullopt;
}

std::span<const Format> formats() { return all_formats; }

std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const auto& format : all_formats) names.emplace_back(format.name);
    return names;
}

const Format* find_format(std::string_view name) {
    const auto at = std::find_if(all_formats.begin(), all_formats.end(), [&](const Format& f) { return f.name == name; });
    return at == all_formats.end() ? nullptr : &*at;
}

Rendering::Rendering(const Report& head, const Format& format, RenderOptions options, Write write)
    : format_(format),
      options_(std::move(options)),
      write_(std::move(write)),
      house_style_(head),
      shown_(format.in_house_style ? house_style_.head() : without_parts(head)) {
    if (!format.all_parts) writer_ = format.begin(shown_, options_);
}

void Rendering::add(Part part) {
    if (format_.in_house_style) house_style_.dress(part);
    if (format_.all_parts)
        shown_.parts.push_back(std::move(part));
    else
        write_part(part);
}

void Rendering::finish() {
    if (format_.all_parts) {
        writer_ = format_.begin(shown_, options_);
        for (const auto& part : shown_.parts) write_part(part);
    }
    write_(writer_->finish());
}

void Rendering::write_part(const Part& part) {
    if (const auto* table = std::get_if<Table>(&part)) writer_->table(*table);
    if (const auto* chart = std::get_if<Chart>(&part)) writer_->chart(*chart);
    if (const auto* sentences = std::get_if<Sentences>(&part)) writer_->sentences(*sentences);
    if (const auto* text = std::get_if<OwnText>(&part)) writer_->own_text(*text);
    if (const auto ready = writer_->take(); !ready.empty()) write_(ready);
}

Report head_of(const Report& report) {
    auto head = without_parts(report);
    for (const auto& part : report.parts) head.contents.push_back(heading_of(part));
    return head;
}

std::string render(const Report& report, const Format& format, const RenderOptions& options) {
    std::string bytes;
    Rendering rendering(head_of(report), format, options, [&](std::string_view more) { bytes += more; });
    for (const auto& part : report.parts) rendering.add(part);
    rendering.finish();
    return bytes;
}

}  // namespace jv
