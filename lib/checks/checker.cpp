#include "checks/checker.hpp"

#include <algorithm>
#include <tuple>

#include "checks/check.hpp"

namespace jv {

namespace {

// The findings of one check, by place. Of each file it keeps no more than the first, so many as are shown, and counts the rest.
class FirstFindings {
public:
    explicit FirstFindings(std::uint64_t most) : most_(most) {}

    void add(Finding finding) {
        auto& [first, count] = files_[finding.place.file];
        ++count;
        first.push_back(std::move(finding));
        if (first.size() / 2 >= most_) keep_first(first);
    }
    void give_to(FindingLog& findings) {
        for (auto& [name, of_file] : files_) {
            keep_first(of_file.first);
            const auto code = of_file.first.front().code;
            const auto level = of_file.first.front().level;
            const auto kept = of_file.first.size();
            for (auto& finding : of_file.first) findings.add(std::move(finding));
            for (auto n = kept; n < of_file.count; ++n) findings.count(name, code, level);
        }
        files_.clear();
    }

private:
    struct OfFile {
        std::vector<Finding> first;
        std::uint64_t count = 0;
    };
    void keep_first(std::vector<Finding>& first) const {
        // Findings are large: their places are sorted, and each is moved once.
        std::vector<std::tuple<std::uint64_t, std::uint32_t, std::size_t>> places;
        places.reserve(first.size());
        for (std::size_t i = 0; i < first.size(); ++i) places.emplace_back(first[i].place.line, first[i].place.field, i);
        std::sort(places.begin(), places.end());
        if (places.size() > most_) places.resize(most_);
        std::vector<Finding> kept;
        kept.reserve(places.size());
        for (const auto& [line, field, at] : places) kept.push_back(std::move(first[at]));
        first = std::move(kept);
    }

    std::uint64_t most_;
    std::map<std::string, OfFile> files_;
};

}  // namespace

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
    if (earlier.empty())
        counter_.finish();
    else
        counter_.count([&](const CijferKey& key, std::int64_t count) { counted.add(key, CijferValue::of(count)); });
    rows_.finish();
    const Limits limits("controles.toml");
    const auto areas = areas_asked();
    const CheckInput input{rows_, counter_.names(), limits, request_.years, areas, counted, earlier};
    for (const auto& check : all_checks()) {
        FirstFindings found(findings_.most_per_code());
        const auto level = catalogue_.find(check.code).level;
        check.run(input, [&](Place place, std::string text, std::string advice) {
            found.add({std::move(place), check.code, std::move(text), std::move(advice), level});
        });
        found.give_to(findings_);
    }
}

}  // namespace jv
