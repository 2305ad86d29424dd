// Whatever figures rows can give, an example gives them back.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "examples/example.hpp"
#include "law/pgn.hpp"
#include "law/plicht.hpp"

using namespace jv;

namespace {

// A row as a counter sees it.
struct Row {
    Kind kind;
    std::string municipality, pupil;
    Schooljaar year;
    std::map<std::string, std::string> codes;
};

bool holds(const Row& row, const std::vector<Filter>& filters) {
    return std::all_of(filters.begin(), filters.end(), [&](const Filter& filter) {
        const auto code = row.codes.find(filter.column);
        return std::count(filter.codes.begin(), filter.codes.end(), code == row.codes.end() ? "" : code->second) > 0;
    });
}

// Every figure of the closed indelingen over some rows, in the plainest way.
Cijfers count(const Definitions& definitions, const std::vector<Row>& rows, const std::map<std::string, std::vector<std::string>>& areas,
              const std::vector<Schooljaar>& years, const std::set<Kind>& kinds) {
    std::map<CijferKey, std::int64_t> events;
    std::map<CijferKey, std::map<std::string, int>> pupils;
    for (const auto& indicator : definitions.indicators) {
        if (!std::all_of(indicator.kinds.begin(), indicator.kinds.end(), [&](Kind kind) { return kinds.contains(kind); })) continue;
        const auto each_category = [&](auto act) {
            act(nullptr, nullptr);
            if (indicator.total_only) return;
            for (const auto& indeling : definitions.indelingen)
                if (!indeling.open && std::count(indeling.kinds.begin(), indeling.kinds.end(), indicator.kinds.front()) > 0)
                    for (const auto& category : indeling.categories) act(&indeling, &category);
        };
        for (const auto& [area, members] : areas)
            for (const auto year : years)
                each_category([&](const Indeling* indeling, const Category* category) {
                    for (const auto& unit : indicator.units) {
                        const CijferKey key{
                            area, to_text(year), indicator.code, unit, indeling ? indeling->code : "totaal", category ? category->code : "totaal"};
                        if (unit == "leerlingen")
                            pupils[key];
                        else
                            events[key];
                    }
                });
        for (const auto& row : rows) {
            const auto excluded = [&](const Exclusion& e) { return e.kind == row.kind && holds(row, e.where); };
            if (std::any_of(definitions.exclusions.begin(), definitions.exclusions.end(), excluded)) continue;
            for (std::size_t part = 0; part < indicator.kinds.size(); ++part)
                if (indicator.kinds[part] == row.kind && holds(row, indicator.where[part]))
                    each_category([&](const Indeling* indeling, const Category* category) {
                        if (category && !holds(row, {{indeling->column, category->codes}})) return;
                        for (const auto& [area, members] : areas)
                            if (std::count(members.begin(), members.end(), row.municipality) > 0)
                                for (const auto& unit : indicator.units) {
                                    const CijferKey key{area,
                                                        to_text(row.year),
                                                        indicator.code,
                                                        unit,
                                                        indeling ? indeling->code : "totaal",
                                                        category ? category->code : "totaal"};
                                    if (unit == "leerlingen")
                                        ++pupils[key][row.pupil];
                                    else
                                        ++events[key];
                                }
                    });
        }
    }
    Cijfers cijfers;
    for (const auto& [key, number] : events) cijfers.add(key, CijferValue::of(number));
    for (const auto& [key, of] : pupils) {
        const auto at_least = definitions.indicator(key.indicator)->at_least;
        cijfers.add(key, CijferValue::of(std::count_if(of.begin(), of.end(), [&](const auto& p) { return p.second >= at_least; })));
    }
    return cijfers;
}

std::string any_code(const KindInfo& kind, std::string_view column, Random& random) {
    const auto& codes = kind.column(column).codes;
    return std::string(codes[static_cast<std::size_t>(random.below(static_cast<std::int64_t>(codes.size())))]);
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
    return rows;
}

// What a row of an example says.
Row as_row(Kind kind, Schooljaar year, const ExportRow& values) {
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
    return row;
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
        std::vector<Schooljaar> years{Schooljaar(2021), Schooljaar(2022)};
        years.resize(static_cast<std::size_t>(random.between(1, 2)));
        std::set<Kind> kinds;
        for (const auto& kind : all_kinds())
            if (has_example(kind.kind) && random.percent(60)) kinds.insert(kind.kind);
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
            Example(request).make(static_cast<std::uint64_t>(seed), [&](Kind kind, Schooljaar year, const ExportRow& row) {
                if (kind != Kind::vsv && kind != Kind::startset) REQUIRE(is_bsn(row[static_cast<std::size_t>(info(kind).index_of("leerling"))]));
                rows.push_back(as_row(kind, year, row));
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
