#include "examples/recount.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace jv {

namespace {

// A row as its values say it, with what the law derives from them.
class Reading {
public:
    Reading(const KindInfo& kind, const ExportRow& row, const Limits& limits, std::string_view gebeurtenis)
        : kind_(kind), row_(row), limits_(limits), gebeurtenis_(gebeurtenis) {}

    bool holds(const std::vector<Filter>& filters) const {
        return std::all_of(filters.begin(), filters.end(), [&](const Filter& filter) {
            const auto found = code(filter.column);
            return std::find(filter.codes.begin(), filter.codes.end(), found) != filter.codes.end();
        });
    }

    // The school year that a row of one event says it belongs to.
    Schooljaar year() const {
        const auto text = value(kind_.year_column);
        switch (kind_.column(kind_.year_column).type) {
            case ValueType::school_year:
                return *parse_schooljaar(text);
            case ValueType::month:
                return Schooljaar::vsv_year_of(std::stoi(std::string(text.substr(0, 4))),
                                               static_cast<unsigned>(std::stoi(std::string(text.substr(4)))));
            default:
                return Schooljaar::of(*parse_datum(text));
        }
    }

private:
    std::string_view value(std::string_view column) const { return row_[static_cast<std::size_t>(kind_.index_of(column))]; }

    std::string_view code(std::string_view column) const {
        if (column == "gebeurtenis") return gebeurtenis_;
        if (column == "plicht") return plicht();
        if (column == "verwijderd") return removed();
        if (column == "werk") return work();
        const auto text = value(column);
        return text.empty() ? kind_.column(column).when_empty : text;
    }

    std::string_view plicht() const {
        switch (plicht_in(year(), *parse_datum(value("geboortedatum")), parse_datum(value("startkwalificatie_op")))) {
            case Plicht::leerplichtig:
                return "leerplichtig";
            case Plicht::kwalificatieplichtig:
                return "kwalificatieplichtig";
            case Plicht::geen:
                break;
        }
        return {};
    }

    std::string_view removed() const {
        for (const std::string_view reason : {"startkwalificatie", "verhuisd", "overleden"})
            if (value(reason) == "j") return reason;
        if (value("heeft_bsn") == "n") return "geen-bsn";
        const auto age = age_on(*parse_datum(value("geboortedatum")), year().first_of_october());
        return age >= limits_.value("kwetsbaar-leeftijd", year()) ? "leeftijd" : "";
    }

    std::string_view work() const {
        const auto text = value("arbeidsuren");
        int hours = 0;
        std::from_chars(text.data(), text.data() + text.size(), hours);
        return hours == 0 ? "" : hours >= limits_.value("kwetsbaar-arbeidsuren", year()) ? "genoeg" : "te-weinig";
    }

    const KindInfo& kind_;
    const ExportRow& row_;
    const Limits& limits_;
    std::string_view gebeurtenis_;
};

}  // namespace

int Recount::times(const KindInfo& kind, const ExportRow& row, Schooljaar year, const std::vector<Filter>& where) const {
    const auto counts = [&](const Reading& reading) {
        const auto excluded = [&](const Exclusion& e) { return e.kind == kind.kind && reading.holds(e.where); };
        return reading.holds(where) && std::none_of(definitions_.exclusions.begin(), definitions_.exclusions.end(), excluded);
    };
    if (!kind.year_column.empty()) {
        const Reading reading(kind, row, limits_, {});
        return counts(reading) && reading.year() == year ? 1 : 0;
    }
    int times = 0;
    for (const auto& event : events_of(kind.kind, row, first_, last_))
        if (event.year == year && counts(Reading(kind, row, limits_, event.gebeurtenis))) ++times;
    return times;
}

std::int64_t Recount::count(const CijferKey& key, const std::vector<const MunicipalRows*>& municipalities) const {
    const auto& indicator = *definitions_.indicator(key.indicator);
    const auto* indeling = key.indeling == "totaal" ? nullptr : definitions_.indeling(key.indeling);
    const auto year = *parse_schooljaar(key.schooljaar);
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
                const auto n = times(kind, row, year, where);
                if (n == 0) continue;
                rows += n;
                rows_of_pupil[row[static_cast<std::size_t>(kind.index_of("leerling"))]] += n;
            }
        }
    }
    if (key.eenheid != "leerlingen") return rows;
    return std::count_if(rows_of_pupil.begin(), rows_of_pupil.end(), [&](const auto& pupil) { return pupil.second >= indicator.at_least; });
}

}  // namespace jv
