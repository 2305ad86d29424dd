// Exports are read in blocks, side by side: what comes out does not depend on where the blocks are cut, or on the number of threads.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <fstream>
#include <string>
#include <vector>

#include "counts/counter.hpp"
#include "examples/random.hpp"
#include "failure.hpp"
#include "rows/csv_reader.hpp"
#include "scratch.hpp"
#include "threads/in_order.hpp"

namespace {

using namespace jv;

// Everything that reading and counting says of an export: the figures, the messages, the balance, and, when they are taken, the rejected rows.
std::string outcome(const std::vector<std::filesystem::path>& paths, unsigned threads, std::size_t block_bytes, bool takes_rejected = true) {
    static const auto definitions = read_definitions();
    FindingLog log;
    std::string all;
    const auto failure = failure_of([&] {
        Counter counter(definitions, {.years = {}, .municipalities = {}, .regions = {}, .peildatum = {}, .fingerprints = true, .threads = threads},
                        log);
        ReadOptions read;
        read.block_bytes = block_bytes;
        const Counter::RejectedSink take = [&](const std::string& file, const RejectedRow& row) {
            all += fmt::format("{}:{} {} {} {}\n", file, row.line, row.code, row.reason, row.row);
        };
        for (const auto& path : paths) counter.read(path, read, takes_rejected ? take : Counter::RejectedSink());
        counter.write([&](std::string_view lines) { all += lines; });
        for (const auto& [kind, balance] : counter.balances()) all += to_line(kind, balance) + '\n';
        for (const auto& input : counter.inputs())
            all += fmt::format("{} {} {} {}\n", to_text(input.encoding), input.read, input.duplicates, input.sha256);
    });
    for (const auto& line : log.lines()) all += line + '\n';
    return all + "\n" + failure;
}

constexpr std::string_view header = "meldingsnummer;leerling;gemeente;schooltype;melddatum;verzuimsoort;status;toelichting";

// Rows with all that a cut can hit: quotes of every kind, line breaks in and between rows, letters of more bytes, blank lines, duplicates, rows that
// are rejected, notes below.
std::string awkward(std::string_view line_end) {
    const std::vector<std::string> rows = {R"(1;123456782;Súdwest-Fryslân;vo;2024-03-04;16-uur;;café)",
                                           R"(2;123456782;Twenterand;vo;05-03-2024;luxe;;"een ""citaat""; en meer")",
                                           "3;111222333;'s-Gravenhage;mbo;2024-03-05;lrv;afgesloten;\"twee\nregels\"",
                                           R"(4;111222333;Twenterand;vo;31-02-2024;lrv;;fout)",
                                           R"(5;123456782;Twenterand;vo;2024-03-04;16-uur;;los " teken)",
                                           "",
                                           R"(5;123456782;Twenterand;vo;2024-03-04;luxe;;anders)",
                                           R"(1;123456782;Súdwest-Fryslân;vo;2024-03-04;16-uur;;café)",
                                           R"(6;123456782;Twenterand;vo;2024-03-04)",
                                           R"(  7 ; 123456782;Twenterand;havo;2024-03-04;16-uur;;€ "" ")",
                                           "8;123456782;Twenterand;vo;2025-03-04;absoluut;;\"\n\n\"",
                                           "",
                                           "Totaal;8",
                                           "Bron: het systeem"};
    std::string text = fmt::format("Meldingen{0}{1}{0}", line_end, header);
    for (const auto& row : rows) text += row + std::string(line_end);
    return text;
}

}  // namespace

TEST_CASE("an export gives the same wherever its blocks are cut, with any number of threads") {
    const Scratch scratch;
    std::vector<std::filesystem::path> exports;
    for (const auto& [name, bytes] :
         std::vector<std::pair<std::string, std::string>>{{"lf.csv", awkward("\n")},
                                                          {"crlf.csv", awkward("\r\n")},
                                                          {"bom.csv", "\xEF\xBB\xBF" + awkward("\r\n")},
                                                          {"windows.csv", encode(awkward("\r\n"), Encoding::windows_1252)},
                                                          {"mixed.csv", awkward("\n") + encode("9;123456782;Bron é", Encoding::windows_1252)},
                                                          {"half.csv", awkward("\n") + "\xE2\x82"},
                                                          {"utf16.csv", "\xFF\xFE" + encode(awkward("\n"), Encoding::utf16_le)}})
        exports.push_back(scratch.file(name, bytes));
    for (const auto& path : exports) {
        const auto expected = outcome({path}, 1, 1 << 20), expected_without = outcome({path}, 1, 1 << 20, false);
        CHECK(expected.ends_with(expected_without.substr(expected_without.find(cijfers_header()))));
        CHECK(expected.find("V012 melddatum \"31-02-2024\"") != std::string::npos);
        // Where something at the end is no UTF-8, nothing is read as that.
        const bool is_mixed = path.filename() == "mixed.csv" || path.filename() == "half.csv";
        CHECK((expected.find("V112") != std::string::npos) == is_mixed);
        CHECK(expected.find(fmt::format("{};2023-2024;relatief-verzuim;meldingen;totaal;totaal;1;",
                                        is_mixed ? "SÃºdwest-FryslÃ¢n" : "Súdwest-Fryslân")) != std::string::npos);
        for (std::size_t bytes = 1; bytes <= 200; ++bytes) {
            CAPTURE(path.filename().string());
            CAPTURE(bytes);
            CHECK(outcome({path}, 1 + static_cast<unsigned>(bytes % 3), bytes) == expected);
            CHECK(outcome({path}, 1 + static_cast<unsigned>(bytes % 3), bytes, false) == expected_without);
        }
        CHECK(outcome({path}, 8, 7) == expected);
    }
    for (const bool takes_rejected : {true, false}) CHECK(outcome(exports, 8, 11, takes_rejected) == outcome(exports, 1, 1 << 20, takes_rejected));
}

