#include "checks/checker.hpp"

#include <algorithm>
#include <tuple>

#include "checks/check.hpp"

namespace jv {

Checker::Checker(const Definitions& definitions, const CountRequest& request, const Catalogue& catalogue, FindingLog& findings)
    : request_(request), catalogue_(catalogue), findings_(findings), counter_(definitions, request, findings) {}

void Checker::read(const std::filesystem::path& path, const ReadOptions& options) {
    rows_.next_export();
    counter_.read(path, options, {}, [&](const RowConverter& row, const Record& record, bool counts) { rows_.add(row, record, counts); });
}

std::set<std::uint32_t> Checker::areas_asked() const {
    const auto& names = counter_.names();
    std::set<std::string> asked;
    for (const auto& name : request_.municipalities) asked.insert(names.municipalities.official(name));
    for (const auto& region : request_.regions)
        for (const auto& name : region.municipalities) asked.insert(names.municipalities.official(name));
    std::set<std::uint32_t> areas;
    for (std::uint32_t number = 1; number < names.areas.size(); ++number)
        if (asked.contains(names.areas.text(number))) areas.insert(number);
    return areas;
}

void Checker::finish(const Cijfers& earlier) {
    Cijfers counted;
    counter_.count([&](const CijferKey& key, std::int64_t count) { counted.add(key, CijferValue::of(count)); });
    rows_.finish();
    const Limits limits("controles.toml");
    const auto areas = areas_asked();
    const CheckInput input{rows_, counter_.names(), limits, request_.years, areas, counted, earlier};
    for (const auto& check : all_checks()) {
        std::vector<Finding> found;
        const auto level = catalogue_.find(check.code).level;
        check.run(input, [&](Place place, std::string text, std::string advice) {
            found.push_back({std::move(place), check.code, std::move(text), std::move(advice), level});
        });
        const auto place = [](const Finding& finding) { return std::tie(finding.place.file, finding.place.line, finding.place.field); };
        std::stable_sort(found.begin(), found.end(), [&](const Finding& a, const Finding& b) { return place(a) < place(b); });
        for (auto& finding : found) findings_.add(std::move(finding));
    }
}

}  // namespace jv
