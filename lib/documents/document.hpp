// Documents of a report: xlsx, docx, html, md, csv, txt. Each renders the same model and returns bytes; where the bytes go is up to the caller.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "documents/style_document.hpp"
#include "tables/table.hpp"

namespace jv {

// What a format does with each part of a report, in reading order. One document, made once.
class DocumentWriter {
public:
    virtual ~DocumentWriter() = default;
    virtual void table(const Table& table) = 0;
    virtual void chart(const Chart& chart) = 0;
    virtual void sentences(const Sentences& sentences) = 0;
    virtual void own_text(const OwnText& text) = 0;
    // The whole document, after the last part.
    virtual std::string finish() = 0;
};

// How a workbook is laid out: as a report, with heads over heads; or so that people, screen readers and programs can all read it, with one flat
// table a sheet.
enum class WorkbookStyle { rapport, toegankelijk };
std::vector<std::string> workbook_style_names();
// The style of that name, or none.
std::optional<WorkbookStyle> find_workbook_style(std::string_view name);

// What a user may choose of a document, besides its format.
struct RenderOptions {
    WorkbookStyle workbook = WorkbookStyle::rapport;
    std::optional<StyleDocument> style_document = {};  // of docx
};

struct Format {
    std::string_view name;  // as in --formaat, and the extension of its files
    std::string_view description;
    // The writer keeps a reference to the report.
    std::unique_ptr<DocumentWriter> (*begin)(const Report& report, const RenderOptions& options);
    bool in_house_style = true;  // false: for machines, which need labels and years as they are
};

std::span<const Format> formats();
std::vector<std::string> format_names();
// The format of that name, or null.
const Format* find_format(std::string_view name);

// The bytes of the report in that format, in its house style if the format has one: the same on every run, in every time zone and locale.
std::string render(const Report& report, const Format& format, const RenderOptions& options);

}  // namespace jv
