// Sentences never say another thing than their figures: golden cases, and the words over random figures.
#include "tables/sentences.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>
#include <regex>

#include "failure.hpp"
#include "report_fixture.hpp"
#include "tables/wording.hpp"

using namespace jv;

namespace {

const std::string figures = R"(titel = "T"
[cijfer]
n = { indicator = "melding", eenheid = "meldingen" }
vo = { indicator = "melding", eenheid = "meldingen", indeling = "schooltype", codes = ["vo"] }
mbo = { indicator = "melding", eenheid = "meldingen", indeling = "schooltype", codes = ["mbo"] }
bao = { indicator = "melding", eenheid = "meldingen", indeling = "schooltype", codes = ["bao"], woord = ["brief", "brieven"] }
vo-procent = { deel = "vo", geheel = "n", decimalen = 1 }
l = { indicator = "melding", eenheid = "leerlingen" }
[lijst.soorten]
volgorde = "grootte"
begin = ": "
delen = [{ cijfer = "vo", tekst = "op het vo" }, { cijfer = "mbo", tekst = "op het mbo" }, { cijfer = "bao", tekst = "op het bao" }]
[lijst.heel]
geheel = "n"
delen = [{ cijfer = "vo", tekst = "op het vo" }, { cijfer = "mbo", tekst = "op het mbo" }]
)";

// What becomes of a sentence in a report without tests: its text, or the code of the warning.
std::string said(const std::string& sentence, const std::string& numbers) {
    FindingLog log;
    const auto source =
        parse_report_template(parse_settings(figures + "[[zinnen]]\ntitel = \"Z\"\nzinnen = [\"" + sentence + "\"]\n", "t.toml"), "t.toml");
    const auto report = build_report(source, test_figures(numbers), test_definitions(), {"Almelo", "2023-2024", {}, {}, false}, log);
    const auto& lines = std::get<Sentences>(report.parts.front()).lines;
    CHECK(lines.size() + log.lines().size() == 1);
    return lines.empty() ? log.lines().front().substr(log.lines().front().find(" T") + 1, 4) : lines.front();
}

std::string row(const std::string& year, const std::string& categorie, const std::string& number) {
    return fmt::format("{} melding meldingen {} {} {}\n", year, categorie == "totaal" ? "totaal" : "schooltype", categorie, number);
}
std::string total(const std::string& before, const std::string& now) { return row("2022-2023", "totaal", before) + row("2023-2024", "totaal", now); }
std::string parts(const std::string& whole, const std::string& vo, const std::string& mbo, const std::string& bao) {
    return row("2023-2024", "totaal", whole) + row("2023-2024", "vo", vo) + row("2023-2024", "mbo", mbo) + row("2023-2024", "bao", bao);
}

std::int64_t number_in(const std::string& text) {
    std::string digits;
    for (const char c : text)
        if (c >= '0' && c <= '9') digits += c;
    return digits.empty() ? 0 : std::stoll(digits);
}

// 100 * part / whole as a whole number, half away from zero, in another way than the library's: by trying.
std::int64_t percentage(std::int64_t part, std::int64_t whole) {
    std::int64_t percent = 0;
    while ((2 * percent + 1) * whole <= 200 * part) ++percent;
    return percent;
}

const ChangeForm& form(const Wording& wording, const std::string& name) {
    for (const auto& one : wording.changes)
        if (one.name == name) return one;
    FAIL("no form " << name);
    return wording.changes.front();
}

}  // namespace

