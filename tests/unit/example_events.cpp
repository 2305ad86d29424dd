// Examples of rows that count in several years or as several events, and of the list of kwetsbare jongeren.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "counts/counter.hpp"
#include "example_rows.hpp"
#include "examples/export_writer.hpp"
#include "failure.hpp"
#include "records/export_files.hpp"
#include "scratch.hpp"

using namespace jv;

namespace {

struct Asked {
    std::string area, year, indicator, unit;
    int number;
    std::string indeling = "totaal", category = "totaal";
};

ExampleRequest request_of(const std::vector<Asked>& figures) {
    ExampleRequest request{.cijfers = {}, .file = "cijfers.csv", .definitions = read_definitions()};
    for (const auto& f : figures) request.cijfers.add({f.area, f.year, f.indicator, f.unit, f.indeling, f.category}, CijferValue::of(f.number));
    return request;
}

std::vector<Asked> thuiszitters(const std::vector<std::array<int, 3>>& begin_new_solved_by_year) {
    std::vector<Asked> figures;
    int year = 2021;
    for (const auto& [begin, fresh, solved] : begin_new_solved_by_year) {
        const auto name = to_text(Schooljaar(year++));
        figures.push_back({"Borne", name, "thuiszitter-begin", "leerlingen", begin});
        figures.push_back({"Borne", name, "thuiszitter-nieuw", "leerlingen", fresh});
        figures.push_back({"Borne", name, "thuiszitter-opgelost", "leerlingen", solved});
    }
    return figures;
}

std::string outcome(const std::vector<Asked>& figures) {
    return failure_of([&] { for_each_row(Example(request_of(figures)), 1, 2, [](Kind, Schooljaar, const ExportRow&) {}); });
}

std::vector<ExportRow> rows(const std::vector<Asked>& figures) {
    std::vector<ExportRow> all;
    for_each_row(Example(request_of(figures)), 1, 2, [&](Kind, Schooljaar, const ExportRow& row) { all.push_back(row); });
    return all;
}

std::string value(Kind kind, const ExportRow& row, std::string_view column) { return row[static_cast<std::size_t>(info(kind).index_of(column))]; }

std::vector<Asked> funnel(int approached, int intake, int started, int ended, int bol, int werk) {
    const std::string area = "Borne", year = "2023-2024", unit = "trajecten";
    return {{area, year, "rmc-benaderd", unit, approached}, {area, year, "rmc-intake", unit, intake},
            {area, year, "rmc-traject", unit, started},     {area, year, "rmc-beeindigd", unit, ended},
            {area, year, "rmc-uitstroom-bol", unit, bol},   {area, year, "rmc-uitstroom-werk", unit, werk}};
}

}  // namespace

TEST_CASE("a thuiszitter at the begin of a year was one in the year before, if that is given") {
    CHECK(outcome(thuiszitters({{5, 0, 0}})) == "fine");
    CHECK(outcome(thuiszitters({{2, 3, 1}, {4, 0, 4}})) == "fine");
    CHECK(outcome(thuiszitters({{2, 3, 1}, {5, 0, 0}})) == "fine");  // the solved one came back in August
    CHECK(outcome(thuiszitters({{2, 3, 0}, {6, 0, 0}})).find("C010") != std::string::npos);
    CHECK(outcome(thuiszitters({{0, 0, 0}, {1, 0, 0}})).find("C010") != std::string::npos);
    // A year between that is not given leaves room.
    auto apart = thuiszitters({{0, 0, 0}, {0, 0, 0}, {3, 1, 2}});
    apart.erase(apart.begin() + 3, apart.begin() + 6);
    CHECK(outcome(apart) == "fine");
}

TEST_CASE("thuiszitters end after they begin") {
    for (const auto& row : rows(thuiszitters({{9, 20, 11}, {12, 25, 20}})))
        if (const auto end = value(Kind::thuiszitter, row, "einddatum"); !end.empty()) {
            CHECK(value(Kind::thuiszitter, row, "begindatum") < end);
            CHECK(!value(Kind::thuiszitter, row, "reden_einde").empty());
        }
}

TEST_CASE("uitstroom without an end occurs as often as the figures demand") {
    const auto without_end = [](const std::vector<Asked>& figures) {
        const auto all = rows(figures);
        return std::count_if(all.begin(), all.end(), [](const ExportRow& row) {
            return !value(Kind::traject, row, "uitstroom").empty() && value(Kind::traject, row, "traject_einde").empty();
        });
    };
    CHECK(without_end(funnel(40, 30, 25, 20, 12, 8)) == 0);
    CHECK(without_end(funnel(40, 30, 25, 20, 13, 9)) == 2);
    CHECK(without_end(funnel(400, 300, 250, 200, 100, 40)) == 0);
    CHECK(outcome(funnel(40, 30, 0, 20, 13, 9)).find("C010") != std::string::npos);
}

