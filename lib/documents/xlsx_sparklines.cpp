#include "documents/xlsx_sparklines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <string_view>

#include "documents/docx_xml.hpp"
#include "documents/zip.hpp"

namespace jv {

namespace {

constexpr std::string_view sheet_end = "</worksheet>";

// A sheet as a formula names it, between quotes, in which a quote is written twice.
std::string sheet_reference(std::string_view name) {
    std::string out = "'";
    for (const char c : name) out += c == '\'' ? std::string("''") : std::string(1, c);
    return out + "'";
}

// The extension of a sheet, which comes last in it. Lines begin at 0: a height says something only from there.
std::string extension(const SheetSparklines& sheet) {
    const auto colour = fmt::format("rgb=\"FF{}\"", xml_colour(sheet.colour));
    auto out = fmt::format(
        "<extLst><ext uri=\"{{05C60535-1F16-4fd2-B633-F4F36F0B64E0}}\" xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\">"
        "<x14:sparklineGroups xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\">"
        "<x14:sparklineGroup manualMin=\"0\" lineWeight=\"1.5\" displayEmptyCellsAs=\"gap\" markers=\"1\" last=\"1\" minAxisType=\"custom\">"
        "<x14:colorSeries {0}/><x14:colorNegative {0}/><x14:colorAxis {0}/><x14:colorMarkers {0}/><x14:colorFirst {0}/><x14:colorLast {0}/>"
        "<x14:colorHigh {0}/><x14:colorLow {0}/><x14:sparklines>",
        colour);
    for (const auto& line : sheet.lines)
        out += fmt::format("<x14:sparkline><xm:f>{}!{}</xm:f><xm:sqref>{}</xm:sqref></x14:sparkline>", escaped(sheet_reference(sheet.name)),
                           line.cells, line.place);
    return out + "</x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>";
}

}  // namespace

std::string with_sparklines(const std::string& workbook, const std::vector<SheetSparklines>& sheets) {
    auto parts = read_zip(workbook);
    for (const auto& sheet : sheets) {
        const auto path = fmt::format("xl/worksheets/sheet{}.xml", sheet.sheet + 1);
        const auto part = std::find_if(parts.begin(), parts.end(), [&](const ZipPart& one) { return one.first == path; });
        const auto end = part == parts.end() ? std::string::npos : part->second.rfind(sheet_end);
        if (end == std::string::npos) throw std::logic_error("a workbook has no " + path);
        part->second.insert(end, extension(sheet));
    }
    return write_zip(parts);
}

}  // namespace jv
