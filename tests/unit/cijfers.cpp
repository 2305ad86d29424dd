#include "counts/cijfers.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "counts/area_series.hpp"
#include "examples/random.hpp"
#include "failure.hpp"
#include "scratch.hpp"

using namespace jv;

namespace {

const std::string header = "gebied;schooljaar;indicator;eenheid;indeling;categorie;aantal;status\n";

CijferKey key(std::string gebied) { return {std::move(gebied), "2023-2024", "melding", "meldingen", "totaal", "totaal"}; }

Cijfers read(const std::string& rows) {
    const Scratch scratch;
    Cijfers cijfers;
    read_cijfers(scratch.file("cijfers.csv", rows), cijfers);
    return cijfers;
}

std::string failure_reading(const std::string& rows) {
    return failure_of([&] { read(rows); });
}

// A few texts for each column, with all that a field may hold; few, so that keys come back.
CijferKey random_key(Random& random) {
    static const std::vector<std::string> texts{"", "a", "aa", "b;c", "\"", "met \"aanhaling\"", "twee\nregels", "cr\rlf\r\n", "Ærø", "z"};
    const auto text = [&](std::size_t of) { return texts[static_cast<std::size_t>(random.below(static_cast<std::int64_t>(of)))]; };
    const auto any = texts.size();
    return {text(any), text(any), text(any), text(2), text(any) + text(any), text(3)};
}

CijferValue random_value(Random& random) {
    const auto status = static_cast<Status>(random.percent(80) ? 0 : random.below(4));
    return {status == Status::counted ? random.below(1000000) * 1000 : 0, status};
}

std::map<CijferKey, CijferValue> random_figures(Random& random, int n) {
    std::map<CijferKey, CijferValue> figures;
    for (int i = 0; i < n; ++i) figures.emplace(random_key(random), random_value(random));
    return figures;
}

using Entries = std::vector<std::pair<CijferKey, CijferValue>>;

Entries entries(const auto& figures) {
    Entries all;
    for (const auto& [key, value] : figures) all.emplace_back(key, value);
    return all;
}

std::string csv_of(const auto& figures) {
    std::string text(cijfers_header());
    CijferLines lines;
    for (const auto& [key, value] : figures) lines.append(text, key, value);
    return text;
}

}  // namespace

TEST_CASE("figures are written in the byte order of the columns") {
    Cijfers cijfers;
    CHECK(cijfers.add(key("Wierden"), CijferValue::of(251)));
    CHECK(cijfers.add(key("'s-Gravenhage"), CijferValue::of(0)));
    CHECK(cijfers.add({"Wierden", "2018", "formatie", "fte", "totaal", "totaal"}, {1250, Status::counted}));
    CHECK(cijfers.add(key("Ærø; \"x\""), {0, Status::onderdrukt}));
    CHECK(to_csv(cijfers) == header +
                                 "'s-Gravenhage;2023-2024;melding;meldingen;totaal;totaal;0;\n"
                                 "Wierden;2018;formatie;fte;totaal;totaal;1.25;\n"
                                 "Wierden;2023-2024;melding;meldingen;totaal;totaal;251;\n"
                                 "\"Ærø; \"\"x\"\"\";2023-2024;melding;meldingen;totaal;totaal;;onderdrukt\n");
}

TEST_CASE("no figures are a header only") { CHECK(to_csv({}) == header); }

TEST_CASE("what is written is read back") {
    Cijfers cijfers;
    cijfers.add(key("a;b"), CijferValue::of(3));
    cijfers.add(key("met \"aanhaling\""), {0, Status::nvt});
    cijfers.add(key("twee\nregels"), {0, Status::onbekend});
    cijfers.add({"a", "2018", "formatie", "fte", "totaal", "totaal"}, {1, Status::counted});
    const auto text = to_csv(cijfers);
    CHECK(to_csv(read(text)) == text);
}

