// Building one chart: its table, without what can't be drawn, and its description.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <numeric>

#include "tables/fixed_texts.hpp"
#include "tables/lines.hpp"
#include "tables/table_builder.hpp"

namespace jv {

namespace {

using Lines = std::vector<std::size_t>;

// Heads of one level: `Meldingen 2023-2024`, or the year alone when all columns have the same group.
void flatten_heads(Table& table) {
    const bool one_group = table.groups().size() == 1;
    for (auto& column : table.columns) {
        if (column.head.empty())
            column.head = column.group;
        else if (!column.group.empty() && !one_group)
            column.head = fmt::format("{} {}", column.group, column.head);
        column.group.clear();
    }
}

const std::string& label_of(const TableRow& row) { return row.label; }
const std::string& label_of(const TableColumn& column) { return column.head; }

// A total is drawn nowhere, and stands behind what is.
template <typename Items>
void put_totals_last(Lines& kept, const Items& items) {
    std::stable_partition(kept.begin(), kept.end(), [&](std::size_t line) { return !items[line].total; });
}

// Leaves out of a table what can't be drawn, for each line with the reason.
class Selecting {
public:
    // `style` says how a cell without a number is written.
    Selecting(const Table& table, bool rows_are_series, const Style& style)
        : table_(table), style_(style), rows_(table.rows.size()), columns_(table.columns.size()) {
        std::iota(rows_.begin(), rows_.end(), std::size_t{0});
        std::iota(columns_.begin(), columns_.end(), std::size_t{0});
        // First lines without any number, then places on the axis where a series has none.
        leave_out(columns_, rows_, table.columns, false, [&](std::size_t column, std::size_t row) { return reason(row, column); });
        leave_out(rows_, columns_, table.rows, false, [&](std::size_t row, std::size_t column) { return reason(row, column); });
        if (rows_are_series)
            leave_out(columns_, rows_, table.columns, true, [&](std::size_t column, std::size_t row) { return reason(row, column); });
        else
            leave_out(rows_, columns_, table.rows, true, [&](std::size_t row, std::size_t column) { return reason(row, column); });
        put_totals_last(rows_, table.rows);
        put_totals_last(columns_, table.columns);
    }

    Table table() const {
        Table kept;
        kept.name = table_.name;
        kept.title = table_.title;
        kept.gebied = table_.gebied;
        kept.row_head = table_.row_head;
        for (const auto note : table_.title_notes) kept.remarks.push_back(table_.notes[note]);
        // A mark would stand in the chart; so a note names what it is about.
        const auto name_notes = [&](const std::string& label, Marks& marks) {
            for (const auto note : std::exchange(marks, {})) kept.remarks.push_back(fmt::format("{}: {}", label, style_.label(table_.notes[note])));
        };
        for (const auto row : rows_) {
            kept.rows.push_back(table_.rows[row]);
            name_notes(style_.label(label_of(kept.rows.back())), kept.rows.back().notes);
        }
        for (const auto column : columns_) {
            kept.columns.push_back(table_.columns[column]);
            name_notes(style_.label(label_of(kept.columns.back())), kept.columns.back().group_notes);
            name_notes(style_.label(label_of(kept.columns.back())), kept.columns.back().head_notes);
        }
        for (const auto row : rows_)
            for (const auto column : columns_) {
                kept.cells.push_back(table_.cell(row, column));
                auto marks = table_.notes_of(row, column);
                name_notes(fmt::format("{}, {}", style_.label(label_of(table_.rows[row])), style_.label(label_of(table_.columns[column]))), marks);
            }
        kept.remarks.insert(kept.remarks.end(), table_.remarks.begin(), table_.remarks.end());
        if (!left_out_.empty()) kept.remarks.push_back(left_out());
        kept.definitions = table_.definitions;
        return kept;
    }

    // `Niet in de grafiek: 2021-2022 (geen bron).`
    std::string left_out() const { return fixed_text(style_, fixed::not_drawn, {{"wat", enumerate(left_out_, style_)}}); }

private:
    // Why the cell can't be drawn; empty when it can.
    std::string reason(std::size_t row, std::size_t column) const {
        const auto& cell = table_.cell(row, column);
        if (std::holds_alternative<Covered>(cell) || table_.joint_of(row, column)) return fixed_text(style_, fixed::together);
        return std::holds_alternative<Number>(cell) ? std::string() : to_text(cell, style_);
    }

    // Leaves out the lines that have a reason at one of the cells (`any`), or at all of them.
    template <typename Items, typename Reason>
    void leave_out(Lines& lines, const Lines& others, const Items& items, bool any, Reason reason_at) {
        std::erase_if(lines, [&](std::size_t line) {
            std::vector<std::string> reasons;
            for (const auto other : others)
                if (auto text = reason_at(line, other); !text.empty()) reasons.push_back(std::move(text));
            if (reasons.empty() || (!any && reasons.size() < others.size())) return false;
            left_out_.push_back(fmt::format("{} ({})", style_.label(label_of(items[line])), reasons.front()));
            return true;
        });
    }