TEST_CASE("events of a pupil become trajecten, in order of their dates") {
    const auto all = rows(funnel(40, 30, 25, 20, 12, 8));
    CHECK(all.size() < 70);
    for (const auto& row : all) {
        std::vector<std::string> dates;
        for (const std::string_view column : {"benaderd_op", "intake_op", "traject_start", "traject_einde"})
            if (const auto date = value(Kind::traject, row, column); !date.empty()) dates.push_back(date);
        CHECK(std::is_sorted(dates.begin(), dates.end()));
    }
}

TEST_CASE("what an example can't tell apart is refused") {
    const auto refused = [](Kind kind, std::vector<Filter> where) {
        auto request = request_of({{"Borne", "2023-2024", "eigen", "leerlingen", 1}});
        Indicator own;
        own.code = "eigen", own.kinds = {kind}, own.where = {std::move(where)}, own.units = {"leerlingen"};
        request.definitions.indicators.push_back(std::move(own));
        return failure_of([&] { for_each_row(Example(request), 1, 2, [](Kind, Schooljaar, const ExportRow&) {}); }).find("J003") != std::string::npos;
    };
    CHECK(refused(Kind::traject, {}));
    CHECK(refused(Kind::traject, {{"gebeurtenis", {"start", "uitstroom"}}}));
    CHECK(refused(Kind::traject, {{"gebeurtenis", {"intake"}}, {"uitstroom", {"bol"}}}));
    CHECK(!refused(Kind::traject, {{"gebeurtenis", {"uitstroom"}}, {"uitstroom", {"bol"}}}));
    CHECK(refused(Kind::kwetsbaar, {{"verhuisd", {"j"}}}));
    CHECK(!refused(Kind::kwetsbaar, {{"verwijderd", {"verhuisd"}}}));
    CHECK(!refused(Kind::thuiszitter, {}));
    CHECK(!refused(Kind::thuiszitter, {{"reden_einde", {"vrijstelling"}}}));
}

TEST_CASE("a region's exports of these kinds count back from files") {
    std::vector<Asked> figures;
    for (const auto* year : {"2021-2022", "2022-2023", "2023-2024"}) {
        for (const auto* area : {"Borne", "Almelo"}) {
            figures.push_back({area, year, "rmc-benaderd", "trajecten", 30});
            figures.push_back({area, year, "rmc-benaderd", "leerlingen", 21});
            figures.push_back({area, year, "rmc-intake", "trajecten", 11, "groep", "oud"});
            figures.push_back({area, year, "jikp-lijst", "leerlingen", 40, "herkomst", "pro"});
            figures.push_back({area, year, "jikp-actie", "leerlingen", 6, "herkomst", "pro"});
        }
        figures.push_back({"Twente", year, "thuiszitter", "leerlingen", 14});
        figures.push_back({"Twente", year, "thuiszitter-begin", "leerlingen", 3, "schooltype", "vo"});
        figures.push_back({"Twente", year, "thuiszitter-langer-dan-3-maanden", "leerlingen", 8});
        figures.push_back({"Twente", year, "rmc-beeindigd", "trajecten", 25});
        figures.push_back({"Twente", year, "rmc-uitstroom-bol", "leerlingen", 7});
        figures.push_back({"Twente", year, "jikp-verwijderd-leeftijd", "leerlingen", 5});
        figures.push_back({"Twente", year, "jikp-werk-klein", "leerlingen", 9, "herkomst", "entree"});
    }
    auto request = request_of(figures);
    request.regions["Twente"] = {"Almelo", "Borne"};
    for (const bool per_year : {false, true}) {
        const Scratch scratch;
        const Example example(request);
        ExportWriter writer(scratch.folder() / "exports", {.profile = {}, .file_per_year = per_year}, example.kinds(), example.years(), false);
        example.make(5, 2, [&](std::span<const YearRows> rows) { return [&, lines = writer.lines(rows)] { writer.add(lines); }; });
        writer.commit();
        const auto definitions = read_definitions();
        FindingLog log;
        Counter counter(definitions, {.years = example.years(), .municipalities = {}, .regions = {{"Twente", {"Almelo", "Borne"}}}, .peildatum = {}},
                        log);
        const std::vector<std::filesystem::path> folders{scratch.folder() / "exports"};
        for (const auto& path : export_files(folders, log)) counter.read(path, {});
        Cijfers counted;
        counter.count([&](const CijferKey& key, std::int64_t number) { counted.add(key, CijferValue::of(number)); });
        for (const auto& line : log.lines()) FAIL_CHECK(line);
        for (const auto& figure : request.cijfers) CHECK_MESSAGE(counted.find(figure.first) == figure.second, describe(figure.first));
    }
}
