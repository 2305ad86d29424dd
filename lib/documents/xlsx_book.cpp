#include "documents/xlsx_book.hpp"

#include <fmt/format.h>

#include <utility>

#include "documents/house_style.hpp"
#include "documents/unicode.hpp"
#include "documents/xlsx_sheet.hpp"
#include "settings/templates.hpp"

namespace jv {

namespace {

namespace fs = std::filesystem;

// A fixed moment, 1 January 2000: the file is about its figures, and the same figures give the same bytes.
constexpr std::time_t fixed_moment = 946684800;
constexpr std::size_t longest_property = 255;

lxw_workbook* new_workbook(const fs::path& path, Book::Rows rows) {
    auto folder = fs::temp_directory_path().string();
    lxw_workbook_options options{};
    options.constant_memory = rows == Book::Rows::flushed ? LXW_TRUE : LXW_FALSE;
    options.tmpdir = folder.data();
    return workbook_new_opt(path.c_str(), &options);
}

std::string property(std::string_view text) { return shortened(printable(text), longest_property); }

}  // namespace

std::size_t count_cells(const Report& report) {
    std::size_t cells = 0;
    for (const auto& part : report.parts) {
        if (const auto* table = std::get_if<Table>(&part)) cells += table->cells.size();
        if (const auto* chart = std::get_if<Chart>(&part)) cells += chart->data.cells.size();
    }
    return cells;
}

Book::Book(const Report& report, Rows rows) : book_(new_workbook(file_.path(), rows)) {
    auto title = property(report.title), maker = fmt::format("jaarverslag {}", version());
    auto subject = property(report.subject());
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.subject = subject.data();
    properties.author = maker.data();
    properties.created = fixed_moment;
    require(workbook_set_properties(book_, &properties));
    require(workbook_set_custom_property_string(book_, "Language", office_language(report.style).c_str()));
}

Book::~Book() {
    if (book_) lxw_workbook_free(book_);
}

void Book::draw(SheetSparklines sparklines) {
    if (!sparklines.lines.empty()) sparklines_.push_back(std::move(sparklines));
}

std::string Book::finish() {
    require(workbook_close(std::exchange(book_, nullptr)));
    auto bytes = read_whole_file(file_.path());
    return sparklines_.empty() ? bytes : with_sparklines(bytes, sparklines_);
}

const std::string& title_of(const Part& part) {
    if (const auto* chart = std::get_if<Chart>(&part)) return chart->data.title;
    if (const auto* text = std::get_if<OwnText>(&part)) return text->title;
    const auto* table = std::get_if<Table>(&part);
    return table ? table->title : std::get<Sentences>(part).title;
}

const std::string& name_of(const Part& part) {
    if (const auto* chart = std::get_if<Chart>(&part)) return chart->data.name;
    const auto* table = std::get_if<Table>(&part);
    return table ? table->name : title_of(part);
}

}  // namespace jv
