#include "comparison/compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "comparison/row_figures.hpp"
#include "counts/rounding.hpp"
#include "messages/suggest.hpp"

namespace jv {

namespace {

constexpr std::string_view pupils = "leerlingen", total = "totaal";

template <std::size_t size, typename Enum>
std::string_view text_of(const std::array<std::string_view, size>& texts, Enum value) {
    return texts[static_cast<std::size_t>(value)];
}

bool is_school_year(const std::string& text) {
    const auto year = parse_schooljaar(text);
    return year && to_text(*year) == text;
}

// The years to compare: those asked for, or all school years, or where there are none all calendar years.
std::vector<std::string> chosen_years(const Cijfers& cijfers, const std::vector<std::string>& asked) {
    const auto known = cijfers.texts(CijferColumn::schooljaar);
    std::vector<std::string> school_years;
    std::copy_if(known.begin(), known.end(), std::back_inserter(school_years), is_school_year);
    for (const auto& year : asked)
        if (!cijfers.has_text(CijferColumn::schooljaar, year))
            fail_usage("U010", fmt::format("schooljaar {} staat niet in deze cijfers", year), fmt::format("er zijn: {}", enumerate(known)));
    const auto& all = school_years.empty() ? known : school_years;
    const std::set<std::string> once(asked.begin(), asked.end());
    auto chosen = asked.empty() ? all : std::vector<std::string>(once.begin(), once.end());
    if (chosen.size() < 2)
        fail_usage("U010", "voor een vergelijking zijn er minstens twee schooljaren nodig",
                   known.empty() ? "in deze cijfers staat geen schooljaar" : fmt::format("in deze cijfers staan: {}", enumerate(known)));
    return chosen;
}

std::vector<std::string> chosen_areas(const Cijfers& cijfers, const std::vector<std::string>& asked) {
    const auto known = cijfers.texts(CijferColumn::gebied);
    for (const auto& area : asked)
        if (!cijfers.has_text(CijferColumn::gebied, area))
            fail_usage("U011", fmt::format("\"{}\" staat niet in deze cijfers", area), did_you_mean(area, known));
    return asked.empty() ? known : asked;
}

class Comparing {
public:
    Comparing(const Cijfers& cijfers, const Definitions& definitions, const CompareRequest& request, FindingLog& log)
        : cijfers_(cijfers), definitions_(definitions), request_(request), log_(log), rules_(definitions), figures_(cijfers, definitions) {
        result_.years = chosen_years(cijfers, request.years);
        const auto is_base = [&](const auto& figure) { return figure.first.indicator == request.base && figure.first.eenheid == pupils; };
        if (!request.base.empty() && std::none_of(cijfers.begin(), cijfers.end(), is_base))
            fail_usage("S005", fmt::format("van indicator \"{}\" staan er geen leerlingen in deze cijfers", request.base),
                       "noem met --basis een indicator die er staat, zoals leerling");
    }

    Comparison compare() {
        for (const auto& area : chosen_areas(cijfers_, request_.areas)) {
            std::set<std::string> found;
            for (const auto& year : result_.years)
                for (const auto& [key, value] : cijfers_.under({area, year})) found.emplace(key.eenheid);
            // Leerlingen first: they are what is tested.
            std::vector<std::string> units(found.begin(), found.end());
            std::stable_partition(units.begin(), units.end(), [](const auto& unit) { return unit == pupils; });
            for (const auto& unit : units) add_tables(area, unit);
            check_units(area);
            bases_.clear();
        }
        return std::move(result_);
    }

private:
    using Bases = std::vector<std::optional<std::int64_t>>;  // by year

    void add_tables(const std::string& area, const std::string& unit) {
        auto layout = lay_out(cijfers_, definitions_, area, unit, result_.years);
        for (auto& [indeling, rows] : layout) {
            ComparedTable table{area, unit, indeling, std::move(rows)};
            std::set<std::string> indicators, divided;
            for (const auto& row : table.rows) {
                indicators.insert(row.indicator);
                if (row.categorie != total) divided.insert(row.indicator);
            }
            for (auto& row : table.rows) {
                row.role = row.indeling == total && divided.contains(row.indicator) ? Role::total
                           : row.role == Role::regrouping                           ? Role::regrouping
                                                                                    : rules_.role(row.indicator, indicators);
                fill(row, area, unit);
            }
            for (std::size_t pair = 0; pair + 1 < result_.years.size(); ++pair) correct(table, pair);
            result_.tables.push_back(std::move(table));
        }
    }

    CijferKeyView key_of(const ComparedRow& row, const std::string& area, std::string_view unit, std::size_t year) const {
        return {area, result_.years[year], row.indicator, unit, row.indeling, row.categorie};
    }

    void fill(ComparedRow& row, const std::string& area, const std::string& unit) {
        for (std::size_t year = 0; year < result_.years.size(); ++year) row.figures.push_back(figures_.of(key_of(row, area, unit, year)));
        add_bases(row, area, unit);
        for (std::size_t year = 0; year + 1 < result_.years.size(); ++year) row.changes.push_back(change(row, area, unit, year));
    }

    // The leerlingen of an indicator that may be the base of the row, by year. Rows of other indicators have the same ones.
    const Bases& bases_of(const std::string& candidate, const ComparedRow& row, const std::string& area) {
        auto& of_candidate = bases_.try_emplace(candidate, BasesOf{{cijfers_, definitions_}, {}}).first->second;
        const auto [at, is_new] = of_candidate.found.try_emplace({row.indeling, row.categorie});
        for (std::size_t year = 0; is_new && year < result_.years.size(); ++year) {
            auto key = key_of(row, area, pupils, year);
            key.indicator = candidate;
            const auto base = of_candidate.figures.of(key);
            at->second.push_back(base.is_number() ? std::optional(base.value->whole()) : std::nullopt);
        }
        return at->second;
    }

