#include "documents/xlsx_accessible.hpp"

#include <algorithm>

#include "documents/notes.hpp"
#include "documents/sheet_names.hpp"
#include "documents/unicode.hpp"
#include "documents/xlsx_chart.hpp"
#include "documents/xlsx_flat.hpp"
#include "documents/xlsx_list.hpp"
#include "documents/xlsx_text.hpp"

namespace jv {

namespace {

constexpr double widest_cover = 110;

std::string_view kind_of(const Part& part) {
    if (std::holds_alternative<Chart>(part)) return fixed::kind_chart;
    return std::holds_alternative<Table>(part) ? fixed::table : fixed::kind_text;
}

const Table* table_of(const Part& part) {
    if (const auto* chart = std::get_if<Chart>(&part)) return &chart->data;
    return std::get_if<Table>(&part);
}

}  // namespace

AccessibleXlsxWriter::AccessibleXlsxWriter(const Report& report)
    : report_(report), book_(report, Book::Rows::kept), formats_(book_.handle(), report.style) {
    SheetNames names;
    cover_name_ = names.add(text_of(fixed::cover));
    contents_name_ = names.add(text_of(fixed::contents));
    notes_ = {names.add(text_of(fixed::notes)), {{fixed::note, 16}, {fixed::meaning, 86}, {fixed::sheets, 34}}, {}};
    terms_ = {names.add(text_of(fixed::terms)), {{fixed::term, 26}, {fixed::meaning, 66}, {fixed::ground, 30}, {fixed::sheets, 24}}, {}};
    for (const auto& part : report.parts) names_.push_back(names.add(name_of(part)));
    gather_notes(report);
    write_cover();
    write_contents();
    write_list_sheet(notes_);
    write_list_sheet(terms_);
}

// What tables say beside their figures, each thing once, with the sheets that it is about.
void AccessibleXlsxWriter::gather_notes(const Report& report) {
    ListSheet numbered, remarks;
    for (std::size_t part = 0; part < report.parts.size(); ++part) {
        const auto* table = table_of(report.parts[part]);
        if (!table) continue;
        for (const auto& [word, meaning] : reasons_in(*table, report.style)) add_row(notes_, {word, meaning}, names_[part]);
        for (std::size_t i = 0; i < table->notes.size(); ++i)
            add_row(numbered, {MarkStyle(report.style).of(table->first_note + i), table->notes[i]}, names_[part]);
        for (const auto& remark : table->remarks)
            if (remark != text_of(fixed::empty_cell)) add_row(remarks, {text_of(fixed::remark), remark}, names_[part]);
        for (const auto& definition : table->definitions)
            add_row(terms_,
                    {definition.term, definition.text.empty() ? definition.ground : definition.text,
                     definition.text.empty() || definition.ground.empty() ? text_of(fixed::not_named) : definition.ground},
                    names_[part]);
    }
    for (auto* more : {&numbered, &remarks}) std::move(more->rows.begin(), more->rows.end(), std::back_inserter(notes_.rows));
}

// Adds a row with the sheet behind it, or the sheet to the row that says the same.
void AccessibleXlsxWriter::add_row(ListSheet& list, std::vector<std::string> row, const std::string& sheet) {
    const auto same =
        std::find_if(list.rows.begin(), list.rows.end(), [&](const auto& other) { return std::equal(row.begin(), row.end(), other.begin()); });
    if (same == list.rows.end()) {
        row.push_back(sheet);
        list.rows.push_back(std::move(row));
    } else {
        same->back() += ", " + sheet;
    }
}

void AccessibleXlsxWriter::write_cover() {
    Sheet sheet(book_.handle(), cover_name_, report_.style);
    const double width = text_column(widest_cover, report_.style);
    sheet.width(0, width);
    sheet.text(0, 0, report_.title, formats_.get(Look::wrapped_title));
    sheet.height(0, lines_in(report_.title, width / 1.6), 1.5);
    std::size_t row = 0;
    const auto write = [&](const std::string& text) {
        sheet.text(++row, 0, text, formats_.get(Look::text));
        sheet.height(row, lines_in(text, width), 1.25);
    };
    const auto link = [&](const std::string& name, std::string_view text) {
        sheet.link(++row, 0, name, text_of(text), formats_.get(Look::link));
        sheet.height(row, 1, 1.25);
    };
    if (!report_.gebied.empty()) write(fixed_text(report_.style, fixed::area, {{"naam", report_.gebied}}));
    write(fixed_text(report_.style, fixed::year, {{"jaar", report_.schooljaar}}));
    write(fixed_text(report_.style, fixed::own_sheets, {{"inhoud", contents_name_}}));
    write(fixed_text(report_.style, fixed::no_empty_cells, {{"noot", MarkStyle(report_.style).of(1)}, {"noten", notes_.name}}));
    for (const auto& note : report_.notes) write(note);
    link(contents_name_, fixed::to_contents);
    if (!notes_.rows.empty()) link(notes_.name, fixed::to_notes);
    if (!terms_.rows.empty()) link(terms_.name, fixed::to_terms);
    sheet.page(report_.title);
    worksheet_fit_to_pages(sheet.handle(), 1, 0);
}

void AccessibleXlsxWriter::write_contents() {
    ListSheet contents{contents_name_, {{fixed::sheet, 34}, {fixed::title, 82}, {fixed::kind, 20}}, {}};
    for (const auto* list : {&notes_, &terms_})
        if (!list->rows.empty())
            contents.rows.push_back({list->name, fixed_text(report_.style, fixed::list_of, {{"blad", list->name}}), text_of(fixed::table)});
    for (std::size_t i = 0; i < names_.size(); ++i)
        contents.rows.push_back({names_[i], title_of(report_.parts[i]), text_of(kind_of(report_.parts[i]))});
    write_list_sheet(contents);
}

void AccessibleXlsxWriter::write_list_sheet(const ListSheet& source) {
    if (source.rows.empty()) return;
    const bool is_contents = source.name == contents_name_;
    Sheet sheet(book_.handle(), source.name, report_.style);
    sheet.text(0, 0, source.name, formats_.get(Look::title));
    sheet.height(0, 1, 1.5);
    sheet.text(1, 0, text_of(fixed::holds_table), formats_.get(Look::line));
    if (!is_contents) sheet.link(2, 0, contents_name_, text_of(fixed::to_contents), formats_.get(Look::link));
    List list{list_name(source.name, ++lists_), is_contents ? 2U : 3U, {}, source.rows.size()};
    for (const auto& [head, width] : source.heads) list.columns.push_back({text_of(head), width});
    write_list(sheet, formats_, list, source.rows, is_contents);
    sheet.page(report_.title);
    require(worksheet_repeat_rows(sheet.handle(), static_cast<lxw_row_t>(list.row), static_cast<lxw_row_t>(list.row)));
    worksheet_fit_to_pages(sheet.handle(), 1, 0);
}

std::size_t AccessibleXlsxWriter::write_flat(Sheet& sheet, const Table& table, std::string_view what) {
    const auto& name = names_[next_part_++];
    FlatPlace place{sheet, formats_, report_.style, list_name(name, ++lists_), {text_of(what)}, {{contents_name_, text_of(fixed::to_contents)}}};
    if (!table.notes.empty() || !table.remarks.empty() || !reasons_in(table, report_.style).empty())
        place.links.emplace_back(notes_.name, text_of(fixed::to_notes));
    if (!table.definitions.empty()) place.links.emplace_back(terms_.name, text_of(fixed::to_terms));
    return write_flat_table(place, table, report_.title);
}

void AccessibleXlsxWriter::table(const Table& table) {
    Sheet sheet(book_.handle(), names_[next_part_], report_.style);
    write_flat(sheet, table, fixed::holds_table);
}

void AccessibleXlsxWriter::chart(const Chart& chart) {
    const auto& name = names_[next_part_];
    if (chart.data.rows.empty()) return sentences({chart.data.title, {chart.description}});
    Sheet sheet(book_.handle(), name, report_.style);
    const auto body_row = write_flat(sheet, chart.data, fixed::holds_chart);
    insert_chart({book_.handle(), sheet, name, formats_, report_.style}, chart, body_row, body_row + chart.data.rows.size() + 1);
    worksheet_fit_to_pages(sheet.handle(), 1, 1);
}

void AccessibleXlsxWriter::sentences(const Sentences& sentences) {
    Sheet sheet(book_.handle(), names_[next_part_++], report_.style);
    write_sentences({book_.handle(), sheet, formats_, report_.style}, sentences, contents_name_, report_.title);
}

void AccessibleXlsxWriter::own_text(const OwnText& text) {
    Sheet sheet(book_.handle(), names_[next_part_++], report_.style);
    write_text({book_.handle(), sheet, formats_, report_.style}, text, contents_name_, report_.title);
}

}  // namespace jv
