#!/bin/bash
# Installs what is missing, builds, and runs all tests; the last line is `N passed, N failed`. Status 1 when any failed.
# Usage: bash tests/run.sh [--preset NAME] [SUITE...], from any folder; the preset is `dev` unless named.
#
# A suite is an executable tests/SUITE/run. It is started in the root folder, with JV_BIN (the folder of the programs under test) and
# JV_ROOT (the root folder) in its environment, and prints a line for each test:
#     ok NAME
#     FAIL NAME: reason
# Lines that follow a FAIL and start with a space belong to it. A suite that prints neither, or that ends with another status than 0
# without a FAIL, counts as one failure. Its whole output is kept in build/tests/SUITE.log.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source sample-data/bouw.sh

preset=dev
if [ "${1:-}" = --preset ]; then
    preset=$2
    shift 2
fi
suites=("$@")
if [ "${#suites[@]}" -eq 0 ]; then
    for run in tests/*/run; do suites+=("$(basename "$(dirname "$run")")"); done
fi

need_packages "${build_packages[@]}" sqlite3 python3 python3-openpyxl python3-docx python3-wcwidth libbenchmark-dev valgrind cmark-gfm node-csv-spectrum clang-format clang-tidy
build "$preset" || {
    echo "0 passed, 1 failed"
    exit 1
}
export JV_BIN="$PWD/build/$preset/bin" JV_ROOT="$PWD"

mkdir -p build/tests

# Runs a suite and says how it went.
run_suite() {
    local suite=$1 log=build/tests/$1.log status=0 began=$SECONDS passed failed
    timeout 2400 "tests/$suite/run" >"$log" 2>&1 </dev/null || status=$?
    passed=$(grep -c '^ok ' "$log" || true)
    failed=$(grep -c '^FAIL ' "$log" || true)
    {
        awk '/^FAIL /{show=1; print; next} /^ /{if (show) print; next} {show=0}' "$log"
        if [ "$failed" -eq 0 ] && { [ "$passed" -eq 0 ] || [ "$status" -ne 0 ]; }; then
            echo "FAIL $suite: the suite broke off (status $status); the end of $log:"
            tail -n 20 "$log" | sed 's/^/    /'
            failed=1
        fi
        echo "$suite: $passed passed, $failed failed ($((SECONDS - began)) s)"
    } >"$log.summary"
    cat "$log.summary"
}
export -f run_suite

# As many at a time as there are processors; the benchmark, which measures, on its own.
side_by_side=() alone=()
for suite in "${suites[@]}"; do
    if [ "$suite" = benchmark ]; then alone+=("$suite"); else side_by_side+=("$suite"); fi
done
if [ "${#side_by_side[@]}" -gt 0 ]; then printf '%s\n' "${side_by_side[@]}" | xargs -P "$(nproc)" -I{} bash -c 'run_suite {}'; fi
for suite in "${alone[@]}"; do run_suite "$suite"; done

passed=0 failed=0
for suite in "${suites[@]}"; do
    read -r _ suite_passed _ suite_failed _ < <(tail -n 1 "build/tests/$suite.log.summary")
    passed=$((passed + suite_passed)) failed=$((failed + suite_failed))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
