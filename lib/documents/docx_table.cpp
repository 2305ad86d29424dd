#include "documents/docx_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "documents/docx_styles.hpp"
#include "documents/docx_xml.hpp"
#include "documents/notes.hpp"

namespace jv {

namespace {

// The part of a page that a table may take and still be kept in one piece.
constexpr double most_together = 0.75;
// The rows that stay with their heads.
constexpr std::size_t first_together = 2;

struct CellLook {
    std::size_t columns = 1;
    std::string_view merge = {};  // of rows: `restart`, `continue`, or none
    std::optional<Colour> fill = {};
    bool begins_group = false;
    std::string_view align = {};  // `center`, `bottom`
};

class TableXml {
public:
    TableXml(const Table& table, const Style& style, const DocxLook& look, const DocxColumns& columns, DocxNotes& notes)
        : table_(table), style_(style), look_(look), columns_(columns), notes_(notes), groups_(columns.groups(table)) {
        two_levels_ =
            std::any_of(columns_of().begin(), columns_of().end(), [](const auto& column) { return !column.group.empty() && !column.head.empty(); });
        if (columns.half_points != look.table_half_points()) half_points_ = columns.half_points;
        together_ = columns.height < most_together * look.page.text_height(columns.landscape) ? table.rows.size() : first_together;
    }

    std::string xml() {
        out_ = fmt::format(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"{0}\"/><w:tblW w:w=\"{1}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>"
            "<w:tblCellMar><w:left w:w=\"{2}\" w:type=\"dxa\"/><w:right w:w=\"{2}\" w:type=\"dxa\"/></w:tblCellMar>"
            "<w:tblLook w:val=\"00A0\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"1\" w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"0\"/>"
            "<w:tblCaption w:val=\"{3}\"/></w:tblPr>\n<w:tblGrid>",
            docx_style::table, columns_.total(), columns_.margin, escaped(table_.title));
        for (const auto width : columns_.widths) out_ += fmt::format("<w:gridCol w:w=\"{}\"/>", width);
        out_ += "</w:tblGrid>\n";
        write_heads();
        for (std::size_t row = 0; row < table_.rows.size(); ++row) write_row(row);
        return std::move(out_ += "</w:tbl>\n");
    }

private:
    std::span<const TableColumn> columns_of() const { return std::span(table_.columns).subspan(columns_.first, columns_.end - columns_.first); }

    // `column` is the first that the cell takes: 0 is that of the labels.
    void cell(std::size_t column, const CellLook& look, std::string_view paragraph_xml) {
        int width = 0;
        for (std::size_t i = column; i < column + look.columns; ++i) width += columns_.widths[i];
        add_pieces(out_, {"<w:tc><w:tcPr><w:tcW w:w=\"", std::to_string(width), "\" w:type=\"dxa\"/>"});
        if (look.columns > 1) out_ += fmt::format("<w:gridSpan w:val=\"{}\"/>", look.columns);
        if (!look.merge.empty()) out_ += fmt::format("<w:vMerge w:val=\"{}\"/>", look.merge);
        if (look.begins_group)
            add_pieces(out_,
                       {"<w:tcBorders><w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"", xml_colour(look_.line), "\"/></w:tcBorders>"});
        if (look.fill) add_pieces(out_, {"<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"", xml_colour(*look.fill), "\"/>"});
        if (!look.align.empty()) add_pieces(out_, {"<w:vAlign w:val=\"", look.align, "\"/>"});
        add_pieces(out_, {"</w:tcPr>", paragraph_xml, "</w:tc>\n"});
    }

    // Where a column of the table stands.
    std::size_t place_of(std::size_t column) const { return column - columns_.first + 1; }

    void begin_row(bool head) { out_ += head ? "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>\n" : "<w:tr><w:trPr><w:cantSplit/></w:trPr>\n"; }

    std::string text_with_marks(std::string_view text, const Marks& marks) {
        return docx_run(text, {.half_points = half_points_}) + notes_.marks(table_, marks, half_points_);
    }

    std::string lower_head(std::size_t column) {
        const auto& own = table_.columns[column];
        return own.head.empty() ? std::string() : text_with_marks(own.head, own.head_notes);
    }

    static std::string head_paragraph(std::string_view style, std::string_view runs, std::size_t columns, bool label = false) {
        return docx_paragraph(style, runs, label ? "" : columns > 1 ? "<w:jc w:val=\"center\"/>" : "<w:jc w:val=\"right\"/>");
    }

