#include "law/plicht.hpp"

#include <doctest/doctest.h>

using namespace jv;

namespace {

Plicht plicht(int begin_year, Datum birth, std::optional<Datum> startkwalificatie = {}) {
    return plicht_in(Schooljaar(begin_year), birth, startkwalificatie);
}

}  // namespace

TEST_CASE("age changes on the birthday") {
    CHECK(age_on(Datum(2010, 10, 1), Datum(2023, 9, 30)) == 12);
    CHECK(age_on(Datum(2010, 10, 1), Datum(2023, 10, 1)) == 13);
    CHECK(age_on(Datum(2008, 2, 29), Datum(2023, 2, 28)) == 14);
    CHECK(age_on(Datum(2008, 2, 29), Datum(2023, 3, 1)) == 15);
    CHECK(age_on(Datum(2023, 3, 1), Datum(2023, 2, 28)) == -1);
}

TEST_CASE("leerplicht starts in the month after that of the fifth birthday") {
    // Fifth birthday in June: 1 July, still in the same school year. In July: 1 August, the next school year.
    CHECK(plicht(2023, Datum(2019, 6, 30)) == Plicht::leerplichtig);
    CHECK(plicht(2023, Datum(2019, 7, 1)) == Plicht::geen);
    CHECK(plicht(2024, Datum(2019, 7, 1)) == Plicht::leerplichtig);
    // 29 February 2020 is five on 1 March 2025, so from 1 April on.
    CHECK(plicht(2024, Datum(2020, 2, 29)) == Plicht::leerplichtig);
}

TEST_CASE("leerplicht ends with the school year in which the pupil turns 16") {
    CHECK(plicht(2023, Datum(2008, 7, 31)) == Plicht::leerplichtig);
    CHECK(plicht(2024, Datum(2008, 7, 31)) == Plicht::kwalificatieplichtig);
    CHECK(plicht(2024, Datum(2008, 8, 1)) == Plicht::leerplichtig);
    CHECK(plicht(2025, Datum(2008, 8, 1)) == Plicht::kwalificatieplichtig);
}

TEST_CASE("the 18th birthday is no longer kwalificatieplicht") {
    CHECK(plicht(2023, Datum(2005, 8, 1)) == Plicht::geen);
    CHECK(plicht(2023, Datum(2005, 8, 2)) == Plicht::kwalificatieplichtig);
    // Born on 29 February: 18 on 1 March.
    CHECK(plicht(2025, Datum(2008, 2, 29)) == Plicht::kwalificatieplichtig);
    CHECK(plicht(2026, Datum(2008, 2, 29)) == Plicht::geen);
}

TEST_CASE("the day of the startkwalificatie is no longer kwalificatieplicht") {
    const Datum birth(2006, 12, 1);
    CHECK(plicht(2023, birth) == Plicht::kwalificatieplichtig);
    CHECK(plicht(2023, birth, Datum(2023, 8, 1)) == Plicht::geen);
    CHECK(plicht(2023, birth, Datum(2023, 8, 2)) == Plicht::kwalificatieplichtig);
    CHECK(plicht(2023, birth, Datum(2030, 1, 1)) == Plicht::kwalificatieplichtig);
}

TEST_CASE("a startkwalificatie does not change leerplicht") { CHECK(plicht(2023, Datum(2008, 1, 1), Datum(2022, 7, 1)) == Plicht::leerplichtig); }

TEST_CASE("before five and after eighteen there is none") {
    CHECK(plicht(2023, Datum(2023, 1, 1)) == Plicht::geen);
    CHECK(plicht(2023, Datum(1990, 1, 1)) == Plicht::geen);
    CHECK(plicht(2023, Datum(2030, 1, 1)) == Plicht::geen);
}
