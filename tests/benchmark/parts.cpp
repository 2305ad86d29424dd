// How long the parts of counting take, each on its own: time and rows a second.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "counts/counter.hpp"
#include "counts/sort_by_pupil.hpp"
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
        split_row(text.data(), ';', false, fields);
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

}  // namespace

BENCHMARK_MAIN();
