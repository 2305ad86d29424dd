// A report as a workbook that people, screen readers and programs can all read.
#pragma once

#include <string>
#include <vector>

#include "documents/document.hpp"
#include "documents/xlsx_book.hpp"
#include "documents/xlsx_sheet.hpp"
#include "tables/fixed_texts.hpp"

namespace jv {

// A cover, the contents, the notes, the terms, and a sheet for each table, each chart, each list of sentences and each text. After the guidance of
// the Analysis Function of the United Kingdom on spreadsheets: every sheet has its title in A1 and one table at most; a table has one row of heads
// that are all different, is a list object, and has no merged and no empty cells: where there is no number, a word says why, which the notes explain.
// Nothing is said by colour alone. A chart stands below its table.
class AccessibleXlsxWriter : public DocumentWriter {
public:
    explicit AccessibleXlsxWriter(const Report& report);
    void table(const Table& table) override;
    void chart(const Chart& chart) override;
    void sentences(const Sentences& sentences) override;
    void own_text(const OwnText& text) override;
    std::string finish() override { return book_.finish(); }

private:
    // A sheet that holds one list besides parts of the report: its name, heads with widths, and rows.
    struct ListSheet {
        std::string name;
        std::vector<std::pair<std::string_view, double>> heads;  // fixed texts
        std::vector<std::vector<std::string>> rows;
    };
    void gather_notes(const Report& report);
    std::string text_of(std::string_view text) const { return fixed_text(report_.style, text); }
    static void add_row(ListSheet& list, std::vector<std::string> row, const std::string& sheet);
    void write_cover();
    void write_contents();
    void write_list_sheet(const ListSheet& source);
    std::size_t write_flat(Sheet& sheet, const Table& table, std::string_view what);

    const Report& report_;
    Book book_;
    Formats formats_;
    std::string cover_name_, contents_name_;
    ListSheet notes_, terms_;
    std::vector<std::string> names_;  // of the sheets of the parts, in reading order
    std::size_t next_part_ = 0, lists_ = 0;
};

}  // namespace jv
