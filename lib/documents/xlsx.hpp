// A report as a workbook: a contents sheet, and a sheet for each table, each chart, each list of sentences and each text.
#pragma once

#include <string>
#include <vector>

#include "bytes/files.hpp"
#include "documents/document.hpp"
#include "documents/sheet_names.hpp"
#include "documents/xlsx_book.hpp"
#include "documents/xlsx_sheet.hpp"

namespace jv {

// Numbers are numbers, with a format that shows them as the style says; nvt, unknown and suppressed cells are text. Joint cells whose
// rows (or columns) stand next to each other are merged.
class XlsxWriter : public DocumentWriter {
public:
    explicit XlsxWriter(const Report& report);
    void table(const Table& table) override;
    void chart(const Chart& chart) override;
    void sentences(const Sentences& sentences) override;
    void own_text(const OwnText& text) override;
    std::string finish() override { return book_.finish(); }

private:
    void write_contents();

    const Report& report_;
    Book book_;
    Formats formats_;
    std::string contents_name_;
    std::vector<std::string> names_;  // of the sheets of the parts, in reading order
    std::size_t next_part_ = 0;
};

}  // namespace jv
