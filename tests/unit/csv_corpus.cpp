// Exports that are awkward to read. tests/corpus holds them, each named after what is awkward about it, with what must come out: NAME.json, the
// header and the rows; or NAME.fout, how the message begins. Debian's node-csv-spectrum holds more, as rows by the names of the header.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "bytes/files.hpp"
#include "failure.hpp"
#include "rows/csv_reader.hpp"

namespace fs = std::filesystem;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows read(const fs::path& path) {
    jv::CsvReader csv(path, {}, '\0');
    Rows rows{csv.header()};
    for (std::span<const std::string_view> fields; csv.next(fields);) rows.emplace_back(fields.begin(), fields.end());
    return rows;
}

std::vector<fs::path> files(const fs::path& folder, const std::string& extension) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == extension) found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

const fs::path corpus = fs::path(JV_TESTS) / "corpus";

}  // namespace

TEST_CASE("awkward exports are read as they are meant") {
    const auto expectations = files(corpus, ".json");
    CHECK(expectations.size() + files(corpus, ".fout").size() == files(corpus, ".csv").size());
    for (auto path : expectations) {
        const Rows expected = nlohmann::json::parse(jv::read_whole_file(path));
        CAPTURE(path.stem().string());
        CHECK(read(path.replace_extension(".csv")) == expected);
    }
}

TEST_CASE("what can't be read is refused, with its place") {
    for (auto path : files(corpus, ".fout")) {
        const auto expected = jv::read_whole_file(path);
        path.replace_extension(".csv");
        const auto message = failure_of([&] { read(path); });
        CAPTURE(message);
        CHECK(message.starts_with("2 " + path.filename().string() + expected.substr(0, expected.find('\n'))));
    }
}

TEST_CASE("the files of csv-spectrum") {
    const fs::path folder = "/usr/share/nodejs/csv-spectrum";
    const auto paths = files(folder / "csvs", ".csv");
    CHECK(paths.size() >= 10);
    for (const auto& path : paths) {
        auto rows = read(path);
        auto found = nlohmann::json::array();
        for (std::size_t row = 1; row < rows.size(); ++row) {
            nlohmann::json object;
            for (std::size_t i = 0; i < rows[row].size(); ++i) object[rows[0][i]] = rows[row][i];
            found.push_back(std::move(object));
        }
        CAPTURE(path.stem().string());
        CHECK(found == nlohmann::json::parse(jv::read_whole_file(folder / "json" / path.stem().concat(".json"))));
    }
}
