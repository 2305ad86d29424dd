#include "bytes/json.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <nlohmann/json.hpp>

using namespace jv;
using Json = nlohmann::ordered_json;

TEST_CASE("a document that is written piece by piece is as a library prints it whole") {
    const std::vector<std::string> texts = {"", "a \"b\" \\ c", "é, €, \x7F", "regel\n\ttab\x01", "fout \xFF\xE2\x82"};
    JsonWriter json;
    std::string written;
    json.begin_object();
    json.add_list("teksten", texts);
    json.begin_list("leeg");
    json.end_list();
    json.begin_object("niets");
    json.end_object();
    written += json.take();
    json.begin_list("getallen");
    for (const double number : {0.0, 12.0, -0.5, 0.1, 1e-05, 123456.7, 999999999999999.0}) json.add({}, number);
    json.add({}, std::int64_t{-3});
    json.add({}, std::uint64_t{18446744073709551615u});
    json.add({}, nullptr);
    CHECK(json.size() > 0);
    written += json.take();
    CHECK(json.size() == 0);
    json.end_list();
    json.add("wel", std::optional(1));
    json.add("niet", std::optional<std::string>());
    json.end_object();
    written += json.take();
    const Json whole = {{"teksten", texts},
                        {"leeg", Json::array()},
                        {"niets", Json::object()},
                        {"getallen", {0.0, 12.0, -0.5, 0.1, 1e-05, 123456.7, 999999999999999.0, -3, 18446744073709551615u, nullptr}},
                        {"wel", 1},
                        {"niet", nullptr}};
    CHECK(written == whole.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

TEST_CASE("an object may stand on a line, with all that is in it") {
    JsonWriter json;
    json.begin_list();
    json.begin_line();
    json.add("van", 1);
    json.begin_object("toets");
    json.add("p", 0.5);
    json.end_object();
    json.begin_list("leeg");
    json.end_list();
    json.add_list("breuken", std::vector<std::string>{"a", "b"});
    json.end_object();
    json.begin_object();
    json.add("tot", "é");
    json.end_object();
    json.begin_line();
    json.end_object();
    json.end_list();
    CHECK(json.take() ==
          "[\n  {\"van\": 1, \"toets\": {\"p\": 0.5}, \"leeg\": [], \"breuken\": [\"a\", \"b\"]},\n  {\n    \"tot\": \"é\"\n  },\n  {}\n]\n");
}
