// A report as one page in HTML.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "documents/document.hpp"
#include "documents/html_text.hpp"

namespace jv {

// One file that loads nothing, complete without script: contents with links, then each part in a section with an id of its own (the name of
// a table or chart, the title of a text), and the notes of the report. It is for screens of any width, light and dark, for paper (A4,
// landscape for wide tables), the keyboard and screen readers. A button copies a table for Word or Excel.
class HtmlWriter : public DocumentWriter {
public:
    explicit HtmlWriter(const Report& report);
    void table(const Table& table) override;
    void chart(const Chart& chart) override;
    void sentences(const Sentences& sentences) override;
    void own_text(const OwnText& text) override;
    std::string take() override { return std::exchange(bytes_, {}); }
    std::string finish() override;

private:
    // A text of ours, in the words of the house style.
    std::string label(std::string_view text) const;
    // Begins the section of the next part. Returns its id.
    const std::string& begin_section(std::string_view look = {});
    void end_section() { bytes_ += "</section>\n"; }
    // Adds a table under a number, which for screen readers makes its name other than that of any other: `Tabel 3: Meldingen`.
    void add_table(const Table& table, std::string_view caption);

    const Report& report_;
    std::vector<std::string> sections_;  // the ids of all
    std::size_t begun_ = 0;              // of these
    std::size_t tables_ = 0;
    std::string bytes_;
};

}  // namespace jv
