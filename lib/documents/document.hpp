// Documents of a report: xlsx, docx, html, md, csv, txt. Each renders the same model and returns bytes; where the bytes go is up to the caller.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "documents/house_style.hpp"
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
    // What is ready to be written, and no longer needed: nothing as long as the end may change it.
    virtual std::string take() { return {}; }
    // The rest of the document, after the last part.
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
    bool all_parts = false;      // the writer looks at all parts of the report before the first
};

std::span<const Format> formats();
std::vector<std::string> format_names();
// The format of that name, or null.
const Format* find_format(std::string_view name);

// The report without its parts, of which its contents then tell.
Report head_of(const Report& report);

// Makes a document of a report that comes part by part: of most formats no more than a part of it is held.
class Rendering {
public:
    using Write = std::function<void(std::string_view bytes)>;

    // `head`: a report, of which the parts are not looked at, but the contents tell what they will be.
    Rendering(const Report& head, const Format& format, RenderOptions options, Write write);
    Rendering(const Rendering&) = delete;
    Rendering& operator=(const Rendering&) = delete;
    ~Rendering() = default;

    void add(Part part);
    void finish();

private:
    void write_part(const Part& part);

    const Format& format_;
    RenderOptions options_;
    Write write_;
    HouseStyle house_style_;
    Report shown_;
    std::unique_ptr<DocumentWriter> writer_;  // null until the end when it looks at all parts
};

// The bytes of the report in that format, in its house style if the format has one: the same on every run, in every time zone and locale.
std::string render(const Report& report, const Format& format, const RenderOptions& options);

}  // namespace jv
