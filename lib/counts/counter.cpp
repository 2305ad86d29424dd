#include "counts/counter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <list>
#include <numeric>
#include <set>

#include "counts/kind_plan.hpp"
#include "messages/suggest.hpp"

namespace jv {

namespace {

std::string trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(' ') - begin + 1));
}

// The number of different pupils in two sorted lists.
std::int64_t size_of_union(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    std::vector<std::uint32_t> all;
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all));
    return static_cast<std::int64_t>(all.size());
}

}  // namespace

// The rows that count, grouped by area and year.
struct Counter::KindRows {
    KindPlan plan;
    GroupTally tally;
    Schooljaar first_year, last_year;
    bool has_years = false;
    std::vector<std::uint32_t> areas;  // municipalities of the kind, by number
    std::vector<CountableRow> rows;
    std::vector<std::size_t> group_begin;  // by group; one more than there are groups

    KindRows(const Definitions& definitions, Kind kind, const TextNumbers& texts) : plan(definitions, kind), tally(plan, texts) {}
    std::size_t years() const { return has_years ? static_cast<std::size_t>(last_year.begin_year() - first_year.begin_year() + 1) : 0; }
    bool covers(Schooljaar year) const { return has_years && year >= first_year && year <= last_year; }
    std::size_t group(std::uint32_t area, Schooljaar year) const {
        return area * years() + static_cast<std::size_t>(year.begin_year() - first_year.begin_year());
    }
    std::span<const CountableRow> of(std::uint32_t area, Schooljaar year) const {
        const auto g = group(area, year);
        if (g + 1 >= group_begin.size()) return {};
        return {rows.data() + group_begin[g], rows.data() + group_begin[g + 1]};
    }
};

Counter::Counter(const Definitions& definitions, CountRequest request, FindingLog& findings)
    : definitions_(definitions), request_(std::move(request)), findings_(findings) {}

bool Counter::has_rejected() const {
    return std::any_of(balances_.begin(), balances_.end(), [](const auto& entry) { return entry.second.rejected > 0; });
}

void Counter::read(const std::filesystem::path& path, const ReadOptions& options, const RejectedSink& rejected) {
    ExportReader reader(path, options, names_, findings_);
    auto& store = stores_[reader.kind()];
    auto& balance = balances_[reader.kind()];
    const KindPlan plan(definitions_, reader.kind());
    const auto number_column = info(reader.kind()).number_column;
    for (Record record;;) {
        const auto outcome = reader.next(record);
        if (outcome == ExportReader::Outcome::end) break;
        ++balance.read;
        if (outcome == ExportReader::Outcome::rejected) {
            ++balance.rejected;
            if (rejected) rejected(reader.name(), reader.rejected());
            continue;
        }
        if (const auto* exclusion = plan.verdict(record.codes).exclusion; exclusion && !exclusion->warning.empty())
            findings_.add({reader.place(exclusion->where.back().column), "V105", exclusion->warning, exclusion->advice, Level::warning});
        const auto added = store.add(record);
        if (added == RowStore::Added::fresh) continue;
        ++balance.duplicates;
        if (added == RowStore::Added::changed)
            findings_.add({reader.place(number_column), "V104", fmt::format("dit {} kwam al voor, met een andere inhoud", number_column),
                           "de laatst gelezen rij telt; controleer of dat klopt", Level::warning});
    }
}

void Counter::check_request() {
    std::vector<std::string> seen;
    for (std::uint32_t n = 1; n < names_.areas.size(); ++n) seen.push_back(names_.areas.text(n));
    auto known = names_.municipalities.listed();
    known.insert(known.end(), seen.begin(), seen.end());
    const std::set<std::string> known_set(known.begin(), known.end());
    const auto check = [&](std::string& name) {
        name = names_.municipalities.official(name);
        if (known_set.contains(name)) return;
        fail_usage("G010", fmt::format("gemeente \"{}\" komt in geen export voor en bestaat niet", name), [&] {
            const auto similar = nearest(name, known);
            return similar.empty() ? std::string("controleer de naam") : fmt::format("bedoelde u \"{}\"?", similar);
        }());
    };
    for (auto& name : request_.municipalities) check(name);
    std::set<std::string> regions;
    for (auto& region : request_.regions) {
        if (known_set.contains(names_.municipalities.official(region.name)))
            fail_usage("G011", fmt::format("regio \"{}\" heeft de naam van een gemeente", region.name), "geef de regio een eigen naam");
        if (!regions.insert(region.name).second)
            fail_usage("G011", fmt::format("regio \"{}\" is twee keer genoemd", region.name), "noem elke regio een keer");
        for (auto& name : region.municipalities) {
            check(name);
            if (std::find(seen.begin(), seen.end(), name) == seen.end())
                findings_.add({{},
                               "V106",
                               fmt::format("gemeente {} van regio {} komt in geen export voor", name, region.name),
                               "controleer of haar exports erbij zijn; zij telt nu als 0",
                               Level::warning});
        }
    }
}

