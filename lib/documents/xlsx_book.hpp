// The file of a workbook. For the writers of workbooks, in whatever style.
#pragma once

#include <xlsxwriter.h>

#include <string>
#include <vector>

#include "bytes/files.hpp"
#include "documents/xlsx_sparklines.hpp"
#include "tables/table.hpp"

namespace jv {

// From so many cells on, a workbook does not keep its rows until it is closed: it then takes little memory however large it is, and holds the
// same cells, but its charts have no copies of their figures, and it can't have list objects.
inline constexpr std::size_t most_cells_kept = 100'000;

// The cells of all tables of a report, those of charts too.
std::size_t count_cells(const Report& report);

// A workbook that is being written, with its properties. Every date in it is fixed.
class Book {
public:
    enum class Rows { kept, flushed };
    Book(const Report& report, Rows rows);
    Book(const Book&) = delete;
    Book& operator=(const Book&) = delete;
    ~Book();
    lxw_workbook* handle() { return book_; }
    // Lines that are to be drawn in a sheet.
    void draw(SheetSparklines sparklines);
    // The bytes of the file, once.
    std::string finish();

private:
    TemporaryFile file_;  // libxlsxwriter writes to a file only
    lxw_workbook* book_;
    std::vector<SheetSparklines> sparklines_;
};

// The title of a part, and what its sheet is called.
const std::string& title_of(const Part& part);
const std::string& name_of(const Part& part);

}  // namespace jv
