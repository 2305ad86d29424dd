#include "profiles/proposal.hpp"

#include <algorithm>
#include <regex>
#include <tuple>

#include "profiles/value_fit.hpp"
#include "rows/csv_reader.hpp"
#include "rows/fold_name.hpp"

namespace jv {

namespace {

// One field of the export as one canonical column.
struct Fit {
    NameMatch name;
    ValueFit values = ValueFit::unfit;

    bool is_possible() const { return name.fit != NameFit::other && values != ValueFit::unfit; }
};

class Matcher {
public:
    Matcher(const KnownNames& names, const ExportSurvey& survey, Kind kind) : survey_(survey), info_(info(kind)) {
        const auto context = value_context(names, survey, kind);
        proposal_.kind = kind;
        proposal_.columns.resize(info_.columns.size());
        fits_.resize(info_.columns.size(), std::vector<Fit>(survey.columns.size()));
        taken_.resize(survey.columns.size());
        for (const auto& column : info_.columns) ranks_.push_back(names.ranks(kind, column));
        for (std::size_t field = 0; field < survey.columns.size(); ++field) {
            const auto& values = survey.columns[field];
            if (values.name.empty()) continue;
            const auto matches = names.match(kind, values.name);
            for (std::size_t c = 0; c < info_.columns.size(); ++c) fits_[c][field] = {matches[c], value_fit(context, info_.columns[c], values)};
            exclude_others(field);
        }
        is_canonical_ = std::all_of(info_.columns.begin(), info_.columns.end(), [&](const Column& column) {
            const auto has_name = [&](const ColumnSurvey& values) { return values.name == column.name; };
            return !column.required || std::any_of(survey.columns.begin(), survey.columns.end(), has_name);
        });
        if (const auto* profile = names.profile_by_file(kind, survey.file)) {
            proposal_.file_patterns = profile->find(kind)->file_patterns;
            proposal_.file_is_sure = true;
        }
    }

    Proposal run() {
        each([&](std::size_t c) { take_named(c, ranks_[c] > 0 ? NameFit::near : NameFit::exact); });
        each([&](std::size_t c) { take_named(c, NameFit::near); });
        take_unmistakable();
        each([&](std::size_t c) { list_candidates(c); });
        look_at_file_name();
        return std::move(proposal_);
    }

private:
    template <class Action>
    void each(Action&& action) {
        for (std::size_t c = 0; c < info_.columns.size(); ++c)
            if (!proposal_.columns[c].sure) action(c);
    }

    // The fields that may still be this column and satisfy a condition.
    template <class Condition>
    std::vector<std::size_t> fields(std::size_t column, Condition&& condition) const {
        std::vector<std::size_t> found;
        for (std::size_t field = 0; field < taken_.size(); ++field)
            if (const auto& fit = fits_[column][field]; !taken_[field] && fit.is_possible() && condition(fit, survey_.columns[field]))
                found.push_back(field);
        return found;
    }

    bool is_needed(std::size_t column) const { return info_.columns[column].required && !info_.columns[column].may_be_empty; }
    bool is_code(std::size_t column) const { return !info_.columns[column].codes.empty(); }

    // What has the name of one column is no other.
    void exclude_others(std::size_t field) {
        const auto is_exact = [&](const std::vector<Fit>& fits) {
            return fits[field].name.fit == NameFit::exact && fits[field].values != ValueFit::unfit;
        };
        if (std::none_of(fits_.begin(), fits_.end(), is_exact)) return;
        for (auto& fits : fits_)
            if (!is_exact(fits)) fits[field].name.fit = NameFit::other;
    }

    // The name of a column that stands twice in the header can't be mapped.
    bool is_twice(std::size_t field) const {
        const auto same = [&](const ColumnSurvey& other) { return fold_name(other.name) == fold_name(survey_.columns[field].name); };
        return std::count_if(survey_.columns.begin(), survey_.columns.end(), same) > 1;
    }

    void take(std::size_t column, std::vector<std::size_t> found) {
        if (std::any_of(found.begin(), found.end(), [&](std::size_t field) { return is_twice(field); })) return;
        for (const auto field : found) taken_[field] = true;
        proposal_.columns[column] = {true, std::move(found)};
    }

    // Whether name and values together make a field this column.
    bool is_agreed(std::size_t c, const Fit& fit, const ColumnSurvey& values) const {
        if (is_needed(c) && values.filled == 0) return false;
        if (fit.name.fit == NameFit::exact) return !is_code(c) || values.filled == 0 || fit.values >= ValueFit::fits;
        if (fit.name.fit != NameFit::near || fit.name.doubtful || values.filled == 0) return false;
        if (info_.columns[c].type != ValueType::date && fit.values < ValueFit::fits) return false;
        // A name near to two columns is sure only where the values decide.
        const auto field = static_cast<std::size_t>(&values - survey_.columns.data());
        for (std::size_t other = 0; other < fits_.size(); ++other)
            if (const auto& rival = fits_[other][field];
                other != c && rival.is_possible() && rival.name.fit >= fit.name.fit && rival.values >= fit.values)
                return false;
        return true;
    }

