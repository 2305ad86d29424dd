#include "comparison/compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "comparison/choices.hpp"
#include "comparison/row_figures.hpp"
#include "counts/rounding.hpp"
#include "messages/suggest.hpp"
#include "threads/in_order.hpp"

namespace jv {

namespace {

constexpr std::string_view pupils = "leerlingen", total = "totaal";

template <std::size_t size, typename Enum>
std::string_view text_of(const std::array<std::string_view, size>& texts, Enum value) {
    return texts[static_cast<std::size_t>(value)];
}

struct AreaComparison {
    std::vector<ComparedTable> tables;
    std::vector<Break> breaks;  // the changes refer to places in it
    std::vector<Finding> findings;
};

class AreaComparing {
public:
    AreaComparing(const Cijfers& cijfers, const Definitions& definitions, const ComparisonRules& rules, const CompareRequest& request,
                  const std::vector<std::string>& years, const std::string& area)
        : rules_(rules),
          definitions_(definitions),
          request_(request),
          years_(years),
          area_(area),
          cijfers_(cijfers),
          series_(cijfers, area, years),
          figures_(cijfers, definitions) {}

    AreaComparison compare() {
        std::set<std::string_view> found;
        for (const auto& series : series_.all()) found.insert(series.key.eenheid);
        // Leerlingen first: they are what is tested.
        std::vector<std::string_view> units(found.begin(), found.end());
        std::stable_partition(units.begin(), units.end(), [](const auto& unit) { return unit == pupils; });
        for (const auto& unit : units) add_tables(unit);
        check_units();
        return std::move(result_);
    }

private:
    using Bases = std::vector<std::optional<std::int64_t>>;  // by year

    void add_tables(std::string_view unit) {
        for (auto& [indeling, plans] : lay_out(series_, definitions_, unit)) {
            ComparedTable table{area_, std::string(unit), std::string(indeling), {}};
            table.rows.reserve(plans.size());
            std::set<std::string> indicators, divided;
            for (const auto& plan : plans) {
                const auto& key = plan.series->key;
                table.rows.push_back({std::string(key.indicator), std::string(key.indeling), std::string(key.categorie), plan.role, {}, {}, {}});
                indicators.emplace(key.indicator);
                if (key.categorie != total) divided.emplace(key.indicator);
            }
            for (std::size_t i = 0; i < plans.size(); ++i) {
                auto& row = table.rows[i];
                row.role = row.indeling == total && divided.contains(row.indicator) ? Role::total
                           : row.role == Role::regrouping                           ? Role::regrouping
                                                                                    : rules_.role(row.indicator, indicators);
                fill(row, *plans[i].series);
            }
            for (std::size_t pair = 0; pair + 1 < years_.size(); ++pair) correct(table, pair);
            result_.tables.push_back(std::move(table));
        }
    }

    void fill(ComparedRow& row, const AreaSeries::Series& series) {
        row.figures = figures_.of(series, years_);
        add_bases(row, series);
        row.changes.reserve(years_.size() - 1);
        for (std::size_t year = 0; year + 1 < years_.size(); ++year) row.changes.push_back(change(row, series, year));
    }

    // The leerlingen of an indicator that may be the base of a series, by year. Series of other indicators have the same ones.
    const Bases& bases_of(const std::string& candidate, const AreaSeries::Series& of) {
        auto& of_candidate = bases_.try_emplace(candidate, BasesOf{{cijfers_, definitions_}, {}}).first->second;
        const auto [at, is_new] = of_candidate.found.try_emplace({of.key.indeling, of.key.categorie});
        if (!is_new) return at->second;
        const CijferKeyView key{area_, {}, candidate, pupils, of.key.indeling, of.key.categorie};
        const std::vector<std::optional<CijferValue>> nothing(years_.size());
        const auto* stated = series_.find(key);
        for (const auto& figure : of_candidate.figures.of(stated ? *stated : AreaSeries::Series{key, nothing}, years_))
            at->second.push_back(figure.is_number() ? std::optional(figure.value->whole()) : std::nullopt);
        return at->second;
    }

