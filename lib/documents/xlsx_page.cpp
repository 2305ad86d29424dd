#include "documents/xlsx_page.hpp"

#include <numeric>

namespace jv {

namespace {

// What A4 landscape holds at full size, in characters; and how far a table may shrink before it is spread over pages instead.
constexpr double page_width = 132, least_scale = 0.72;

// A page ends where the next block no longer fits beside the labels.
std::vector<std::size_t> breaks_within(double room, const std::vector<ColumnBlock>& blocks) {
    std::vector<std::size_t> breaks;
    double used = 0;
    for (const auto& block : blocks) {
        if (used > 0 && used + block.width > room) {
            breaks.push_back(block.first);
            used = 0;
        }
        used += block.width;
    }
    return breaks;
}

// The blocks, with those that go with the one before joined to it where both fit.
std::vector<ColumnBlock> joined(double room, const std::vector<ColumnBlock>& blocks) {
    std::vector<ColumnBlock> all;
    for (const auto& block : blocks)
        if (block.with_before && !all.empty() && all.back().width + block.width <= room)
            all.back().width += block.width;
        else
            all.push_back(block);
    return all;
}

}  // namespace

std::vector<std::size_t> page_breaks(double label_width, const std::vector<ColumnBlock>& blocks) {
    const auto total = std::accumulate(blocks.begin(), blocks.end(), label_width, [](double sum, const ColumnBlock& b) { return sum + b.width; });
    if (total * least_scale <= page_width) return {};
    const double room = page_width / least_scale - label_width;
    const auto together = joined(room, blocks);
    auto breaks = breaks_within(room, together);
    for (double narrower = room - 1; narrower > 0; --narrower) {
        auto balanced = breaks_within(narrower, together);
        if (balanced.size() > breaks.size()) break;
        breaks = std::move(balanced);
    }
    return breaks;
}

void set_up_table_page(Sheet& sheet, std::string_view footer, std::size_t first_head_row, std::size_t last_head_row,
                       const std::vector<std::size_t>& breaks) {
    sheet.page(footer);
    require(worksheet_repeat_rows(sheet.handle(), static_cast<lxw_row_t>(first_head_row), static_cast<lxw_row_t>(last_head_row)));
    require(worksheet_repeat_columns(sheet.handle(), 0, 0));
    if (breaks.empty()) {
        worksheet_fit_to_pages(sheet.handle(), 1, 0);
        return;
    }
    worksheet_set_print_scale(sheet.handle(), static_cast<std::uint16_t>(least_scale * 100));
    std::vector<lxw_col_t> columns(breaks.begin(), breaks.end());
    columns.push_back(0);
    require(worksheet_set_v_pagebreaks(sheet.handle(), columns.data()));
}

}  // namespace jv
