// How long the parts of counting take, each on its own: time and rows a second.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "counts/counter.hpp"
#include "counts/sort_by_pupil.hpp"
#include "documents/document.hpp"
#include "examples/random.hpp"
#include "law/pgn.hpp"
#include "rows/split.hpp"

namespace {

using namespace jv;

constexpr std::string_view row =
    "1234567;123456782;Súdwest-Fryslân;vo;04-03-2024;16-uur;afgesloten;terug-naar-school;12-05-2009;12AB;04-03-2024;18-03-2024;16;j;gesprek met "
    "ouders";

void split(benchmark::State& state) {
    std::vector<std::string_view> fields;
    std::string text;
    for (auto _ : state) {
        text = row;
        text.append(1 + readable_behind, '\0');
        split_row(text.data(), row.size(), ';', false, fields);
        benchmark::DoNotOptimize(fields.data());
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(split);

void date(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(parse_datum(std::string_view("04-03-2024")));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(date);

void pupil_number(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(is_pgn("123456782"));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(pupil_number);

std::vector<CountableRow> some_rows(std::size_t n) {
    Random random(1);
    std::vector<CountableRow> rows(n);
    for (auto& r : rows) r = {static_cast<std::uint32_t>(random.below(1 << 30)), random.next()};
    return rows;
}

void sort(benchmark::State& state) {
    const auto rows = some_rows(static_cast<std::size_t>(state.range(0)));
    std::vector<CountableRow> spare;
    for (auto _ : state) {
        auto copy = rows;
        sort_by_pupil(copy, spare);
        benchmark::DoNotOptimize(copy.data());
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(sort)->Arg(100)->Arg(3000)->Arg(300000);

void remove_duplicates(benchmark::State& state) {
    Random random(1);
    for (auto _ : state) {
        RowStore store;
        for (std::int64_t i = 0; i < state.range(0); ++i) {
            Record record;
            record.key.low = random.next() >> 8;
            record.numeric = true;
            store.add(record, static_cast<std::uint32_t>(i));
        }
        RowStore::Duplicates duplicates;
        benchmark::DoNotOptimize(store.settle(1, duplicates));
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(remove_duplicates)->Arg(100000)->Arg(1000000);

// A row for each school, and 60 columns: seconds for each cell.
void workbook(benchmark::State& state) {
    constexpr std::size_t columns = 60;
    Table table;
    table.name = table.title = "scholen";
    table.row_head = "School";
    for (std::size_t column = 0; column < columns; ++column)
        table.columns.push_back(
            {fmt::format("Indicator {}", column / 10), fmt::format("Indicator {}", column / 10), fmt::format("{}", 2014 + column % 10), "2023-2024"});
    for (std::int64_t school = 0; school < state.range(0); ++school) {
        table.rows.push_back({fmt::format("Basisschool nummer {}", school)});
        for (std::size_t column = 0; column < columns; ++column)
            table.cells.emplace_back(Number{(school * 7 + static_cast<std::int64_t>(column)) % 50});
    }
    Report report{"Scholen", "Almelo", "2023-2024", {}, {}, {}};
    report.parts.emplace_back(std::move(table));
    for (auto _ : state) benchmark::DoNotOptimize(render(report, *find_format("xlsx"), {}).size());
    state.counters["per_cell"] = benchmark::Counter(static_cast<double>(state.iterations() * state.range(0)) * columns,
                                                    benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(workbook)->Arg(1000)->Arg(10000)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
