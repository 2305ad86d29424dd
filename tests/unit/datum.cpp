#include "law/datum.hpp"

#include <doctest/doctest.h>

using namespace jv;

TEST_CASE("a date is read in its own form only") {
    CHECK(parse_datum("2024-02-29", DateForm::year_month_day) == Datum(2024, 2, 29));
    CHECK(parse_datum("2024-2-9", DateForm::year_month_day) == Datum(2024, 2, 9));
    CHECK(parse_datum("3-10-2002", DateForm::day_month_year) == Datum(2002, 10, 3));
    CHECK(parse_datum("20021003", DateForm::compact) == Datum(2002, 10, 3));
    CHECK_FALSE(parse_datum("03-10-2002", DateForm::year_month_day));
    CHECK_FALSE(parse_datum("2002-10-03", DateForm::day_month_year));
    CHECK_FALSE(parse_datum("2002103", DateForm::compact));
    CHECK_FALSE(parse_datum("200210031", DateForm::compact));
}

TEST_CASE("without an agreed form the text tells, or there is no date") {
    for (const auto* text :
         {"2023-08-13", "13-08-2023", "20230813", "2023/08/13", "13/08/2023", "13/8/2023", "08/13/2023", "13.08.2023", "20230813 12:00"}) {
        CAPTURE(text);
        CHECK(parse_datum(text) == Datum(2023, 8, 13));
        CHECK_FALSE(is_ambiguous_datum(text));
    }
    CHECK(parse_datum("01-08-2023") == Datum(2023, 8, 1));
    CHECK(parse_datum("08/08/2023") == Datum(2023, 8, 8));  // the same in both orders
    CHECK_FALSE(parse_datum("01/08/2023"));
    CHECK(is_ambiguous_datum("01/08/2023"));
    CHECK(parse_datum("01/08/2023", DateForm::month_day_year) == Datum(2023, 1, 8));
    CHECK(parse_datum("01/08/2023", DateForm::day_month_year) == Datum(2023, 8, 1));
    for (const auto* text : {"08-13-2023", "13-08/2023", "01-08-23", "13/13/2023"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_datum(text));
        CHECK_FALSE(is_ambiguous_datum(text));
    }
    CHECK_FALSE(parse_datum(""));
}

TEST_CASE("a time after a date is ignored, other text is not") {
    CHECK(parse_datum("2023-08-01 13:45:00") == Datum(2023, 8, 1));
    CHECK(parse_datum("2023-08-01T00:00:00.000Z") == Datum(2023, 8, 1));
    CHECK(parse_datum("1-8-2023 0:00") == Datum(2023, 8, 1));
    CHECK_FALSE(parse_datum("2023-08-01 ochtend"));
    CHECK_FALSE(parse_datum("2023-08-01x"));
    CHECK_FALSE(parse_datum(" 2023-08-01"));
}

TEST_CASE("a date that does not exist is none") {
    for (const auto* text : {"2023-02-29", "31-02-2024", "2024-13-01", "2024-00-10", "2024-01-00", "1899-12-31", "2100-01-01", "0000-00-00"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_datum(text));
    }
    CHECK(parse_datum("1900-01-01"));
    CHECK(parse_datum("2099-12-31"));
}

TEST_CASE("dates are written with the year first") {
    CHECK(to_text(Datum(2023, 8, 1)) == "2023-08-01");
    CHECK(Datum(1970, 1, 1).days() == 0);
    CHECK(Datum(2024, 2, 28).plus_days(2) == Datum(2024, 3, 1));
}

TEST_CASE("29 February counts as 1 March in other years") {
    CHECK(Datum(2008, 2, 29).plus_years(5) == Datum(2013, 3, 1));
    CHECK(Datum(2008, 2, 29).plus_years(16) == Datum(2024, 2, 29));
    CHECK(Datum(2008, 3, 1).plus_years(18) == Datum(2026, 3, 1));
}

TEST_CASE("months later stops at the end of the month") {
    CHECK(Datum(2023, 11, 30).plus_months(3) == Datum(2024, 2, 29));
    CHECK(Datum(2022, 11, 30).plus_months(3) == Datum(2023, 2, 28));
    CHECK(Datum(2023, 12, 31).plus_months(1) == Datum(2024, 1, 31));
    CHECK(Datum(2023, 9, 15).plus_months(3) == Datum(2023, 12, 15));
}

TEST_CASE("a school year runs from 1 August to 31 July") {
    CHECK(Schooljaar::of(Datum(2023, 7, 31)) == Schooljaar(2022));
    CHECK(Schooljaar::of(Datum(2023, 8, 1)) == Schooljaar(2023));
    CHECK(Schooljaar(2023).first_day() == Datum(2023, 8, 1));
    CHECK(Schooljaar(2023).last_day() == Datum(2024, 7, 31));
    CHECK(Schooljaar(2023).first_of_october() == Datum(2023, 10, 1));
    CHECK(to_text(Schooljaar(2023)) == "2023-2024");
    CHECK(to_text(Schooljaar(1999)) == "1999-2000");
}

TEST_CASE("a vsv year runs from 1 October to 30 September") {
    CHECK(Schooljaar::vsv_year_of(2022, 10) == Schooljaar(2022));
    CHECK(Schooljaar::vsv_year_of(2023, 9) == Schooljaar(2022));
    CHECK(Schooljaar::vsv_year_of(2023, 1) == Schooljaar(2022));
}

TEST_CASE("a school year is read in every notation of published reports") {
    for (const auto* text : {"2023-2024", "2023/2024", "2023-'24", "'23-'24", "‘23 – ’24", "23/24", "2324", "2023 - 2024", "2023/'24", "2023–2024"}) {
        CAPTURE(text);
        CHECK(parse_schooljaar(text) == Schooljaar(2023));
    }
    CHECK(parse_schooljaar("‘22 – ’23") == Schooljaar(2022));
    CHECK(parse_schooljaar("2017/'18") == Schooljaar(2017));
}

TEST_CASE("what is no school year is refused") {
    for (const auto* text :
         {"", "2023", "2023-2025", "2024-2023", "2023-2023", "23", "202324", "schooljaar 2023-2024", "2023-2024-2025", "1899-1900"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_schooljaar(text));
    }
}