    // Takes the field that name and values agree on, with names at least so near. Two are a doubt, unless their names have an order.
    void take_named(std::size_t c, NameFit least) {
        const auto has_name = [least](const Fit& fit) { return fit.name.fit >= least && (fit.name.fit == NameFit::exact || !fit.name.doubtful); };
        const auto named = fields(c, [&](const Fit& fit, const ColumnSurvey&) { return has_name(fit); });
        auto found = fields(c, [&](const Fit& fit, const ColumnSurvey& values) { return has_name(fit) && is_agreed(c, fit, values); });
        if (found.empty() || (least == NameFit::near && named.size() > 1 && ranks_[c] == 0)) return;
        const auto order = [&](std::size_t field) {
            return std::pair(fits_[c][field].name.rank, fits_[c][field].name.fit == NameFit::exact ? 0 : 1);
        };
        std::stable_sort(found.begin(), found.end(), [&](auto a, auto b) { return order(a) < order(b); });
        if (found.size() > 1 && order(found[0]) == order(found[1])) return;
        // A name that does not go before others, or says little, is in doubt beside a field of unknown name with such values.
        const auto rivals = fields(c, [&](const Fit& fit, const ColumnSurvey& values) {
            return !fit.name.doubtful && fit.name.fit < NameFit::near && values.filled > 0 && fit.values >= fits_[c][found[0]].values;
        });
        const bool is_last = ranks_[c] > 0 && fits_[c][found[0]].name.rank == ranks_[c];
        if ((is_last || is_general(c, found[0])) && !rivals.empty()) return;
        found.erase(std::find_if(found.begin() + 1, found.end(), [&](auto field) { return !is_fallback(c, found[0], field); }), found.end());
        take(c, found);
    }

    // Whether the name of a field says little, in an export whose columns do not have our own names.
    bool is_general(std::size_t c, std::size_t field) const {
        return fits_[c][field].name.general && !(is_canonical_ && survey_.columns[field].name == info_.columns[c].name);
    }

    // Pupils without the first number have the second: an onderwijsnummer beside the BSN.
    bool is_fallback(std::size_t c, std::size_t first, std::size_t second) const {
        const auto& values = survey_.columns[second];
        return info_.columns[c].type == ValueType::pupil && survey_.columns[first].empty > 0 && values.mostly(values.pupil_numbers) &&
               fits_[c][second].name.fit == NameFit::exact;
    }

    void take_unmistakable() {
        const auto is_clear = [](const Fit& fit, const ColumnSurvey& values) { return fit.values == ValueFit::unmistakable && values.filled > 0; };
        std::vector<std::pair<std::size_t, std::size_t>> found;
        each([&](std::size_t c) {
            const auto clear = fields(c, is_clear);
            // Where another column is named so, the values alone decide nothing.
            const auto named = fields(c, [](const Fit& fit, const ColumnSurvey&) { return fit.name.fit >= NameFit::near; });
            if (clear.size() != 1 || named.size() > 1 || (named.size() == 1 && named != clear)) return;
            const auto& fit = fits_[c][clear.front()];
            const bool needs_name = !info_.columns[c].required || info_.columns[c].type == ValueType::month;
            if (fit.name.doubtful || (needs_name && fit.name.fit == NameFit::none)) return;
            found.emplace_back(c, clear.front());
        });
        for (const auto& [c, field] : found) {
            const auto same = std::count_if(found.begin(), found.end(), [field = field](const auto& other) { return other.second == field; });
            if (same == 1) take(c, {field});
        }
    }

    void list_candidates(std::size_t c) {
        auto found = fields(c, [&](const Fit& fit, const ColumnSurvey& values) {
            if (fit.name.fit >= NameFit::near) return true;
            if (values.filled == 0) return false;
            if (fit.name.fit == NameFit::partial) return fit.values >= ValueFit::fits || (is_needed(c) && !is_code(c));
            if (info_.columns[c].required) return fit.values >= (info_.columns[c].type == ValueType::text ? ValueFit::unmistakable : ValueFit::fits);
            return fit.values == ValueFit::unmistakable && !fit.name.doubtful;
        });
        const auto weight = [&](std::size_t field) {
            const auto& fit = fits_[c][field];
            return std::tuple(-static_cast<int>(fit.name.fit) + (fit.name.doubtful ? 2 : 0), -static_cast<int>(fit.values), field);
        };
        std::sort(found.begin(), found.end(), [&](auto a, auto b) { return weight(a) < weight(b); });
        constexpr std::size_t most = 6;
        if (found.size() > most) found.resize(most);
        proposal_.columns[c].fields = std::move(found);
    }

