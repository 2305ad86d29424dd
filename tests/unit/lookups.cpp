// What counting many rows leans on, held against the standard library: lookups of texts, sorting by pupil, and removing duplicates.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "counts/row_store.hpp"
#include "counts/sort_by_pupil.hpp"
#include "examples/random.hpp"
#include "records/text_table.hpp"

namespace {

using namespace jv;

std::string random_text(Random& random) {
    std::string text;
    for (auto size = random.below(40); size > 0; --size) text += "abcé \xFF"[random.below(7)];
    return text;
}

}  // namespace

TEST_CASE("a table of texts finds what a map finds, also after it was moved and copied") {
    Random random(3);
    std::map<std::string, std::uint32_t> expected;
    TextTable<std::uint32_t> table;
    for (std::uint32_t n = 1; n <= 3000; ++n) {
        const auto text = random_text(random);
        CHECK(table.add(text, n) == expected.emplace(text, n).first->second);
    }
    table.set("abc", 7);
    expected["abc"] = 7;
    std::vector<TextTable<std::uint32_t>> tables;
    tables.push_back(std::move(table));
    tables.push_back(tables.front());
    tables.resize(20);  // moves them
    for (const auto& each : {tables[0], tables[1]}) {
        for (const auto& [text, value] : expected) {
            REQUIRE(each.find(text) != nullptr);
            CHECK(*each.find(text) == value);
            const auto among_others = "x" + text + random_text(random) + std::string(16, 'y');
            CHECK(*each.find_readable(std::string_view(among_others).substr(1, text.size())) == value);
        }
        for (int n = 0; n < 3000; ++n)
            if (const auto text = random_text(random); !expected.contains(text)) CHECK(each.find(text) == nullptr);
    }
    CHECK(TextTable<int>().find("") == nullptr);
}

TEST_CASE("rows are sorted by pupil, few and many, and none is lost") {
    Random random(4);
    std::vector<CountableRow> spare;
    for (const std::size_t size : {0u, 1u, 2u, 255u, 256u, 257u, 5000u, 70000u})
        for (const std::int64_t pupils : {1LL, 300LL, 70000LL, 1LL << 31}) {
            std::vector<CountableRow> rows(size);
            for (auto& row : rows) row = {static_cast<std::uint32_t>(random.below(pupils)), random.next()};
            const auto by_all = [](const CountableRow& a, const CountableRow& b) {
                return std::tuple(a.pupil + 0u, a.codes + 0u) < std::tuple(b.pupil + 0u, b.codes + 0u);
            };
            const auto same = [](const CountableRow& a, const CountableRow& b) { return a.pupil == b.pupil && a.codes == b.codes; };
            auto expected = rows;
            std::sort(expected.begin(), expected.end(), by_all);
            sort_by_pupil(rows, spare);
            CHECK(std::is_sorted(rows.begin(), rows.end(), [](const CountableRow& a, const CountableRow& b) { return a.pupil < b.pupil; }));
            std::sort(rows.begin(), rows.end(), by_all);
            CHECK(std::equal(rows.begin(), rows.end(), expected.begin(), expected.end(), same));
        }
}

TEST_CASE("of rows with one number the last stays, and every other is a duplicate") {
    for (const bool numeric : {true, false}) {
        Random random(5);
        RowStore store;
        std::map<std::uint64_t, Record> last;
        std::vector<std::uint32_t> same, changed;
        for (std::uint32_t place = 0; place < 60000; ++place) {
            Record record;
            record.numeric = numeric;
            const auto number = static_cast<std::uint64_t>(random.below(20000));
            record.key = numeric ? Hash128{0, number} : hash128(std::to_string(number), 1);
            record.pupil = static_cast<std::uint32_t>(number);
            record.codes = static_cast<std::uint64_t>(random.below(3));
            record.content = 1;
            if (const auto earlier = last.find(number); earlier != last.end())
                (earlier->second.codes == record.codes ? same : changed).push_back(place);
            last[number] = record;
            store.add(record, place);
        }
        RowStore::Duplicates found;
        const auto parts = store.settle(3, found);
        CHECK(found.same == same);
        CHECK(found.changed == changed);
        std::map<std::uint64_t, std::uint64_t> codes;
        for (const auto& part : parts)
            for (const auto& row : part) CHECK(codes.emplace(row.pupil + 0u, row.codes + 0u).second);
        CHECK(codes.size() == last.size());
        for (const auto& [number, record] : last) CHECK(codes[number] == record.codes);
    }
}