TEST_CASE("a change is put in words") {
    CHECK(said("Het aantal {n:verandering}.", total("322", "251")) == "Het aantal daalde fors van 322 naar 251 (−22 %).");
    CHECK(said("Het aantal {n:verandering}.", total("1000", "1050")) == "Het aantal steeg licht van 1.000 naar 1.050 (+5 %).");
    CHECK(said("Het aantal {n:verandering}.", total("1000", "1100")) == "Het aantal steeg van 1.000 naar 1.100 (+10 %).");
    CHECK(said("Het aantal {n:verandering}.", total("1000", "1001")) == "Het aantal steeg licht van 1.000 naar 1.001.");
    CHECK(said("Het aantal {n:verandering}.", total("19", "10")) == "Het aantal daalde van 19 naar 10.");
    CHECK(said("Het aantal {n:verandering}.", total("0", "0")) == "Het aantal bleef gelijk (0).");
    CHECK(said("Het aantal {n:verandering}.", total("20", "0")) == "Het aantal daalde fors van 20 naar 0 (−100 %).");
    CHECK(said("Dat is {n:ontwikkeling}.", total("40", "39")) == "Dat is een lichte daling van 1 melding (3 %) ten opzichte van 2022-2023.");
    CHECK(said("Dat is {n:ontwikkeling}.", total("4", "6")) == "Dat is een stijging van 2 meldingen ten opzichte van 2022-2023.");
    CHECK(said("Dat is {n:ontwikkeling}.", total("4", "4")) == "Dat is gelijk gebleven ten opzichte van 2022-2023.");
    CHECK(said("{n:aantal}, {n:vergelijking}.", total("4", "4")) == "4 meldingen, evenveel als in 2022-2023.");
    CHECK(said("{n:aantal}, {n:vergelijking}.", total("100", "120")) == "120 meldingen, 20 meer dan in 2022-2023 (+20 %).");
}

TEST_CASE("the change of a share is in percentage points") {
    const auto years = [](const std::string& n, const std::string& vo, const std::string& n2, const std::string& vo2) {
        return total(n, n2) + row("2022-2023", "vo", vo) + row("2023-2024", "vo", vo2);
    };
    CHECK(said("Het deel {vo-procent:verandering}.", years("100", "5", "200", "8")) == "Het deel daalde van 5,0 % naar 4,0 %.");
    CHECK(said("{vo-procent:ontwikkeling}.", years("100", "5", "200", "13")) == "Een stijging van 1,5 procentpunt ten opzichte van 2022-2023.");
    CHECK(said("Het deel {vo-procent:verandering}.", years("3000", "1000", "6000", "2000")) == "Het deel bleef gelijk (33,3 %).");
    CHECK(said("Het deel {vo-procent:verandering}.", years("19", "5", "200", "8")) == "T017");
}

TEST_CASE("counts are singular, plural or none, and so are the words around them") {
    const auto counted = [](const std::string& now) { return said("Er {n:was|waren} {n:aantal}.", row("2023-2024", "totaal", now)); };
    CHECK(counted("0") == "Er waren geen meldingen.");
    CHECK(counted("1") == "Er was 1 melding.");
    CHECK(counted("2") == "Er waren 2 meldingen.");
    CHECK(counted("1234") == "Er waren 1.234 meldingen.");
    CHECK(said("{bao:aantal} kwam. {bao:aantal}", parts("3", "0", "0", "0")) == "Geen brieven kwam. Geen brieven");
    CHECK(said("{bao:aantal}", parts("3", "0", "0", "1")) == "1 brief");
}

TEST_CASE("a part of a whole, without a percentage that says nothing") {
    const auto part = [](const std::string& vo, const std::string& n) { return said("Dat {vo:is|zijn} {vo-procent:deel}.", parts(n, vo, "0", "0")); };
    CHECK(part("95", "322") == "Dat zijn 95 van de 322 meldingen (29,5 %).");
    CHECK(part("1", "20") == "Dat is 1 van de 20 meldingen (5,0 %).");
    CHECK(part("1", "19") == "Dat is 1 van de 19 meldingen.");
    CHECK(part("0", "322") == "Dat zijn geen van de 322 meldingen.");
    CHECK(part("322", "322") == "Dat zijn alle 322 meldingen.");
    CHECK(part("1", "1") == "Dat is de enige melding.");
    CHECK(part("0", "1") == "Dat zijn geen meldingen.");
    CHECK(part("0", "0") == "Dat zijn geen meldingen.");
    CHECK(part("1", "5000") == "Dat is 1 van de 5.000 meldingen.");
    CHECK(part("4999", "5000") == "Dat zijn 4.999 van de 5.000 meldingen.");
    CHECK(part("5", "4") == "T018");
    CHECK(said("{vo-procent} %", parts("19", "5", "0", "0")) == "T017");
    CHECK(said("{vo-procent} %", parts("20", "5", "0", "0")) == "25,0 %");
}

