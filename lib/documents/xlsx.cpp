#include "documents/xlsx.hpp"

#include "documents/unicode.hpp"
#include "documents/xlsx_chart.hpp"
#include "documents/xlsx_table.hpp"
#include "documents/xlsx_text.hpp"
#include "tables/fixed_texts.hpp"

namespace jv {

XlsxWriter::XlsxWriter(const Report& report)
    : report_(report),
      book_(report, count_cells(report) > most_cells_kept ? Book::Rows::flushed : Book::Rows::kept),
      formats_(book_.handle(), report.style) {
    SheetNames names;
    contents_name_ = names.add(fixed_text(report.style, fixed::contents));
    for (const auto& part : report.parts) names_.push_back(names.add(name_of(part)));
    write_contents();
}

void XlsxWriter::write_contents() {
    Sheet sheet(book_.handle(), contents_name_, report_.style);
    sheet.width(0, 34);
    constexpr double right_width = 90;
    sheet.width(1, right_width);
    sheet.text(0, 0, report_.title, formats_.get(Look::title));
    sheet.height(0, 1, 1.5);
    if (const auto* logo = report_.style.logo_of(Picture::Kind::png)) sheet.logo(*logo, 1, right_width);
    std::size_t row = 2;
    sheet.text(row, 0, fixed_text(report_.style, fixed::sheet), formats_.get(Look::head));
    sheet.text(row, 1, fixed_text(report_.style, fixed::contents), formats_.get(Look::head));
    for (std::size_t i = 0; i < names_.size(); ++i) {
        sheet.link(++row, 0, names_[i], names_[i], formats_.get(Look::link_row));
        sheet.text(row, 1, title_of(report_.parts[i]), formats_.get(Look::label));
        sheet.height(row, 1, 1.15);
    }
    row += 2;
    for (const auto& note : report_.notes) {
        sheet.wide_text(row, 0, 1, note, formats_.get(Look::note));
        sheet.merge(row, 0, row, 1);
        sheet.height(row++, wrap(note, 124).size(), 1.05);
    }
    sheet.page(report_.title);
    worksheet_fit_to_pages(sheet.handle(), 1, 0);
}

void XlsxWriter::table(const Table& table) {
    Sheet sheet(book_.handle(), names_[next_part_++], report_.style);
    write_table(sheet, formats_, table, report_.style, contents_name_, report_.title);
    book_.draw(sheet.sparklines());
}

void XlsxWriter::chart(const Chart& chart) {
    const auto& name = names_[next_part_++];
    Sheet sheet(book_.handle(), name, report_.style);
    write_chart({book_.handle(), sheet, name, formats_, report_.style}, chart, contents_name_, report_.title);
}

void XlsxWriter::sentences(const Sentences& sentences) {
    Sheet sheet(book_.handle(), names_[next_part_++], report_.style);
    write_sentences({book_.handle(), sheet, formats_, report_.style}, sentences, contents_name_, report_.title);
}

void XlsxWriter::own_text(const OwnText& text) {
    Sheet sheet(book_.handle(), names_[next_part_++], report_.style);
    write_text({book_.handle(), sheet, formats_, report_.style}, text, contents_name_, report_.title);
}

}  // namespace jv