    void write_heads() {
        begin_row(true);
        const std::string_view down = two_levels_ ? "restart" : "";
        cell(
            0, {.merge = down, .fill = look_.head_fill, .align = "bottom"},
            head_paragraph(docx_style::table_head, table_.row_head.empty() ? "" : docx_run(table_.row_head, {.half_points = half_points_}), 1, true));
        for (const auto& group : groups_) write_upper(group);
        out_ += "</w:tr>\n";
        if (!two_levels_) return;
        begin_row(true);
        cell(0, {.merge = "continue", .fill = look_.head_fill}, docx_paragraph(docx_style::table_head, ""));
        for (const auto& group : groups_) {
            if (!has_lower(group)) {
                cell(place_of(group.first), {group.size, "continue", look_.head_fill, table_.begins_group(group.first)},
                     docx_paragraph(docx_style::table_head, ""));
                continue;
            }
            for (std::size_t column = group.first; column < group.first + group.size; ++column)
                cell(place_of(column), {.fill = look_.subhead_fill, .begins_group = table_.begins_group(column), .align = "bottom"},
                     head_paragraph(docx_style::table_subhead, lower_head(column), 1));
        }
        out_ += "</w:tr>\n";
    }

    // Whether heads stand below that of the group; a head without another above or below it takes the whole height.
    bool has_lower(const Group& group) const {
        bool below = false;
        for (std::size_t i = group.first; i < group.first + group.size; ++i) below = below || !table_.columns[i].head.empty();
        return below && !group.text.empty() && two_levels_;
    }

    void write_upper(const Group& group) {
        const auto runs = group.text.empty() ? lower_head(group.first) : text_with_marks(group.text, group.notes);
        const bool whole = two_levels_ && !has_lower(group);
        cell(place_of(group.first), {group.size, whole ? "restart" : "", look_.head_fill, table_.begins_group(group.first), "bottom"},
             head_paragraph(docx_style::table_head, runs, group.size));
    }

    void write_row(std::size_t row) {
        const auto& line = table_.rows[row];
        begin_row(false);
        const bool keep = row < together_ && row + 1 < table_.rows.size();
        std::string properties(keep ? keep_next : "");
        if (line.part) properties += fmt::format("<w:ind w:left=\"{}\"/>", docx_part_indent);
        const RunLook label_look{.style = line.total ? docx_style::strong : "",
                                 .colour = line.total ? std::optional(look_.total_text) : std::nullopt,
                                 .half_points = half_points_};
        cell(0, {.fill = line.total ? std::optional(look_.total_fill) : std::nullopt, .align = "center"},
             docx_paragraph(docx_style::table_text, docx_run(line.label, label_look) + notes_.marks(table_, line.notes, half_points_), properties));
        for (auto column = columns_.first; column < columns_.end;) column += write_cell(row, column, keep);
        out_ += "</w:tr>\n";
    }

    // Returns how many columns it takes.
    std::size_t write_cell(std::size_t row, std::size_t column, bool keep) {
        const auto* block = table_.block_of(row, column);
        const auto& value = table_.cell(row, column);
        const bool total = table_.rows[row].total || table_.columns[column].total;
        CellLook look{.fill = total ? std::optional(look_.total_fill) : std::nullopt, .begins_group = table_.begins_group(column), .align = "center"};
        if (block) {
            look.columns = block->columns.size();
            if (block->rows.size() > 1) look.merge = block->rows.front() == row ? "restart" : "continue";
        }
        std::string properties(keep ? keep_next : "");
        if (look.columns > 1) properties += "<w:jc w:val=\"center\"/>";
        std::string runs;
        if (!block || block->rows.front() == row) {
            const bool is_number = std::holds_alternative<Number>(value);
            RunLook text{.style = table_.rows[row].total ? docx_style::strong : "", .half_points = half_points_};
            if (total)
                text.colour = look_.total_text;
            else if (!is_number)
                text.colour = look_.muted;
            const auto shown = std::holds_alternative<Covered>(value) ? std::string(covered_mark(table_, row, column)) : to_text(value, style_);
            if (!shown.empty()) runs = docx_run(shown, text);
            runs += notes_.marks(table_, table_.notes_of(row, column), half_points_);
        }
        cell(place_of(column), look, docx_paragraph(docx_style::table_number, runs, properties));
        return look.columns;
    }

    const Table& table_;
    const Style& style_;
    const DocxLook& look_;
    const DocxColumns& columns_;
    DocxNotes& notes_;
    std::vector<Group> groups_;
    bool two_levels_ = false;
    int half_points_ = 0;       // when it is not that of the styles
    std::size_t together_ = 0;  // so many rows, from the first, stay on the page of the next
    std::string out_;
};

}  // namespace

std::string docx_table(const Table& table, const Style& style, const DocxLook& look, const DocxColumns& columns, DocxNotes& notes) {
    return TableXml(table, style, look, columns, notes).xml();
}

std::string docx_below_table(const Table& table, const DocxNotes& notes) {
    std::string out;
    const auto note = [&](const std::string& text) { out += docx_paragraph(docx_style::note, docx_run(text)); };
    for (const auto& text : notes.left_over(table)) note(text);
    for (const auto& remark : table.remarks) note(remark);
    for (const auto& definition : table.definitions) note(to_text(definition));
    return out;
}

}  // namespace jv
