#include "documents/xlsx.hpp"

#include <fmt/format.h>

#include "bytes/files.hpp"
#include "documents/unicode.hpp"
#include "documents/xlsx_chart.hpp"
#include "documents/xlsx_table.hpp"
#include "documents/xlsx_text.hpp"
#include "settings/templates.hpp"

namespace jv {

namespace {

// A fixed moment, 1 January 2000: the file is about its figures, and the same figures give the same bytes.
constexpr std::time_t fixed_moment = 946684800;
constexpr std::size_t longest_property = 255;
constexpr double text_column_width = 120;

std::string title_of(const Part& part) {
    if (const auto* chart = std::get_if<Chart>(&part)) return chart->data.title;
    if (const auto* text = std::get_if<OwnText>(&part)) return text->title;
    const auto* table = std::get_if<Table>(&part);
    return table ? table->title : std::get<Sentences>(part).title;
}

// What its sheet is called.
std::string name_of(const Part& part) {
    if (const auto* chart = std::get_if<Chart>(&part)) return chart->data.name;
    const auto* table = std::get_if<Table>(&part);
    return table ? table->name : title_of(part);
}

}  // namespace

XlsxWriter::XlsxWriter(const Report& report) : report_(report), book_(workbook_new(file_.path().c_str())), formats_(book_, report.style) {
    SheetNames names;
    contents_name_ = names.add("Inhoud");
    for (const auto& part : report.parts) names_.push_back(names.add(name_of(part)));
    auto title = shortened(printable(report.title), longest_property);
    auto maker = fmt::format("jaarverslag {}", version());
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.author = maker.data();
    properties.created = fixed_moment;
    require(workbook_set_properties(book_, &properties));
    write_contents();
}

XlsxWriter::~XlsxWriter() {
    if (book_) lxw_workbook_free(book_);
}

void XlsxWriter::write_contents() {
    Sheet sheet(book_, contents_name_, report_.style);
    sheet.width(0, 34);
    sheet.width(1, 90);
    sheet.text(0, 0, report_.title, formats_.get(Look::title));
    sheet.height(0, 1, 1.5);
    std::size_t row = 2;
    sheet.text(row, 0, "Blad", formats_.get(Look::head));
    sheet.text(row, 1, "Inhoud", formats_.get(Look::head));
    for (std::size_t i = 0; i < names_.size(); ++i) {
        sheet.link(++row, 0, names_[i], names_[i], formats_.get(Look::link_row));
        sheet.text(row, 1, title_of(report_.parts[i]), formats_.get(Look::label));
        sheet.height(row, 1, 1.15);
    }
    row += 2;
    for (const auto& note : report_.notes) {
        sheet.merged(row, 0, row, 1, note, formats_.get(Look::note));
        sheet.height(row++, wrap(note, 124).size(), 1.05);
    }
    sheet.page(report_.title);
    worksheet_fit_to_pages(sheet.handle(), 1, 0);
}

void XlsxWriter::table(const Table& table) {
    Sheet sheet(book_, names_[next_part_++], report_.style);
    write_table(sheet, formats_, table, report_.style, contents_name_, report_.title);
}

void XlsxWriter::chart(const Chart& chart) {
    const auto& name = names_[next_part_++];
    Sheet sheet(book_, name, report_.style);
    write_chart({book_, sheet, name, formats_, report_.style}, chart, contents_name_, report_.title);
}

void XlsxWriter::sentences(const Sentences& sentences) {
    Sheet sheet(book_, names_[next_part_++], report_.style);
    sheet.width(0, text_column_width);
    sheet.text(0, 0, sentences.title, formats_.get(Look::title));
    sheet.height(0, 1, 1.5);
    sheet.link(1, 0, contents_name_, "Terug naar de inhoud", formats_.get(Look::link));
    std::size_t row = 2;
    for (const auto& line : sentences.lines) {
        const auto text = "• " + line;
        sheet.text(++row, 0, text, formats_.get(Look::text));
        sheet.height(row, wrap(text, static_cast<std::size_t>(text_column_width * 1.08)).size(), 1.15);
    }
    sheet.page(report_.title);
    worksheet_fit_to_pages(sheet.handle(), 1, 0);
}

void XlsxWriter::own_text(const OwnText& text) {
    Sheet sheet(book_, names_[next_part_++], report_.style);
    write_text({book_, sheet, formats_, report_.style}, text, contents_name_, report_.title);
}

std::string XlsxWriter::finish() {
    require(workbook_close(std::exchange(book_, nullptr)));
    return read_whole_file(file_.path());
}

}  // namespace jv