void Counter::count(const FigureSink& figure) {
    check_request();
    auto asked_years = request_.years;
    std::sort(asked_years.begin(), asked_years.end());
    asked_years.erase(std::unique(asked_years.begin(), asked_years.end()), asked_years.end());

    std::set<std::uint32_t> asked, in_regions;
    for (const auto& name : request_.municipalities) asked.insert(names_.areas.number(name));
    for (const auto& region : request_.regions)
        for (const auto& name : region.municipalities) in_regions.insert(names_.areas.number(name));

    // ---- which rows count, and in which group ----
    std::list<KindRows> all;
    std::uint64_t rows_kept = 0, rows_in_years = 0;
    for (auto& [kind, store] : stores_) {
        auto& rows = all.emplace_back(definitions_, kind, names_.texts);
        std::set<std::uint32_t> seen;
        std::vector<bool> seen_flags(names_.areas.size(), false);
        store.for_each([&](const CountableRow& row) {
            const auto year = year_of(row.codes);
            seen_flags[municipality_of(row.codes)] = true;
            if (!rows.has_years) rows.first_year = rows.last_year = year, rows.has_years = true;
            rows.first_year = std::min(rows.first_year, year);
            rows.last_year = std::max(rows.last_year, year);
        });
        if (!asked_years.empty()) rows.first_year = asked_years.front(), rows.last_year = asked_years.back(), rows.has_years = true;
        for (std::uint32_t n = 1; n < seen_flags.size(); ++n)
            if (seen_flags[n]) seen.insert(n);
        std::set<std::uint32_t> areas = asked;
        if (asked.empty()) std::set_union(seen.begin(), seen.end(), in_regions.begin(), in_regions.end(), std::inserter(areas, areas.end()));
        rows.areas.assign(areas.begin(), areas.end());
        if (!rows.has_years || (rows.areas.empty() && request_.regions.empty()))
            findings_.add({{},
                           "V107",
                           fmt::format("de exports van soort {} hebben geen rijen, dus er zijn geen cijfers", info(kind).name),
                           "noem --schooljaar en --gemeente als het er echt nul zijn",
                           Level::warning});

        auto& balance = balances_[kind];
        std::vector<bool> wanted_area(names_.areas.size(), false), wanted_year(200, asked_years.empty());
        for (const auto area : areas) wanted_area[area] = true;
        for (const auto area : in_regions) wanted_area[area] = true;
        for (const auto year : asked_years) wanted_year[year_code(year)] = true;
        const auto rule_of = [&](const CountableRow& row) -> std::string_view {
            if (!wanted_year[year_code(year_of(row.codes))]) return "buiten-jaren";
            if (!wanted_area[municipality_of(row.codes)]) return "buiten-gebied";
            const auto& verdict = rows.plan.verdict(row.codes);
            if (verdict.exclusion) return verdict.exclusion->rule;
            return verdict.mask == 0 ? "geen-indicator" : "";
        };
        rows_kept += store.size();
        rows.group_begin.assign(names_.areas.size() * rows.years() + 1, 0);
        store.for_each([&](const CountableRow& row) {
            const auto rule = rule_of(row);
            rows_in_years += rule != "buiten-jaren";
            if (rule.empty()) {
                ++balance.counted;
                ++rows.group_begin[rows.group(municipality_of(row.codes), year_of(row.codes)) + 1];
                return;
            }
            const auto entry = balance.not_counted.find(rule);
            if (entry != balance.not_counted.end())
                ++entry->second;
            else
                balance.not_counted.emplace(rule, 1);
        });
        std::partial_sum(rows.group_begin.begin(), rows.group_begin.end(), rows.group_begin.begin());
        rows.rows.resize(rows.group_begin.back());
        auto next = rows.group_begin;
        store.consume([&](const CountableRow& row) {
            if (rule_of(row).empty()) rows.rows[next[rows.group(municipality_of(row.codes), year_of(row.codes))]++] = row;
        });
        for (std::size_t g = 0; g + 1 < rows.group_begin.size(); ++g)
            std::sort(rows.rows.begin() + static_cast<std::ptrdiff_t>(rows.group_begin[g]),
                      rows.rows.begin() + static_cast<std::ptrdiff_t>(rows.group_begin[g + 1]),
                      [](const CountableRow& a, const CountableRow& b) { return a.pupil < b.pupil; });
    }
    if (rows_kept > 0 && rows_in_years == 0) {
        std::vector<std::string> names;
        for (const auto year : asked_years) names.push_back(to_text(year));
        fail_data("D001", fmt::format("geen enkele export heeft een rij in schooljaar {}", enumerate(names)),
                  "controleer --schooljaar, en of dit de goede exports zijn");
    }

    // ---- the figures, area by area and year by year ----
    struct Area {
        std::string name;
        std::vector<std::uint32_t> municipalities;
        bool is_region;
    };
    std::vector<Area> areas;
    std::set<std::uint32_t> municipalities;
    for (const auto& rows : all) municipalities.insert(rows.areas.begin(), rows.areas.end());
    for (const auto number : municipalities) areas.push_back({names_.areas.text(number), {number}, false});
    for (const auto& region : request_.regions) {
        Area area{region.name, {}, true};
        for (const auto& name : region.municipalities) area.municipalities.push_back(names_.areas.number(name));
        std::sort(area.municipalities.begin(), area.municipalities.end());
        area.municipalities.erase(std::unique(area.municipalities.begin(), area.municipalities.end()), area.municipalities.end());
        areas.push_back(std::move(area));
    }
    std::sort(areas.begin(), areas.end(), [](const Area& a, const Area& b) { return a.name < b.name; });
    std::set<Schooljaar> years(asked_years.begin(), asked_years.end());
    if (asked_years.empty())
        for (const auto& rows : all)
            for (auto year = rows.first_year; rows.has_years && year <= rows.last_year; year = year.plus(1)) years.insert(year);

    std::vector<GroupTally::Figure> figures;
    std::vector<CountableRow> merged;
    for (const auto& area : areas)
        for (const auto year : years) {
            figures.clear();
            std::map<const Indicator*, std::vector<std::vector<std::uint32_t>>> pupils_by_part;
            for (auto& rows : all) {
                const bool has_area = area.is_region || std::binary_search(rows.areas.begin(), rows.areas.end(), area.municipalities.front());
                if (!has_area || !rows.covers(year)) continue;
                merged.clear();
                for (const auto municipality : area.municipalities) {
                    const auto group = rows.of(municipality, year);
                    merged.insert(merged.end(), group.begin(), group.end());
                }
                if (area.is_region)
                    std::sort(merged.begin(), merged.end(), [](const CountableRow& a, const CountableRow& b) { return a.pupil < b.pupil; });
                rows.tally.count(merged, figures);
                for (std::size_t i = 0; i < rows.plan.indicators().size(); ++i) {
                    if (rows.plan.indicators()[i]->kinds.size() < 2) continue;
                    auto& pupils = pupils_by_part[rows.plan.indicators()[i]].emplace_back();
                    for (const auto& row : merged)
                        if ((rows.plan.verdict(row.codes).mask >> i & 1) != 0 && (pupils.empty() || pupils.back() != row.pupil))
                            pupils.push_back(row.pupil);
                }
            }
            for (const auto& [indicator, parts] : pupils_by_part)
                if (parts.size() == indicator->kinds.size())
                    figures.push_back({indicator, "leerlingen", "totaal", "totaal", size_of_union(parts[0], parts[1])});
            std::sort(figures.begin(), figures.end(), [](const auto& a, const auto& b) {
                return std::tie(a.indicator->code, a.unit, a.indeling, a.category) < std::tie(b.indicator->code, b.unit, b.indeling, b.category);
            });
            CijferKey key{area.name, to_text(year), {}, {}, {}, {}};
            for (const auto& f : figures) {
                key.indicator = f.indicator->code;
                key.eenheid = f.unit;
                key.indeling = f.indeling;
                key.categorie = f.category;
                figure(key, f.count);
            }
        }
}

