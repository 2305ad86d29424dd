#include "counts/counter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <list>
#include <set>

#include "messages/suggest.hpp"

namespace jv {

namespace {

// The number of different pupils in sorted lists.
std::int64_t size_of_union(const std::vector<std::vector<std::uint32_t>>& lists) {
    std::vector<std::uint32_t> all;
    for (const auto& list : lists) {
        const auto before = std::exchange(all, {});
        std::set_union(before.begin(), before.end(), list.begin(), list.end(), std::back_inserter(all));
    }
    return static_cast<std::int64_t>(all.size());
}

}  // namespace

Counter::Counter(const Definitions& definitions, CountRequest request, FindingLog& findings)
    : definitions_(definitions), request_(std::move(request)), findings_(findings) {}

bool Counter::has_rejected() const {
    return std::any_of(balances_.begin(), balances_.end(), [](const auto& entry) { return entry.second.rejected > 0; });
}

void Counter::read(const std::filesystem::path& path, const ReadOptions& options, const RejectedSink& rejected, const RecordSink& accepted) {
    ExportReader reader(path, options, names_, findings_);
    auto& store = stores_[reader.kind()];
    auto& balance = balances_[reader.kind()];
    const KindPlan plan(definitions_, reader.kind());
    const auto number_column = info(reader.kind()).number_column;
    const auto& source = reader.csv().source();
    InputAccount account{reader.name(),         source.size(), {}, source.encoding(), reader.csv().separator(), reader.csv().header_line(),
                         reader.profile_name(), reader.kind()};
    for (Record record;;) {
        const auto outcome = reader.next(record);
        if (outcome == ExportReader::Outcome::end) break;
        ++account.read;
        if (outcome == ExportReader::Outcome::below) {
            ++account.below;
            balance.leave_out("onder-de-rijen");
            continue;
        }
        if (outcome == ExportReader::Outcome::rejected) {
            ++account.rejected;
            if (rejected) rejected(reader.name(), reader.rejected());
            continue;
        }
        const auto* exclusion = plan.verdict(record.codes).exclusion;
        if (accepted) accepted(reader, record, exclusion == nullptr);
        if (exclusion && !exclusion->warning.empty())
            findings_.add({reader.place(exclusion->where.back().column), "V105", exclusion->warning, exclusion->advice, Level::warning});
        const auto added = store.add(record);
        if (added == RowStore::Added::fresh) continue;
        ++account.duplicates;
        if (added == RowStore::Added::changed)
            findings_.add({reader.place(number_column), "V104", fmt::format("dit {} kwam al voor, met een andere inhoud", number_column),
                           "de laatst gelezen rij telt; controleer of dat klopt", Level::warning});
    }
    balance.read += account.read;
    balance.duplicates += account.duplicates;
    balance.rejected += account.rejected;
    if (request_.fingerprints) account.sha256 = source.sha256();
    inputs_.push_back(std::move(account));
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
    CountScope scope{request_.years, {}, {}, request_.peildatum, names_.areas.size()};
    std::sort(scope.years.begin(), scope.years.end());
    scope.years.erase(std::unique(scope.years.begin(), scope.years.end()), scope.years.end());
    for (const auto& name : request_.municipalities) scope.areas.insert(names_.areas.number(name));
    for (const auto& region : request_.regions)
        for (const auto& name : region.municipalities) scope.in_regions.insert(names_.areas.number(name));
    scope.known_areas = names_.areas.size();

    std::list<KindRows> kinds;
    std::uint64_t rows_kept = 0, rows_in_years = 0;
    for (auto& [kind, store] : stores_) {
        auto& rows = kinds.emplace_back(definitions_, kind, names_.texts);
        rows_kept += store.size();
        rows_in_years += rows.take(store, scope, balances_[kind]);
        if (rows.years().empty() || (rows.areas().empty() && request_.regions.empty()))
            findings_.add({{},
                           "V107",
                           fmt::format("de exports van soort {} hebben geen rijen, dus er zijn geen cijfers", info(kind).name),
                           "noem --schooljaar en --gemeente als het er echt nul zijn",
                           Level::warning});
    }
    if (rows_kept > 0 && rows_in_years == 0) {
        std::vector<std::string> names;
        for (const auto year : scope.years) names.push_back(to_text(year));
        fail_data("D001", fmt::format("geen enkele export heeft een rij in schooljaar {}", enumerate(names)),
                  "controleer de gevraagde schooljaren, en of dit de goede exports zijn");
    }

    std::set<Schooljaar> years(scope.years.begin(), scope.years.end());
    for (const auto& rows : kinds)
        if (const auto of_kind = rows.years(); scope.years.empty()) years.insert(of_kind.begin(), of_kind.end());
    for (const auto& area : areas_to_count(kinds))
        for (const auto year : years) count_group(area, year, kinds, figure);
}

// The municipalities that some kind has figures of, and the regions, in byte order of their names.
std::vector<Counter::Area> Counter::areas_to_count(const std::list<KindRows>& kinds) {
    std::vector<Area> areas;
    std::set<std::uint32_t> municipalities;
    for (const auto& rows : kinds) municipalities.insert(rows.areas().begin(), rows.areas().end());
    for (const auto number : municipalities) areas.push_back({names_.areas.text(number), {number}, false});
    for (const auto& region : request_.regions) {
        std::set<std::uint32_t> members;
        for (const auto& name : region.municipalities) members.insert(names_.areas.number(name));
        areas.push_back({region.name, {members.begin(), members.end()}, true});
    }
    std::sort(areas.begin(), areas.end(), [](const Area& a, const Area& b) { return a.name < b.name; });
    return areas;
}

void Counter::count_group(const Area& area, Schooljaar year, std::list<KindRows>& kinds, const FigureSink& figure) {
    std::vector<GroupTally::Figure> figures;
    std::map<const Indicator*, std::vector<std::vector<std::uint32_t>>> pupils_by_part;  // of indicators over several kinds
    for (auto& rows : kinds) {
        if (!rows.covers(year) || (!area.is_region && !rows.covers(area.municipalities.front()))) continue;
        const auto group = rows.rows_of(area.municipalities, year);
        rows.tally().count(group, figures);
        const auto& indicators = rows.plan().indicators();
        for (std::size_t i = 0; i < indicators.size(); ++i) {
            if (indicators[i]->kinds.size() < 2) continue;
            auto& pupils = pupils_by_part[indicators[i]].emplace_back();
            for (const auto& row : group)
                if ((rows.plan().verdict(row.codes).mask >> i & 1) != 0 && (pupils.empty() || pupils.back() != row.pupil))
                    pupils.push_back(row.pupil);
        }
    }
    for (const auto& [indicator, parts] : pupils_by_part)
        if (parts.size() == indicator->kinds.size()) figures.push_back({indicator, "leerlingen", "totaal", "totaal", size_of_union(parts)});
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

}  // namespace jv
