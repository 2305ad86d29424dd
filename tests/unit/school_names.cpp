// The list of the names of schools.
#include "tables/school_names.hpp"

#include <doctest/doctest.h>

#include "failure.hpp"
#include "scratch.hpp"

namespace {

jv::Definitions by_school() {
    jv::Definitions definitions;
    definitions.indelingen = {{"school", "brin", {}, true, {}}, {"uitkomst", "uitkomst", {}, true, {}}};
    return definitions;
}

}  // namespace

TEST_CASE("names of schools become labels of the indelingen by brin, and of no other") {
    const Scratch scratch;
    auto definitions = by_school();
    jv::add_school_names(scratch.file("a.csv", "plaats,Naam,BRIN\nAlmelo,\"Linde, De\",01AA\nBorne,,02BB\nBorne,Anker,03CC\nBorne,Anker,03CC\n"),
                         definitions);
    jv::add_school_names(scratch.file("b.csv", "brin;naam\n04DD;Zon\n"), definitions);
    const auto& labels = definitions.indelingen.front().labels;
    CHECK(labels.size() == 3);
    CHECK(definitions.indelingen.front().label("01AA") == "Linde, De");
    CHECK(definitions.indelingen.front().label("02BB") == "02BB");
    CHECK(definitions.indelingen.front().label("04DD") == "Zon");
    CHECK(definitions.indelingen.back().labels.empty());
}

TEST_CASE("a list of schools that can't be read names the line and what to do") {
    const Scratch scratch;
    const auto fails = [&](std::string_view text) {
        auto definitions = by_school();
        return failure_of([&] { jv::add_school_names(scratch.file("s.csv", text), definitions); });
    };
    CHECK(fails("brin;school\n01AA;Zon\n") ==
          "2 s.csv:1: I016 in de kop van deze lijst van scholen ontbreekt naam; de eerste regel moet zijn: brin;naam");
    CHECK(
        fails("brin;naam\n01AA;Zon\n02BB\n") ==
        "2 s.csv:3: I008 deze regel heeft 1 velden in plaats van 2; vul de regel aan; zet een tekst met het scheidingsteken tussen aanhalingstekens");
    CHECK(fails("brin;naam\n;Zon\n") == "1 s.csv:2:1: C004 bij de naam \"Zon\" staat geen brin; vul het brin in, of haal de regel weg");
    CHECK(fails("brin;naam\n01AA;Zon\n01AA;Maan\n") == "1 s.csv:3:2: C004 01AA heet hier \"Maan\" en eerder \"Zon\"; haal een van de twee weg");
    CHECK(failure_of([&] {
              auto definitions = by_school();
              jv::add_school_names(scratch.folder() / "geen.csv", definitions);
          }).starts_with("2 geen.csv: I001"));
}
