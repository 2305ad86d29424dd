// A funnel plot in a Word document: points with labels, and limits as lines from place to place.
#include <fmt/format.h>

#include "documents/colour.hpp"
#include "documents/docx_chart_parts.hpp"
#include "documents/docx_xml.hpp"

namespace jv {

namespace {

constexpr int size_axis = 1001, rate_axis = 1002;
// As Dutch writes them, whatever the language of the computer.
constexpr std::string_view axis_format = "[&gt;=1000]0\\.000;0";

class FunnelXml {
public:
    FunnelXml(const Chart& chart, const ChartValues& values, const DocxLook& look) : chart_(chart), values_(values), look_(look) {}

    std::string xml() const {
        std::string out = "<c:scatterChart><c:scatterStyle val=\"lineMarker\"/><c:varyColors val=\"0\"/>\n";
        out += begin(0, funnel_rate) + "<c:spPr><a:ln w=\"19050\"><a:noFill/></a:ln></c:spPr>" +
               fmt::format("<c:marker><c:symbol val=\"circle\"/><c:size val=\"8\"/><c:spPr>{}{}</c:spPr></c:marker>", chart_fill(look_.chart),
                           chart_line(chart_white, 9525)) +
               labels() + end(funnel_rate);
        out += limit(1, funnel_centre, "solid", look_.chart);
        out += limit(2, funnel_low, "dash", chart_black) + limit(3, funnel_high, "dash", chart_black);
        out += limit(4, funnel_far_low, "sysDot", look_.muted) + limit(5, funnel_far_high, "sysDot", look_.muted);
        out += fmt::format("<c:axId val=\"{}\"/><c:axId val=\"{}\"/></c:scatterChart>\n", size_axis, rate_axis);
        return out + axis(size_axis, rate_axis, "b", chart_.data.columns[funnel_size].head) + axis(rate_axis, size_axis, "l", chart_.unit);
    }

private:
    std::string begin(std::size_t order, FunnelColumn column) const {
        return fmt::format("<c:ser><c:idx val=\"{0}\"/><c:order val=\"{0}\"/>", order) +
               chart_strings("tx", chart_cell(0, column + 1), {values_.series_name(column)});
    }

    std::string end(FunnelColumn column) const {
        return chart_numbers("xVal", values_, funnel_size) + chart_numbers("yVal", values_, column) + "<c:smooth val=\"0\"/></c:ser>\n";
    }

    std::string limit(std::size_t order, FunnelColumn column, std::string_view dash, Colour colour) const {
        return begin(order, column) + "<c:spPr>" + chart_line(colour, 22225, dash) + "</c:spPr><c:marker><c:symbol val=\"none\"/></c:marker>" +
               end(column);
    }

    static std::string shown(bool value) {
        return fmt::format(
            "<c:showLegendKey val=\"0\"/><c:showVal val=\"{}\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/>"
            "<c:showBubbleSize val=\"0\"/>",
            value ? 1 : 0);
    }

    // The label of every point that has one.
    std::string labels() const {
        std::string out = "<c:dLbls>";
        for (std::size_t place = 0; place < values_.places(); ++place) {
            const auto& text = chart_.labels[place];
            if (text.empty())
                out += fmt::format("<c:dLbl><c:idx val=\"{}\"/><c:delete val=\"1\"/></c:dLbl>", place);
            else
                out += fmt::format(
                    "<c:dLbl><c:idx val=\"{}\"/><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang=\"{}\"/><a:t>\u00A0{}</a:t></a:r>"
                    "</a:p></c:rich></c:tx><c:dLblPos val=\"r\"/>{}</c:dLbl>",
                    place, escaped(look_.language), escaped(text), shown(true));
        }
        return out + "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>" + chart_text_look(look_, chart_black) + "<c:dLblPos val=\"r\"/>" +
               shown(true) + "</c:dLbls>";
    }

    std::string axis(int id, int other, std::string_view position, const std::string& title) const {
        const bool upright = position == "l";
        return fmt::format(
            "<c:valAx><c:axId val=\"{}\"/><c:scaling><c:orientation val=\"minMax\"/><c:min val=\"0\"/></c:scaling><c:delete val=\"0\"/>"
            "<c:axPos val=\"{}\"/>{}{}<c:numFmt formatCode=\"{}\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark "
            "val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:spPr>{}</c:spPr>{}<c:crossAx val=\"{}\"/><c:crosses val=\"autoZero\"/>"
            "<c:crossBetween val=\"midCat\"/></c:valAx>\n",
            id, position,
            upright ? "<c:majorGridlines><c:spPr>" + chart_line(shade(look_.line, 0.9), 9525) + "</c:spPr></c:majorGridlines>" : std::string(),
            chart_axis_title(look_, title, upright), axis_format, upright ? "<a:ln><a:noFill/></a:ln>" : chart_line(look_.line, 9525),
            chart_text_look(look_, look_.muted), other);
    }

    const Chart& chart_;
    const ChartValues& values_;
    const DocxLook& look_;
};

}  // namespace

std::string docx_funnel(const Chart& chart, const ChartValues& values, const DocxLook& look) { return FunnelXml(chart, values, look).xml(); }

}  // namespace jv
