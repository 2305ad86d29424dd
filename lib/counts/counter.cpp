#include "counts/counter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <list>
#include <set>

#include "counts/checks/count_checks.hpp"
#include "messages/suggest.hpp"
#include "threads/in_order.hpp"

namespace jv {

namespace {

// So few rows are counted sooner by one thread than others are started.
constexpr std::uint64_t few_rows = 1u << 16;

}  // namespace

Counter::Counter(const Definitions& definitions, CountRequest request, FindingLog& findings)
    : definitions_(definitions), request_(std::move(request)), findings_(findings) {}

bool Counter::has_rejected() const {
    return std::any_of(balances_.begin(), balances_.end(), [](const auto& entry) { return entry.second.rejected > 0; });
}

// What a thread makes of a block.
struct Counter::BlockResult {
    std::vector<Record> records;
    std::vector<RejectedRow> rejected_rows;
    FindingLog findings;
    std::uint64_t read = 0, rejected = 0, below = 0;
};

void Counter::read(const std::filesystem::path& path, const ReadOptions& options, const RejectedSink& rejected, const RecordSink& accepted) {
    auto own = options;
    // What someone has taken can't be taken back, and only a file can be read twice.
    own.whole_first = rejected || accepted || !std::filesystem::is_regular_file(path);
    if (read_once(path, own, rejected, accepted)) return;
    own.whole_first = true;
    read_once(path, own, rejected, accepted);
}

// False when its text proves to be of another encoding than it seemed; nothing of it is kept then.
bool Counter::read_once(const std::filesystem::path& path, const ReadOptions& options, const RejectedSink& rejected, const RecordSink& accepted) {
    FindingLog found(findings_.most_per_code());
    const auto areas = names_.areas.size();
    try {
        read_export(path, options, rejected, accepted, found);
    } catch (const MixedEncoding&) {
        take_back();
        names_.areas.forget_from(areas);
        return false;
    } catch (...) {
        findings_.append(std::move(found));
        throw;
    }
    findings_.append(std::move(found));
    return true;
}

// Forgets the rows of an export that was not read to its end.
void Counter::take_back() {
    begins_.resize(inputs_.size());
    for (auto& [kind, store] : stores_) store.forget_from(static_cast<std::uint32_t>(places_));
    const auto was_not_read = [&](const auto& entry) {
        return std::none_of(inputs_.begin(), inputs_.end(), [&](const InputAccount& input) { return input.kind == entry.first; });
    };
    std::erase_if(stores_, was_not_read);
    std::erase_if(balances_, was_not_read);
}

void Counter::read_export(const std::filesystem::path& path, const ReadOptions& options, const RejectedSink& rejected, const RecordSink& accepted,
                          FindingLog& findings) {
    Export source(path, options, findings);
    const auto kind = source.kind();
    auto& store = stores_[kind];
    auto& balance = balances_[kind];
    const auto& csv = source.csv();
    InputAccount account{
        source.name(), csv.source().size(), {}, {}, csv.separator(), csv.header_line(), source.profile() ? source.profile()->name : std::string(),
        kind};
    begins_.push_back({places_, source.field_of(info(kind).number_column)});

    struct Worker {
        RowConverter converter;
        KindPlan plan;
    };
    const auto threads = accepted || csv.source().size() < options.block_bytes ? 1 : std::max(1u, request_.threads);
    std::list<Worker> workers;
    std::vector<Worker*> of_thread;
    for (unsigned thread = 0; thread < threads; ++thread) {
        of_thread.push_back(&workers.emplace_back(Worker{RowConverter(source, names_), KindPlan(definitions_, kind)}));
        if (rejected) of_thread.back()->converter.findings().want_reasons();
    }
    std::uint64_t last_line = csv.header_line();

    const auto convert = [&](unsigned thread, RowBlock block) {
        auto& [converter, plan] = *of_thread[thread];
        BlockResult result{{}, {}, FindingLog(findings.most_per_code())};
        result.records.reserve(block.rows.size());
        converter.begin(block, result.findings);
        for (const auto& row : block.rows) {
            ++result.read;
            auto& record = result.records.emplace_back();
            const auto outcome = converter.convert(row, record);
            if (outcome != RowConverter::Outcome::record) result.records.pop_back();
            if (outcome == RowConverter::Outcome::below) ++result.below;
            if (outcome == RowConverter::Outcome::rejected) {
                ++result.rejected;
                if (rejected) result.rejected_rows.push_back(converter.rejected());
            }
            if (outcome != RowConverter::Outcome::record) continue;
            const auto* exclusion = plan.verdict(record.codes).exclusion;
            if (accepted) accepted(converter, record, exclusion == nullptr);
            check_exclusion(converter.findings(), exclusion);
        }
        return result;
    };
    const auto take = [&](BlockResult result) {
        account.read += result.read;
        account.rejected += result.rejected;
        account.below += result.below;
        for (const auto& record : result.records) store.add(record, static_cast<std::uint32_t>(places_ + record.line));
        if (!result.records.empty()) last_line = result.records.back().line;
        for (const auto& row : result.rejected_rows) rejected(source.name(), row);
        findings.append(std::move(result.findings));
    };
    in_order(
        threads, [&] { return source.next_block(); }, convert, take);

    places_ += last_line + 1;
    balance.read += account.read;
    balance.rejected += account.rejected;
    for (std::uint64_t n = 0; n < account.below; ++n) balance.leave_out("onder-de-rijen");
    account.encoding = csv.encoding();
    if (request_.fingerprints) account.sha256 = csv.source().sha256();
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
            if (std::find(seen.begin(), seen.end(), name) == seen.end()) tell_absent(name, region.name, findings_);
        }
    }
}

