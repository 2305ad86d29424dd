#include <algorithm>
#include <deque>
#include <string>
#include <vector>

#include "documents/unicode.hpp"
#include "documents/xlsx_chart_parts.hpp"

namespace jv {

namespace {

class FunnelDrawing {
public:
    FunnelDrawing(const ChartPlace& place, const Chart& chart, std::size_t body_row)
        : place_(place), chart_(chart), body_row_(body_row), handle_(workbook_add_chart(place.book, LXW_CHART_SCATTER)) {
        for (const auto& row : chart.data.rows) rows_ += row.total ? 0 : 1;
    }

    lxw_chart* draw() {
        set_chart_title(handle_, chart_, place_.style);
        draw_points();
        draw_line(funnel_centre, LXW_CHART_LINE_DASH_SOLID, place_.style.head_fill);
        for (const auto column : {funnel_low, funnel_high}) draw_line(column, LXW_CHART_LINE_DASH_DASH, chart_ink);
        for (const auto column : {funnel_far_low, funnel_far_high}) draw_line(column, LXW_CHART_LINE_DASH_ROUND_DOT, place_.style.muted);
        auto font = chart_font(place_.style, chart_text_size(place_.style), chart_ink);
        chart_legend_set_position(handle_, LXW_CHART_LEGEND_BOTTOM);
        chart_legend_set_font(handle_, &font);
        set_value_axis(handle_->y_axis, place_.style, chart_.unit);
        set_value_axis(handle_->x_axis, place_.style, chart_.data.columns[funnel_size].head);
        chart_axis_major_gridlines_set_visible(handle_->x_axis, LXW_FALSE);
        chart_axis_set_min(handle_->x_axis, 0);
        chart_axis_set_min(handle_->y_axis, 0);
        return handle_;
    }

private:
    // The figures of a column by the sizes of the places.
    lxw_chart_series* add_series(FunnelColumn column) {
        const auto* sheet = place_.sheet_name.c_str();
        auto* series = chart_add_series(handle_, nullptr, nullptr);
        const auto first = static_cast<lxw_row_t>(body_row_), last = static_cast<lxw_row_t>(body_row_ + rows_ - 1);
        const auto size = static_cast<lxw_col_t>(funnel_size + 1), values = static_cast<lxw_col_t>(column + 1);
        chart_series_set_categories(series, sheet, first, size, last, size);
        chart_series_set_values(series, sheet, first, values, last, values);
        chart_series_set_name_range(series, sheet, first - 1, values);
        return series;
    }

    void draw_points() {
        auto* series = add_series(funnel_rate);
        lxw_chart_line none{};
        none.none = LXW_TRUE;
        chart_series_set_line(series, &none);
        chart_series_set_marker_type(series, LXW_CHART_MARKER_CIRCLE);
        chart_series_set_marker_size(series, 8);
        lxw_chart_fill fill{};
        fill.color = place_.style.head_fill;
        chart_series_set_marker_fill(series, &fill);
        lxw_chart_line edge{};
        edge.color = 0xFFFFFF;
        chart_series_set_marker_line(series, &edge);
        auto font = chart_font(place_.style, chart_text_size(place_.style), chart_ink);
        std::deque<std::string> texts;
        std::deque<lxw_chart_data_label> labels(rows_);
        std::vector<lxw_chart_data_label*> list;
        for (std::size_t row = 0; row < rows_; ++row) {
            // Labels begin at the middle of their points: a space keeps them off.
            const auto& text = texts.emplace_back(printable("\u00A0" + chart_.labels[row]));
            labels[row].hide = chart_.labels[row].empty() ? LXW_TRUE : LXW_FALSE;
            labels[row].value = chart_.labels[row].empty() ? nullptr : const_cast<char*>(text.c_str());
            labels[row].font = &font;
            list.push_back(&labels[row]);
        }
        list.push_back(nullptr);
        chart_series_set_labels(series);
        chart_series_set_labels_position(series, LXW_CHART_LABEL_POSITION_RIGHT);
        chart_series_set_labels_font(series, &font);
        require(chart_series_set_labels_custom(series, list.data()));
    }

    // A limit is exact at every place, and between them there is nobody.
    void draw_line(FunnelColumn column, std::uint8_t dash, Colour colour) {
        auto* series = add_series(column);
        lxw_chart_line line{};
        line.color = colour;
        line.width = 1.75;
        line.dash_type = dash;
        chart_series_set_line(series, &line);
        chart_series_set_marker_type(series, LXW_CHART_MARKER_NONE);
    }

    const ChartPlace& place_;
    const Chart& chart_;
    std::size_t body_row_, rows_ = 0;
    lxw_chart* handle_;
};

}  // namespace

lxw_chart* funnel_chart(const ChartPlace& place, const Chart& chart, std::size_t body_row) { return FunnelDrawing(place, chart, body_row).draw(); }

}  // namespace jv
