#include "documents/xlsx_sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <new>
#include <stdexcept>

#include "documents/house_style.hpp"
#include "documents/unicode.hpp"
#include "tables/fixed_texts.hpp"

namespace jv {

namespace {

constexpr std::size_t longest_text = 32767;
constexpr std::size_t longest_footer = 150;
constexpr double highest_row = 409;

lxw_row_t to_row(std::size_t row) { return static_cast<lxw_row_t>(row); }
lxw_col_t to_column(std::size_t column) { return static_cast<lxw_col_t>(column); }

// Excel refuses a file with a longer text, so that it is cut off, and says so.
std::string cell_text(std::string_view text) {
    constexpr std::string_view cut = " [afgekapt: in een cel passen 32.767 tekens]";
    auto valid = printable(text);
    if (valid.size() <= longest_text || fitted(valid, longest_text) == valid) return valid;
    return fitted(valid, longest_text - cut.size()) + std::string(cut);
}

// A text in which a character is doubled, as a sheet name in a link or an ampersand in a footer must be.
std::string with_doubled(std::string_view text, char doubled) {
    std::string out;
    for (const char c : text) {
        if (c == doubled) out += c;
        out += c;
    }
    return out;
}

// Numbers stand flush right without an indent, which LibreOffice does not always draw; so only heads have lines between groups.
void head_looks(lxw_format* format, Colour fill, Colour text, bool group_start) {
    format_set_bg_color(format, fill);
    format_set_font_color(format, text);
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    if (!group_start) return;
    format_set_left(format, LXW_BORDER_MEDIUM);
    format_set_left_color(format, 0xFFFFFF);
}

void body_looks(lxw_format* format, const Style& style) {
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_bottom(format, LXW_BORDER_HAIR);
    format_set_bottom_color(format, style.line);
}

void total_looks(lxw_format* format, const Style& style) {
    format_set_bold(format);
    format_set_bg_color(format, style.total_fill);
    format_set_top(format, LXW_BORDER_THIN);
    format_set_top_color(format, style.head_fill);
    format_set_bottom(format, LXW_BORDER_THIN);
    format_set_bottom_color(format, style.head_fill);
}

}  // namespace

void require(lxw_error error) {
    if (error != LXW_NO_ERROR) throw std::logic_error(fmt::format("libxlsxwriter: {}", lxw_strerror(error)));
}

lxw_format* Formats::get(Look look, std::string_view number, bool group_start) {
    auto& format = made_[{look, std::string(number), group_start}];
    if (!format) format = make(look, std::string(number), group_start);
    return format;
}

lxw_format* Formats::make(Look look, const std::string& number, bool group_start) const {
    auto* format = workbook_add_format(book_);
    format_set_font_name(format, style_.font.c_str());
    format_set_font_size(format, style_.font_size);
    if (!number.empty()) format_set_num_format(format, number.c_str());
    switch (look) {
        case Look::title:
        case Look::wrapped_title:
            if (look == Look::wrapped_title) format_set_text_wrap(format);
            format_set_bold(format);
            format_set_font_size(format, style_.font_size + 5);
            format_set_font_color(format, style_.accent);
            break;
        case Look::link:
        case Look::link_row:
            if (look == Look::link_row) body_looks(format, style_);
            format_set_font_color(format, style_.accent);
            format_set_underline(format, LXW_UNDERLINE_SINGLE);
            format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
            if (look == Look::link_row) format_set_indent(format, 1);
            break;
        case Look::head:
        case Look::column_head:
            head_looks(format, style_.head_fill, style_.head_text, group_start);
            format_set_bold(format);
            format_set_align(format, look == Look::column_head ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT);
            format_set_indent(format, look == Look::column_head ? 0 : 1);
            break;
        case Look::subhead:
            head_looks(format, style_.year_fill, 0x000000, group_start);
            format_set_align(format, LXW_ALIGN_RIGHT);
            break;
        case Look::label:
        case Look::part_label:
        case Look::total_label:
            body_looks(format, style_);
            format_set_text_wrap(format);
            format_set_align(format, LXW_ALIGN_LEFT);
            format_set_indent(format, look == Look::part_label ? 3 : 1);
            if (look == Look::total_label) total_looks(format, style_);
            break;
        case Look::body:
        case Look::total:
        case Look::total_column:
            body_looks(format, style_);
            format_set_align(format, LXW_ALIGN_RIGHT);
            if (look == Look::total) total_looks(format, style_);
            if (look == Look::total_column) format_set_bold(format);
            break;
        case Look::line:
            break;
        case Look::text:
        case Look::note:
            format_set_text_wrap(format);
            format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
            if (look == Look::note) format_set_font_color(format, style_.muted);
            break;
    }
    return format;
}

std::string number_format(const Number& number, const Style& style, std::string_view after) {
    const auto decimals = number.decimals > 0 ? "." + std::string(static_cast<std::size_t>(number.decimals), '0') : std::string();
    const double value = std::abs(static_cast<double>(number.units)) / std::pow(10, number.decimals);
    if (number.share) return (value < 1000 ? "0" : "#,##0") + decimals + std::string(after);
    return style.zero == "-" ? fmt::format("#,##0{0}{1};-#,##0{0}{1};\"-\"{1}", decimals, after) : "#,##0" + decimals + std::string(after);
}

double text_width(std::string_view text) { return static_cast<double>(display_width(text)); }

std::size_t lines_in(std::string_view text, double width) { return wrap(text, static_cast<std::size_t>(std::max(width, 1.0))).size(); }

Sheet::Sheet(lxw_workbook* book, const std::string& name, const Style& style) : sheet_(workbook_add_worksheet(book, name.c_str())), style_(style) {
    if (!sheet_) throw std::logic_error("libxlsxwriter: " + name);
    worksheet_gridlines(sheet_, LXW_HIDE_ALL_GRIDLINES);
    sparklines_ = {sheet_->index, name, style.head_fill, {}};
}

void Sheet::sparkline(std::size_t row, std::size_t column, std::size_t figures_row, std::size_t first_column, std::size_t last_column) {
    const auto reference = [](std::size_t at_row, std::size_t at_column) {
        std::array<char, LXW_MAX_CELL_NAME_LENGTH> text{};
        lxw_rowcol_to_cell(text.data(), to_row(at_row), to_column(at_column));
        return std::string(text.data());
    };
    sparklines_.lines.push_back({reference(figures_row, first_column) + ":" + reference(figures_row, last_column), reference(row, column)});
}

void Sheet::text(std::size_t row, std::size_t column, std::string_view text, lxw_format* format) {
    const auto valid = cell_text(text);
    require(valid.empty() ? worksheet_write_blank(sheet_, to_row(row), to_column(column), format)
                          : worksheet_write_string(sheet_, to_row(row), to_column(column), valid.c_str(), format));
}

void Sheet::number(std::size_t row, std::size_t column, const Number& number, lxw_format* format) {
    double scale = 1;
    for (int i = 0; i < number.decimals; ++i) scale *= 10;
    require(worksheet_write_number(sheet_, to_row(row), to_column(column), static_cast<double>(number.units) / scale, format));
}

void Sheet::wide_text(std::size_t row, std::size_t column, std::size_t last_column, std::string_view text, lxw_format* format) {
    this->text(row, column, text, format);
    while (++column <= last_column) this->text(row, column, "", format);
}

// worksheet_merge_range writes all rows of the rectangle itself, which is too early or too late in a workbook that does not keep its rows. So this
// adds to its list of rectangles only; libxlsxwriter frees it.
void Sheet::merge(std::size_t row, std::size_t column, std::size_t last_row, std::size_t last_column) {
    if (row == last_row && column == last_column) return;
    auto* merged = static_cast<lxw_merged_range*>(std::calloc(1, sizeof(lxw_merged_range)));
    if (!merged) throw std::bad_alloc();
    merged->first_row = to_row(row);
    merged->first_col = to_column(column);
    merged->last_row = to_row(last_row);
    merged->last_col = to_column(last_column);
    STAILQ_INSERT_TAIL(sheet_->merged_ranges, merged, list_pointers);
    ++sheet_->merged_range_count;
}

void Sheet::link(std::size_t row, std::size_t column, std::string_view sheet, std::string_view text, lxw_format* format) {
    const auto target = fmt::format("internal:'{}'!A1", with_doubled(sheet, '\''));
    require(worksheet_write_url(sheet_, to_row(row), to_column(column), target.c_str(), format));
    this->text(row, column, text, format);
}

double text_column(double wanted, const Style& style) {
    constexpr double page_width = 130;  // of A4 landscape, in characters of 11 points
    return std::min(wanted, page_width * 11.0 / style.font_size / letter_width(style.font));
}

void Sheet::width(std::size_t column, double characters) {
    // Widths are in characters of the default font, 11 points.
    require(worksheet_set_column(sheet_, to_column(column), to_column(column), characters * style_.font_size * letter_width(style_.font) / 11.0,
                                 nullptr));
}

void Sheet::logo(const Picture& png, std::size_t column, double column_width) {
    constexpr double margin = 4, pixels_per_character = 7, points_per_pixel = 0.75;
    const double scale = logo_scale(png);
    auto text = printable(style_.logo_text);
    lxw_image_options options{};
    options.x_scale = options.y_scale = scale;
    options.x_offset = static_cast<std::int32_t>(column_width * pixels_per_character * style_.font_size * letter_width(style_.font) / 11.0 -
                                                 png.width * scale - margin);
    options.y_offset = static_cast<std::int32_t>(margin / 2);
    options.description = text.data();
    require(worksheet_set_row(sheet_, 0, (png.height * scale + 2 * margin) * points_per_pixel, nullptr));
    require(worksheet_insert_image_buffer_opt(sheet_, 0, to_column(column), reinterpret_cast<const unsigned char*>(png.bytes.data()),
                                              png.bytes.size(), &options));
}

void Sheet::height(std::size_t row, std::size_t lines, double factor) {
    const double points = static_cast<double>(lines) * style_.font_size * 1.36 * factor + 3;
    require(worksheet_set_row(sheet_, to_row(row), std::min(points, highest_row), nullptr));
}

void Sheet::page(std::string_view footer) {
    constexpr std::uint8_t a4 = 9;
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, a4);
    worksheet_set_margins(sheet_, 0.6, 0.6, 0.7, 0.75);
    const auto word = [&](std::string_view text) { return with_doubled(shortened(printable(fixed_text(style_, text)), longest_footer / 10), '&'); };
    const auto left = with_doubled(shortened(printable(footer), longest_footer / 2), '&');
    require(worksheet_set_footer(sheet_, fmt::format("&L&9{}&R&9{} &P {} &N", left, word(fixed::page), word(fixed::of)).c_str()));
}

}  // namespace jv