    // Of the indicators that may be the base the one that most years have; the first of those.
    void add_bases(ComparedRow& row, const AreaSeries::Series& series) {
        const auto unit = series.key.eenheid;
        if (unit == "fte" || unit == "inwoners") return;
        const auto& of_rules = rules_.bases(row.indicator);
        if (of_rules.empty()) return;
        const std::vector<std::string> asked{request_.base};
        const Bases* best = nullptr;
        std::ptrdiff_t most = 0;
        for (const auto& candidate : request_.base.empty() ? of_rules : asked) {
            const auto& bases = bases_of(candidate, series);
            const auto known = std::count_if(bases.begin(), bases.end(), [](const auto& base) { return base.has_value(); });
            if (known <= most) continue;
            most = known;
            best = &bases;
            row.base = candidate;
        }
        for (std::size_t year = 0; best && year < best->size(); ++year) {
            auto& figure = row.figures[year];
            const auto base = (*best)[year];
            if (!base || !figure.is_number()) continue;
            figure.contradicts_base = figure.value->whole() > 0 && (*base == 0 || (unit == pupils && figure.value->whole() > *base));
            if (figure.contradicts_base) {
                auto key = series.key;
                key.schooljaar = years_[year];
                result_.findings.push_back(contradicts_base(key, figure.value->whole(), row.base, *base));
            }
            figure.base_is_zero = *base == 0;
            if (*base > 0 && !figure.contradicts_base) figure.base = base;
        }
    }

    // What lies between two years next to each other.
    struct Crossing {
        std::vector<std::size_t> breaks;  // places in result_.breaks
        bool broken = false;
    };

    // The crossings of the indicator, by the earlier year. Rows of one indicator mostly follow each other.
    const std::vector<Crossing>& crossings_of(const std::string& indicator) {
        const auto [at, is_new] = crossings_.try_emplace(indicator);
        for (std::size_t year = 0; is_new && year + 1 < years_.size(); ++year) {
            auto& crossing = at->second.emplace_back();
            for (const auto* entry : breaks_between(request_.breaks, indicator, area_, years_[year], years_[year + 1])) {
                auto place = std::find(result_.breaks.begin(), result_.breaks.end(), *entry);
                if (place == result_.breaks.end()) place = result_.breaks.insert(place, *entry);
                crossing.breaks.push_back(static_cast<std::size_t>(place - result_.breaks.begin()));
                crossing.broken = crossing.broken || entry->separates();
            }
        }
        return at->second;
    }

    Change change(const ComparedRow& row, const AreaSeries::Series& series, std::size_t year) {
        const auto& crossing = crossings_of(row.indicator)[year];
        auto change = change_between(row.figures[year], row.figures[year + 1], crossing.broken && !request_.across_breaks, rules_);
        change.from = year;
        change.to = year + 1;
        change.breaks = crossing.breaks;
        if (change.obstacle == Obstacle::none) test(change, row, series);
        return change;
    }

    void test(Change& change, const ComparedRow& row, const AreaSeries::Series& series) {
        const auto& earlier = row.figures[change.from];
        const auto& later = row.figures[change.to];
        const auto spread_of = [&](std::size_t year) -> std::optional<Clustered> {
            if (!request_.spread) return std::nullopt;
            auto key = series.key;
            key.schooljaar = years_[year];
            const auto found = request_.spread->find(key);
            const auto& figure = row.figures[year];
            if (found == request_.spread->end() || !figure.base) return std::nullopt;
            return Clustered{figure.value->whole(), found->second, *figure.base};
        };
        change.no_test = NoTest::tested;
        if (!rules_.is_tested(row.indicator))
            change.no_test = NoTest::counts_who_is_there;
        else if (earlier.contradicts_base || later.contradicts_base)
            change.no_test = NoTest::more_than_pupils;
        else if (earlier.value->thousandths == 0 && later.value->thousandths == 0)
            change.no_test = NoTest::all_zero;
        else if (earlier.base_is_zero || later.base_is_zero)
            change.no_test = NoTest::no_pupils;
        else if (series.key.eenheid == pupils)
            change.by_rate = earlier.base && later.base,
            change.test = change.by_rate ? exact_test(earlier.value->whole(), later.value->whole(), static_cast<double>(*earlier.base),
                                                      static_cast<double>(*later.base))
                                         : test_of_counts(earlier.value->whole(), later.value->whole());
        else if (const auto before = spread_of(change.from), after = spread_of(change.to); before && after)
            change.by_rate = true, change.test = quasi_poisson_test(*before, *after);
        else
            change.no_test = request_.spread ? NoTest::no_spread : NoTest::unit;
        if (change.no_test == NoTest::tested && !change.test) change.no_test = NoTest::no_spread;
        if (change.test) change.verdict = change.test->is_significant() ? Verdict::more : Verdict::may_be_chance;
    }

