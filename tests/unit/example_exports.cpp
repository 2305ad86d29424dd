// Exports of an example: the same for the same seed, plausible, and read back in the shape of a profile.
#include <doctest/doctest.h>

#include <set>

#include "counts/counter.hpp"
#include "example_rows.hpp"
#include "examples/export_writer.hpp"
#include "law/pgn.hpp"
#include "records/export_files.hpp"
#include "scratch.hpp"

using namespace jv;

namespace {

const std::string area = "Súdwest-Fryslân";

ExampleRequest request() {
    ExampleRequest request{.cijfers = {}, .file = "cijfers.csv", .definitions = read_definitions()};
    const auto add = [&](std::string year, std::string indicator, std::string unit, std::string indeling, std::string category, int number) {
        request.cijfers.add({area, std::move(year), std::move(indicator), std::move(unit), std::move(indeling), std::move(category)},
                            CijferValue::of(number));
    };
    for (const std::string year : {"2022-2023", "2023-2024"}) {
        add(year, "leer-of-kwalificatieplichtig", "leerlingen", "schooltype", "bao", 210);
        add(year, "leer-of-kwalificatieplichtig", "leerlingen", "schooltype", "vo", 190);
        add(year, "leer-of-kwalificatieplichtig", "leerlingen", "schooltype", "mbo", 60);
        add(year, "leerling", "leerlingen", "totaal", "totaal", 480);
        add(year, "melding", "meldingen", "totaal", "totaal", 51);
        add(year, "melding", "leerlingen", "totaal", "totaal", 33);
        add(year, "verzuim-18-plus", "meldingen", "schooltype", "mbo", 6);
        add(year, "vrijstelling-5-onder-a-eerste", "besluiten", "onderwijssoort", "vso", 2);
        add(year, "pv-luxe", "besluiten", "onderwijssoort", "vo", 3);
        add(year, "leerplicht-betrokken", "leerlingen", "totaal", "totaal", 30);
    }
    return request;
}

using Rows = std::vector<std::pair<Kind, ExportRow>>;

Rows rows(std::uint64_t seed, unsigned threads = 1) {
    Rows all;
    for_each_row(Example(request()), seed, threads, [&](Kind kind, Schooljaar, const ExportRow& row) { all.emplace_back(kind, row); });
    return all;
}

// Writes exports and counts them again.
void check_round_trip(ExportShape shape) {
    const Scratch scratch;
    const auto folder = scratch.folder() / "exports";
    const Example example(request());
    ReadOptions read;
    if (shape.profile) read.profiles.push_back(*shape.profile);
    {
        ExportWriter writer(folder, shape, example.kinds(), example.years(), false);
        example.make(3, 2, [&](std::span<const YearRows> rows) { return [&, lines = writer.lines(rows)] { writer.add(lines); }; });
        writer.commit();
    }
    const auto definitions = read_definitions();
    FindingLog log;
    Counter counter(definitions, {.years = example.years(), .municipalities = {area}, .regions = {}, .peildatum = {}}, log);
    const std::vector<std::filesystem::path> folders{folder};
    for (const auto& path : export_files(folders, log)) counter.read(path, read);
    Cijfers counted;
    counter.count([&](const CijferKey& key, std::int64_t number) { counted.add(key, CijferValue::of(number)); });
    for (const auto& line : log.lines()) FAIL_CHECK(line);
    for (const auto& [key, value] : request().cijfers) CHECK_MESSAGE(counted.find(key) == value, describe(key));
}

}  // namespace

TEST_CASE("the same seed gives the same rows, another seed others") {
    CHECK(rows(1) == rows(1));
    CHECK(rows(1) != rows(2));
}

TEST_CASE("the number of threads makes no difference to the rows") {
    CHECK(rows(1, 2) == rows(1));
    CHECK(rows(1, 8) == rows(1));
}

TEST_CASE("pupils are plausible") {
    const auto all = rows(5);
    std::map<std::string, std::set<std::string>> births, types;
    std::set<std::string> pupils[2];
    for (const auto& [kind, row] : all) {
        const auto value = [&, of = &info(kind)](std::string_view column) {
            return of->index_of(column) < 0 ? "" : row[static_cast<std::size_t>(of->index_of(column))];
        };
        CHECK(is_bsn(value("leerling")));
        if (const auto birth = value("geboortedatum"); !birth.empty()) births[value("leerling")].insert(birth);
        if (kind == Kind::leerling) {
            pupils[value("schooljaar") == "2023-2024"].insert(value("leerling"));
            const auto age = age_on(*parse_datum(value("geboortedatum")), parse_schooljaar(value("schooljaar"))->first_of_october());
            CHECK(age >= (value("schooltype") == "vo" ? 11 : value("schooltype") == "mbo" ? 15 : 3));
            CHECK(age <= (value("schooltype") == "bao" ? 13 : 23));
        }
        if (kind == Kind::melding) {
            const auto age = age_on(*parse_datum(value("geboortedatum")), *parse_datum(value("melddatum")));
            CHECK((age >= 18) == (value("verzuimsoort") == "18-plus"));
            CHECK(value("begindatum") <= value("melddatum"));
            if (!value("einddatum").empty()) CHECK(value("begindatum") <= value("einddatum"));
            if (value("verzuimsoort") == "16-uur") CHECK(std::stoi(value("lesuren")) >= 16);
        }
    }
    for (const auto& [pupil, dates] : births) CHECK(dates.size() == 1);
    // Most pupils of the first year are there in the second.
    const auto staying = std::count_if(pupils[0].begin(), pupils[0].end(), [&](const auto& pupil) { return pupils[1].contains(pupil); });
    CHECK(staying > 300);
}

TEST_CASE("canonical exports count back") {
    check_round_trip({});
    check_round_trip({.profile = {}, .file_per_year = true});
}

TEST_CASE("exports in the shape of a profile count back") { check_round_trip({.profile = read_profile("carel"), .file_per_year = false}); }