    const Table& table_;
    const Style& style_;
    Lines rows_, columns_;
    std::vector<std::string> left_out_;
};

const Number& number(const Table& table, std::size_t row, std::size_t column) { return std::get<Number>(table.cell(row, column)); }

template <typename Items>
std::size_t drawn(const Items& items) {
    return static_cast<std::size_t>(std::count_if(items.begin(), items.end(), [](const auto& item) { return !item.total; }));
}

// Why there is no chart: in Dutch for messages, and as the document says it; both empty when there is one.
struct Reason {
    std::string message, printed;

    Reason() = default;
    Reason(const Style& style, std::string_view text, std::initializer_list<std::pair<std::string_view, std::string_view>> places = {})
        : message(fixed_text({}, text, places)), printed(fixed_text(style, text, places)) {}
};

// Adds the percentages of a pie. Returns why that can't be, or nothing.
Reason add_percentages(Table& data, int decimals, const Style& style) {
    const auto slices = drawn(data.rows);
    if (data.rows.size() != slices + 1) return {style, fixed::whole_unknown};
    std::int64_t sum = 0;
    for (std::size_t row = 0; row < slices; ++row) {
        if (number(data, row, 0).units < 0) return {style, fixed::below_nothing, {{"naam", data.rows[row].label}}};
        sum += number(data, row, 0).units;
    }
    const auto whole = number(data, slices, 0);
    if (whole.units == 0) return {style, fixed::whole_zero};
    if (sum != whole.units)
        return {style, fixed::parts_differ, {{"delen", to_text(Number{sum, whole.decimals}, style)}, {"geheel", to_text(whole, style)}}};
    auto percentages = data.columns.front();
    percentages.kolom = percentages.head = "%";
    data.columns.push_back(std::move(percentages));
    const auto figures = std::exchange(data.cells, {});
    Number percentages_sum{0, decimals, true};
    for (std::size_t row = 0; row < figures.size(); ++row) {
        const auto share = *share_of(std::get<Number>(figures[row]).units, whole.units, 100, decimals);
        if (row < slices) percentages_sum.units += share.units;
        data.cells.insert(data.cells.end(), {figures[row], share});
    }
    if (percentages_sum != number(data, slices, 1))
        data.remarks.push_back(fixed_text(style, fixed::rounded, {{"percentage", to_text(percentages_sum, style)}}));
    return {};
}

// Neighbours whose middles are less than this part of a pie apart have no room for a label each.
constexpr double least_distance = 0.04;

bool has_crowded_slices(const Table& data) {
    std::vector<double> sizes;
    for (std::size_t row = 0; row < drawn(data.rows); ++row)
        if (const auto units = number(data, row, 0).units; units > 0)
            sizes.push_back(static_cast<double>(units) / static_cast<double>(number(data, data.rows.size() - 1, 0).units));
    for (std::size_t i = 0; sizes.size() > 2 && i < sizes.size(); ++i)
        if ((sizes[i] + sizes[(i + 1) % sizes.size()]) / 2 < least_distance) return true;
    return false;
}

// Makes columns of a pie in which the labels would stand over each other; the percentages stay in the table.
void avoid_crowded_pie(Chart& chart) {
    if (chart.kind != ChartKind::pie || !has_crowded_slices(chart.data)) return;
    chart.kind = ChartKind::columns;
    chart.data.columns.back().total = true;
    chart.data.remarks.emplace_back(fixed::no_pie);
}

// Why there is nothing to draw, or nothing.
Reason reason_to_omit(Chart& chart, int percent_decimals, const Style& style) {
    const auto places = chart.rows_are_series ? drawn(chart.data.columns) : drawn(chart.data.rows);
    const auto series = chart.rows_are_series ? drawn(chart.data.rows) : drawn(chart.data.columns);
    if (places == 0 || series == 0) return {style, fixed::no_figures};
    if (chart.kind == ChartKind::line && places < 2) return {style, fixed::one_point};
    return chart.kind == ChartKind::pie ? add_percentages(chart.data, percent_decimals, style) : Reason();
}

std::string_view kind_name(ChartKind kind) {
    switch (kind) {
        case ChartKind::columns:
            return fixed::columns;
        case ChartKind::stacked:
            return fixed::stack;
        case ChartKind::line:
            return fixed::lines;
        case ChartKind::pie:
            return fixed::pie;
        case ChartKind::funnel:
            return fixed::funnel;
    }
    return {};
}

// The figures of one row or column, each with the name that `label` and the text that `text` gives.
std::string list(const Style& style, std::size_t size, const auto& label, const auto& text) {
    std::vector<std::string> figures;
    for (std::size_t i = 0; i < size; ++i) figures.push_back(fmt::format("{}: {}", label(i), text(i)));
    return enumerate(figures, style);
}

// All figures that are drawn, in a sentence.
std::string describe(const Chart& chart, const Style& style) {
    const auto& data = chart.data;
    const auto rows = drawn(data.rows), columns = drawn(data.columns);
    const auto row_label = [&](std::size_t row) { return data.rows[row].label; };
    const auto column_label = [&](std::size_t column) { return data.columns[column].head; };
    const auto text = [&](std::size_t row, std::size_t column) { return to_text(data.cell(row, column), style); };
    std::string figures;
    if (chart.kind == ChartKind::pie) {
        figures = list(style, rows, row_label, [&](std::size_t row) { return fmt::format("{} ({} %)", text(row, 0), text(row, 1)); });
    } else if (columns == 1) {
        figures = list(style, rows, row_label, [&](std::size_t row) { return text(row, 0); });
    } else if (rows == 1) {
        figures = list(style, columns, column_label, [&](std::size_t column) { return text(0, column); });
    } else {
        std::vector<std::string> lines;
        for (std::size_t i = 0; i < (chart.rows_are_series ? rows : columns); ++i)
            lines.push_back(
                chart.rows_are_series
                    ? fmt::format("{} – {}", row_label(i), list(style, columns, column_label, [&](std::size_t column) { return text(i, column); }))
                    : fmt::format("{} – {}", column_label(i), list(style, rows, row_label, [&](std::size_t row) { return text(row, i); })));
        figures = fmt::format("{}", fmt::join(lines, "; "));
    }
    return fmt::format("{}: {}. {}.", fixed_text(style, kind_name(chart.kind)), data.title, figures);
}

// Interrupts the lines where a break lies between two years of one of the indicators, and says why.
void interrupt(Chart& chart, const std::vector<std::string>& indicators, const TextValues& values) {
    if (chart.kind != ChartKind::line || !chart.rows_are_series) return;
    const auto& columns = chart.data.columns;
    for (const auto& entry : values.breaks) {
        const auto is_about = [&](const auto& indicator) { return entry.is_about(indicator, values.resolver.gebied()); };
        if (!entry.separates() || std::none_of(indicators.begin(), indicators.end(), is_about)) continue;
        std::vector<std::string> years;
        for (std::size_t place = 1; place < drawn(columns); ++place) {
            const auto earlier = parse_schooljaar(columns[place - 1].schooljaar), later = parse_schooljaar(columns[place].schooljaar);
            if (!earlier || !later || !entry.touches(*earlier, *later)) continue;
            years.push_back(columns[place].schooljaar);
            chart.gaps.push_back(place);
        }
        if (!years.empty())
            chart.data.remarks.push_back(
                fixed_text(values.style, fixed::interrupted, {{"jaren", enumerate(years, values.style)}, {"reden", entry.text}}));
    }
    std::sort(chart.gaps.begin(), chart.gaps.end());
    chart.gaps.erase(std::unique(chart.gaps.begin(), chart.gaps.end()), chart.gaps.end());
}

}  // namespace

Chart build_chart(const ChartTemplate& source, const TextValues& values, FindingLog& errors, FindingLog& warnings) {
    // In a sentence nothing is 0, and a cell without a source has a name.
    auto style = values.style;
    style.zero.assign(1, '0');
    style.no_source = fixed_text(style, fixed::no_source);
    const TextValues own_values{values.resolver, values.figures, style};
    const auto* table = std::get_if<TableTemplate>(&source.data);
    auto all = table ? build_table(*table, own_values, errors) : build_key_figures(std::get<KeyFiguresTemplate>(source.data), own_values);
    flatten_heads(all);

    const Selecting selecting(all, source.rows_are_series, style);
    Chart chart{source.kind, source.rows_are_series, source.unit, selecting.table(), {}};
    if (const auto reason = reason_to_omit(chart, source.percent_decimals, style); !reason.message.empty()) {
        const auto remarks = std::exchange(chart.data.remarks, {});
        chart.data.rows.clear();
        chart.data.columns.clear();
        chart.data.cells.clear();
        chart.description = fixed_text(style, fixed::left_out, {{"reden", reason.printed}});
        if (!remarks.empty() && remarks.back() == selecting.left_out()) chart.description += " " + remarks.back();
        warnings.add({source.name().place, "T008", fmt::format("de grafiek \"{}\" is weggelaten: {}", source.name().text, reason.message),
                      "vul de bron aan, of haal de grafiek uit het sjabloon", Level::warning});
        return chart;
    }
    avoid_crowded_pie(chart);
    if (table) interrupt(chart, indicators_of(*table), values);
    std::string missing;
    if (source.description) chart.description = fill(*source.description, own_values, &missing);
    if (!source.description || !missing.empty()) chart.description = describe(chart, style);
    return chart;
}

}  // namespace jv
