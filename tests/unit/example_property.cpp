// Whatever figures rows can give, an example gives them back.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <set>

#include "example_rows.hpp"
#include "law/pgn.hpp"
#include "law/plicht.hpp"
#include "records/record.hpp"

using namespace jv;

namespace {

// A row as a counter sees it; of a kind with events one event.
struct Row {
    Kind kind;
    std::string municipality, pupil;
    Schooljaar year;
    std::map<std::string, std::string> codes;
};

bool has_code(const Row& row, const std::string& column, const std::vector<std::string>& codes) {
    const auto found = row.codes.find(column);
    const std::string_view code = found == row.codes.end() ? std::string_view() : found->second;
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

bool holds(const Row& row, const std::vector<Filter>& filters) {
    return std::all_of(filters.begin(), filters.end(), [&](const Filter& filter) { return has_code(row, filter.column, filter.codes); });
}

// The totaal (both null), and each category of the closed indelingen that an indicator is divided by.
std::vector<std::pair<const Indeling*, const Category*>> categories_of(const Definitions& definitions, const Indicator& indicator) {
    std::vector<std::pair<const Indeling*, const Category*>> categories{{nullptr, nullptr}};
    for (const auto& indeling : definitions.indelingen)
        if (!indicator.total_only && !indeling.open && std::count(indeling.kinds.begin(), indeling.kinds.end(), indicator.kinds.front()) > 0)
            for (const auto& category : indeling.categories) categories.emplace_back(&indeling, &category);
    return categories;
}

// Every figure of the closed indelingen over some rows, in the plainest way.
Cijfers count(const Definitions& definitions, std::vector<Row> rows, const std::map<std::string, std::vector<std::string>>& areas,
              const std::vector<Schooljaar>& years, const std::set<Kind>& kinds) {
    std::erase_if(rows, [&](const Row& row) {
        return std::count(years.begin(), years.end(), row.year) == 0 ||
               std::any_of(definitions.exclusions.begin(), definitions.exclusions.end(),
                           [&](const Exclusion& e) { return e.kind == row.kind && holds(row, e.where); });
    });
    Cijfers cijfers;
    for (const auto& indicator : definitions.indicators) {
        if (!std::all_of(indicator.kinds.begin(), indicator.kinds.end(), [&](Kind kind) { return kinds.contains(kind); })) continue;
        std::vector<const Row*> counted;
        for (const auto& row : rows)
            for (std::size_t part = 0; part < indicator.kinds.size(); ++part)
                if (indicator.kinds[part] == row.kind && holds(row, indicator.where[part])) counted.push_back(&row);
        for (const auto& [indeling, category] : categories_of(definitions, indicator))
            for (const auto& [area, members] : areas)
                for (const auto year : years) {
                    std::int64_t events = 0;
                    std::map<std::string_view, int> pupils;
                    for (const auto* row : counted)
                        if (row->year == year && std::count(members.begin(), members.end(), row->municipality) > 0 &&
                            (!category || has_code(*row, indeling->column, category->codes)))
                            ++events, ++pupils[row->pupil];
                    const auto distinct = std::count_if(pupils.begin(), pupils.end(), [&](const auto& p) { return p.second >= indicator.at_least; });
                    for (const auto& unit : indicator.units)
                        cijfers.add(
                            {area, to_text(year), indicator.code, unit, indeling ? indeling->code : "totaal", category ? category->code : "totaal"},
                            CijferValue::of(unit == "leerlingen" ? distinct : events));
                }
    }
    return cijfers;
}

// What a thuiszitter counts as, in which years; `from` and `until` are its dates.
void add_thuiszitter(Row row, Datum from, std::optional<Datum> until, Schooljaar last, std::vector<Row>& rows) {
    const auto add = [&](Schooljaar year, const char* gebeurtenis) {
        row.year = year;
        row.codes["gebeurtenis"] = gebeurtenis;
        rows.push_back(row);
    };
    add(Schooljaar::of(from), "nieuw");
    if (until) add(Schooljaar::of(*until), "einde");
    for (int y = 2000; y <= last.begin_year(); ++y)
        if (from < Datum(y, 8, 1) && (!until || *until > Datum(y, 8, 31))) add(Schooljaar(y), "begin");
    const auto limit = from.plus_months(3);
    if (until ? *until > limit : limit <= last.last_day()) add(Schooljaar::of(limit), "drie-maanden");
}

// What a traject counts as; `dates` are benaderd_op, intake_op, traject_start and traject_einde.
void add_traject(Row row, const std::array<std::optional<Datum>, 4>& dates, std::vector<Row>& rows) {
    const auto add = [&](Datum date, const char* gebeurtenis) {
        row.year = Schooljaar::of(date);
        row.codes["gebeurtenis"] = gebeurtenis;
        rows.push_back(row);
    };
    constexpr std::array names = {"benaderd", "intake", "start", "einde"};
    for (std::size_t i = 0; i < dates.size(); ++i)
        if (dates[i]) add(*dates[i], names[i]);
    if (row.codes["uitstroom"].empty()) return;
    if (dates[3])
        add(*dates[3], "uitstroom");
    else if (dates[2])
        add(*dates[2], "uitstroom");
}

std::string any_code(const KindInfo& kind, std::string_view column, Random& random) {
    const auto& codes = kind.column(column).codes;
    return std::string(codes[static_cast<std::size_t>(random.below(static_cast<std::int64_t>(codes.size())))]);
}

// Random thuiszitters (each pupil once), trajecten (a pupil has more of them) and jongeren in een kwetsbare positie (each once a year).
void add_others(const std::vector<std::string>& municipalities, const std::vector<Schooljaar>& years, const std::set<Kind>& kinds, Random& random,
                std::vector<Row>& rows) {
    const auto any_day = [&](int from_year, int to_year) {
        return Datum(from_year, 8, 1).plus_days(random.between(0, 365 * (to_year - from_year) - 1));
    };
    const auto first = years.front().begin_year(), last = years.back().begin_year();
    for (const auto& municipality : municipalities) {
        const auto pupil = [&](int n) { return fmt::format("{}-{}", municipality, n); };
        if (kinds.contains(Kind::thuiszitter))
            for (int n = random.between(0, 20); n > 0; --n) {
                Row row{Kind::thuiszitter, municipality, pupil(n), {}, {{"schooltype", any_code(info(Kind::thuiszitter), "schooltype", random)}}};
                const auto from = any_day(first - 1, last + 1);
                std::optional<Datum> until;
                if (random.percent(70)) {
                    until = from.plus_days(random.between(0, 500));
                    row.codes["reden_einde"] = any_code(info(Kind::thuiszitter), "reden_einde", random);
                }
                add_thuiszitter(row, from, until, years.back(), rows);
            }
        if (kinds.contains(Kind::traject))
            for (int n = random.between(0, 30); n > 0; --n) {
                Row row{Kind::traject, municipality, pupil(random.between(0, 20)), {}, {{"groep", any_code(info(Kind::traject), "groep", random)}}};
                row.codes["uitstroom"] = random.percent(50) ? any_code(info(Kind::traject), "uitstroom", random) : "";
                std::array<std::optional<Datum>, 4> dates;
                for (auto& date : dates)
                    if (random.percent(60)) date = any_day(first - 1, last + 1);
                add_traject(row, dates, rows);
            }
        if (kinds.contains(Kind::kwetsbaar))
            for (const auto year : years)
                for (int n = random.between(0, 30); n > 0; --n) {
                    Row row{Kind::kwetsbaar, municipality, pupil(n), year, {}};
                    for (const std::string_view column : {"herkomst", "ingeschreven", "dagbesteding"})
                        row.codes[std::string(column)] = any_code(info(Kind::kwetsbaar), column, random);
                    for (const auto* column : {"verwijderd", "werk"}) {
                        const auto& codes = find_field(Kind::kwetsbaar, column)->codes;
                        const auto at = static_cast<std::size_t>(random.below(static_cast<std::int64_t>(codes.size()) + 1));
                        row.codes[column] = at == codes.size() ? "" : std::string(codes[at]);
                    }
                    rows.push_back(std::move(row));
                }
    }
}

// Random rows in which a pupil has one gemeente and one schooltype a year, and one birth date.
std::vector<Row> random_rows(const std::vector<std::string>& municipalities, const std::vector<Schooljaar>& years, const std::set<Kind>& kinds,
                             Random& random) {
    std::vector<Row> rows;
    const auto most_pupils = random.between(0, 3) == 0 ? 60 : 8;
    const auto most_rows = random.between(1, 6);
    const auto few_types = random.percent(50);
    for (const auto year : years)
        for (int p = random.between(0, most_pupils); p > 0; --p) {
            const auto& municipality = municipalities[static_cast<std::size_t>(random.below(static_cast<std::int64_t>(municipalities.size())))];
            auto type = any_code(info(Kind::leerling), "schooltype", random);
            if (few_types) type = random.percent(50) ? "vo" : "sbo";
            const auto pupil =
                fmt::format("{}-{}", municipality, random.between(1, 2 * most_pupils) * 10 + static_cast<int>(type.size()) + type.front() % 7);
            // The same pupil again in that year keeps its school type.
            for (const auto& row : rows)
                if (row.pupil == pupil && row.year == year && row.codes.contains("schooltype")) type = row.codes.at("schooltype");
            for (const auto kind : kinds) {
                if (kind == Kind::thuiszitter || kind == Kind::traject || kind == Kind::kwetsbaar) continue;
                const auto& of = info(kind);
                const bool at_school = kind == Kind::leerling;
                if (at_school &&
                    std::any_of(rows.begin(), rows.end(), [&](const Row& r) { return r.kind == kind && r.pupil == pupil && r.year == year; }))
                    continue;
                for (int n = at_school ? 1 : random.between(0, most_rows); n > 0; --n) {
                    Row row{kind, municipality, pupil, year, {}};
                    for (const auto& column : of.columns)
                        if (!column.codes.empty() && (column.required || random.percent(80)))
                            row.codes[std::string(column.name)] = any_code(of, column.name, random);
                    if (row.codes.contains("schooltype")) row.codes["schooltype"] = type;
                    if (of.index_of("niveau") >= 0) row.codes.emplace("niveau", "overig");
                    if (at_school) row.codes["plicht"] = random.percent(60) ? "leerplichtig" : random.percent(60) ? "kwalificatieplichtig" : "";
                    rows.push_back(std::move(row));
                }
            }
        }
    add_others(municipalities, years, kinds, random, rows);
    return rows;
}

// Adds what a row of an example says.
void add_rows(Kind kind, Schooljaar year, const ExportRow& values, Schooljaar last, std::vector<Row>& rows) {
    const auto& of = info(kind);
    const auto value = [&](std::string_view column) { return values[static_cast<std::size_t>(of.index_of(column))]; };
    Row row{kind, value("gemeente"), value("leerling"), year, {}};
    for (const auto& column : of.columns)
        if (!column.codes.empty())
            row.codes[std::string(column.name)] = value(column.name).empty() ? std::string(column.when_empty) : value(column.name);
    if (kind == Kind::leerling) {
        const auto plicht = plicht_in(year, *parse_datum(value("geboortedatum")), parse_datum(value("startkwalificatie_op")));
        row.codes["plicht"] = plicht == Plicht::leerplichtig ? "leerplichtig" : plicht == Plicht::geen ? "" : "kwalificatieplichtig";
    }
    const auto date = [&](std::string_view column) { return parse_datum(value(column)); };
    if (kind == Kind::thuiszitter) return add_thuiszitter(row, *date("begindatum"), date("einddatum"), last, rows);
    if (kind == Kind::traject) return add_traject(row, {date("benaderd_op"), date("intake_op"), date("traject_start"), date("traject_einde")}, rows);
    if (kind == Kind::kwetsbaar) {
        const auto is = [&](std::string_view column, std::string_view answer) { return value(column) == answer; };
        const auto hours = value("arbeidsuren").empty() ? 0 : std::stoi(value("arbeidsuren"));
        row.codes["werk"] = hours >= 12 ? "genoeg" : hours > 0 ? "te-weinig" : "";
        row.codes["verwijderd"] = is("startkwalificatie", "j")                                               ? "startkwalificatie"
                                  : is("verhuisd", "j")                                                      ? "verhuisd"
                                  : is("overleden", "j")                                                     ? "overleden"
                                  : is("heeft_bsn", "n")                                                     ? "geen-bsn"
                                  : date("geboortedatum")->plus_years(23) <= Datum(year.begin_year(), 10, 1) ? "leeftijd"
                                                                                                             : "";
    }
    rows.push_back(std::move(row));
}

}  // namespace

TEST_CASE("figures that rows can give come out, whichever of them are given") {
    const auto definitions = read_definitions();
    const auto* asked = std::getenv("JV_EXAMPLE_CASES");
    const auto cases = asked ? std::atoi(asked) : 200;
    for (int seed = 0; seed < cases; ++seed) {
        CAPTURE(seed);
        Random random(static_cast<std::uint64_t>(seed));
        std::vector<std::string> municipalities{"Almelo", "Borne", "Twenterand"};
        municipalities.resize(static_cast<std::size_t>(random.between(1, 3)));
        std::vector<Schooljaar> years{Schooljaar(2021), Schooljaar(2022), Schooljaar(2023)};
        years.resize(static_cast<std::size_t>(random.between(1, 3)));
        std::set<Kind> kinds;
        for (const auto& kind : all_kinds())
            if (random.percent(50)) kinds.insert(kind.kind);
        std::map<std::string, std::vector<std::string>> areas;
        for (const auto& name : municipalities) areas[name] = {name};
        ExampleRequest request{.cijfers = {}, .file = "cijfers.csv", .definitions = definitions};
        if (random.percent(30)) areas["Regio"] = request.regions["Regio"] = municipalities;

        const auto all = count(definitions, random_rows(municipalities, years, kinds, random), areas, years, kinds);
        const auto kept = std::array{100, 95, 50, 20, 5}[static_cast<std::size_t>(random.below(5))];
        for (const auto& [key, value] : all)
            if (random.percent(kept)) request.cijfers.add(key, value);

        std::vector<Row> rows;
        try {
            for_each_row(Example(request), static_cast<std::uint64_t>(seed), 2, [&](Kind kind, Schooljaar year, const ExportRow& row) {
                if (kind != Kind::vsv && kind != Kind::startset) REQUIRE(is_bsn(row[static_cast<std::size_t>(info(kind).index_of("leerling"))]));
                add_rows(kind, year, row, years.back(), rows);
            });
        } catch (const Failure& failure) {
            FAIL_CHECK(failure.lines().front());
            continue;
        }
        const auto again = count(definitions, rows, areas, years, kinds);
        for (const auto& [key, value] : request.cijfers)
            if (const auto found = again.find(key); !found || !(*found == value))
                FAIL_CHECK(describe(key), " is ", value.whole(), ", comes out as ", found->whole());
    }
}
