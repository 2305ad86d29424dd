#include "rows/split.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "examples/random.hpp"

using namespace jv;

namespace {

std::vector<std::string> split(const std::string& row, char separator, bool quoted) {
    // What stands behind the row must not matter.
    auto text = row + '\0' + std::string(readable_behind, separator);
    std::vector<std::string_view> fields(3);
    split_row(text.data(), row.size(), separator, quoted, fields);
    return {fields.begin(), fields.end()};
}

}  // namespace

TEST_CASE("a row is split at every separator, wherever it stands and whatever the fields hold") {
    Random random(6);
    for (int n = 0; n < 5000; ++n) {
        std::vector<std::string> expected(static_cast<std::size_t>(1 + random.below(30)));
        const char separator = ";,\t"[random.below(3)];
        std::string row;
        for (auto& field : expected) {
            const auto most = random.below(5) == 0 ? 150 : 12;
            for (auto size = random.below(most); size > 0; --size) field += "ab0-\xC3\x80\xFF\x01"[random.below(8)];
            row += std::string(static_cast<std::size_t>(random.below(3)), ' ') + field + std::string(static_cast<std::size_t>(random.below(3)), ' ') +
                   separator;
        }
        row.pop_back();
        CHECK(split(row, separator, false) == expected);
        CHECK(split(row, separator, true) == expected);
    }
}

TEST_CASE("a blank beside a separator or an end is no part of a field, wherever it stands, and one within a field is") {
    constexpr std::size_t size = 200;
    for (std::size_t at = 0; at < size; ++at) {
        CAPTURE(at);
        std::string row(size, 'a');
        row[at] = ' ';
        const bool at_end = at == 0 || at == size - 1;
        CHECK(split(row, ';', false) == std::vector<std::string>{at_end ? std::string(size - 1, 'a') : row});
        if (at > 0) {
            row[at - 1] = ';';
            CHECK(split(row, ';', false) == std::vector<std::string>{std::string(at - 1, 'a'), std::string(size - at - 1, 'a')});
            row[at - 1] = 'a';
        }
        if (at < size - 1) {
            row[at + 1] = ';';
            CHECK(split(row, ';', false) == std::vector<std::string>{std::string(at, 'a'), std::string(size - at - 2, 'a')});
        }
    }
}

TEST_CASE("quotes hide separators, doubled ones are one, and a lone one is itself") {
    CHECK(split("a;\"b;c\"; \"d\"\"e\" ;\"\"", ';', true) == std::vector<std::string>{"a", "b;c", "d\"e", ""});
    CHECK(split(std::string("5") + lone_quote + " pijp;x", ';', true) == std::vector<std::string>{"5\" pijp", "x"});
    CHECK(split(std::string(63, 'a') + ";\"" + std::string(70, ';') + "\";z", ';', true) ==
          std::vector<std::string>{std::string(63, 'a'), std::string(70, ';'), "z"});
}
