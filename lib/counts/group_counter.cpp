#include "counts/group_counter.hpp"

#include <algorithm>

namespace jv {

GroupCounter::OfKind::OfKind(const KindRows& of, const Definitions& definitions, const TextNumbers& texts, bool spread)
    : rows(of), plan(definitions, of.kind()), tally(plan, texts, spread) {}

GroupCounter::GroupCounter(const Definitions& definitions, const std::list<KindRows>& kinds, const TextNumbers& texts, bool spread) {
    for (const auto& rows : kinds) kinds_.push_back(std::make_unique<OfKind>(rows, definitions, texts, spread));
    for (std::size_t k = 0; k < kinds_.size(); ++k) {
        const auto& indicators = kinds_[k]->plan.indicators();
        for (std::size_t i = 0; i < indicators.size(); ++i) indicators_[indicators[i]->code].push_back({indicators[i], k, i});
    }
}

const std::vector<Figure>& GroupCounter::count(const CountedArea& area, Schooljaar year) {
    figures_.clear();
    for (auto& of_kind : kinds_) {
        of_kind->covered = of_kind->rows.covers(year) && (area.is_region || of_kind->rows.covers(area.municipalities.front()));
        if (!of_kind->covered) continue;
        of_kind->group = of_kind->rows.rows_of(area.municipalities, year, of_kind->merged);
        of_kind->tally.count(of_kind->group);
    }
    for (const auto& [code, parts] : indicators_) {
        const auto& indicator = *parts.front().indicator;
        if (std::any_of(parts.begin(), parts.end(), [&](const Part& part) { return !kinds_[part.kind]->covered; })) continue;
        if (indicator.kinds.size() == 1)
            kinds_[parts.front().kind]->tally.add_figures(parts.front().index, figures_);
        else if (parts.size() == indicator.kinds.size())
            figures_.push_back({indicator.code, "leerlingen", "totaal", "totaal", count_pupils(parts)});
    }
    return figures_;
}

// The number of different pupils over several kinds.
std::int64_t GroupCounter::count_pupils(const std::vector<Part>& parts) const {
    std::vector<std::uint32_t> pupils;
    for (const auto& part : parts)
        for (const auto& row : kinds_[part.kind]->group)
            if ((kinds_[part.kind]->plan.verdict(row.codes).mask >> part.index & 1) != 0) pupils.push_back(row.pupil);
    std::sort(pupils.begin(), pupils.end());
    return std::unique(pupils.begin(), pupils.end()) - pupils.begin();
}

}  // namespace jv
