#include "examples/demand.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <set>

#include "examples/histories.hpp"
#include "messages/suggest.hpp"
#include "records/names.hpp"
#include "records/record.hpp"

namespace jv {

namespace {

bool has_school_type(Kind kind) { return info(kind).index_of("schooltype") >= 0; }

// Why a figure can't come from records.
struct Refusal {
    std::string_view code;
    std::string text, advice;
};

template <typename T>
std::vector<std::string> codes_of(const std::vector<T>& all) {
    std::vector<std::string> codes;
    for (const auto& one : all) codes.push_back(one.code);
    return codes;
}

// There are too many indicators to list, and those that come from elsewhere (fte, residents) are no mistakes.
std::string unknown_advice(std::string_view name, const std::vector<std::string>& known) {
    const auto similar = nearest(name, known);
    return similar.empty() ? "haal de regel weg, of gebruik --sla-over" : fmt::format("bedoelde u \"{}\"?", similar);
}

// A column with codes, or one that the law derives.
bool can_filter(Kind kind, std::string_view column) {
    const auto* field = find_field(kind, column);
    return field != nullptr && !field->codes.empty() && !follows_from_history(kind, column);
}

// Of a traject one event at a time can be counted, and the uitstroom of none but `uitstroom`.
bool is_one_event(const std::vector<Filter>& filters) {
    const auto find = [&](std::string_view column) {
        return std::find_if(filters.begin(), filters.end(), [&](const Filter& filter) { return filter.column == column; });
    };
    const auto event = find("gebeurtenis");
    return event != filters.end() && event->codes.size() == 1 && (find("uitstroom") == filters.end() || event->codes.front() == "uitstroom");
}

// The filters of a kind that spans years, with its events in one year.
std::vector<Filter> in_year(std::vector<Filter> filters, Kind kind, Schooljaar year) {
    const auto found = std::find_if(filters.begin(), filters.end(), [](const Filter& filter) { return filter.column == "gebeurtenis"; });
    auto event = found == filters.end() ? Filter{"gebeurtenis", {}} : std::move(*found);
    if (found != filters.end())
        filters.erase(found);
    else
        for (const auto code : find_field(kind, "gebeurtenis")->codes) event.codes.emplace_back(code);
    for (auto& code : event.codes) code = event_code(code, year);
    filters.push_back(std::move(event));
    return filters;
}

// Turns figures into questions, and remembers those it has seen.
class Questions {
public:
    Questions(const ExampleRequest& request, Demand& demand) : request_(request), demand_(demand) {}

    // The question of a figure of a closed indeling. `open` is set for one of an open indeling.
    std::optional<int> find(const CijferKeyView& key, Schooljaar year, bool& open, std::optional<Refusal>& refusal) {
        const auto& definitions = request_.definitions;
        const auto* indicator = definitions.indicator(key.indicator);
        if (indicator == nullptr)
            return refuse(refusal, {"J003", fmt::format("indicator {} komt niet uit records", key.indicator),
                                    unknown_advice(key.indicator, codes_of(definitions.indicators))});
        if (std::find(indicator->units.begin(), indicator->units.end(), key.eenheid) == indicator->units.end())
            return refuse(refusal, {"J003", fmt::format("indicator {} heeft geen eenheid {}", key.indicator, key.eenheid),
                                    did_you_mean(key.eenheid, indicator->units)});
        const Indeling* indeling = nullptr;
        const Category* category = nullptr;
        if (key.indeling != "totaal") {
            indeling = definitions.indeling(key.indeling);
            const auto divides = [&](Kind kind) { return std::find(indeling->kinds.begin(), indeling->kinds.end(), kind) != indeling->kinds.end(); };
            if (indeling == nullptr || indicator->total_only || !std::all_of(indicator->kinds.begin(), indicator->kinds.end(), divides))
                return refuse(refusal, {"J003", fmt::format("indicator {} heeft geen indeling {}", key.indicator, key.indeling),
                                        "haal de regel weg, of gebruik --sla-over"});
            if (open = indeling->open; open) return std::nullopt;
            const auto at =
                std::find_if(indeling->categories.begin(), indeling->categories.end(), [&](const auto& c) { return c.code == key.categorie; });
            if (at == indeling->categories.end()) {
                if (key.categorie.find('+') != std::string::npos)
                    return refuse(refusal, {"J002", fmt::format("{} telt {} samen", describe(key), key.categorie),
                                            "geef de delen apart, of gebruik --sla-over"});
                return refuse(refusal, {"J003", fmt::format("indeling {} heeft geen categorie {}", key.indeling, key.categorie),
                                        did_you_mean(key.categorie, codes_of(indeling->categories))});
            }
            category = &*at;
        } else if (key.categorie != "totaal") {
            return refuse(refusal, {"J003", fmt::format("indeling totaal heeft geen categorie {}", key.categorie), "schrijf totaal;totaal"});
        }
        const bool spans = spans_years(indicator->kinds.front());
        const std::array id{key.indicator, key.eenheid, key.indeling, key.categorie, spans ? key.schooljaar : std::string_view()};
        if (const auto seen = seen_.find(id); seen != seen_.end()) return seen->second;
        return add(id, *indicator, indeling, category, year, refusal);
    }

private:
    // Indicator, eenheid, indeling, categorie, and of a kind that spans years the school year: texts of the cijfers.
    using Id = std::array<std::string_view, 5>;

