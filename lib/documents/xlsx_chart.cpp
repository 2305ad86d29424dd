#include "documents/xlsx_chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <vector>

#include "documents/chart_values.hpp"
#include "documents/colour.hpp"
#include "documents/unicode.hpp"
#include "documents/xlsx_chart_parts.hpp"
#include "documents/xlsx_table.hpp"
#include "tables/fixed_texts.hpp"

namespace jv {

namespace {

// The chart on its sheet, in rows of the default height of 20 pixels.
constexpr std::size_t first_chart_row = 3;
constexpr double row_height = 20;

// How many characters stand along the axis below a chart.
constexpr double axis_characters = 110;

double chart_height(const ChartValues& values) {
    constexpr double bar = 21, around = 120;
    constexpr std::size_t most_lines = 2;  // on paper a chart fits on its page
    if (!values.lies_down(axis_characters)) return usual_chart_height;
    const auto bars = values.office_kind() == ChartKind::stacked ? 1 : values.series();
    const auto lines = values.has_named_bars() ? std::min(values.name_lines(), most_lines) : 1;
    return static_cast<double>(values.places() * (bars + 1) * lines) * bar + around;
}

std::size_t chart_rows(const ChartValues& values) { return static_cast<std::size_t>(chart_height(values) / row_height) + 1; }

class ChartDrawing {
public:
    ChartDrawing(const ChartPlace& place, const Chart& chart, std::size_t body_row)
        : place_(place),
          chart_(chart),
          data_(chart.data),
          body_row_(body_row),
          values_(chart, place.style),
          is_line_(values_.office_kind() == ChartKind::line),
          named_(values_.has_named_bars()),
          lies_(values_.lies_down(axis_characters)),
          handle_(workbook_add_chart(place.book, type_of(values_.office_kind(), lies_))) {
        rows_ = drawn(data_.rows);
        columns_ = chart.kind == ChartKind::pie ? 1 : drawn(data_.columns);
        const bool by_row = chart.kind == ChartKind::pie || chart.rows_are_series;
        colours_ = shades(place.style.head_fill, named_ ? 1 : by_row ? rows_ : columns_, is_line_ ? lightest_line : lightest_plane);
    }

    lxw_chart* draw() {
        set_chart_title(handle_, chart_, place_.style);
        if (chart_.kind == ChartKind::pie)
            draw_pie();
        else
            draw_series();
        return handle_;
    }

private:
    static std::uint8_t type_of(ChartKind kind, bool lies) {
        switch (kind) {
            case ChartKind::columns:
                return lies ? LXW_CHART_BAR : LXW_CHART_COLUMN;
            case ChartKind::stacked:
                return lies ? LXW_CHART_BAR_STACKED : LXW_CHART_COLUMN_STACKED;
            case ChartKind::line:
                return LXW_CHART_LINE;
            case ChartKind::pie:
                return LXW_CHART_PIE;
            case ChartKind::funnel:
                return LXW_CHART_SCATTER;
        }
        return LXW_CHART_NONE;
    }

    template <typename Items>
    static std::size_t drawn(const Items& items) {
        return static_cast<std::size_t>(std::count_if(items.begin(), items.end(), [](const auto& item) { return !item.total; }));
    }

    lxw_chart_font text_font(Colour colour) const { return chart_font(place_.style, chart_text_size(place_.style), colour); }

    lxw_chart_series* add_series(std::size_t head_row, std::size_t head_column, std::size_t row, std::size_t column, std::size_t last_row,
                                 std::size_t last_column) {
        const auto* sheet = place_.sheet_name.c_str();
        auto* series = chart_add_series(handle_, nullptr, nullptr);
        const auto categories_row = chart_.rows_are_series ? body_row_ - 1 : row, categories_column = chart_.rows_are_series ? column : 0;
        const auto categories_last_row = chart_.rows_are_series ? body_row_ - 1 : last_row;
        const auto categories_last_column = chart_.rows_are_series ? last_column : 0;
        chart_series_set_categories(series, sheet, static_cast<lxw_row_t>(categories_row), static_cast<lxw_col_t>(categories_column),
                                    static_cast<lxw_row_t>(categories_last_row), static_cast<lxw_col_t>(categories_last_column));
        chart_series_set_values(series, sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), static_cast<lxw_row_t>(last_row),
                                static_cast<lxw_col_t>(last_column));
        chart_series_set_name_range(series, sheet, static_cast<lxw_row_t>(head_row), static_cast<lxw_col_t>(head_column));
        return series;
    }

