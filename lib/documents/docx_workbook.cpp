// The workbook behind a chart in a Word document.
#include <fmt/format.h>
#include <xlsxwriter.h>

#include <memory>
#include <stdexcept>
#include <vector>

#include "bytes/files.hpp"
#include "documents/chart_values.hpp"
#include "documents/docx_chart.hpp"
#include "documents/unicode.hpp"

namespace jv {

namespace {

constexpr std::time_t fixed_moment = 946684800;  // 1 January 2000
constexpr double label_width = 34, column_width = 16;

void require(lxw_error error) {
    if (error != LXW_NO_ERROR) throw std::runtime_error(lxw_strerror(error));
}

}  // namespace

std::string docx_chart_workbook(const Chart& chart, const Style& style) {
    const ChartValues values(chart, style);
    const TemporaryFile file;
    std::unique_ptr<lxw_workbook, decltype(&lxw_workbook_free)> book(workbook_new(file.path().c_str()), &lxw_workbook_free);
    lxw_doc_properties properties{};
    properties.created = fixed_moment;
    require(workbook_set_properties(book.get(), &properties));
    auto* sheet = workbook_add_worksheet(book.get(), std::string(docx_chart_sheet).c_str());
    auto* head = workbook_add_format(book.get());
    format_set_bold(head);
    std::vector<lxw_format*> numbers;
    for (std::size_t series = 0; series < values.series(); ++series) {
        numbers.push_back(workbook_add_format(book.get()));
        format_set_num_format(numbers.back(), values.number_format(series).c_str());
    }
    require(worksheet_set_column(sheet, 0, 0, label_width, nullptr));
    require(worksheet_set_column(sheet, 1, static_cast<lxw_col_t>(values.series()), column_width, nullptr));
    const auto text = [&](std::size_t row, std::size_t column, const std::string& what, lxw_format* format) {
        require(worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), printable(what).c_str(), format));
    };
    for (std::size_t series = 0; series < values.series(); ++series) text(0, series + 1, values.series_name(series), head);
    for (std::size_t place = 0; place < values.places(); ++place) {
        text(place + 1, 0, values.place_name(place), nullptr);
        for (std::size_t series = 0; series < values.series(); ++series)
            require(worksheet_write_number(sheet, static_cast<lxw_row_t>(place + 1), static_cast<lxw_col_t>(series + 1), values.value(series, place),
                                           numbers[series]));
    }
    require(workbook_close(book.release()));
    return read_whole_file(file.path());
}

}  // namespace jv
