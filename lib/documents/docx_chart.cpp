#include "documents/docx_chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "documents/chart_values.hpp"
#include "documents/colour.hpp"
#include "documents/docx_chart_parts.hpp"
#include "documents/docx_xml.hpp"
#include "documents/unicode.hpp"

namespace jv {

namespace {

constexpr Colour ink = chart_black, white = chart_white;
constexpr int first_axis = 1001, second_axis = 1002;
// In twentieths of a point.
constexpr int usual_height = 4000, funnel_height = 6200, bar = 290, between_bars = 190, around_bars = 1500, least_height = 2600, most_height = 11500;

// Of a bar with its label.
int bar_height(const ChartValues& values) { return values.has_named_bars() ? bar * static_cast<int>(values.name_lines()) : bar; }

// Figures as Dutch writes them, whatever the language of the computer: the point of thousands is a text.
std::string label_format(const ChartValues& values) {
    return values.decimals() > 0 ? values.number_format() : "[&gt;=1000000]0\\.000\\.000;[&gt;=1000]0\\.000;0";
}

// How many characters stand along the axis below a chart.
double axis_characters(const DocxLook& look) { return look.page.text_width(false) * 0.88 / (look.text.half_points * 10 * 0.5); }

class ChartXml {
public:
    ChartXml(const Chart& chart, const Style& style, const DocxLook& look)
        : chart_(chart),
          look_(look),
          values_(chart, style),
          kind_(values_.office_kind()),
          named_(values_.has_named_bars()),
          lies_(values_.lies_down(axis_characters(look))) {
        colours_ = shades(look.chart,
                          kind_ == ChartKind::pie ? values_.places()
                          : named_                ? 1
                                                  : values_.series(),
                          kind_ == ChartKind::line ? lightest_line : lightest_plane);
    }

    std::string part(std::string_view workbook) {
        std::string out = fmt::format(
            "{}<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
            "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
            "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\n"
            "<c:date1904 val=\"0\"/><c:lang val=\"{}\"/><c:roundedCorners val=\"0\"/>\n<c:chart><c:autoTitleDeleted "
            "val=\"1\"/><c:plotArea><c:layout/>\n",
            xml_head, escaped(look_.language));
        out += kind_ == ChartKind::pie      ? pie()
               : kind_ == ChartKind::line   ? lines()
               : kind_ == ChartKind::funnel ? docx_funnel(chart_, values_, look_)
                                            : bars();
        out += "</c:plotArea>\n";
        if (values_.series() > 1 && !named_) out += "<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/>" + text_look(ink) + "</c:legend>\n";
        out += "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>\n";
        out += "<c:spPr>" + chart_fill(white) + "<a:ln><a:noFill/></a:ln></c:spPr>" + text_look(ink) + "\n";
        return out + fmt::format("<c:externalData r:id=\"{}\"><c:autoUpdate val=\"0\"/></c:externalData>\n</c:chartSpace>\n", workbook);
    }

    int height() const {
        if (!lies_) return kind_ == ChartKind::funnel ? funnel_height : usual_height;
        const auto together = kind_ == ChartKind::stacked ? 1 : values_.series();
        const auto places = static_cast<int>(values_.places());
        return std::clamp(around_bars + places * (static_cast<int>(together) * bar_height(values_) + between_bars), least_height, most_height);
    }

private:
    std::string text_look(Colour colour) const { return chart_text_look(look_, colour); }

    std::string begin_series(std::size_t series) const {
        return fmt::format("<c:ser><c:idx val=\"{0}\"/><c:order val=\"{0}\"/>", series) +
               chart_strings("tx", chart_cell(0, series + 1), {values_.series_name(series)});
    }

    std::string end_series(std::size_t series) const {
        std::vector<std::string> names;
        for (std::size_t place = 0; place < values_.places(); ++place) names.push_back(values_.place_name(place));
        return chart_strings("cat", chart_cell(1, 0) + ":" + chart_cell(values_.places(), 0), names) + chart_numbers("val", values_, series);
    }

    // The name that stands before every figure.
    enum class Named { nothing, place, series };

