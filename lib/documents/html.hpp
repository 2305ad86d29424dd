// A report as one page in HTML.
#pragma once

#include <string>
#include <string_view>

#include "documents/document.hpp"
#include "documents/html_text.hpp"

namespace jv {

// One file that loads nothing, complete without script: contents with links, then each part in a section with an id of its own (the name of
// a table or chart, the title of a text), and the notes of the report. It is for screens of any width, light and dark, for paper (A4,
// landscape for wide tables), the keyboard and screen readers. A button copies a table for Word or Excel.
class HtmlWriter : public DocumentWriter {
public:
    explicit HtmlWriter(const Report& report) : report_(report) {}
    void table(const Table& table) override;
    void chart(const Chart& chart) override;
    void sentences(const Sentences& sentences) override;
    void own_text(const OwnText& text) override;
    std::string finish() override;

private:
    // Begins a section, with a line in the contents. Returns its id.
    std::string begin_section(std::string_view name, std::string_view title, std::string_view look = {});
    void end_section() { sections_ += "</section>\n"; }
    // The name of the next table for screen readers, other than that of any other: `Tabel 3: Meldingen`.
    std::string table_label(std::string_view title);

    const Report& report_;
    Ids ids_;
    std::string contents_;
    std::string sections_;
    std::size_t tables_ = 0;
    bool pictures_ = false;
};

}  // namespace jv
