// What sentences say of chance and breaks: the same as a comparison of the same cijfers says.
#include "tables/change_tests.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "failure.hpp"
#include "report_fixture.hpp"

using namespace jv;

namespace {

std::string total(const std::string& year, const std::string& indicator, int number, const std::string& unit = "leerlingen") {
    return fmt::format("{} {} {} totaal totaal {}\n", year, indicator, unit, number);
}
std::string verzuim(int before, int now) { return total("2022-2023", "relatief-verzuim", before) + total("2023-2024", "relatief-verzuim", now); }
std::string leerlingen(int before, int now) { return total("2022-2023", "leerling", before) + total("2023-2024", "leerling", now); }

// A sentence of the figure `r`, leerlingen with relatief verzuim; empty with the warning in `log` when it is left out.
std::string said(const std::string& sentence, const std::string& figures, FindingLog& log, std::vector<Break> breaks = {}, bool statistics = true) {
    const auto source = parse_report_template(parse_settings(R"(titel = "T"
[cijfer]
r = { indicator = "relatief-verzuim", eenheid = "leerlingen" }
vo = { indicator = "relatief-verzuim", eenheid = "leerlingen", indeling = "schooltype", codes = ["vo"] }
m = { indicator = "relatief-verzuim", eenheid = "meldingen" }
alle = { indicator = "leerling", eenheid = "leerlingen" }
deel = { deel = "r", geheel = "alle" }
[[zinnen]]
titel = "Z"
zinnen = [")" + sentence + "\"]\n",
                                                             "t.toml"),
                                              "t.toml");
    const auto report =
        build_report(source, test_figures(figures), read_definitions(), {"Almelo", "2023-2024", {}, std::move(breaks), statistics}, log);
    const auto& lines = std::get<Sentences>(report.parts.front()).lines;
    return lines.empty() ? std::string() : lines.front();
}
std::string said(const std::string& sentence, const std::string& figures, bool statistics = true) {
    FindingLog log;
    return said(sentence, figures, log, {}, statistics);
}

Break break_in(int first, BreakKind kind, std::string text) {
    Break entry;
    entry.indicators = {"relatief-verzuim"};
    entry.kind = kind;
    entry.first = entry.last = Schooljaar(first);
    entry.text = std::move(text);
    return entry;
}

}  // namespace

TEST_CASE("a sentence says whether a change is more than chance") {
    // poisson.test of R: p = 0,0090 and 0,55.
    CHECK(said("{r:verandering-toets}.", verzuim(165, 120)) == "Daalde fors van 165 naar 120 (−27 %); dat is meer dan toeval verklaart.");
    CHECK(said("{r:verandering-toets}.", verzuim(25, 20)) == "Daalde van 25 naar 20 (−20 %); dat kan toeval zijn.");
    CHECK(said("{r:verandering-toets}.", verzuim(12, 12)) == "Bleef gelijk (12).");
    CHECK(said("{r:verandering-toets}.", verzuim(0, 0)) == "Bleef gelijk (0).");
}

TEST_CASE("a change that may be chance is neither slight nor strong in any form") {
    CHECK(said("{r:verandering}.", verzuim(25, 20)) == "Daalde van 25 naar 20 (−20 %).");
    CHECK(said("{r:ontwikkeling}.", verzuim(1000, 1001)) == "Een stijging van 1 leerling ten opzichte van 2022-2023.");
    CHECK(said("{r:ontwikkeling}.", verzuim(165, 120)) == "Een forse daling van 45 leerlingen (27 %) ten opzichte van 2022-2023.");
    CHECK(said("{r:verandering}.", verzuim(25, 20), false) == "Daalde fors van 25 naar 20 (−20 %).");
    // Nor is one that is not tested: of meldingen, and of who is there.
    CHECK(said("{m:verandering}.", total("2022-2023", "relatief-verzuim", 322, "meldingen") +
                                       total("2023-2024", "relatief-verzuim", 251, "meldingen")) == "Daalde van 322 naar 251 (−22 %).");
    CHECK(said("{alle:verandering-toets}.", leerlingen(25, 20)) == "Daalde van 25 naar 20 (−20 %).");
}

TEST_CASE("where the number of leerlingen is known, the sentence is about the rate") {
    CHECK(said("{r:verandering-toets}.", verzuim(165, 120) + leerlingen(5000, 5000)) ==
          "Daalde fors van 165 naar 120 (−27 %); per 1.000 leerlingen van 33,0 naar 24,0, en dat is meer dan toeval verklaart.");
    // As many of twice as many leerlingen is half as often.
    CHECK(said("{r:verandering-toets}.", verzuim(100, 100) + leerlingen(5000, 10000)) ==
          "Bleef gelijk (100); per 1.000 leerlingen van 20,0 naar 10,0, en dat is meer dan toeval verklaart.");
    // More of them, and yet less often: no strong rise.
    CHECK(said("{r:verandering-toets}.", verzuim(100, 130) + leerlingen(5000, 15000)) ==
          "Steeg van 100 naar 130 (+30 %); per 1.000 leerlingen van 20,0 naar 8,7, en dat is meer dan toeval verklaart.");
    CHECK(said("{r:verandering-toets}.", verzuim(100, 130) + leerlingen(5000, 15000), false) == "Steeg fors van 100 naar 130 (+30 %).");
}

TEST_CASE("the verdict is that of the comparison, with its correction for the other rows") {
    std::string figures;
    const std::pair<int, int> changes[] = {{60, 88}, {70, 71}, {30, 33}, {40, 40}, {52, 50}};
    const char* types[] = {"vo", "mbo", "bao", "pro", "vso"};
    for (int i = 0; i < 5; ++i) {
        figures += fmt::format("2022-2023 relatief-verzuim leerlingen schooltype {} {}\n", types[i], changes[i].first);
        figures += fmt::format("2023-2024 relatief-verzuim leerlingen schooltype {} {}\n", types[i], changes[i].second);
    }
    FindingLog log;
    const auto comparison = compare(test_figures(figures), read_definitions(), {}, log);
    std::optional<Verdict> verdict;
    for (const auto& row : comparison.tables.front().rows)
        if (row.categorie == "vo") verdict = row.changes.front().verdict;
    REQUIRE(verdict == Verdict::may_be_more);
    CHECK(said("{vo:verandering-toets}.", figures) == "Steeg van 60 naar 88 (+47 %); dat is misschien meer dan toeval verklaart.");
}

TEST_CASE("a change across a break or a circumstance is not worded") {
    for (const auto* form : {"{r:verandering}", "{r:vergelijking}", "{r:verandering-toets}", "{deel:verandering}"})
        for (const auto kind : {BreakKind::law, BreakKind::circumstance}) {
            FindingLog log;
            CHECK(said(form, verzuim(165, 120) + leerlingen(5000, 5000), log, {break_in(2023, kind, "De wet is anders.")}).empty());
            REQUIRE(log.lines().size() == 1);
            CHECK(log.lines().front().find("T020") != std::string::npos);
            CHECK(log.lines().front().find("De wet is anders.") != std::string::npos);
        }
    FindingLog log;
    const auto entry = break_in(2022, BreakKind::law, "De wet is anders.");
    CHECK(said("{r:verandering}.", verzuim(165, 120), log, {entry}) == "Daalde fors van 165 naar 120 (−27 %).");
    const auto about_r = break_in(2023, BreakKind::law, "De wet is anders.");
    CHECK(said("{alle:verandering}.", verzuim(165, 120) + leerlingen(50, 50), log, {about_r}) == "Bleef gelijk (50).");
    CHECK(said("{r:aantal}.", verzuim(165, 120), log, {about_r}) == "120 leerlingen.");
    CHECK(log.lines().empty());
}

TEST_CASE("only leerlingen have a form that says what the test says") {
    const auto wrong = [](const std::string& sentence) { return failure_of([&] { said(sentence, ""); }); };
    CHECK(wrong("{m:verandering-toets}").find("S004 {m:verandering-toets}: \"m\" telt geen leerlingen") != std::string::npos);
    CHECK(wrong("{deel:verandering-toets}").find("S004") != std::string::npos);
}
