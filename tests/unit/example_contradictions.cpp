// Figures that contradict each other are named, as few as possible; figures that only look strange come out.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "example_rows.hpp"
#include "failure.hpp"

using namespace jv;

namespace {

const Definitions& definitions() {
    static const auto read = read_definitions();
    return read;
}

// `melding meldingen vo 5`: a figure of Borne in 2023-2024; the category is a school type, an onderwijssoort (with a `*` before it) or totaal.
// An area may stand before it: `Almelo: melding ...`.
ExampleRequest request_of(const std::vector<std::string>& figures) {
    ExampleRequest request{.cijfers = {}, .file = "cijfers.csv", .definitions = definitions()};
    for (auto figure : figures) {
        std::string area = "Borne";
        if (const auto colon = figure.find(": "); colon != std::string::npos) {
            area = figure.substr(0, colon);
            figure.erase(0, colon + 2);
        }
        std::vector<std::string> words;
        for (std::size_t from = 0; from != std::string::npos;) {
            const auto space = figure.find(' ', from);
            words.push_back(figure.substr(from, space - from));
            from = space == std::string::npos ? space : space + 1;
        }
        const bool grouped = words[2].starts_with('*');
        const std::string indeling = words[2] == "totaal" ? "totaal" : grouped ? "onderwijssoort" : "schooltype";
        request.cijfers.add({area, "2023-2024", words[0], words[1], indeling, words[2].substr(grouped ? 1 : 0)},
                            CijferValue::of(std::stoi(words[3])));
    }
    return request;
}

// The figures that are named, as `indicator=aantal`; `fine` when an example comes out.
std::string conflict(const std::vector<std::string>& figures, const std::map<std::string, std::vector<std::string>, std::less<>>& regions = {}) {
    auto request = request_of(figures);
    request.regions = regions;
    const auto line = failure_of([&] { for_each_row(Example(request), 1, 2, [](Kind, Schooljaar, const ExportRow&) {}); });
    if (line == "fine") return line;
    REQUIRE(line.find("C010") != std::string::npos);
    std::string named;
    for (auto at = line.find(" van "); at != std::string::npos; at = line.find(" van ", at + 1)) {
        const auto begin = line.rfind(' ', at - 1) + 1;
        const auto number = line.find("= ", at) + 2;
        named += fmt::format("{}{}={}", named.empty() ? "" : " ", line.substr(begin, at - begin),
                             line.substr(number, line.find_first_of(";", number) - number));
    }
    return named;
}

}  // namespace

TEST_CASE("a part is no larger than the whole") {
    CHECK(conflict({"melding meldingen totaal 5", "lrv meldingen totaal 6", "halt besluiten totaal 1"}) == "lrv=6 melding=5");
    CHECK(conflict({"melding meldingen vo 5", "preventiespreekuur meldingen vo 6"}) == "melding=5 preventiespreekuur=6");
    CHECK(conflict({"vrijstelling besluiten totaal 3", "vrijstelling-15 besluiten totaal 4"}) == "vrijstelling=3 vrijstelling-15=4");
    CHECK(conflict({"vrijstelling-15 besluiten totaal 4", "vrijstelling-15-eerste besluiten totaal 3",
                    "vrijstelling-15-verlenging besluiten totaal 2"}) == "vrijstelling-15=4 vrijstelling-15-eerste=3 vrijstelling-15-verlenging=2");
    CHECK(conflict({"vrijstelling-15 besluiten totaal 6", "vrijstelling-15-eerste besluiten totaal 3",
                    "vrijstelling-15-verlenging besluiten totaal 2"}) == "fine");
    CHECK(conflict({"relatief-verzuim meldingen totaal 5", "luxeverzuim meldingen totaal 4", "lrv meldingen totaal 3"}) ==
          "lrv=3 luxeverzuim=4 relatief-verzuim=5");
    CHECK(conflict({"melding meldingen *po 3", "melding meldingen bao 2", "melding meldingen sbo 2"}) == "melding=3 melding=2 melding=2");
}