TEST_CASE("CRLF, a byte order mark, blank lines and a missing last newline are read") {
    const auto cijfers = read(
        "\xEF\xBB\xBFgebied;schooljaar;indicator;eenheid;indeling;categorie;aantal;status\r\n\r\n"
        "A;2023-2024;melding;meldingen;totaal;totaal;12;\r\nB;2023-2024;melding;meldingen;totaal;totaal;;nvt");
    CHECK(cijfers.find(key("A")) == CijferValue::of(12));
    REQUIRE(cijfers.find(key("B")));
    CHECK_FALSE(cijfers.find(key("B"))->is_number());
    CHECK_FALSE(cijfers.find(key("C")));
}

TEST_CASE("a key is held once") {
    Cijfers cijfers;
    CHECK(cijfers.add(key("A"), CijferValue::of(1)));
    CHECK(cijfers.add(key("A"), CijferValue::of(1)));
    CHECK_FALSE(cijfers.add(key("A"), CijferValue::of(2)));
    CHECK(cijfers.find(key("A")) == CijferValue::of(1));
}

TEST_CASE("nvt, unknown and zero are different values") {
    CHECK(CijferValue::of(0) != CijferValue{0, Status::nvt});
    CHECK(CijferValue{0, Status::onbekend} != CijferValue{0, Status::nvt});
}

TEST_CASE("a file that is none of ours is wrong usage") {
    CHECK(failure_reading("").starts_with("2 cijfers.csv: I004 "));
    CHECK(failure_reading("gemeente;jaar\n").starts_with("2 cijfers.csv:1: I006 "));
    CHECK(failure_reading(header + "A;2023-2024;melding\n").starts_with("2 cijfers.csv:2: I008 "));
}

TEST_CASE("a figure that is none is an error in the data, with its line and field") {
    const std::string row = "A;2023-2024;melding;meldingen;totaal;totaal;";
    for (const auto* number : {"", "-1", "1.5", "1,5", "1.000.000", "twaalf", " 1", "1e3", "+1", "1.", ".5", "99999999999999999999"}) {
        CAPTURE(number);
        CHECK(failure_reading(header + row + number + ";\n").starts_with("1 cijfers.csv:2:7: C001 "));
    }
    CHECK(failure_reading(header + row + "3;nvt\n").starts_with("1 cijfers.csv:2:7: C001 "));
    CHECK(failure_reading(header + row + ";geheim\n").starts_with("1 cijfers.csv:2:8: C002 "));
    CHECK(failure_reading(header + row + "3;\n" + row + "4;\n").starts_with("1 cijfers.csv:3: C003 "));
    CHECK(failure_reading(header + row + "3;\n" + row + "3;\n") == "fine");
    CHECK(failure_reading(header + "A;2023;formatie;fte;totaal;totaal;1.2345;\n").starts_with("1 cijfers.csv:2:7: C001 "));
    CHECK(failure_reading(header + "A;2023;formatie;fte;totaal;totaal;1.25;\n") == "fine");
}

TEST_CASE("the line of a figure after a quoted line break is the physical one") {
    CHECK(failure_reading(header + "\"A\nB\";2023-2024;melding;meldingen;totaal;totaal;1;\nC;2023-2024;melding;meldingen;totaal;totaal;x;\n")
              .starts_with("1 cijfers.csv:4:7: C001 "));
}

TEST_CASE("figures are those of a map, in whatever order they come") {
    Random random(1);
    for (const int n : {0, 1, 2, 511, 512, 513, 5000, 40000}) {
        CAPTURE(n);
        std::map<CijferKey, CijferValue> model;
        Cijfers cijfers;
        for (int i = 0; i < n; ++i) {
            const auto k = random_key(random);
            const auto value = random_value(random);
            const auto [at, is_new] = model.emplace(k, value);
            CHECK(cijfers.add(k, value) == (at->second == value));
        }
        CHECK(entries(cijfers) == entries(model));
        CHECK(cijfers.empty() == model.empty());
        for (int i = 0; i < 1000; ++i) {
            const auto k = random_key(random);
            const auto at = model.find(k);
            CHECK(cijfers.find(k) == (at == model.end() ? std::nullopt : std::optional(at->second)));
        }
        CHECK_FALSE(cijfers.find(key("is er niet")));
    }
}

