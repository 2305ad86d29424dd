// Reading a chart from a report template.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "messages/suggest.hpp"
#include "tables/template_parts.hpp"

namespace jv {

namespace {

constexpr std::array<std::pair<std::string_view, ChartKind>, 4> kinds = {{
    {"kolom", ChartKind::columns},
    {"gestapeld", ChartKind::stacked},
    {"lijn", ChartKind::line},
    {"taart", ChartKind::pie},
}};

ChartKind read_kind(const Settings& settings) {
    const auto text = settings.text("soort");
    std::vector<std::string> names;
    for (const auto& [name, kind] : kinds) {
        if (name == text) return kind;
        names.emplace_back(name);
    }
    settings.fail("soort", fmt::format("\"{}\" is geen soort grafiek", text), did_you_mean(text, names));
}

// What stands along the axis: the rows, or the columns and years.
bool reads_rows_as_series(const Settings& settings) {
    const auto axis = settings.text("as", "rijen");
    if (axis != "rijen" && axis != "kolommen")
        settings.fail("as", fmt::format("langs de as staan geen \"{}\"", axis), "kies \"rijen\" of \"kolommen\"");
    return axis == "kolommen";
}

[[noreturn]] void fail_changes(const Settings& settings) {
    settings.fail("verandering", "een grafiek tekent cijfers, en geen veranderingen", "zet verandering bij een tabel");
}

// The units of all figures; what divides them makes a unit of its own.
std::set<std::string> units_of(const TableTemplate& table) {
    std::set<std::string> units;
    for (const auto& row : table.rows)
        for (const auto& column : table.columns) {
            const auto& ratio = row.ratio ? row.ratio : column.ratio ? column.ratio : table.ratio;
            const auto& own = row.selection.eenheid ? row.selection.eenheid : column.selection.eenheid;
            const auto& unit = own ? own : table.selection.eenheid;
            if (ratio)
                units.insert(ratio->per == 100 ? "procent" : fmt::format("per {}", ratio->per));
            else if (unit)
                units.insert(unit->text);
        }
    return units;
}

std::set<std::string> units_of(const KeyFiguresTemplate& key_figures, const std::vector<FigureTemplate>& figures) {
    std::set<std::string> units;
    for (const auto& row : key_figures.rows)
        for (const auto& figure : figures)
            if (figure.name.text == row.figure) {
                const auto* share = std::get_if<ShareFigure>(&figure.value);
                units.insert(!share ? figure.eenheid : share->per == 100 ? "procent" : fmt::format("per {}", share->per));
            }
    return units;
}

// A pie is one row of parts with their whole, so that a percentage is that of something real.
void check_pie(const Settings& settings, const ChartTemplate& chart) {
    std::ptrdiff_t totals = 0;
    if (const auto* table = std::get_if<TableTemplate>(&chart.data)) {
        if (table->columns.size() * table->years.size() != 1)
            settings.fail("kolommen", "een taart heeft een kolom en een schooljaar", "geef elk schooljaar een eigen taart");
        totals = std::count_if(table->rows.begin(), table->rows.end(), [](const Line& line) { return line.selection.total; });
    } else {
        const auto& rows = std::get<KeyFiguresTemplate>(chart.data).rows;
        totals = std::count_if(rows.begin(), rows.end(), [](const auto& row) { return row.total; });
    }
    if (chart.rows_are_series) settings.fail("as", "een taart heeft geen as", "haal de sleutel weg");
    if (chart.unit == "procent" || chart.unit.starts_with("per "))
        settings.fail("soort", "een taart rekent de procenten zelf uit", "neem de aantallen");
    if (totals != 1)
        settings.fail("rijen", "een taart heeft een rij met het geheel nodig, waar de delen samen op uitkomen", "voeg een rij toe met totaal = true");
}

}  // namespace

ChartTemplate read_chart(const Settings& settings, const std::vector<FigureTemplate>& figures) {
    ChartTemplate chart;
    settings.text("naam");
    chart.kind = read_kind(settings);
    chart.rows_are_series = reads_rows_as_series(settings);
    if (chart.kind == ChartKind::pie) chart.percent_decimals = read_decimals(settings, share_decimals, true);
    if (settings.has("omschrijving")) chart.description = read_text(settings, "omschrijving", figures);
    std::set<std::string> units;
    const auto rows = settings.tables("rijen");
    if (!rows.empty() && rows.front().has("cijfer")) {
        chart.data = read_key_figures(settings, figures);
        units = units_of(std::get<KeyFiguresTemplate>(chart.data), figures);
    } else {
        for (const auto& part : settings.tables("kolommen"))
            if (part.has("verandering")) fail_changes(part);
        if (settings.has("verandering")) fail_changes(settings);
        auto table = read_table(settings, figures);
        if (chart.kind == ChartKind::pie) table.decimals = 0;
        units = units_of(table);
        chart.data = std::move(table);
    }
    if (units.size() > 1)
        settings.fail("rijen", fmt::format("een grafiek telt niet zowel {} als {}", *units.begin(), *units.rbegin()),
                      "geef elke eenheid een eigen grafiek");
    if (!units.empty()) chart.unit = *units.begin();
    if (chart.kind == ChartKind::pie) check_pie(settings, chart);
    if (chart.kind == ChartKind::stacked && chart.unit == "leerlingen")
        settings.fail("soort", "leerlingen kunnen niet worden gestapeld: een leerling kan twee keer voorkomen", "neem soort = \"kolom\"");
    return chart;
}

}  // namespace jv
