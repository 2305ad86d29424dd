// Figures that were published otherwise.
#include "comparison/moved.hpp"

#include <doctest/doctest.h>

#include "report_fixture.hpp"

using namespace jv;

namespace {

// What moved, a line for each: categorie, was, is.
std::string moved(std::string_view published, std::string_view now) {
    std::string out;
    const auto text = [](const CijferValue& value) { return value.is_number() ? std::to_string(value.whole()) : std::string(to_text(value.status)); };
    for (const auto& figure : moved_figures(test_figures(published), test_figures(now), read_definitions()))
        out += figure.key.categorie + " " + text(figure.published) + " " + (figure.now ? text(*figure.now) : "weg") + "\n";
    return out;
}

}  // namespace

TEST_CASE("a figure that is another one moved; what is not known in one edition did not") {
    CHECK(moved("2022-2023 melding meldingen totaal totaal 30", "2022-2023 melding meldingen totaal totaal 31") == "totaal 30 31\n");
    CHECK(moved("2022-2023 melding meldingen totaal totaal 30", "2022-2023 melding meldingen totaal totaal 30").empty());
    CHECK(moved("2022-2023 melding meldingen totaal totaal 30", "2023-2024 melding meldingen totaal totaal 31").empty());
    CHECK(moved("2022-2023 melding meldingen totaal totaal onbekend", "2022-2023 melding meldingen totaal totaal 31").empty());
    CHECK(moved("2022-2023 melding meldingen totaal totaal 0", "2022-2023 melding meldingen totaal totaal nvt") == "totaal 0 nvt\n");
}

TEST_CASE("a category that an open indeling does not have is 0 there, in the earlier edition and in this one") {
    const auto one = "2022-2023 melding meldingen school 01AB 30";
    const auto two = "2022-2023 melding meldingen school 01AB 26\n2022-2023 melding meldingen school 02CD 4";
    CHECK(moved(one, two) == "01AB 30 26\n02CD 0 4\n");
    CHECK(moved(two, one) == "01AB 26 30\n02CD 4 0\n");
}

TEST_CASE("a joint count is compared with its parts where units add, once") {
    const auto joint = "2022-2023 melding meldingen schooltype bao+sbo 30";
    CHECK(moved(joint, "2022-2023 melding meldingen schooltype bao 20\n2022-2023 melding meldingen schooltype sbo 10").empty());
    CHECK(moved("2022-2023 melding meldingen schooltype bao 20\n2022-2023 melding meldingen schooltype sbo 10", joint).empty());
    CHECK(moved(joint, "2022-2023 melding meldingen schooltype bao 20\n2022-2023 melding meldingen schooltype sbo 12") == "bao+sbo 30 32\n");
    CHECK(moved("2022-2023 melding meldingen schooltype bao 20\n2022-2023 melding meldingen schooltype sbo 12", joint) == "bao+sbo 32 30\n");
    CHECK(moved("2022-2023 melding leerlingen schooltype bao+sbo 30",
                "2022-2023 melding leerlingen schooltype bao 20\n2022-2023 melding leerlingen schooltype sbo 12")
              .empty());
}

TEST_CASE("a figure that was published for an indeling that is still there is gone") {
    CHECK(moved("2022-2023 melding meldingen schooltype bao 20\n2022-2023 melding meldingen schooltype vo 4",
                "2022-2023 melding meldingen schooltype bao 20") == "vo 4 weg\n");
    CHECK(moved("2022-2023 melding meldingen schooltype bao 20",
                "2022-2023 melding meldingen schooltype bao 20\n2022-2023 melding meldingen schooltype vo 4")
              .empty());
}