Region parse_region(std::string_view text) {
    const auto mark = text.find('=');
    if (mark == std::string_view::npos || trimmed(text.substr(0, mark)).empty() || trimmed(text.substr(mark + 1)).empty())
        fail_usage("G012", fmt::format("\"{}\" is geen regio", text), "schrijf --regio NAAM=gemeente,gemeente");
    Region region{trimmed(text.substr(0, mark)), {}};
    std::vector<std::string> parts;
    for (auto rest = text.substr(mark + 1);;) {
        const auto comma = rest.find(',');
        parts.push_back(trimmed(rest.substr(0, comma)));
        if (comma == std::string_view::npos) break;
        rest.remove_prefix(comma + 1);
    }
    // A municipality may have a comma in its name: the longest run of parts that is one, is one.
    const Municipalities known;
    for (std::size_t i = 0; i < parts.size();) {
        std::size_t length = 1;
        auto name = parts[i];
        for (std::size_t n = 2; n <= 3 && i + n <= parts.size(); ++n) {
            std::string joined = parts[i];
            for (std::size_t k = 1; k < n; ++k) joined += ", " + parts[i + k];
            if (known.is_listed(known.official(joined))) length = n, name = joined;
        }
        if (name.empty()) fail_usage("G012", fmt::format("\"{}\" noemt een lege gemeente", text), "schrijf --regio NAAM=gemeente,gemeente");
        region.municipalities.push_back(known.official(name));
        i += length;
    }
    return region;
}

std::string to_line(Kind kind, const Balance& balance) {
    auto line = fmt::format("{}: {} rijen gelezen = {} geteld + {} dubbel", info(kind).name, balance.read, balance.counted, balance.duplicates);
    for (const auto& [rule, count] : balance.not_counted) line += fmt::format(" + {} {}", count, rule);
    return line + fmt::format(" + {} afgekeurd", balance.rejected);
}

}  // namespace jv
