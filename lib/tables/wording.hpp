// The words of sentences: how a count, a part of a whole, a list and a change are put in Dutch. The words and limits are data, templates/zinnen.toml;
// which of them is chosen for which numbers is decided here and nowhere else.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "comparison/compare.hpp"
#include "settings/settings.hpp"
#include "tables/cell.hpp"

namespace jv {

// What is counted: `leerling`, `leerlingen`. Both empty: it has no word.
struct Noun {
    std::string one, more;

    // That of exactly one, or of any other number.
    const std::string& of(const Number& number) const;
};

// A number of two years, as printed.
struct TwoYears {
    Number before, now;
};

// What the test of comparison/compare.hpp says of a change. Where a report has tests, what they do not say has no word for its size: of what is not
// tested nobody knows whether it is more than chance.
struct Tested {
    Verdict verdict = Verdict::none;
    std::optional<TwoYears> rates = {};  // per 1.000 leerlingen, where those are what is tested
    bool by_size = false;                // the report has no tests: size alone chooses the words
};

// How a change is put.
struct ChangeForm {
    std::string name;
    std::string up, down, same;  // {vorig} {nu} {verschil} {eenheid} {procent} {mate} {schooljaar-1} {toets}
    std::string slight, strong;  // for {mate}

    // Whether it says what the test says: only a change in leerlingen has one.
    bool says_test() const;
};

struct Wording {
    std::int64_t smallest_base = 0;  // of fewer there is no percentage
    int decimals = 0;                // of the percentage of a change
    std::int64_t slight = 0;         // percent at most, rounded
    std::int64_t strong = 0;         // percent at least, rounded
    std::map<std::string, Noun, std::less<>> nouns;
    std::string count_none, count;                                      // {aantal} {eenheid}
    std::string part, part_all, part_none, part_only, part_of_nothing;  // {deel} {geheel} {eenheid} {procent}
    std::vector<ChangeForm> changes;
    std::array<std::string, 4> verdicts;  // by Verdict; none is empty
    std::string on_rates;                 // {vorig} {nu} {oordeel}: for {toets}, where rates are tested

    // The noun of an eenheid, or null.
    const Noun* noun(std::string_view eenheid) const;
};

// Reads templates/zinnen.toml. Fails with status 2 and codes S001-S005, also for a {place} that a text does not have.
Wording read_wording();
Wording parse_wording(const Settings& settings);

// True when a percentage of so many says something: from Wording::smallest_base on, as printed.
bool carries_percentage(const Number& base, const Wording& wording);

// A number in a sentence: `5.497`, `0`; a share with its percent sign, `4,6 %`, unless it is a rate.
std::string say_number(const Number& number, bool percent);

// `geen leerlingen`, `1 leerling`, `2 leerlingen`.
std::string say_count(const Number& count, const Noun& noun, const Wording& wording);

// `95 van de 322 meldingen (29,5 %)`; `percentage` as the report prints it, left out when the whole is too small for it, or when it would say
// that some are none or all. None when the part is more than the whole, or less than nothing.
std::optional<std::string> say_part(const Number& part, const Number& whole, const Number& percentage, const Noun& noun, const Wording& wording);

// `dat is meer dan toeval verklaart`, or where rates are tested `per 1.000 leerlingen van 41,3 naar 29,3, en dat is ...`. Empty when nothing changed
// or is tested.
std::string say_test(const TwoYears& change, const Tested& tested, const Wording& wording);

// `daalde fors van 322 naar 251 (−22 %)`, `bleef gelijk (12)`. The difference and percentage are those of the printed numbers; of shares the
// difference is in percentage points and there is no percentage. `year_before` is the year that is compared with. Where there are tests, a change is
// slight or strong only when it is more than chance, in that direction; {toets} is what the test says, and empty when nothing changed or is tested.
std::string say_change(const TwoYears& change, const ChangeForm& form, const Noun& noun, bool percent, std::string_view year_before,
                       const Tested& tested, const Wording& wording);

// `12 op het mbo, 3 op het vo en 1 op het vso`: what is not 0, by size when asked for, else as it stands. Empty when all is 0.
struct ListItem {
    Number number;
    std::string text;
};
std::string say_list(std::vector<ListItem> items, bool by_size);

}  // namespace jv