// Counts the duplicates where they stand, and tells of those with other contents.
void Counter::remove_duplicates(Kind kind, RowStore::Parts& rows) {
    RowStore::Duplicates duplicates;
    rows = stores_[kind].settle(request_.threads, duplicates);
    const auto input_of = [&](std::uint32_t place) {
        const auto after =
            std::upper_bound(begins_.begin(), begins_.end(), place, [](std::uint32_t p, const Begin& begin) { return p < begin.place; });
        return static_cast<std::size_t>(after - begins_.begin() - 1);
    };
    for (const auto place : duplicates.same) ++inputs_[input_of(place)].duplicates;
    for (const auto place : duplicates.changed) {
        const auto input = input_of(place);
        auto& account = inputs_[input];
        ++account.duplicates;
        tell_changed(kind, {account.file, place - begins_[input].place, begins_[input].number_field}, findings_);
    }
    balances_[kind].duplicates += duplicates.same.size() + duplicates.changed.size();
}

void Counter::take_rows() {
    std::map<Kind, RowStore::Parts> rows_of_kind;
    for (auto& [kind, store] : stores_) remove_duplicates(kind, rows_of_kind[kind]);
    stores_.clear();
    check_request();
    CountScope scope{request_.years, {}, {}, request_.peildatum, 0};
    std::sort(scope.years.begin(), scope.years.end());
    scope.years.erase(std::unique(scope.years.begin(), scope.years.end()), scope.years.end());
    for (const auto& name : request_.municipalities) scope.areas.insert(names_.areas.number(name));
    for (const auto& region : request_.regions)
        for (const auto& name : region.municipalities) scope.in_regions.insert(names_.areas.number(name));
    scope.known_areas = names_.areas.size();

    std::uint64_t rows_kept = 0, rows_in_years = 0;
    for (auto& [kind, parts] : rows_of_kind) {
        std::uint64_t of_kind = 0;
        for (const auto& part : parts) of_kind += part.size();
        rows_kept += of_kind;
        const auto& rows =
            kinds_.emplace_back(definitions_, kind, std::move(parts), scope, balances_[kind], of_kind < few_rows ? 1 : request_.threads);
        rows_in_years += rows.in_years();
        if (rows.years().empty() || (rows.areas().empty() && request_.regions.empty())) tell_no_rows(kind, findings_);
    }
    if (rows_kept > 0 && rows_in_years == 0) {
        std::vector<std::string> names;
        for (const auto year : scope.years) names.push_back(to_text(year));
        fail_data("D001", fmt::format("geen enkele export heeft een rij in schooljaar {}", enumerate(names)),
                  "controleer de gevraagde schooljaren, en of dit de goede exports zijn");
    }
}