TEST_CASE("nothing is kept of rows that were read in an encoding that proved wrong") {
    const Scratch scratch;
    const auto rows = [](int first, std::string_view area) {
        std::string text;
        for (int n = first; n < first + 4000; ++n) text += fmt::format("{};123456782;{};vo;2024-03-04;16-uur;;\n", n, n % 2 == 0 ? area : "Almelo");
        return text;
    };
    // Enough rows are read, and taken, before the byte that is no UTF-8.
    const auto head = std::string(header) + '\n', end = std::string("99999;123456782;Almelo;vo;2024-03-04;16-uur;;caf\xE9\n");
    const auto good = scratch.file("goed.csv", head + rows(1, "Assen")), mixed = scratch.file("gemengd.csv", head + rows(3001, "Bïjna") + end);
    for (const unsigned threads : {1u, 2u, 8u}) {
        // Who takes rejected rows, of which there are none, has the whole looked at first.
        const auto expected = outcome({good, mixed, good}, threads, 1 << 12, true);
        CHECK(expected.find("V112") != std::string::npos);
        CHECK(expected.find("\nwindows-1252 4001 1000 ") != std::string::npos);
        CHECK(outcome({good, mixed, good}, threads, 1 << 12, false) == expected);
        CHECK(outcome({mixed}, threads, 1 << 12, false) == outcome({mixed}, threads, 1 << 12, true));
    }
    const auto definitions = read_definitions();
    FindingLog log;
    Counter counter(definitions, {.years = {}, .municipalities = {"Bïjna"}, .regions = {}, .peildatum = {}, .fingerprints = false, .threads = 1},
                    log);
    ReadOptions read;
    read.block_bytes = 1 << 12;
    counter.read(mixed, read);
    CHECK(failure_of([&] { counter.finish(); }).find("G010 gemeente \"Bïjna\" komt in geen export voor") != std::string::npos);
}

TEST_CASE("an error is that of the same place wherever the blocks are cut") {
    const Scratch scratch;
    const auto unclosed = scratch.file("open.csv", awkward("\n") + "9;123456782;Twenterand;vo;2024-03-04;luxe;;\"geen einde\n");
    const auto nul = scratch.file("nul.csv", awkward("\r\n") + std::string("9;12\0", 5));
    for (const auto& path : {unclosed, nul}) {
        const auto expected = outcome({path}, 1, 1 << 20);
        CHECK(expected.find(path == nul ? "I009" : "I010") != std::string::npos);
        for (std::size_t bytes = 1; bytes <= 200; ++bytes) {
            CAPTURE(bytes);
            // What was noticed before depends on how far reading had come; the error does not.
            const auto found = outcome({path}, 2, bytes);
            CHECK(found.substr(found.rfind("\n2 ")) == expected.substr(expected.rfind("\n2 ")));
        }
    }
}

TEST_CASE("many rows give the same figures and messages with 1, 2 and 8 threads") {
    const Scratch scratch;
    Random random(7);
    std::string text = std::string(header) + '\n';
    const std::vector<std::string_view> areas = {"Almelo", "Borne", "Twenterand", "Assen"}, types = {"vo", "mbo", "bao", "geen", "nergens"},
                                        kinds = {"16-uur", "luxe", "lrv", "absoluut", "overig"};
    for (int i = 0; i < 90000; ++i)
        text += fmt::format("{};{};{};{};20{}-0{}-1{};{};;{}\n", random.below(80000), 100000000 + random.below(30000), areas[random.next() % 4],
                            types[random.percent(1) ? 4 : random.next() % 4], random.between(20, 24), random.between(1, 9), random.between(0, 9),
                            kinds[random.next() % 5], random.percent(5) ? "\"a\n;b\"" : "tekst");
    const auto path = scratch.file("veel.csv", text);
    const auto expected = outcome({path}, 1, 1 << 20);
    CHECK(outcome({path}, 2, 1 << 16) == expected);
    CHECK(outcome({path}, 8, 1 << 18) == expected);
}

TEST_CASE("work is taken in order, and the first failure ends it") {
    for (const unsigned threads : {1u, 2u, 8u}) {
        int at = 0;
        std::vector<int> taken;
        const auto next = [&]() -> std::optional<int> { return at < 1000 ? std::optional(at++) : std::nullopt; };
        in_order(
            threads, next, [](unsigned, int i) { return i * i; }, [&](int square) { taken.push_back(square); });
        REQUIRE(taken.size() == 1000);
        for (int i = 0; i < 1000; ++i) CHECK(taken[static_cast<std::size_t>(i)] == i * i);

        at = 0;
        taken.clear();
        const auto failing = [](unsigned, int i) {
            if (i % 100 == 57) throw i;
            return i;
        };
        try {
            in_order(threads, next, failing, [&](int i) { taken.push_back(i); });
            FAIL("no failure");
        } catch (int i) {
            CHECK(i == 57);
        }
        CHECK(taken.size() == 57);
    }
}