TEST_CASE("parts that are all given add up to the whole") {
    CHECK(conflict({"melding meldingen totaal 5", "absoluut-verzuim meldingen totaal 1", "relatief-en-overig-verzuim meldingen totaal 3"}) ==
          "absoluut-verzuim=1 melding=5 relatief-en-overig-verzuim=3");
    CHECK(conflict({"pv besluiten totaal 8", "pv-absoluut besluiten totaal 1", "pv-relatief besluiten totaal 2", "pv-luxe besluiten totaal 2"}) ==
          "pv=8 pv-absoluut=1 pv-luxe=2 pv-relatief=2");
    CHECK(conflict({"leerplichtig leerlingen totaal 5", "kwalificatieplichtig leerlingen totaal 4",
                    "leer-of-kwalificatieplichtig leerlingen totaal 8"}) == "kwalificatieplichtig=4 leer-of-kwalificatieplichtig=8 leerplichtig=5");
    CHECK(conflict({"melding meldingen *po 3", "melding meldingen bao 1", "melding meldingen sbo 1"}) == "melding=3 melding=1 melding=1");
    CHECK(conflict({"melding meldingen *po 3", "melding meldingen bao 1"}) == "fine");
}

TEST_CASE("pupils and meldingen fit each other") {
    CHECK(conflict({"melding meldingen totaal 5", "melding leerlingen totaal 6"}) == "melding=6 melding=5");
    CHECK(conflict({"melding meldingen totaal 5", "melding leerlingen totaal 0"}) == "melding=0 melding=5");
    CHECK(conflict({"melding meldingen totaal 0", "melding leerlingen totaal 0"}) == "fine");
    CHECK(conflict({"melding meldingen totaal 300", "melding leerlingen totaal 1"}) == "fine");
    // A pupil has one school type a year.
    CHECK(conflict({"melding leerlingen totaal 4", "melding leerlingen vo 3", "melding leerlingen mbo 3"}) == "melding=3 melding=3 melding=4");
    // Of kinds it may have several.
    CHECK(conflict({"melding leerlingen totaal 3", "absoluut-verzuim leerlingen totaal 3", "lrv leerlingen totaal 3",
                    "melding meldingen totaal 6"}) == "fine");
    CHECK(conflict({"melding leerlingen totaal 3", "absoluut-verzuim leerlingen totaal 3", "lrv leerlingen totaal 3",
                    "melding meldingen totaal 5"}) == "absoluut-verzuim=3 lrv=3 melding=5");
}

TEST_CASE("two or more meldingen take pupils and meldingen") {
    CHECK(conflict({"melding leerlingen totaal 5", "melding-herhaald leerlingen totaal 6"}) == "melding=5 melding-herhaald=6");
    CHECK(conflict({"melding leerlingen totaal 5", "melding meldingen totaal 7", "melding-herhaald leerlingen totaal 3"}) ==
          "melding=5 melding=7 melding-herhaald=3");
    CHECK(conflict({"melding leerlingen totaal 5", "melding meldingen totaal 7", "melding-herhaald leerlingen totaal 0"}) ==
          "melding=5 melding=7 melding-herhaald=0");
    CHECK(conflict({"melding leerlingen totaal 5", "melding meldingen totaal 7", "melding-herhaald leerlingen totaal 2"}) == "fine");
    CHECK(conflict({"melding leerlingen totaal 5", "melding meldingen totaal 7", "melding-herhaald leerlingen totaal 1"}) == "fine");
    // Three pupils with one melding of each of two kinds have two: whole pupils, no halves.
    CHECK(conflict({"melding leerlingen totaal 2", "absoluut-verzuim leerlingen totaal 1", "lrv leerlingen totaal 1",
                    "luxeverzuim leerlingen totaal 1", "melding meldingen totaal 3", "melding-herhaald leerlingen totaal 1"}) == "fine");
    CHECK(conflict({"melding leerlingen totaal 1", "absoluut-verzuim leerlingen totaal 1", "lrv leerlingen totaal 1",
                    "melding-herhaald leerlingen totaal 0"}) != "fine");
}