    // Of counts there are few that differ, over many rows.
    std::optional<RatioTest> test_of_counts(std::int64_t earlier, std::int64_t later) {
        const auto [at, is_new] = tests_.try_emplace({earlier, later});
        if (is_new) at->second = exact_test(earlier, later);
        return at->second;
    }

    // Corrects the finest cells of one table and pair of years for how many they are. A joint count beside what it is made of is not one.
    static void correct(ComparedTable& table, std::size_t pair) {
        std::vector<Change*> family;
        std::vector<double> p;
        for (auto& row : table.rows) {
            auto& change = row.changes[pair];
            if (row.role != Role::finest || !change.test || is_made_of_others(table, row, pair)) continue;
            family.push_back(&change);
            p.push_back(change.test->p);
        }
        const auto corrected = benjamini_hochberg(p);
        for (std::size_t i = 0; i < family.size(); ++i) {
            family[i]->corrected = corrected[i];
            if (family[i]->verdict == Verdict::more && corrected[i] >= test_level) family[i]->verdict = Verdict::may_be_more;
        }
    }

    static bool is_made_of_others(const ComparedTable& table, const ComparedRow& row, std::size_t pair) {
        return row.categorie.find('+') != std::string::npos && std::any_of(table.rows.begin(), table.rows.end(), [&](const ComparedRow& other) {
                   return other.indicator == row.indicator && other.indeling == row.indeling && other.categorie.size() < row.categorie.size() &&
                          ("+" + row.categorie + "+").find("+" + other.categorie + "+") != std::string::npos && other.changes[pair].test;
               });
    }

    // An indicator of which no unit has two of the years, though together its units have.
    void check_units() {
        std::map<std::string_view, std::map<std::string_view, std::vector<bool>>> known;  // by indicator and unit, by year
        for (const auto& series : series_.all()) {
            auto& years = known[series.key.indicator][series.key.eenheid];
            years.resize(years_.size());
            for (std::size_t year = 0; year < years_.size(); ++year)
                if (series.figures[year]) years[year] = true;
        }
        for (const auto& [indicator, by_unit] : known) {
            const auto several = [](const auto& unit) { return std::count(unit.second.begin(), unit.second.end(), true) > 1; };
            if (by_unit.size() < 2 || std::any_of(by_unit.begin(), by_unit.end(), several)) continue;
            std::set<std::string> all;
            std::vector<std::string> parts;
            for (const auto& [unit, years] : by_unit) {
                const auto& year = years_[static_cast<std::size_t>(std::find(years.begin(), years.end(), true) - years.begin())];
                all.insert(year);
                parts.push_back(fmt::format("{} in {}", year, unit));
            }
            if (all.size() < 2) continue;
            result_.findings.push_back({{},
                                        "W002",
                                        fmt::format("{} van {} staat er voor {}: dat is niet te vergelijken", indicator, area_, enumerate(parts)),
                                        "geef van beide schooljaren cijfers in dezelfde eenheid"});
        }
    }

    struct BasesOf {
        RowFigures figures;
        std::map<std::pair<std::string_view, std::string_view>, Bases> found;  // by indeling and categorie
    };