TEST_CASE("figures that come in order, backwards or from both ends are the same figures") {
    Random random(2);
    const auto model = random_figures(random, 5000);
    const auto all = entries(model);
    Cijfers forwards, backwards, both;
    for (const auto& [k, value] : all) CHECK(forwards.add(k, value));
    for (auto at = all.rbegin(); at != all.rend(); ++at) CHECK(backwards.add(at->first, at->second));
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto& [k, value] = all[i % 2 == 0 ? i / 2 : all.size() - 1 - i / 2];
        CHECK(both.add(k, value));
    }
    const auto copy = both;
    for (const auto& cijfers : {forwards, backwards, both, copy}) CHECK(entries(cijfers) == all);
}

TEST_CASE("the figures under some texts are those whose first columns they are") {
    Random random(3);
    const auto model = random_figures(random, 5000);
    Cijfers cijfers;
    for (const auto& [k, value] : model) cijfers.add(k, value);
    for (int i = 0; i < 200; ++i) {
        const auto k = random_key(random);
        Entries area, year, indeling;
        for (const auto& [other, value] : model) {
            if (other.gebied != k.gebied) continue;
            area.emplace_back(other, value);
            if (other.schooljaar != k.schooljaar) continue;
            year.emplace_back(other, value);
            if (other.indicator == k.indicator && other.eenheid == k.eenheid && other.indeling == k.indeling) indeling.emplace_back(other, value);
        }
        CHECK(entries(cijfers.under({k.gebied})) == area);
        CHECK(entries(cijfers.under({k.gebied, k.schooljaar})) == year);
        CHECK(entries(cijfers.under({k.gebied, k.schooljaar, k.indicator, k.eenheid, k.indeling})) == indeling);
        CHECK(cijfers.under({k.gebied, k.schooljaar}).empty() == year.empty());
    }
    CHECK(entries(cijfers.under({})) == entries(model));
    CHECK(cijfers.under({"is er niet"}).empty());
}

TEST_CASE("the series of an area hold each of its figures of the years once, in order") {
    Random random(11);
    for (int round = 0; round < 20; ++round) {
        const auto figures = random_figures(random, 400);
        Cijfers cijfers;
        for (const auto& [key, value] : figures) cijfers.add(key, value);
        const std::vector<std::string> years{"a", "nooit", "z", "twee\nregels"};
        for (const auto* area : {"a", "aa", "b;c", "nooit"}) {
            const AreaSeries series(cijfers, area, years);
            std::map<CijferKey, CijferValue> found, expected;
            std::optional<CijferKey> before;
            for (const auto& one : series.all()) {
                CHECK(one.key.schooljaar.empty());
                CHECK((!before || *before < CijferKey(one.key)));
                before = one.key;
                CHECK(series.find(one.key) == &one);
                REQUIRE(one.figures.size() == years.size());
                for (std::size_t year = 0; year < years.size(); ++year) {
                    auto key = one.key;
                    key.schooljaar = years[year];
                    if (one.figures[year]) found.emplace(key, *one.figures[year]);
                }
            }
            for (const auto& [key, value] : figures)
                if (key.gebied == area && std::count(years.begin(), years.end(), key.schooljaar) > 0) expected.emplace(key, value);
            CHECK(found == expected);
            CHECK(series.find({area, {}, "geen", {}, {}, {}}) == nullptr);
        }
    }
}