TEST_CASE("a list leaves out what is 0, by size or as it stands, and adds up") {
    CHECK(said("Meldingen{soorten}.", parts("16", "3", "12", "1")) == "Meldingen: 12 op het mbo, 3 op het vo en 1 op het bao.");
    CHECK(said("Meldingen{soorten}.", parts("4", "3", "0", "1")) == "Meldingen: 3 op het vo en 1 op het bao.");
    CHECK(said("Meldingen{soorten}.", parts("4", "4", "0", "0")) == "Meldingen: 4 op het vo.");
    CHECK(said("Meldingen{soorten}.", parts("0", "0", "0", "0")) == "Meldingen.");
    CHECK(said("Meldingen: {heel}.", parts("15", "3", "12", "0")) == "Meldingen: 3 op het vo en 12 op het mbo.");
    CHECK(said("Meldingen: {heel}.", parts("16", "3", "12", "1")) == "T018");
}

TEST_CASE("a sentence with a figure that is no number is left out") {
    for (const auto* status : {"nvt", "onbekend", "onderdrukt"}) {
        for (const auto* place : {"{n}", "{n:aantal}", "{n:verandering}", "{n:is|zijn}"}) {
            CHECK(said(place, total("5", status)) == "T007");
        }
        CHECK(said("{n:verandering}", total(status, "5")) == "T007");
        CHECK(said("{n:aantal}", total(status, "5")) == "5 meldingen");
        CHECK(said("x{soorten}", parts("16", "3", status, "1")) == "T007");
        CHECK(said("{vo-procent:deel}", parts("16", status, "1", "1")) == "T007");
    }
    CHECK(said("{n:verandering}", row("2023-2024", "totaal", "5")) == "T007");
}

TEST_CASE("forms that a figure does not have are errors with their place") {
    const auto wrong = [](const std::string& sentence) { return failure_of([&] { said(sentence, ""); }); };
    CHECK(wrong("{n:verandring}").find("S005 {n:verandring}: de vorm \"verandring\" bestaat niet; bedoelde u \"verandering\"?") != std::string::npos);
    CHECK(wrong("{n:deel}").find("S004") != std::string::npos);
    CHECK(wrong("{vo-procent:aantal}").find("S004") != std::string::npos);
    CHECK(wrong("{vo-procent:is|zijn}").find("S004") != std::string::npos);
    CHECK(wrong("{m:aantal}").find("S005") != std::string::npos);
    const auto text = [](std::string_view toml) { return failure_of([&] { parse_wording(parse_settings(toml, "z.toml")); }); };
    CHECK(text("[aantal]\nnul = \"geen {eenheden}\"\nanders = \"\"\n") == "2 z.toml:2:7: S005 {eenheden} kan hier niet staan; kies uit: eenheid");
    CHECK(text("[procent]\nlicht = 20\nfors = 20\n").find("S004") != std::string::npos);
}

