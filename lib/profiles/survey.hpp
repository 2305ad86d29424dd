// What stands in an export, whatever it is: read once, from begin to end, in bounded memory.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <unordered_set>
#include <vector>

#include "bytes/text_source.hpp"
#include "profiles/value_shape.hpp"
#include "records/names.hpp"

namespace jv {

// The values of one column. Counts are of rows.
struct ColumnSurvey {
    // Up to so many different values are kept, and so many counted.
    static constexpr std::size_t most_kept = 60, most_counted = 10'000;

    std::string name;  // as CsvReader tidies it
    std::uint64_t filled = 0, empty = 0;
    std::uint64_t distinct = 0;                                // at most most_counted
    bool more_distinct = false;                                // there are more than that
    bool repeats = false;                                      // a value occurs twice, as far as values are counted
    bool is_list = true;                                       // all values are kept
    std::map<std::string, std::uint64_t, std::less<>> values;  // of a list: how often each occurs

    // How many values can be read as each of these.
    std::array<std::uint64_t, 4> dates{};  // by DateForm
    std::uint64_t certain_dates = 0;       // of those dd-mm-jjjj: day and month can't change places
    std::uint64_t other_dates = 0;         // in a form that no profile can name
    std::uint64_t numbers = 0, school_years = 0, months = 0, brins = 0;
    std::uint64_t municipalities = 0, municipality_codes = 0;
    std::uint64_t pupil_numbers = 0;        // eight or nine digits
    std::uint64_t valid_pupil_numbers = 0;  // of those: a BSN or onderwijsnummer
    std::uint64_t with_space = 0, digits = 0;
    std::array<std::uint32_t, 200> years{};  // of dates that can be read, from 1900

    std::map<std::string, std::uint64_t> shapes;  // masked values, the first dozen of them
    std::vector<std::string> examples;            // the first three different values

    std::uint64_t dates_in(DateForm form) const { return dates[static_cast<std::size_t>(form)]; }
    std::uint64_t readable_dates() const { return dates[0] + dates[1] + dates[2] + dates[3]; }
    std::uint64_t all_dates() const { return readable_dates() + other_dates; }
    // The year that half of the dates lie before; 0 when there are none.
    int median_year() const;
    // Whether at least so large a part of the values counts as something.
    bool mostly(std::uint64_t count, double part = 0.95) const {
        return filled > 0 && static_cast<double>(count) >= part * static_cast<double>(filled);
    }
};

struct ExportSurvey {
    std::string file;
    Encoding encoding = Encoding::detect;
    bool only_ascii = true;  // so that UTF-8 and windows-1252 are the same bytes
    char separator = ';';
    std::uint64_t header_line = 0;
    std::uint64_t rows = 0;
    std::uint64_t odd_rows = 0;        // with another number of fields than the header, or hardly any filled; not looked at
    std::uint64_t first_odd_line = 0;  // 0: none
    std::vector<ColumnSurvey> columns;
};

// Reads an export. Its header is the first row that is filled for more than half; above it may stand titles. Fails with status 2 as CsvReader does;
// I012 when a cell of the header is a value.
ExportSurvey survey_export(const std::filesystem::path& path, const Municipalities& municipalities);

}  // namespace jv
