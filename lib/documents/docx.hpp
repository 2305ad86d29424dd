// A report as a Word document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "documents/document.hpp"
#include "documents/docx_columns.hpp"
#include "documents/docx_look.hpp"
#include "documents/docx_notes.hpp"
#include "documents/docx_package.hpp"
#include "documents/docx_styles.hpp"

namespace jv {

// Logo (a png), title and contents, then each part below a heading (Kop 1): tables with a caption above, charts that Word draws with one below,
// texts. Notes of tables are footnotes. A table that is too wide for a page upright stands on one on its side. The contents have no page numbers
// until Word calculates them. Fonts, colours and page are those of the options' style document, if there is one. Every date in the file is fixed. It
// follows ISO/IEC 29500 (transitional).
class DocxWriter : public DocumentWriter {
public:
    DocxWriter(const Report& report, const RenderOptions& options);
    void table(const Table& table) override;
    void chart(const Chart& chart) override;
    void sentences(const Sentences& sentences) override;
    void own_text(const OwnText& text) override;
    std::string finish() override;

private:
    // Begins a part: turns the page when it must stand the other way, and writes its heading.
    void begin_part(std::string_view title, bool landscape);
    // A heading with a line in the contents. Returns the paragraph.
    std::string heading(std::size_t level, std::string_view text, std::string_view runs);
    // `Tabel 3: Meldingen`, with its number as a field. `runs` stand behind it; `properties` are those of its paragraph.
    // `again`: the number is that of the caption before.
    void caption(std::string_view kind, std::size_t number, std::string_view text, std::string_view runs, std::string_view properties = {},
                 bool again = false);
    void draw(const Chart& chart, const std::string& name);
    // The table, over as many as its page wants, and what stands below it.
    void table_with_caption(const Table& table, const std::vector<DocxColumns>& pieces, const std::string& title);
    // A part beside the text, of a type that is its name. Returns the id under which the text refers to it.
    std::string add_part(std::string_view name, std::string bytes);
    std::string contents() const;
    std::string logo() const;
    // What stands in the document before its parts, and behind them.
    std::string document_begin() const;
    std::string document_end() const;

    struct Entry {
        std::size_t level;
        std::string text;
    };

    const Report& report_;
    DocxLook look_;
    Package package_;
    Relationships relationships_;  // of the text
    DocxNotes notes_;
    DocxLists lists_;
    std::string footer_, logo_;  // their ids; none without a logo
    std::vector<Entry> entries_;
    std::string body_;
    bool landscape_ = false;
    std::size_t tables_ = 0, charts_ = 0, drawings_ = 0;
};

}  // namespace jv
