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

TEST_CASE("the plicht of a year is what the law says of its days, for every day of birth") {
    // Leerplicht runs from the first of the month after the fifth birthday to the end of the school year in which the pupil turns 16 (artikel 3),
    // kwalificatieplicht from there to the 18th birthday or the startkwalificatie (artikel 4a).
    int births = 0, others = 0;
    for (const int begin_year : {2022, 2023, 2024, 2027}) {
        const Schooljaar year(begin_year);
        for (auto birth = Datum(begin_year - 20, 1, 1); birth <= Datum(begin_year - 3, 12, 31); birth = birth.plus_days(1)) {
            const auto fifth = birth.plus_years(5);
            const auto from = Datum(fifth.year(), fifth.month(), 1).plus_months(1), until = Schooljaar::of(birth.plus_years(16)).last_day();
            for (const auto qualified : {std::optional<Datum>(), std::optional(Datum(begin_year, 8, 1)), std::optional(Datum(begin_year, 8, 2))}) {
                const auto adult = birth.plus_years(18);
                auto expected = Plicht::geen;
                for (auto day = year.first_day(); day <= year.last_day() && expected != Plicht::leerplichtig; day = day.plus_days(1))
                    if (day >= from && day <= until)
                        expected = Plicht::leerplichtig;
                    else if (day > until && day < adult && (!qualified || day < *qualified))
                        expected = Plicht::kwalificatieplichtig;
                ++births;
                others += plicht(begin_year, birth, qualified) != expected;
            }
        }
    }
    CHECK(births > 70000);
    CHECK(others == 0);
}

TEST_CASE("before five and after eighteen there is none") {
    CHECK(plicht(2023, Datum(2023, 1, 1)) == Plicht::geen);
    CHECK(plicht(2023, Datum(1990, 1, 1)) == Plicht::geen);
    CHECK(plicht(2023, Datum(2030, 1, 1)) == Plicht::geen);
}