    // What stands beside every figure: `places` are those of the chart's that have something else.
    std::string labels(std::string_view places, std::string_view position, Colour colour, Named named = Named::nothing) const {
        return fmt::format(
            "<c:dLbls>{}<c:numFmt formatCode=\"{}\" sourceLinked=\"0\"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{}<c:dLblPos val=\"{}\"/>"
            "<c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"{}\"/><c:showSerName val=\"{}\"/><c:showPercent val=\"0\"/>"
            "<c:showBubbleSize val=\"0\"/>{}{}</c:dLbls>",
            places, label_format(values_), text_look(colour), position, named == Named::place ? 1 : 0, named == Named::series ? 1 : 0,
            named == Named::nothing ? "" : "<c:separator>: </c:separator>", named == Named::place ? "<c:showLeaderLines val=\"1\"/>" : "");
    }

    static std::string no_label(std::size_t place) { return fmt::format("<c:dLbl><c:idx val=\"{}\"/><c:delete val=\"1\"/></c:dLbl>", place); }

    std::string pie() const {
        std::string slices, nothing;
        for (std::size_t place = 0; place < values_.places(); ++place) {
            slices += fmt::format("<c:dPt><c:idx val=\"{}\"/><c:bubble3D val=\"0\"/><c:spPr>{}{}</c:spPr></c:dPt>", place,
                                  chart_fill(colours_[place]), chart_line(white, 19050));
            if (values_.value(0, place) == 0) nothing += no_label(place);
        }
        return "<c:pieChart><c:varyColors val=\"1\"/>" + begin_series(0) + slices + labels(nothing, "outEnd", ink, Named::place) + end_series(0) +
               fmt::format("</c:ser><c:firstSliceAng val=\"{}\"/></c:pieChart>\n", values_.rotation());
    }

    std::string bars() const {
        const bool stacked = kind_ == ChartKind::stacked;
        auto out = fmt::format("<c:barChart><c:barDir val=\"{}\"/><c:grouping val=\"{}\"/><c:varyColors val=\"0\"/>\n", lies_ ? "bar" : "col",
                               stacked ? "stacked" : "clustered");
        for (std::size_t series = 0; series < values_.series(); ++series) {
            const auto colour = colours_[named_ ? 0 : series];
            out += begin_series(series) + "<c:spPr>" + chart_fill(colour) + "</c:spPr><c:invertIfNegative val=\"0\"/>";
            out += labels(stacked ? small(series) : "", stacked ? "ctr" : "outEnd", stacked ? text_on(colour) : ink,
                          named_ ? Named::series : Named::nothing) +
                   end_series(series) + "</c:ser>\n";
        }
        out += fmt::format("<c:gapWidth val=\"{}\"/>{}", lies_ ? 45 : 70, stacked ? "<c:overlap val=\"100\"/>" : "");
        return out + axis_ids() + "</c:barChart>\n" + axes();
    }

    // In a stack a label of a low part would stand over its neighbours; the figure is in the table.
    std::string small(std::size_t series) const {
        const double highest = values_.highest_stack();
        std::string out;
        for (std::size_t place = 0; place < values_.places(); ++place)
            if (values_.value(series, place) < highest * least_labelled) out += no_label(place);
        return out;
    }

    // Lines differ in their dashes and markers as well.
    std::string lines() const {
        constexpr std::array<std::string_view, most_patterns> dashes = {"solid",  "dash",       "sysDot",      "lgDashDot",
                                                                        "lgDash", "sysDashDot", "lgDashDotDot"};
        constexpr std::array<std::string_view, 4> markers = {"circle", "square", "triangle", "diamond"};
        std::string out = "<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>\n";
        for (std::size_t series = 0; series < values_.series(); ++series) {
            const auto colour = colours_[series];
            out += begin_series(series) + "<c:spPr>" + chart_line(colour, 28575, dashes[series]) + "</c:spPr>";
            out += fmt::format("<c:marker><c:symbol val=\"{}\"/><c:size val=\"8\"/><c:spPr>{}{}</c:spPr></c:marker>",
                               markers[series % markers.size()], chart_fill(colour), chart_line(white, 9525));
            out += labels("", values_.labels_below(series) ? "b" : "t", ink) + end_series(series) + "<c:smooth val=\"0\"/></c:ser>\n";
        }
        return out + "<c:marker val=\"1\"/>" + axis_ids() + "</c:lineChart>\n" + axes();
    }

