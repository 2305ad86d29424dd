#include "examples/recount.hpp"

#include <algorithm>
#include <unordered_map>

namespace jv {

namespace {

std::string_view value_of(const KindInfo& kind, const ExportRow& row, std::string_view column) {
    const auto value = [&](std::string_view name) { return std::string_view(row[static_cast<std::size_t>(kind.index_of(name))]); };
    if (column != "plicht") {
        const auto text = value(column);
        return text.empty() ? kind.column(column).when_empty : text;
    }
    switch (plicht_in(*parse_schooljaar(value("schooljaar")), *parse_datum(value("geboortedatum")), parse_datum(value("startkwalificatie_op")))) {
        case Plicht::leerplichtig:
            return "leerplichtig";
        case Plicht::kwalificatieplichtig:
            return "kwalificatieplichtig";
        case Plicht::geen:
            break;
    }
    return {};
}

bool holds(const KindInfo& kind, const ExportRow& row, const std::vector<Filter>& filters) {
    return std::all_of(filters.begin(), filters.end(), [&](const Filter& filter) {
        const auto value = value_of(kind, row, filter.column);
        return std::find(filter.codes.begin(), filter.codes.end(), value) != filter.codes.end();
    });
}

// The school year that a row says it belongs to.
Schooljaar year_of(const KindInfo& kind, const ExportRow& row) {
    const auto& text = row[static_cast<std::size_t>(kind.index_of(kind.year_column))];
    switch (kind.column(kind.year_column).type) {
        case ValueType::school_year:
            return *parse_schooljaar(text);
        case ValueType::month:
            return Schooljaar::vsv_year_of(std::stoi(text.substr(0, 4)), static_cast<unsigned>(std::stoi(text.substr(4))));
        default:
            return Schooljaar::of(*parse_datum(text));
    }
}

}  // namespace

std::int64_t recount(const Definitions& definitions, const CijferKey& key, const std::vector<const MunicipalRows*>& municipalities) {
    const auto& indicator = *definitions.indicator(key.indicator);
    const auto* indeling = key.indeling == "totaal" ? nullptr : definitions.indeling(key.indeling);
    std::int64_t rows = 0;
    std::unordered_map<std::string_view, int> rows_of_pupil;
    for (std::size_t part = 0; part < indicator.kinds.size(); ++part) {
        const auto& kind = info(indicator.kinds[part]);
        auto where = indicator.where[part];
        if (indeling != nullptr)
            for (const auto& category : indeling->categories)
                if (category.code == key.categorie) where.push_back({indeling->column, category.codes});
        for (const auto* municipality : municipalities) {
            const auto found = municipality->find(kind.kind);
            if (found == municipality->end()) continue;
            for (const auto& row : found->second) {
                const auto excluded = [&](const Exclusion& e) { return e.kind == kind.kind && holds(kind, row, e.where); };
                if (!holds(kind, row, where) || to_text(year_of(kind, row)) != key.schooljaar ||
                    std::any_of(definitions.exclusions.begin(), definitions.exclusions.end(), excluded))
                    continue;
                ++rows;
                ++rows_of_pupil[row[static_cast<std::size_t>(kind.index_of("leerling"))]];
            }
        }
    }
    if (key.eenheid != "leerlingen") return rows;
    return std::count_if(rows_of_pupil.begin(), rows_of_pupil.end(), [&](const auto& pupil) { return pupil.second >= indicator.at_least; });
}

}  // namespace jv