    // Every slice has its name, figure and percentage beside it; one of nothing can't be seen and has none.
    void draw_pie() {
        auto* series = add_series(body_row_ - 1, 1, body_row_, 1, body_row_ + rows_ - 1, 1);
        lxw_chart_line edge{};
        edge.color = 0xFFFFFF;
        edge.width = 1.5;
        std::deque<lxw_chart_fill> fills;
        std::deque<lxw_chart_point> points;
        std::deque<std::string> texts;
        std::deque<lxw_chart_data_label> labels;
        auto label_font = text_font(chart_ink);
        std::vector<lxw_chart_point*> point_list;
        std::vector<lxw_chart_data_label*> label_list;
        for (std::size_t row = 0; row < rows_; ++row) {
            auto& fill = fills.emplace_back();
            fill.color = colours_[row];
            auto& point = points.emplace_back();
            point.line = &edge;
            point.fill = &fill;
            point_list.push_back(&point);
            const auto figure = to_text(data_.cell(row, 0), place_.style), percentage = to_text(data_.cell(row, 1), place_.style);
            auto& label = labels.emplace_back();
            label.hide = std::get<Number>(data_.cell(row, 0)).units == 0 ? LXW_TRUE : LXW_FALSE;
            label.value = texts.emplace_back(printable(fmt::format("{}: {} ({} %)", data_.rows[row].label, figure, percentage))).data();
            label.font = &label_font;
            label_list.push_back(&label);
        }
        point_list.push_back(nullptr);
        label_list.push_back(nullptr);
        require(chart_series_set_points(series, point_list.data()));
        chart_series_set_labels(series);
        chart_series_set_labels_position(series, LXW_CHART_LABEL_POSITION_OUTSIDE_END);
        chart_series_set_labels_leader_line(series);
        require(chart_series_set_labels_custom(series, label_list.data()));
        chart_legend_set_position(handle_, LXW_CHART_LEGEND_NONE);
        chart_set_rotation(handle_, static_cast<std::uint16_t>(values_.rotation()));
    }

    double value(std::size_t row, std::size_t column) const {
        const auto& number = std::get<Number>(data_.cell(row, column));
        return static_cast<double>(number.units) / std::pow(10, number.decimals);
    }