    static std::nullopt_t refuse(std::optional<Refusal>& refusal, Refusal why) {
        refusal = std::move(why);
        return std::nullopt;
    }

    std::optional<int> add(const Id& id, const Indicator& indicator, const Indeling* indeling, const Category* category, Schooljaar year,
                           std::optional<Refusal>& refusal) {
        const auto refuse_column = [&](std::string_view column) {
            return refuse(refusal, {"J003", fmt::format("{} telt op {}, en dat kan een voorbeeld niet", id[0], column),
                                    "haal de regel weg, of gebruik --sla-over"});
        };
        std::vector<Predicate::Part> whole;
        for (std::size_t i = 0; i < indicator.kinds.size(); ++i) {
            Predicate::Part part{indicator.kinds[i], indicator.where[i]};
            if (category != nullptr) part.filters.push_back({indeling->column, category->codes});
            for (const auto& filter : part.filters)
                if (!can_filter(part.kind, filter.column)) return refuse_column(filter.column);
            if ((part.kind == Kind::traject && !is_one_event(part.filters)) || (spans_years(part.kind) && indicator.kinds.size() > 1))
                return refuse_column("gebeurtenis");
            if (spans_years(part.kind)) part.filters = in_year(std::move(part.filters), part.kind, year);
            whole.push_back(std::move(part));
        }
        const bool single = whole.size() == 1 && one_row_a_pupil(whole.front().kind);
        Question question{.predicate = {}, .rows = single || id[1] != "leerlingen", .at_least = 1};
        if (!question.rows) question.at_least = indicator.at_least;
        question.predicate.fill(-1);
        if (!single || indicator.at_least == 1)
            for (int type = 0; type < school_type_count; ++type) question.predicate[static_cast<std::size_t>(type)] = within(whole, type, question);
        demand_.questions.push_back(question);
        const auto index = static_cast<int>(demand_.questions.size()) - 1;
        seen_.emplace(id, index);
        return index;
    }

    // The property within one school type, or -1 when no row of that type has it.
    int within(const std::vector<Predicate::Part>& whole, int type, const Question& question) {
        Predicate predicate;
        std::string name;
        for (const auto& part : whole) {
            if (has_school_type(part.kind) != (type != no_school_type)) continue;
            Predicate::Part rest{part.kind, {}};
            bool possible = true;
            for (const auto& filter : part.filters) {
                if (filter.column == "schooltype")
                    possible = possible && std::find(filter.codes.begin(), filter.codes.end(), school_type_code(type)) != filter.codes.end();
                else
                    rest.filters.push_back(filter);
            }
            if (!possible) continue;
            name += fmt::format("|{}", info(rest.kind).name);
            for (const auto& filter : rest.filters) name += fmt::format("&{}={}", filter.column, fmt::join(filter.codes, ","));
            predicate.parts.push_back(std::move(rest));
        }
        if (predicate.parts.empty()) return -1;
        const auto [at, is_new] = predicates_.emplace(name, static_cast<int>(demand_.predicates.size()));
        if (is_new) demand_.predicates.push_back(std::move(predicate));
        auto& from = demand_.predicates[static_cast<std::size_t>(at->second)].pupils_from;
        if (!question.rows) from = std::max(from, question.at_least);
        return at->second;
    }

