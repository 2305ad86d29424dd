#include "comparison/json.hpp"

#include <fmt/format.h>

#include <cmath>

#include "bytes/json.hpp"
#include "comparison/side_by_side.hpp"

namespace jv {

namespace {

// A quotient: six digits, the same on every machine.
Json quotient(double value) {
    if (!std::isfinite(value)) return nullptr;
    return std::strtod(fmt::format("{:.6g}", value).c_str(), nullptr);
}

Json thousandths(std::int64_t value) {
    if (value % 1000 == 0) return value / 1000;
    return static_cast<double>(value) / 1000;
}

Json tenths(const std::optional<std::int64_t>& value) {
    if (!value) return nullptr;
    return static_cast<double>(*value) / 10;
}

Json texts(const auto& values) {
    auto list = Json::array();
    for (const auto& value : values) list.push_back(value);
    return list;
}

Json key_of(const CijferKey& key) {
    Json json{{"gebied", key.gebied}};
    if (!key.schooljaar.empty()) json["schooljaar"] = key.schooljaar;
    json["indicator"] = key.indicator;
    json["eenheid"] = key.eenheid;
    json["indeling"] = key.indeling;
    json["categorie"] = key.categorie;
    return json;
}

Json figure(const std::optional<CijferValue>& value) { return value && value->is_number() ? thousandths(value->thousandths) : Json(nullptr); }

Json break_of(const Break& entry) {
    Json json{{"soort", to_text(entry.kind)}, {"eerste-schooljaar", to_text(entry.first)}};
    json["overgangsjaar"] = entry.mixed ? Json(to_text(*entry.mixed)) : Json(nullptr);
    json["laatste-schooljaar"] = entry.separates() ? Json(nullptr) : Json(to_text(entry.last));
    json["tekst"] = entry.text;
    json["bron"] = entry.source;
    return json;
}

Json test_of(const Change& change) {
    if (!change.test) return nullptr;
    const auto& test = *change.test;
    return {{"over", change.by_rate ? "per-1000" : "aantallen"},
            {"verhouding", quotient(test.ratio)},
            {"van", quotient(test.interval.low)},
            {"tot", quotient(test.interval.high)},
            {"p", quotient(test.p)},
            {"p-gecorrigeerd", change.corrected ? quotient(*change.corrected) : Json(nullptr)}};
}

Json change_of(const Change& change, const std::vector<std::string>& years) {
    const bool compared = change.obstacle == Obstacle::none;
    return {{"van", years[change.from]},
            {"naar", years[change.to]},
            {"belemmering", to_text(change.obstacle)},
            {"breuken", texts(change.breaks)},
            {"verschil", compared ? thousandths(change.difference) : Json(nullptr)},
            {"procent", tenths(change.percent_tenths)},
            {"toets", test_of(change)},
            {"geen-toets", to_text(change.no_test)},
            {"oordeel", to_text(change.verdict)}};
}

Json row_of(const ComparedRow& row, const std::vector<std::string>& years) {
    Json figures = Json::array(), changes = Json::array();
    for (std::size_t year = 0; year < years.size(); ++year) {
        const auto& entry = row.figures[year];
        figures.push_back({{"schooljaar", years[year]},
                           {"aantal", figure(entry.value)},
                           {"belemmering", to_text(entry.obstacle)},
                           {"leerlingen", entry.base ? Json(*entry.base) : Json(nullptr)},
                           {"per-1000", tenths(entry.rate_tenths())}});
    }
    for (const auto& change : row.changes) changes.push_back(change_of(change, years));
    return {{"indicator", row.indicator}, {"indeling", row.indeling}, {"categorie", row.categorie},         {"rol", to_text(row.role)},
            {"basis", row.base},          {"cijfers", figures},       {"veranderingen", std::move(changes)}};
}

}  // namespace

std::string side_by_side_as_json(const SideBySide& comparison) {
    Json tables = Json::array();
    for (const auto& table : comparison.tables) {
        Json areas = Json::array();
        for (const auto& area : table.areas) {
            Json entry{{"gebied", area.gebied}, {"aantal", area.count}, {"leerlingen", area.base}, {"per-1000", tenths(area.rate_tenths())}};
            entry["per-1000-van"] = quotient(area.interval.low * 1000);
            entry["per-1000-tot"] = quotient(area.interval.high * 1000);
            entry["verhouding"] = area.test ? quotient(area.test->ratio) : Json(nullptr);
            entry["van"] = area.test ? quotient(area.test->interval.low) : Json(nullptr);
            entry["tot"] = area.test ? quotient(area.test->interval.high) : Json(nullptr);
            entry["p"] = area.test ? quotient(area.test->p) : Json(nullptr);
            entry["p-gecorrigeerd"] = area.corrected ? quotient(*area.corrected) : Json(nullptr);
            entry["oordeel"] = to_text(area.verdict);
            const auto limit = [&](double rate) { return area.test ? quotient(rate * 1000) : Json(nullptr); };
            entry["grens-95-van"] = limit(area.limits.low);
            entry["grens-95-tot"] = limit(area.limits.high);
            entry["grens-998-van"] = limit(area.far_limits.low);
            entry["grens-998-tot"] = limit(area.far_limits.high);
            areas.push_back(std::move(entry));
        }
        tables.push_back(
            {{"indicator", table.indicator}, {"basis", table.base}, {"gebieden", std::move(areas)}, {"niet-vergeleken", texts(table.left_out)}});
    }
    const Json all{{"regio", comparison.region}, {"schooljaar", comparison.schooljaar}, {"tabellen", std::move(tables)}};
    return printed(all);
}

std::string ComparisonJson::begin() const {
    Json breaks = Json::array();
    for (const auto& entry : frame_.breaks) breaks.push_back(break_of(entry));
    return fmt::format("{{\n  \"schooljaren\": {},\n  \"breuken\": {},\n  \"tabellen\": [", indented(texts(frame_.years), 2), indented(breaks, 2));
}

std::string ComparisonJson::tables(const std::vector<ComparedTable>& tables) {
    std::string out;
    for (const auto& table : tables) {
        out += has_tables_ ? ",\n    " : "\n    ";
        has_tables_ = true;
        auto head = indented({{"gebied", table.gebied}, {"eenheid", table.eenheid}, {"indeling", table.indeling}}, 4);
        head.resize(head.rfind('\n'));
        out += head + ",\n      \"rijen\": [";
        for (std::size_t i = 0; i < table.rows.size(); ++i)
            out += (i == 0 ? "\n        " : ",\n        ") + indented(row_of(table.rows[i], frame_.years), 8);
        out += "\n      ]\n    }";
    }
    return out;
}

std::string ComparisonJson::end(const std::vector<MovedFigure>& moved, const std::vector<ShiftedSeries>& shifted) const {
    Json other = Json::array(), series = Json::array();
    for (const auto& entry : moved) {
        auto json = key_of(entry.key);
        json["was"] = figure(entry.published);
        json["was-status"] = to_text(entry.published.status);
        json["is"] = figure(entry.now);
        json["is-status"] = entry.now ? Json(to_text(entry.now->status)) : Json(nullptr);
        other.push_back(std::move(json));
    }
    for (const auto& entry : shifted) {
        auto json = key_of(entry.series);
        json["schooljaren"] = texts(entry.years);
        json["jaren-verschoven"] = entry.by;
        json["gelijk-aan"] = entry.equals ? key_of(*entry.equals) : Json(nullptr);
        series.push_back(std::move(json));
    }
    return fmt::format("{}],\n  \"anders-dan-eerder\": {},\n  \"verschoven\": {}\n}}\n", has_tables_ ? "\n  " : "", indented(other, 2),
                       indented(series, 2));
}

}  // namespace jv