    void draw_series() {
        const auto count = chart_.rows_are_series ? rows_ : columns_;
        for (std::size_t i = 0; i < count; ++i) {
            auto* series = chart_.rows_are_series ? add_series(body_row_ + i, 0, body_row_ + i, 1, body_row_ + i, columns_)
                                                  : add_series(body_row_ - 1, i + 1, body_row_, i + 1, body_row_ + rows_ - 1, i + 1);
            if (is_line_)
                draw_line(series, i);
            else
                draw_columns(series, i);
        }
        if (values_.office_kind() == ChartKind::stacked) chart_set_series_overlap(handle_, 100);
        if (!is_line_) chart_set_series_gap(handle_, lies_ ? 45 : 70);
        auto legend_font = text_font(chart_ink);
        chart_legend_set_position(handle_, count > 1 && !named_ ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
        chart_legend_set_font(handle_, &legend_font);
        set_axes();
    }

    void draw_columns(lxw_chart_series* series, std::size_t index) {
        const auto colour = colours_[named_ ? 0 : index];
        lxw_chart_fill fill{};
        fill.color = colour;
        chart_series_set_fill(series, &fill);
        const bool stacked = values_.office_kind() == ChartKind::stacked;
        set_labels(series, stacked ? LXW_CHART_LABEL_POSITION_CENTER : LXW_CHART_LABEL_POSITION_OUTSIDE_END, stacked ? text_on(colour) : chart_ink);
        if (stacked) hide_small_labels(series, index);
    }

    // In a stack a label of a low part would stand over its neighbours; the figure is in the table.
    void hide_small_labels(lxw_chart_series* series, std::size_t index) {
        const auto places = chart_.rows_are_series ? columns_ : rows_;
        const auto at = [&](std::size_t which, std::size_t place) { return chart_.rows_are_series ? value(which, place) : value(place, which); };
        double highest = 0;
        for (std::size_t place = 0; place < places; ++place) {
            double height = 0;
            for (std::size_t which = 0; which < colours_.size(); ++which) height += at(which, place);
            highest = std::max(highest, height);
        }
        std::deque<lxw_chart_data_label> labels(places);
        std::vector<lxw_chart_data_label*> label_list;
        for (std::size_t place = 0; place < places; ++place) {
            labels[place].hide = at(index, place) < highest * least_labelled ? LXW_TRUE : LXW_FALSE;
            label_list.push_back(&labels[place]);
        }
        label_list.push_back(nullptr);
        require(chart_series_set_labels_custom(series, label_list.data()));
    }

    // Lines differ in their dashes and markers as well.
    void draw_line(lxw_chart_series* series, std::size_t index) {
        constexpr std::array<lxw_chart_line_dash_type, most_patterns> dashes = {
            LXW_CHART_LINE_DASH_SOLID,    LXW_CHART_LINE_DASH_DASH,       LXW_CHART_LINE_DASH_ROUND_DOT,        LXW_CHART_LINE_DASH_LONG_DASH,
            LXW_CHART_LINE_DASH_DASH_DOT, LXW_CHART_LINE_DASH_SQUARE_DOT, LXW_CHART_LINE_DASH_LONG_DASH_DOT_DOT};
        constexpr std::array markers = {LXW_CHART_MARKER_CIRCLE, LXW_CHART_MARKER_SQUARE, LXW_CHART_MARKER_TRIANGLE, LXW_CHART_MARKER_DIAMOND};
        lxw_chart_line line{};
        line.color = colours_[index];
        line.width = 2.25;
        line.dash_type = dashes[index];
        chart_series_set_line(series, &line);
        chart_series_set_marker_type(series, markers[index % markers.size()]);
        chart_series_set_marker_size(series, 8);
        lxw_chart_fill fill{};
        fill.color = colours_[index];
        chart_series_set_marker_fill(series, &fill);
        lxw_chart_line edge{};
        edge.color = 0xFFFFFF;
        chart_series_set_marker_line(series, &edge);
        set_labels(series, values_.labels_below(index) ? LXW_CHART_LABEL_POSITION_BELOW : LXW_CHART_LABEL_POSITION_ABOVE, chart_ink);
    }

    std::string figure_format() const { return values_.number_format(); }

    void set_labels(lxw_chart_series* series, std::uint8_t position, Colour colour) {
        chart_series_set_labels(series);
        if (named_) chart_series_set_labels_options(series, LXW_TRUE, LXW_FALSE, LXW_TRUE);
        chart_series_set_labels_position(series, position);
        chart_series_set_labels_num_format(series, figure_format().c_str());
        auto label_font = text_font(colour);
        chart_series_set_labels_font(series, &label_font);
    }

    void set_axes() {
        // The names of lying bars stand along the axis at the left.
        auto* names = lies_ ? handle_->y_axis : handle_->x_axis;
        auto* figures = lies_ ? handle_->x_axis : handle_->y_axis;
        auto font = text_font(chart_ink);
        lxw_chart_line line{};
        line.color = place_.style.line;
        chart_axis_set_num_font(names, &font);
        chart_axis_set_line(names, &line);
        if (lies_) {  // from above to below, with the figures at the foot
            chart_axis_set_reverse(names);
            chart_axis_set_crossing_max(names);
        }
        chart_axis_set_major_tick_mark(names, LXW_CHART_AXIS_TICK_MARK_NONE);
        set_value_axis(figures, place_.style, chart_.unit);
        double lowest = 0, highest = 0;
        for (std::size_t row = 0; row < rows_; ++row)
            for (std::size_t column = 0; column < columns_; ++column) {
                lowest = std::min(lowest, value(row, column));
                highest = std::max(highest, value(row, column));
            }
        // A height says something only from 0; and between whole numbers there are no others.
        if (lowest >= 0) chart_axis_set_min(figures, 0);
        if (highest < 6 && values_.office_kind() != ChartKind::stacked && figure_format() == "#,##0") chart_axis_set_major_unit(figures, 1);
    }

    const ChartPlace& place_;
    const Chart& chart_;
    const Table& data_;
    std::size_t body_row_;
    ChartValues values_;
    bool is_line_, named_, lies_;
    lxw_chart* handle_;
    std::size_t rows_ = 0, columns_ = 0;  // that are drawn
    std::vector<Colour> colours_;
};

}  // namespace

void insert_chart(const ChartPlace& place, const Chart& chart, std::size_t body_row, std::size_t row) {
    auto* drawn = chart.kind == ChartKind::funnel ? funnel_chart(place, chart, body_row) : ChartDrawing(place, chart, body_row).draw();
    place_chart(place.sheet, drawn, chart, row, chart_height({chart, place.style}));
}

void write_chart(const ChartPlace& place, const Chart& chart, std::string_view contents, std::string_view footer) {
    if (!chart.data.rows.empty()) {
        const auto body_row = write_table(place.sheet, place.formats, chart.data, place.style, contents, footer, chart_rows({chart, place.style}));
        insert_chart(place, chart, body_row, first_chart_row);
        return;
    }
    const double width = text_column(120, place.style);
    place.sheet.width(0, width);
    place.sheet.text(0, 0, chart.data.title, place.formats.get(Look::title));
    place.sheet.height(0, 1, 1.5);
    place.sheet.link(1, 0, contents, fixed_text(place.style, fixed::back), place.formats.get(Look::link));
    place.sheet.text(3, 0, chart.description, place.formats.get(Look::text));
    place.sheet.height(3, wrap(chart.description, static_cast<std::size_t>(width)).size(), 1.15);
    place.sheet.page(footer);
    worksheet_fit_to_pages(place.sheet.handle(), 1, 0);
}

}  // namespace jv