    const ComparisonRules& rules_;
    const Definitions& definitions_;
    const CompareRequest& request_;
    const std::vector<std::string>& years_;
    const std::string& area_;
    const Cijfers& cijfers_;
    AreaSeries series_;
    RowFigures figures_;
    std::map<std::pair<std::int64_t, std::int64_t>, std::optional<RatioTest>> tests_;  // by both counts
    std::map<std::string, BasesOf> bases_;                                             // by indicator
    std::map<std::string, std::vector<Crossing>> crossings_;                           // by indicator
    AreaComparison result_;
};

// Lets the changes of an area refer to the breaks of the whole.
void refer_to(std::vector<Break>& breaks, AreaComparison& area) {
    std::vector<std::size_t> places;
    for (const auto& entry : area.breaks) {
        auto at = std::find(breaks.begin(), breaks.end(), entry);
        if (at == breaks.end()) at = breaks.insert(at, entry);
        places.push_back(static_cast<std::size_t>(at - breaks.begin()));
    }
    for (auto& table : area.tables)
        for (auto& row : table.rows)
            for (auto& change : row.changes)
                for (auto& place : change.breaks) place = places[place];
}

}  // namespace

std::string_view to_text(Obstacle obstacle) {
    return text_of(std::array<std::string_view, 9>{"", "geen-cijfer", "nvt", "onbekend", "onderdrukt", "samen-geteld", "niet-op-te-tellen",
                                                   "onvolledig", "breuk"},
                   obstacle);
}

std::string_view to_text(NoTest reason) {
    return text_of(std::array<std::string_view, 8>{"", "niet-vergeleken", "eenheid", "telt-wie-er-is", "nullen", "meer-dan-leerlingen",
                                                   "geen-leerlingen", "geen-spreiding"},
                   reason);
}

std::string_view to_text(Verdict verdict) {
    return text_of(std::array<std::string_view, 4>{"", "kan-toeval-zijn", "misschien-meer-dan-toeval", "meer-dan-toeval"}, verdict);
}

std::optional<std::int64_t> YearFigure::rate_tenths() const {
    if (!is_number() || !base) return std::nullopt;
    return rounded_quotient(value->whole(), *base, 10000);
}

Change change_between(const YearFigure& earlier, const YearFigure& later, bool broken, const ComparisonRules& rules) {
    Change change;
    change.obstacle = !earlier.is_number() ? earlier.obstacle : !later.is_number() ? later.obstacle : broken ? Obstacle::broken : Obstacle::none;
    if (change.obstacle != Obstacle::none) return change;
    change.difference = later.value->thousandths - earlier.value->thousandths;
    if (earlier.value->thousandths >= rules.percent_from() * 1000)
        change.percent_tenths = rounded_quotient(change.difference, earlier.value->thousandths, 1000);
    return change;
}

Comparer::Comparer(const Cijfers& cijfers, const Definitions& definitions, const CompareRequest& request)
    : cijfers_(cijfers),
      definitions_(definitions),
      request_(request),
      rules_(definitions),
      areas_(chosen_areas(cijfers, request.areas)),
      frame_{chosen_years(cijfers, request.years), {}, {}} {
    if (!request.base.empty()) require_base(cijfers, request.base, frame_.years);
}

void Comparer::each_area(const Take& take, FindingLog& log) {
    std::size_t i = 0;
    const auto next = [&]() -> std::optional<std::size_t> { return i < areas_.size() ? std::optional(i++) : std::nullopt; };
    const auto work = [&](unsigned, std::size_t area) {
        return AreaComparing(cijfers_, definitions_, rules_, request_, frame_.years, areas_[area]).compare();
    };
    const auto finish = [&](AreaComparison area) {
        refer_to(frame_.breaks, area);
        for (auto& finding : area.findings) log.add(std::move(finding));
        take(area.tables);
    };
    in_order(static_cast<unsigned>(std::min<std::size_t>(usual_threads(), areas_.size())), next, work, finish);
}

Comparison compare(const Cijfers& cijfers, const Definitions& definitions, const CompareRequest& request, FindingLog& log) {
    Comparer comparer(cijfers, definitions, request);
    std::vector<ComparedTable> tables;
    comparer.each_area([&](const auto& of_area) { tables.insert(tables.end(), of_area.begin(), of_area.end()); }, log);
    auto whole = comparer.frame();
    whole.tables = std::move(tables);
    return whole;
}

}  // namespace jv