    // Of the indicators that may be the base the one that most years have; the first of those.
    void add_bases(ComparedRow& row, const std::string& area, const std::string& unit) {
        if (unit == "fte" || unit == "inwoners") return;
        auto candidates = rules_.bases(row.indicator);
        if (!request_.base.empty() && !candidates.empty()) candidates = {request_.base};
        Bases best(row.figures.size());
        const auto known = [](const auto& bases) {
            return std::count_if(bases.begin(), bases.end(), [](const auto& base) { return base.has_value(); });
        };
        for (const auto& candidate : candidates) {
            const auto& bases = bases_of(candidate, row, area);
            if (known(bases) <= known(best)) continue;
            best = bases;
            row.base = candidate;
        }
        for (std::size_t year = 0; year < best.size(); ++year) {
            auto& figure = row.figures[year];
            if (!best[year] || !figure.is_number()) continue;
            figure.contradicts_base = figure.value->whole() > 0 && (*best[year] == 0 || (unit == pupils && figure.value->whole() > *best[year]));
            if (figure.contradicts_base)
                log_.add({{},
                          "W003",
                          fmt::format("{} {}: het aantal {} bij {} ({}) is {}, maar bij {} is het {}", area, result_.years[year], unit, row.indicator,
                                      row.categorie, figure.value->whole(), row.base, *best[year]),
                          "controleer beide cijfers; er is geen cijfer per 1.000 en geen toets",
                          row.indeling == total ? Level::error : Level::warning});
            if (*best[year] > 0 && !figure.contradicts_base) figure.base = best[year];
        }
    }

    Change change(const ComparedRow& row, const std::string& area, const std::string& unit, std::size_t year) {
        const auto crossed = breaks_between(request_.breaks, row.indicator, area, result_.years[year], result_.years[year + 1]);
        const bool broken = std::any_of(crossed.begin(), crossed.end(), [](const auto* entry) { return entry->separates(); });
        auto change = change_between(row.figures[year], row.figures[year + 1], broken && !request_.across_breaks, rules_);
        change.from = year;
        change.to = year + 1;
        for (const auto* entry : crossed) {
            auto at = std::find(result_.breaks.begin(), result_.breaks.end(), *entry);
            if (at == result_.breaks.end()) at = result_.breaks.insert(at, *entry);
            change.breaks.push_back(static_cast<std::size_t>(at - result_.breaks.begin()));
        }
        if (change.obstacle == Obstacle::none) test(change, row, area, unit);
        return change;
    }

    void test(Change& change, const ComparedRow& row, const std::string& area, const std::string& unit) {
        const auto& earlier = row.figures[change.from];
        const auto& later = row.figures[change.to];
        const auto spread_of = [&](std::size_t year) -> std::optional<Clustered> {
            if (!request_.spread) return std::nullopt;
            const auto found = request_.spread->find(key_of(row, area, unit, year));
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
        else if (unit == pupils)
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
    void check_units(const std::string& area) {
        std::map<std::string, std::map<std::string, std::set<std::string>>> years;  // by indicator and unit
        for (const auto& year : result_.years)
            for (const auto& [key, value] : cijfers_.under({area, year})) years[std::string(key.indicator)][std::string(key.eenheid)].insert(year);
        for (const auto& [indicator, by_unit] : years) {
            if (by_unit.size() < 2 || std::any_of(by_unit.begin(), by_unit.end(), [](const auto& unit) { return unit.second.size() > 1; })) continue;
            std::set<std::string> all;
            std::vector<std::string> parts;
            for (const auto& [unit, of_unit] : by_unit) {
                all.insert(of_unit.begin(), of_unit.end());
                parts.push_back(fmt::format("{} in {}", *of_unit.begin(), unit));
            }
            if (all.size() < 2) continue;
            log_.add({{},
                      "W002",
                      fmt::format("{} van {} staat er voor {}: dat is niet te vergelijken", indicator, area, enumerate(parts)),
                      "geef van beide schooljaren cijfers in dezelfde eenheid"});
        }
    }

    struct BasesOf {
        RowFigures figures;
        std::map<std::pair<std::string, std::string>, Bases> found;  // by indeling and categorie
    };

    const Cijfers& cijfers_;
    const Definitions& definitions_;
    const CompareRequest& request_;
    FindingLog& log_;
    ComparisonRules rules_;
    RowFigures figures_;
    std::map<std::pair<std::int64_t, std::int64_t>, std::optional<RatioTest>> tests_;  // by both counts
    std::map<std::string, BasesOf> bases_;                                             // of the area at hand, by indicator
    Comparison result_;
};

}  // namespace

std::string_view to_text(Obstacle obstacle) {
    return text_of(std::array<std::string_view, 9>{"", "geen-cijfer", "nvt", "onbekend", "onderdrukt", "samen-geteld", "niet-op-te-tellen",
                                                   "onvolledig", "breuk"},
                   obstacle);
}

std::string_view to_text(NoTest reason) {
    return text_of(
        std::array<std::string_view, 7>{"", "niet-vergeleken", "eenheid", "telt-wie-er-is", "nullen", "meer-dan-leerlingen", "geen-spreiding"},
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

Comparison compare(const Cijfers& cijfers, const Definitions& definitions, const CompareRequest& request, FindingLog& log) {
    return Comparing(cijfers, definitions, request, log).compare();
}

}  // namespace jv