    // The year may stand in the name of the file, where no column has it.
    void look_at_file_name() {
        const auto c = info_.index_of(info_.year_column);
        const bool needs_year = c >= 0 && info_.columns[static_cast<std::size_t>(c)].type == ValueType::school_year &&
                                proposal_.columns[static_cast<std::size_t>(c)].fields.empty();
        if (!needs_year) {
            proposal_.file_patterns.clear();
            proposal_.file_is_sure = false;
        } else if (!proposal_.file_is_sure) {
            static const std::regex year("20\\d\\d-20\\d\\d");
            if (std::smatch match; std::regex_search(survey_.file, match, year))
                proposal_.file_patterns = {match.prefix().str() + "{schooljaar}" + match.suffix().str()};
        }
    }

    const ExportSurvey& survey_;
    const KindInfo& info_;
    std::vector<std::vector<Fit>> fits_;  // by canonical column and field
    std::vector<std::size_t> ranks_;      // of each canonical column: how many names go before others
    bool is_canonical_ = false;           // the required columns have their canonical names
    std::vector<bool> taken_;             // fields that surely are a column, or stand behind one
    Proposal proposal_;
};

// How much speaks for a kind: its required columns most of all, and a code list that no other kind has.
int score(const Proposal& proposal) {
    int sum = 0;
    const auto& kind = info(proposal.kind);
    for (std::size_t c = 0; c < kind.columns.size(); ++c) {
        const auto& column = kind.columns[c];
        const auto& found = proposal.columns[c];
        const bool from_file = column.name == kind.year_column && proposal.file_is_sure;
        if (!column.required)
            sum += found.sure;
        else if (found.sure || from_file)
            sum += 4;
        else
            sum += found.fields.empty() ? -5 : 1;
    }
    return sum;
}

DateProposal propose_dates(const Proposal& proposal, const ExportSurvey& survey) {
    ColumnSurvey all;  // the dates of all columns together; of those that are not sure, the most probable
    const auto& kind = info(proposal.kind);
    for (std::size_t c = 0; c < kind.columns.size(); ++c) {
        if (kind.columns[c].type != ValueType::date || proposal.columns[c].fields.empty()) continue;
        const auto& values = survey.columns[proposal.columns[c].fields.front()];
        for (std::size_t form = 0; form < all.dates.size(); ++form) all.dates[form] += values.dates[form];
        all.certain_dates += values.certain_dates;
    }
    const auto day_first = all.dates_in(DateForm::day_month_year), month_first = all.dates_in(DateForm::month_day_year);
    if (month_first > 0) {
        const bool only = all.certain_dates == 0 && all.readable_dates() == day_first + month_first;
        return {DateForm::month_day_year, only};
    }
    if (day_first > 0 && all.certain_dates == 0) return {DateForm::day_month_year, false};
    for (const auto form : {DateForm::year_month_day, DateForm::day_month_year, DateForm::compact})
        if (all.dates_in(form) > 0 && all.dates_in(form) == all.readable_dates()) return {form, true};
    return {};
}

}  // namespace

Proposal propose(const KnownNames& names, const ExportSurvey& survey, std::optional<Kind> wanted) {
    std::vector<Proposal> proposals;
    for (const auto& kind : all_kinds())
        if (!wanted || kind.kind == *wanted) proposals.push_back(Matcher(names, survey, kind.kind).run());
    std::stable_sort(proposals.begin(), proposals.end(), [](const Proposal& a, const Proposal& b) { return score(a) > score(b); });
    auto best = proposals.front();
    constexpr int clearly = 4, enough = 4;
    for (const auto& other : proposals)
        if (other.kind != best.kind && score(other) > score(best) - clearly) best.other_kinds.push_back(other.kind);
    best.kind_is_sure = wanted || (best.other_kinds.empty() && score(best) >= enough);
    best.dates = propose_dates(best, survey);
    return best;
}

const Column* column_of(const Proposal& proposal, std::size_t field) {
    for (std::size_t c = 0; c < proposal.columns.size(); ++c) {
        const auto& column = proposal.columns[c];
        if (column.sure && std::find(column.fields.begin(), column.fields.end(), field) != column.fields.end())
            return &info(proposal.kind).columns[c];
    }
    return nullptr;
}

}  // namespace jv