TEST_CASE("the texts of a column are told once, in byte order") {
    Random random(4);
    const auto model = random_figures(random, 3000);
    Cijfers cijfers;
    std::set<std::string> indelingen;
    for (const auto& [k, value] : model) cijfers.add(k, value), indelingen.insert(k.indeling);
    CHECK(cijfers.texts(CijferColumn::indeling) == std::vector<std::string>(indelingen.begin(), indelingen.end()));
    CHECK(cijfers.has_text(CijferColumn::gebied, "Ærø"));
    CHECK_FALSE(cijfers.has_text(CijferColumn::gebied, "is er niet"));
}

TEST_CASE("texts keep their order, wherever a new one comes between") {
    // Each new text stands between the two that came last, and so the room between them is halved.
    SortedTexts texts;
    std::set<std::string> model;
    std::string low = "a";
    for (const auto& text : {std::string("a"), std::string("b")}) texts.add(text), model.insert(text);
    for (int i = 0; i < 300; ++i) {
        low += i % 2 == 0 ? 'a' : 'b';
        for (const auto& text : {low, low + "z"}) texts.add(text), model.insert(text);
    }
    CHECK(texts.in_order() == std::vector<std::string>(model.begin(), model.end()));
    std::uint32_t last = SortedTexts::none;
    for (const auto& text : model) {
        const auto number = texts.find(text);
        REQUIRE(number != SortedTexts::none);
        CHECK(texts.text(number) == text);
        CHECK(texts.add(text) == number);
        if (last != SortedTexts::none) CHECK((texts.is_before(last, number) && !texts.is_before(number, last)));
        last = number;
    }
}

TEST_CASE("a file of any order of lines gives the same figures, and is written sorted") {
    Random random(5);
    // More than is read at a time, so that blocks end anywhere in a record.
    for (const int n : {10, 1000, 30000}) {
        const auto model = random_figures(random, n);
        const auto sorted = csv_of(model);
        CHECK(to_csv(read(sorted)) == sorted);
        auto lines = entries(model);
        random.shuffle(lines);
        CHECK(to_csv(read(csv_of(lines))) == sorted);
        CHECK(entries(read(csv_of(lines))) == entries(model));
    }
}

TEST_CASE("a quoted field may be larger than what is read at a time") {
    for (const std::size_t size : {262000u, 262144u, 262145u, 1000000u}) {
        CAPTURE(size);
        const auto area = std::string(size, 'x') + "\n\"" + std::string(size, 'y');
        Cijfers cijfers;
        cijfers.add(key(area), CijferValue::of(1));
        CHECK(read(to_csv(cijfers)).find(key(area)) == CijferValue::of(1));
        const auto wrong = to_csv(cijfers) + "A;2023-2024;melding;meldingen;totaal;totaal;x;\n";
        CHECK(failure_reading(wrong).starts_with("1 cijfers.csv:4:7: C001 "));
    }
}

TEST_CASE("quotes and line ends are read wherever they stand") {
    const std::string row = ";2023-2024;melding;meldingen;totaal;totaal;1;";
    const auto area_of = [&](const std::string& field, const std::string& line_end = "\n") {
        const auto figures = read(header + field + row + line_end);
        return std::string((*figures.begin()).first.gebied);
    };
    CHECK(area_of("\"a\"\"b\"") == "a\"b");
    CHECK(area_of("\"a\"b") == "ab");
    CHECK(area_of("a\"b\"") == "a\"b\"");
    CHECK(area_of("\"\"") == "");
    CHECK(area_of("a\rb") == "a\rb");
    CHECK(area_of("\"a\r\nb\"", "\r\n") == "a\r\nb");
    CHECK(area_of("a", "") == "a");
    CHECK(failure_reading(header + "A" + row + "\r").starts_with("1 cijfers.csv:2:8: C002 "));
    CHECK(failure_reading(header + "\"A" + row + "\n").starts_with("2 cijfers.csv:2: I008 "));
    CHECK(failure_reading(header + "A" + row + "\n\n\r\nB\n").starts_with("2 cijfers.csv:5: I008 "));
    CHECK(failure_reading("\xEF\xBB\xBF").starts_with("2 cijfers.csv: I004 "));
}