    static std::string axis_ids() { return fmt::format("<c:axId val=\"{}\"/><c:axId val=\"{}\"/>", first_axis, second_axis); }

    // The names, from above to below where bars lie; and the figures, from 0 on: a length says something only from there.
    std::string axes() const {
        auto out = fmt::format(
            "<c:catAx><c:axId val=\"{}\"/><c:scaling><c:orientation val=\"{}\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"{}\"/>"
            "<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos "
            "val=\"low\"/>"
            "<c:spPr>{}</c:spPr>{}<c:crossAx val=\"{}\"/><c:crosses val=\"autoZero\"/><c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset "
            "val=\"100\"/>"
            "<c:noMultiLvlLbl val=\"1\"/></c:catAx>\n",
            first_axis, lies_ ? "maxMin" : "minMax", lies_ ? "l" : "b", chart_line(look_.line, 9525), text_look(ink), second_axis);
        const bool counts_few = values_.highest() < 6 && kind_ != ChartKind::stacked && values_.decimals() == 0;
        out += fmt::format(
            "<c:valAx><c:axId val=\"{}\"/><c:scaling><c:orientation val=\"minMax\"/>{}</c:scaling><c:delete val=\"0\"/><c:axPos val=\"{}\"/>"
            "<c:majorGridlines><c:spPr>{}</c:spPr></c:majorGridlines>{}<c:numFmt formatCode=\"{}\" sourceLinked=\"0\"/><c:majorTickMark "
            "val=\"none\"/>"
            "<c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{}<c:crossAx val=\"{}\"/>"
            "<c:crosses val=\"{}\"/><c:crossBetween val=\"between\"/>{}</c:valAx>\n",
            second_axis, values_.lowest() < 0 ? "" : "<c:min val=\"0\"/>", lies_ ? "b" : "l", chart_line(shade(look_.line, 0.9), 9525), unit(),
            label_format(values_), text_look(look_.muted), first_axis, lies_ ? "max" : "autoZero", counts_few ? "<c:majorUnit val=\"1\"/>" : "");
        return out;
    }

    std::string unit() const {
        if (chart_.unit.empty()) return {};
        return chart_axis_title(look_, chart_.unit, !lies_);
    }

    const Chart& chart_;
    const DocxLook& look_;
    ChartValues values_;
    ChartKind kind_;
    bool named_, lies_;
    std::vector<Colour> colours_;
};

}  // namespace

std::vector<Chart> docx_charts(const Chart& chart, const Style& style) {
    const ChartValues values(chart, style);
    const auto room = static_cast<std::size_t>(most_height - around_bars), high = static_cast<std::size_t>(bar_height(values)),
               space = static_cast<std::size_t>(between_bars);
    const auto series = std::min(values.series(), (room - space) / high);
    const auto places = std::max<std::size_t>(1, room / (series * high + space));
    if (!values.has_named_bars() || (series == values.series() && places >= values.places())) return {chart};
    std::vector<Chart> parts;
    for (std::size_t place = 0; place < values.places(); place += places)
        for (std::size_t first = 0; first < values.series(); first += series) {
            Chart part;
            part.unit = chart.unit;
            part.data.title = chart.data.title;
            part.description = chart.description;
            for (auto s = first; s < std::min(first + series, values.series()); ++s)
                part.data.columns.push_back({.kolom = {}, .group = {}, .head = values.series_name(s), .schooljaar = {}});
            for (auto p = place; p < std::min(place + places, values.places()); ++p) {
                part.data.rows.push_back({values.place_name(p)});
                for (auto s = first; s < std::min(first + series, values.series()); ++s) part.data.cells.emplace_back(values.number(s, p));
            }
            parts.push_back(std::move(part));
        }
    return parts;
}

int docx_chart_height(const Chart& chart, const Style& style, const DocxLook& look) { return ChartXml(chart, style, look).height(); }

std::string docx_chart_part(const Chart& chart, const Style& style, const DocxLook& look, std::string_view workbook) {
    return ChartXml(chart, style, look).part(workbook);
}

}  // namespace jv