TEST_CASE("pupils over meldingen and vrijstellingen") {
    const std::vector<std::string> parts = {"vrijstelling leerlingen totaal 3", "absoluut-verzuim meldingen totaal 2",
                                            "relatief-verzuim leerlingen totaal 2"};
    for (int together = 2; together <= 8; ++together) {
        CAPTURE(together);
        auto figures = parts;
        figures.push_back(fmt::format("leerplicht-betrokken leerlingen totaal {}", together));
        CHECK((conflict(figures) == "fine") == (together >= 3 && together <= 7));
    }
}

TEST_CASE("a region is the sum of its municipalities") {
    const std::map<std::string, std::vector<std::string>, std::less<>> regions = {{"Regio", {"Almelo", "Borne"}}};
    const std::vector<std::string> figures = {"Borne: melding meldingen totaal 3", "Almelo: melding meldingen totaal 4"};
    const auto with = [&](std::string figure) {
        auto all = figures;
        all.push_back(std::move(figure));
        return conflict(all, regions);
    };
    CHECK(with("Regio: melding meldingen totaal 7") == "fine");
    CHECK(with("Regio: melding meldingen totaal 8") == "melding=4 melding=3 melding=8");
    CHECK(with("Regio: melding meldingen vo 7") == "fine");
    CHECK(with("Regio: melding meldingen vo 8") != "fine");
    CHECK(with("Regio: lrv leerlingen totaal 9") != "fine");
}

TEST_CASE("figures that can't come from records are refused, or left out") {
    const auto refusal = [](const CijferKey& key, CijferValue value) {
        ExampleRequest request{.cijfers = {}, .file = "cijfers.csv", .definitions = definitions()};
        request.cijfers.add(key, value);
        const auto line = failure_of([&] { Example{request}; });
        request.skip = true;
        CHECK(Example(request).skipped() == 1);
        return line.substr(0, 19);
    };
    const CijferKey key{"Borne", "2023-2024", "melding", "meldingen", "schooltype", "vo"};
    CHECK(refusal(key, {0, Status::nvt}) == "1 cijfers.csv: J001");
    CHECK(refusal({"Borne", "2023-2024", "melding", "meldingen", "schooltype", "vo+vso"}, CijferValue::of(3)) == "1 cijfers.csv: J002");
    CHECK(refusal({"Borne", "2023-2024", "formatie", "fte", "totaal", "totaal"}, {1500, Status::counted}) == "1 cijfers.csv: J003");
    CHECK(refusal({"Borne", "2018", "melding", "meldingen", "totaal", "totaal"}, CijferValue::of(3)) == "1 cijfers.csv: J004");
}

TEST_CASE("the number of threads makes no difference to what is named") {
    std::vector<std::string> figures;
    for (const std::string area : {"Almelo", "Borne", "Enschede", "Hengelo", "Losser"})
        for (const std::string figure : {"lrv meldingen totaal 6", "melding meldingen totaal 5"})
            figures.push_back(fmt::format("{}: {}", area, figure));
    const auto named = [&](unsigned threads) -> std::vector<std::string> {
        try {
            for_each_row(Example(request_of(figures)), 1, threads, [](Kind, Schooljaar, const ExportRow&) {});
        } catch (const Failure& failure) {
            return failure.lines();
        }
        return {};
    };
    const auto lines = named(1);
    REQUIRE(lines.size() == 5);
    CHECK(lines.front().find("Almelo") != std::string::npos);
    CHECK(lines.back().find("Losser") != std::string::npos);
    CHECK(named(8) == lines);
}
