#include "comparison/json.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>

#include "comparison/side_by_side.hpp"

namespace jv {

namespace {

// A quotient: six digits, the same on every machine. None when it is infinite.
std::optional<double> quotient(double value) {
    if (!std::isfinite(value)) return std::nullopt;
    std::array<char, 32> digits{};
    const auto written = fmt::format_to_n(digits.data(), digits.size(), "{:.6g}", value);
    std::from_chars(digits.data(), written.out, value);
    return value;
}

std::optional<double> quotient(const std::optional<double>& value) { return value ? quotient(*value) : std::nullopt; }

std::optional<double> tenths(const std::optional<std::int64_t>& value) {
    return value ? std::optional(static_cast<double>(*value) / 10) : std::nullopt;
}

void add_thousandths(JsonWriter& json, std::string_view key, std::int64_t value) {
    if (value % 1000 == 0)
        json.add(key, value / 1000);
    else
        json.add(key, static_cast<double>(value) / 1000);
}

void add_figure(JsonWriter& json, std::string_view key, const std::optional<CijferValue>& value) {
    if (value && value->is_number())
        add_thousandths(json, key, value->thousandths);
    else
        json.add(key, nullptr);
}

// What stands in an object about a figure, or about a series, which has no year.
void add_key(JsonWriter& json, const CijferKey& key) {
    json.add("gebied", key.gebied);
    if (!key.schooljaar.empty()) json.add("schooljaar", key.schooljaar);
    json.add("indicator", key.indicator);
    json.add("eenheid", key.eenheid);
    json.add("indeling", key.indeling);
    json.add("categorie", key.categorie);
}

void add_break(JsonWriter& json, const Break& entry) {
    json.begin_object();
    json.add("soort", to_text(entry.kind));
    json.add("eerste-schooljaar", to_text(entry.first));
    json.add("overgangsjaar", entry.mixed ? std::optional(to_text(*entry.mixed)) : std::nullopt);
    json.add("laatste-schooljaar", entry.separates() ? std::nullopt : std::optional(to_text(entry.last)));
    json.add("tekst", entry.text);
    json.add("bron", entry.source);
    json.end_object();
}

void add_test(JsonWriter& json, const Change& change) {
    if (!change.test) return json.add("toets", nullptr);
    const auto& test = *change.test;
    json.begin_object("toets");
    json.add("over", change.by_rate ? "per-1000" : "aantallen");
    json.add("verhouding", quotient(test.ratio));
    json.add("van", quotient(test.interval.low));
    json.add("tot", quotient(test.interval.high));
    json.add("p", quotient(test.p));
    json.add("p-gecorrigeerd", quotient(change.corrected));
    json.end_object();
}

void add_change(JsonWriter& json, const Change& change, const std::vector<std::string>& years) {
    json.begin_line();
    json.add("van", years[change.from]);
    json.add("naar", years[change.to]);
    json.add("belemmering", to_text(change.obstacle));
    json.add_list("breuken", change.breaks);
    if (change.obstacle == Obstacle::none)
        add_thousandths(json, "verschil", change.difference);
    else
        json.add("verschil", nullptr);
    json.add("procent", tenths(change.percent_tenths));
    add_test(json, change);
    json.add("geen-toets", to_text(change.no_test));
    json.add("oordeel", to_text(change.verdict));
    json.end_object();
}

void add_row(JsonWriter& json, const ComparedRow& row, const std::vector<std::string>& years) {
    json.begin_object();
    json.add("indicator", row.indicator);
    json.add("indeling", row.indeling);
    json.add("categorie", row.categorie);
    json.add("rol", to_text(row.role));
    json.add("basis", row.base);
    json.begin_list("cijfers");
    for (std::size_t year = 0; year < years.size(); ++year) {
        const auto& entry = row.figures[year];
        json.begin_line();
        json.add("schooljaar", years[year]);
        add_figure(json, "aantal", entry.value);
        json.add("belemmering", to_text(entry.obstacle));
        json.add("leerlingen", entry.base);
        json.add("per-1000", tenths(entry.rate_tenths()));
        json.end_object();
    }
    json.end_list();
    json.begin_list("veranderingen");
    for (const auto& change : row.changes) add_change(json, change, years);
    json.end_list();
    json.end_object();
}

void add_area(JsonWriter& json, const AreaRate& area) {
    const auto of_test = [&](auto value) { return area.test ? quotient(value(*area.test)) : std::nullopt; };
    const auto limit = [&](double rate) { return area.test ? quotient(rate * 1000) : std::nullopt; };
    json.begin_line();
    json.add("gebied", area.gebied);
    json.add("aantal", area.count);
    json.add("leerlingen", area.base);
    json.add("per-1000", tenths(area.rate_tenths()));
    json.add("per-1000-van", quotient(area.interval.low * 1000));
    json.add("per-1000-tot", quotient(area.interval.high * 1000));
    json.add("verhouding", of_test([](const RatioTest& test) { return test.ratio; }));
    json.add("van", of_test([](const RatioTest& test) { return test.interval.low; }));
    json.add("tot", of_test([](const RatioTest& test) { return test.interval.high; }));
    json.add("p", of_test([](const RatioTest& test) { return test.p; }));
    json.add("p-gecorrigeerd", quotient(area.corrected));
    json.add("oordeel", to_text(area.verdict));
    json.add("grens-95-van", limit(area.limits.low));
    json.add("grens-95-tot", limit(area.limits.high));
    json.add("grens-998-van", limit(area.far_limits.low));
    json.add("grens-998-tot", limit(area.far_limits.high));
    json.end_object();
}

}  // namespace

std::string side_by_side_as_json(const SideBySide& comparison) {
    JsonWriter json;
    json.begin_object();
    json.add("regio", comparison.region);
    json.add("schooljaar", comparison.schooljaar);
    json.begin_list("tabellen");
    for (const auto& table : comparison.tables) {
        json.begin_object();
        json.add("indicator", table.indicator);
        json.add("basis", table.base);
        json.begin_list("gebieden");
        for (const auto& area : table.areas) add_area(json, area);
        json.end_list();
        json.add_list("niet-vergeleken", table.left_out);
        json.end_object();
    }
    json.end_list();
    json.end_object();
    return json.take();
}

std::string ComparisonJson::begin() {
    json_.begin_object();
    json_.add_list("schooljaren", frame_.years);
    json_.begin_list("breuken");
    for (const auto& entry : frame_.breaks) add_break(json_, entry);
    json_.end_list();
    json_.begin_list("tabellen");
    return json_.take();
}

std::string ComparisonJson::tables(const std::vector<ComparedTable>& tables) {
    for (const auto& table : tables) {
        json_.begin_object();
        json_.add("gebied", table.gebied);
        json_.add("eenheid", table.eenheid);
        json_.add("indeling", table.indeling);
        json_.begin_list("rijen");
        for (const auto& row : table.rows) add_row(json_, row, frame_.years);
        json_.end_list();
        json_.end_object();
    }
    return json_.take();
}

std::string ComparisonJson::end(const std::vector<MovedFigure>& moved, const std::vector<ShiftedSeries>& shifted) {
    json_.end_list();
    json_.begin_list("anders-dan-eerder");
    for (const auto& entry : moved) {
        json_.begin_line();
        add_key(json_, entry.key);
        add_figure(json_, "was", entry.published);
        json_.add("was-status", to_text(entry.published.status));
        add_figure(json_, "is", entry.now);
        json_.add("is-status", entry.now ? std::optional(to_text(entry.now->status)) : std::nullopt);
        json_.end_object();
    }
    json_.end_list();
    json_.begin_list("verschoven");
    for (const auto& entry : shifted) {
        json_.begin_line();
        add_key(json_, entry.series);
        json_.add_list("schooljaren", entry.years);
        json_.add("jaren-verschoven", entry.by);
        if (entry.equals) {
            json_.begin_object("gelijk-aan");
            add_key(json_, *entry.equals);
            json_.end_object();
        } else {
            json_.add("gelijk-aan", nullptr);
        }
        json_.end_object();
    }
    json_.end_list();
    json_.end_object();
    return json_.take();
}

}  // namespace jv