// The municipalities that some kind has figures of, and the regions, in byte order of their names.
std::vector<CountedArea> Counter::areas_to_count() const {
    std::vector<CountedArea> areas;
    std::set<std::uint32_t> municipalities;
    for (const auto& rows : kinds_) municipalities.insert(rows.areas().begin(), rows.areas().end());
    for (const auto number : municipalities) areas.push_back({names_.areas.text(number), {number}, false});
    std::map<std::string_view, std::uint32_t> numbers;
    for (std::uint32_t number = 1; number < names_.areas.size(); ++number) numbers.emplace(names_.areas.text(number), number);
    for (const auto& region : request_.regions) {
        std::set<std::uint32_t> members;
        for (const auto& name : region.municipalities) members.insert(numbers.at(name));
        areas.push_back({region.name, {members.begin(), members.end()}, true});
    }
    std::sort(areas.begin(), areas.end(), [](const CountedArea& a, const CountedArea& b) { return a.name < b.name; });
    return areas;
}

// Calls `make(group, figures)` for each group, in any thread, and `take` on what that gives, in the order of cijfers.csv.
template <class Make, class Take>
void Counter::count_groups(Make make, Take take, bool spread) {
    take_rows();
    std::set<Schooljaar> years(request_.years.begin(), request_.years.end());
    std::uint64_t rows = 0;
    for (const auto& of_kind : kinds_) {
        if (const auto of_rows = of_kind.years(); request_.years.empty()) years.insert(of_rows.begin(), of_rows.end());
        rows += of_kind.size();
    }
    const auto areas = areas_to_count();
    std::vector<Group> groups;
    for (const auto& area : areas)
        for (const auto year : years) groups.push_back({&area, year});
    const auto threads = rows < few_rows ? 1 : request_.threads;
    std::vector<std::unique_ptr<GroupCounter>> counters(threads);
    std::size_t at = 0;
    const auto next = [&]() -> std::optional<Group> { return at < groups.size() ? std::optional(groups[at++]) : std::nullopt; };
    const auto work = [&](unsigned thread, const Group& group) {
        if (!counters[thread]) counters[thread] = std::make_unique<GroupCounter>(definitions_, kinds_, names_.texts, spread);
        return make(group, counters[thread]->count(*group.area, group.year));
    };
    in_order(threads, next, work, take);
}

void Counter::count(const FigureSink& figure, const FigureSink& squares) {
    struct Copied {
        CijferKey key;
        std::int64_t count, squares;
    };
    using Figures = std::vector<Copied>;
    const auto make = [](const Group& group, const std::vector<Figure>& figures) {
        Figures copied;
        for (const auto& f : figures)
            copied.push_back({{group.area->name, to_text(group.year), std::string(f.indicator), std::string(f.unit), std::string(f.indeling),
                               std::string(f.category)},
                              f.count,
                              f.squares});
        return copied;
    };
    count_groups(
        make,
        [&](const Figures& figures) {
            for (const auto& f : figures) {
                figure(f.key, f.count);
                if (squares && f.key.eenheid != "leerlingen") squares(f.key, f.squares);
            }
        },
        static_cast<bool>(squares));
}

void Counter::write(const std::function<void(std::string_view lines)>& sink) {
    const auto make = [](const Group& group, const std::vector<Figure>& figures) {
        constexpr std::size_t usual_size = 80;  // of a line
        const auto year = to_text(group.year);
        std::string text;
        text.reserve(figures.size() * usual_size);
        CijferLines lines;
        for (const auto& f : figures)
            lines.append(text, {group.area->name, year, f.indicator, f.unit, f.indeling, f.category}, CijferValue::of(f.count));
        return text;
    };
    sink(cijfers_header());
    count_groups(
        make, [&](const std::string& text) { sink(text); }, false);
}

}  // namespace jv
