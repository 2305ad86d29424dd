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

// What a user may choose of a document, besides its format.
struct RenderOptions {
    std::optional<StyleDocument> style_document = {};  // of docx
};

struct Format {
    std::string_view name;  // as in --formaat, and the extension of its files
    std::string_view description;
    // The writer keeps a reference to the report.
    std::unique_ptr<DocumentWriter> (*begin)(const Report& report, const RenderOptions& options);
};

std::span<const Format> formats();
std::vector<std::string> format_names();
// The format of that name, or null.
const Format* find_format(std::string_view name);

// The bytes of the report in that format: the same on every run, in every time zone and locale.
std::string render(const Report& report, const Format& format, const RenderOptions& options);

}  // namespace jv
