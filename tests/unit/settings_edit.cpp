// Changing values in a settings file: all else stays.
#include <doctest/doctest.h>
#include <toml++/toml.h>

#include "settings/edit.hpp"

using jv::SettingsEdit;

namespace {

std::string with_list(std::string_view toml, const std::vector<std::optional<std::string>>& texts) {
    SettingsEdit edit{std::string(toml)};
    edit.replace_list("lijst", texts);
    auto text = edit.text();
    const auto root = toml::parse(text);  // it must stay TOML
    std::vector<std::string> found;
    if (const auto* array = root.get("lijst")->as_array())
        for (const auto& element : *array) found.push_back(element.as_string()->get());
    else
        found.push_back(root.get("lijst")->as_string()->get());
    std::vector<std::string> expected;
    for (const auto& value : texts)
        if (value) expected.push_back(*value);
    CHECK(found == expected);
    return text;
}

}  // namespace

TEST_CASE("a value is replaced where it stands, and nothing else changes") {
    SettingsEdit edit(
        "# Fryslân\r\ngemeente = \"Súdwest-Fryslân\"  # é\r\nplaats = { a = \"ü\", \"b c\" = 'x' }\r\n[[bijlage]]\r\nrapport='''q\r\nr''' # na\r\n");
    edit.replace("gemeente", "\"Waadhoeke\"");
    edit.replace("plaats.b c", "7");
    edit.replace("bijlage[0].rapport", "\"s\"");
    edit.insert_after("gemeente", "nieuw = 1");
    CHECK(edit.text() ==
          "# Fryslân\r\ngemeente = \"Waadhoeke\"  # é\r\nnieuw = 1\r\nplaats = { a = \"ü\", \"b c\" = 7 }\r\n[[bijlage]]\r\nrapport=\"s\" # na\r\n");
}

TEST_CASE("a line can come after the last one, which has no line end") {
    SettingsEdit edit("a = 1");
    edit.insert_after("a", "b = 2");
    CHECK(edit.text() == "a = 1\nb = 2\n");
}

TEST_CASE("elements of a list are replaced and go, with their lines but not with comments") {
    CHECK(with_list("lijst = \"a\" # een\n", {"b"}) == "lijst = \"b\" # een\n");
    CHECK(with_list("lijst = \"a\" # een\n", {std::nullopt}) == "lijst = [] # een\n");
    CHECK(with_list("lijst = [\"a\", \"b\"]\n", {std::nullopt, "c"}) == "lijst = [\"c\"]\n");
    CHECK(with_list("lijst = [\"a\", \"b\"]\n", {"c", std::nullopt}) == "lijst = [\"c\", ]\n");
    CHECK(with_list("lijst = [\n  \"a\",\n  \"b\", # twee\n  \"c\" # drie\n] # na\n", {std::nullopt, std::nullopt, "d"}) ==
          "lijst = [\n  # twee\n  \"d\" # drie\n] # na\n");
    CHECK(with_list("lijst = [\r\n  \"a\",\r\n  \"b\"\r\n]\r\n", {std::nullopt, "c"}) == "lijst = [\r\n  \"c\"\r\n]\r\n");
    CHECK(with_list("lijst = [ \"a\" # een\n , \"b\"\n , \"c\" ]", {std::nullopt, "b", std::nullopt}).find("# een") != std::string::npos);
}

TEST_CASE("texts are written as TOML reads them") {
    for (const std::string text : {"", "a\"b\\c", "C:\\uitvoer\\2024", "regel\nregel\t\x01\x7f", "Súdwest"}) {
        CAPTURE(text);
        CHECK(toml::parse("x = " + jv::to_toml(text)).get("x")->as_string()->get() == text);
    }
    CHECK(jv::to_toml(std::vector<std::string>{"a", "b"}) == "[\"a\", \"b\"]");
}
