#include "documents/txt.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "documents/unicode.hpp"
#include "report_fixture.hpp"

namespace {

std::string text_of(const jv::Table& table) {
    const jv::Report report{"T", "", "", {}, {}, {}};
    jv::TxtWriter writer(report);
    writer.table(table);
    return writer.finish();
}

}  // namespace

TEST_CASE("a text table: parts stand to the right, totals below a line, joint counts have an arrow") {
    jv::Table table;
    table.title = "Titel";
    table.row_head = "Rij";
    table.columns = {{"n", "Kolom", "2023-2024", "2023-2024"}};
    table.rows = {{"Vo"}, {"pro"}, {"Totaal"}};
    table.remarks = {"Een noot."};
    table.rows[1].part = table.rows[2].total = true;
    table.cells = {jv::Number{1234}, jv::Covered{}, jv::Nvt{}};
    table.joints = {{{0, 1}, {0}}};
    CHECK(text_of(table) ==
          "T\n=\n\n\nTitel\n\n             Kolom\nRij      2023-2024\n──────   ─────────\nVo           1.234\n  pro            ↑\n"
          "──────   ─────────\nTotaal         nvt\n\nEen noot.\n");
}

TEST_CASE("a text table is at most 80 columns wide") {
    jv::Table table;
    table.title = "Titel";
    table.rows = {{"Een lange naam van een rij, die over twee regels gaat"}};
    for (int i = 0; i < 9; ++i) {
        table.columns.push_back({"k", "Groep met een naam " + std::to_string(i / 3), "2023-2024", "2023-2024"});
        table.cells.emplace_back(jv::Number{1234567});
    }
    std::istringstream lines(text_of(table));
    for (std::string line; std::getline(lines, line);) CHECK(jv::display_width(line) <= 80);
}

TEST_CASE("long heads, labels and cells stay on the page") {
    const std::string word(100, 'x');
    for (const auto& row_head : {std::string("Een kop boven de namen van de rijen die langer is dan de helft van de bladzijde"), word})
        for (const int count : {1, 3, 12}) {
            jv::Table table;
            table.title = word;
            table.row_head = row_head;
            table.rows = {{word}, {"Kort"}};
            for (int row = 0; row < 2; ++row)
                for (int i = 0; i < count; ++i) table.cells.emplace_back(jv::Number{1234567});
            for (int i = 0; i < count; ++i)
                table.columns.push_back({"k", i % 2 ? word : "Groep met een naam die over meer regels gaat", "2023-2024", "2023-2024"});
            std::istringstream lines(text_of(table));
            for (std::string line; std::getline(lines, line);) CHECK(jv::display_width(line) <= 80);
        }
}