TEST_CASE("the words of a change never contradict its numbers") {
    const auto wording = read_wording();
    const Noun noun{"melding", "meldingen"};
    std::mt19937 random(7);
    const std::regex verb("(steeg|daalde)( licht| fors)? van (\\S+) naar (\\S+?)( \\((\\+|−)(\\S+) %\\))?");
    const std::regex noun_phrase(
        "een (lichte |forse )?(stijging|daling) van (\\S+) (melding|meldingen)( \\((\\S+) %\\))? ten opzichte van 2022-2023");
    const std::regex compared("(\\S+) (meer|minder) dan in 2022-2023( \\((\\+|−)(\\S+) %\\))?");
    int with_percentage = 0;
    for (int i = 0; i < 20'000; ++i) {
        const auto limit = static_cast<std::int64_t>(std::array{3, 25, 400, 100'000}[random() % 4]);
        const auto before = static_cast<std::int64_t>(random()) % limit, now = static_cast<std::int64_t>(random()) % limit;
        const TwoYears change{{before, 0}, {now, 0}};
        const auto say = [&](const std::string& name) {
            return say_change(change, form(wording, name), noun, false, "2022-2023", {.by_size = true}, wording);
        };
        CAPTURE(before);
        CAPTURE(now);
        if (before == now) {
            CHECK(say("verandering") == fmt::format("bleef gelijk ({})", say_number({now, 0}, false)));
            CHECK(say("ontwikkeling") == "gelijk gebleven ten opzichte van 2022-2023");
            CHECK(say("vergelijking") == "evenveel als in 2022-2023");
            continue;
        }
        const auto by = std::abs(now - before);
        const auto percent = before < 20 ? 0 : percentage(by, before);
        const auto check_percentage = [&](const std::ssub_match& match) {
            CHECK(match.matched == (percent > 0));
            if (!match.matched) return;
            ++with_percentage;
            CHECK(number_in(match) == percent);
        };
        const auto degree = [&](const char* slight, const char* strong) {
            return std::string(before < 20 ? "" : percent <= 5 ? slight : percent >= 20 ? strong : "");
        };
        std::smatch match;
        auto text = say("verandering");
        REQUIRE(std::regex_match(text, match, verb));
        CHECK((match[1] == "steeg") == (now > before));
        CHECK(match[2] == degree(" licht", " fors"));
        CHECK(number_in(match[3]) == before);
        CHECK(number_in(match[4]) == now);
        if (match[6].matched) CHECK((match[6] == "+") == (now > before));
        check_percentage(match[7]);
        text = say("ontwikkeling");
        REQUIRE(std::regex_match(text, match, noun_phrase));
        CHECK(match[1] == degree("lichte ", "forse "));
        CHECK((match[2] == "stijging") == (now > before));
        CHECK(number_in(match[3]) == by);
        CHECK((match[4] == "melding") == (by == 1));
        check_percentage(match[6]);
        text = say("vergelijking");
        REQUIRE(std::regex_match(text, match, compared));
        CHECK(number_in(match[1]) == by);
        CHECK((match[2] == "meer") == (now > before));
        check_percentage(match[5]);
    }
    CHECK(with_percentage > 1000);
}

TEST_CASE("the words of a part and a list never contradict their numbers") {
    const auto wording = read_wording();
    const Noun noun{"leerling", "leerlingen"};
    std::mt19937 random(11);
    const std::regex some("(\\S+) van de (\\S+) leerlingen( \\(([0-9]+),([0-9]) %\\))?");
    for (int i = 0; i < 20'000; ++i) {
        const auto limit = static_cast<std::int64_t>(std::array{3, 25, 400, 100'000}[random() % 4]);
        const auto whole = static_cast<std::int64_t>(random()) % limit, part = static_cast<std::int64_t>(random()) % (whole + 1);
        const auto share = share_of(part, whole, 100, 1);
        const auto text = say_part({part, 0}, {whole, 0}, share.value_or(Number{}), noun, wording).value();
        CAPTURE(part);
        CAPTURE(whole);
        std::smatch match;
        if (!std::regex_match(text, match, some)) {
            CHECK((text == "geen leerlingen" || text == "de enige leerling" ||
                   text == fmt::format("alle {} leerlingen", say_number({whole, 0}, false))));
            CHECK((text == "geen leerlingen") == (part == 0 && whole < 2));
            CHECK((part == 0 || part == whole));
            continue;
        }
        CHECK((match[1] == "geen" ? 0 : number_in(match[1])) == part);
        CHECK((match[1] == "geen") == (part == 0));
        CHECK(number_in(match[2]) == whole);
        if (match[3].matched) {
            CHECK(whole >= 20);
            const auto tenths = number_in(match[4]) * 10 + number_in(match[5]);
            CHECK((2 * tenths - 1) * whole <= 2000 * part);
            CHECK(2000 * part < (2 * tenths + 1) * whole);
            CHECK(tenths > 0);
            CHECK(tenths < 1000);
        }
        const auto list = say_list({{{part, 0}, "a"}, {{whole, 0}, "b"}, {{whole - part, 0}, "c"}}, true);
        std::int64_t sum = 0, last = limit;
        const std::regex item("([0-9.]+) [abc]");
        for (std::sregex_iterator at(list.begin(), list.end(), item), end; at != end; ++at) {
            const auto number = number_in((*at)[1]);
            CHECK(number > 0);
            CHECK(number <= last);
            sum += last = number;
        }
        CHECK(sum == 2 * whole);
    }
}
