#include "examples/row_classes.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "examples/natural.hpp"

namespace jv {

namespace {

bool contains(const std::vector<std::string>& codes, std::string_view code) { return std::find(codes.begin(), codes.end(), code) != codes.end(); }

// Whether the codes meet all filters; a column that is not among them meets none, one that is there several times needs to once.
bool meets(const Codes& codes, const std::vector<Filter>& filters) {
    return std::all_of(filters.begin(), filters.end(), [&](const Filter& filter) {
        return std::any_of(codes.begin(), codes.end(),
                           [&](const auto& code) { return code.first == filter.column && contains(filter.codes, code.second); });
    });
}

// The columns that the predicates look at for a kind, each with the codes it may hold; without those of a history.
std::vector<std::pair<std::string, std::vector<std::string>>> columns_of(const Demand& demand, Kind kind, const History& history) {
    std::set<std::string> named;
    for (const auto& predicate : demand.predicates)
        for (const auto& part : predicate.parts)
            if (part.kind == kind)
                for (const auto& filter : part.filters) named.insert(filter.column);
    for (const auto& [column, code] : history.codes) named.erase(column);
    std::vector<std::pair<std::string, std::vector<std::string>>> columns;
    for (const auto& column : info(kind).columns) {
        if (!named.contains(std::string(column.name))) continue;
        std::vector<std::string> codes(column.codes.begin(), column.codes.end());
        if (!column.required && column.when_empty.empty()) codes.emplace_back();
        columns.emplace_back(column.name, std::move(codes));
    }
    if (named.contains("plicht")) columns.emplace_back("plicht", std::vector<std::string>{"leerplichtig", "kwalificatieplichtig", ""});
    return columns;
}

}  // namespace

bool is_excluded(const Definitions& definitions, Kind kind, const Codes& codes) {
    return std::any_of(definitions.exclusions.begin(), definitions.exclusions.end(),
                       [&](const Exclusion& exclusion) { return exclusion.kind == kind && meets(codes, exclusion.where); });
}

std::vector<RowClass> row_classes(const Demand& demand, const Definitions& definitions, int school_type) {
    std::vector<RowClass> classes;
    for (const auto& kind : all_kinds()) {
        if ((kind.index_of("schooltype") < 0) != (school_type == no_school_type)) continue;
        const auto looks_at = [&](const Predicate& predicate) {
            return std::any_of(predicate.parts.begin(), predicate.parts.end(), [&](const auto& part) { return part.kind == kind.kind; });
        };
        if (std::none_of(demand.predicates.begin(), demand.predicates.end(), looks_at)) continue;
        auto combinations = histories(kind.kind, demand.first, demand.last);
        for (const auto& [column, codes] : columns_of(demand, kind.kind, combinations.front())) {
            std::vector<History> longer;
            for (const auto& combination : combinations)
                for (const auto& code : codes) {
                    longer.push_back(combination);
                    longer.back().codes.emplace_back(column, code);
                    longer.back().weight *= usual_weight(kind.kind, school_type_code(school_type), column, code);
                }
            combinations = std::move(longer);
        }
        std::map<std::vector<bool>, RowClass> by_predicates;
        for (auto& combination : combinations) {
            auto& codes = combination.codes;
            if (is_excluded(definitions, kind.kind, codes)) continue;
            std::vector<bool> has;
            for (const auto& predicate : demand.predicates)
                has.push_back(std::any_of(predicate.parts.begin(), predicate.parts.end(),
                                          [&](const auto& part) { return part.kind == kind.kind && meets(codes, part.filters); }));
            if (std::find(has.begin(), has.end(), true) == has.end()) continue;
            auto& row_class = by_predicates[has];
            row_class.kind = kind.kind;
            row_class.has = has;
            row_class.weights.push_back(combination.weight);
            row_class.usual += combination.weight * usual_school_type_weight(kind.kind, school_type_code(school_type));
            row_class.choices.push_back(std::move(codes));
        }
        for (auto& [has, row_class] : by_predicates) classes.push_back(std::move(row_class));
    }
    return classes;
}

}  // namespace jv