    const ExampleRequest& request_;
    Demand& demand_;
    std::map<Id, int> seen_;
    std::map<std::string, int> predicates_;
};

// Whether options leave the figure out.
bool is_asked(const ExampleRequest& request, const CijferKeyView& key) {
    const auto in = [](const auto& list, const auto& value) { return list.empty() || std::find(list.begin(), list.end(), value) != list.end(); };
    if (!request.regions.contains(key.gebied) && !in(request.municipalities, key.gebied)) return false;
    if (const auto* indicator = request.definitions.indicator(key.indicator))
        for (const auto kind : indicator->kinds)
            if (!in(request.kinds, kind)) return false;
    const auto year = parse_schooljaar(key.schooljaar);
    return request.years.empty() || (year && in(request.years, *year));
}

}  // namespace

std::string_view school_type_code(int type) {
    static const auto& codes = info(Kind::leerling).column("schooltype").codes;
    return type == no_school_type ? std::string_view() : codes[static_cast<std::size_t>(type)];
}

std::string describe(const CijferKeyView& key) {
    return fmt::format("{} van {} in {} ({}, {}: {})", key.indicator, key.gebied, key.schooljaar, key.eenheid, key.indeling, key.categorie);
}

Demand read_demand(const ExampleRequest& request, FindingLog& log) {
    Demand demand;
    Questions questions(request, demand);
    std::set<Kind> kinds;
    const Municipalities names;
    std::string_view area;  // the one added last
    for (auto figure = request.cijfers.begin(); figure != request.cijfers.end(); ++figure) {
        const auto [key, value] = *figure;
        if (!is_asked(request, key)) continue;
        const auto year = parse_schooljaar(key.schooljaar);
        std::optional<Refusal> refusal;
        bool open = false;
        std::optional<int> question;
        if (!value.is_number())
            refusal = {"J001", fmt::format("{} is {}, geen aantal", describe(key), to_text(value.status)), "geef een aantal, of gebruik --sla-over"};
        else if (!year || to_text(*year) != key.schooljaar)
            refusal = {"J004", fmt::format("{} staat bij {}, en dat is geen schooljaar", key.indicator, key.schooljaar),
                       "schrijf een schooljaar als 2023-2024, of gebruik --sla-over"};
        else
            question = questions.find(key, *year, open, refusal);
        if (refusal && request.skip) {
            ++demand.skipped;
        } else if (refusal) {
            log.add({{request.file}, refusal->code, std::move(refusal->text), std::move(refusal->advice)});
        } else {
            const auto& of = request.definitions.indicator(key.indicator)->kinds;
            kinds.insert(of.begin(), of.end());
            if (open) {
                ++demand.free;
                continue;
            }
            if (demand.areas.empty() || key.gebied != area) {
                area = key.gebied;
                std::set<std::string> municipalities{names.official(area)};
                if (const auto region = request.regions.find(area); region != request.regions.end())
                    municipalities = {region->second.begin(), region->second.end()};
                demand.areas.emplace_back(municipalities.begin(), municipalities.end());
            }
            demand.first = demand.given.empty() ? *year : std::min(demand.first, *year);
            demand.last = demand.given.empty() ? *year : std::max(demand.last, *year);
            demand.given.push_back({figure, *question, *year, static_cast<int>(demand.areas.size()) - 1, spans_years(of.front())});
        }
    }
    kinds.insert(request.kinds.begin(), request.kinds.end());
    demand.kinds.assign(kinds.begin(), kinds.end());
    return demand;
}

}  // namespace jv
