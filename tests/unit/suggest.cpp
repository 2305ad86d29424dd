#include "messages/suggest.hpp"

#include <doctest/doctest.h>

using namespace jv;

TEST_CASE("the nearest name is found across letters dropped, inserted, changed and swapped") {
    const std::vector<std::string> names = {"melddatum", "gemeente", "schooltype", "leerling"};
    CHECK(nearest("meldatum", names) == "melddatum");
    CHECK(nearest("gemeeente", names) == "gemeente");
    CHECK(nearest("schooltijpe", names) == "schooltype");
    CHECK(nearest("leelring", names) == "leerling");
    CHECK(nearest("GEMEENTE", names) == "gemeente");
}

TEST_CASE("a name that is not near gets no suggestion") {
    const std::vector<std::string> names = {"melddatum", "gemeente"};
    CHECK(nearest("brin", names).empty());
    CHECK(nearest("", names).empty());
    CHECK(nearest("gemeente", {}).empty());
}

TEST_CASE("advice is the nearest name, or else all names") {
    const std::vector<std::string> names = {"bao", "sbo", "so"};
    CHECK(did_you_mean("boa", names) == "bedoelde u \"bao\"?");
    CHECK(did_you_mean("universiteit", names) == "kies uit: bao, sbo, so");
}

TEST_CASE("names are listed as a sentence") {
    CHECK(enumerate({}).empty());
    CHECK(enumerate(std::vector<std::string>{"a"}) == "a");
    CHECK(enumerate(std::vector<std::string>{"a", "b"}) == "a en b");
    CHECK(enumerate(std::vector<std::string>{"a", "b", "c"}) == "a, b en c");
}
