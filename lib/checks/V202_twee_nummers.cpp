#include <fmt/format.h>

#include <map>
#include <tuple>

#include "checks/functions.hpp"
#include "law/pgn.hpp"

namespace jv {

// A leerling with an onderwijsnummer beside one with a BSN who has the same geboortedatum, gemeente, school, schooljaar, schooltype and geslacht.
void check_two_numbers(const CheckInput& input, const Report& report) {
    using Person = std::tuple<std::uint16_t, std::uint32_t, Schooljaar, std::string_view, std::uint32_t, std::uint32_t>;
    constexpr std::uint32_t most_digits = 999'999'999;
    std::map<Person, const CheckRow*> with_bsn;  // of those whom an onderwijsnummer could belong to
    const auto visit = [&](auto&& is_number, auto&& use) {
        for (const auto* row : input.rows.latest(Kind::leerling))
            if (row->school_and_sex != 0 && row->pupil <= most_digits && is_number(fmt::format("{:09}", row->pupil)))
                use(Person(row->file, municipality_of(row->codes), year_of(row->codes), input.rows.code(*row, "schooltype"), row->birth,
                           row->school_and_sex),
                    *row);
    };
    visit(is_onderwijsnummer, [&](const Person& person, const CheckRow&) { with_bsn.emplace(person, nullptr); });
    if (with_bsn.empty()) return;
    visit(is_bsn, [&](const Person& person, const CheckRow& row) {
        if (const auto found = with_bsn.find(person); found != with_bsn.end() && !found->second) found->second = &row;
    });
    visit(is_onderwijsnummer, [&](const Person& person, const CheckRow& row) {
        if (const auto found = with_bsn.find(person); found->second)
            report(input.rows.place(row, "leerling"),
                   fmt::format("deze leerling met onderwijsnummer kan die met BSN op {} zijn: geboortedatum, school en geslacht zijn gelijk",
                               input.rows.where(*found->second, row)),
                   "is het dezelfde, gebruik dan overal het BSN");
    });
}

}  // namespace jv
