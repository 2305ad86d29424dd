// One figure, divided by the codes of one column: what the cijfers hold of it, and what can be known from that of a set of codes.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "counts/cijfers.hpp"
#include "counts/definitions.hpp"

namespace jv {

using Codes = std::set<std::string>;

// `bao`, `bao + sbo`.
std::string to_text(const Codes& codes);

// The codes of a category: of a joint count `bao+sbo` both.
std::vector<std::string> split_joint(std::string_view category);

// True when the counts of disjoint codes add up to the count of all: not for leerlingen, of whom one may have two codes.
bool adds_up(std::string_view eenheid);

// No source holds the figure.
struct NoSource {};
// The sum would be a guess: pupils may be in more than one of the parts, each larger than 0.
struct NotAddable {
    std::vector<std::pair<Codes, std::int64_t>> parts;  // in thousandths
};
// Some of the codes have a figure, these have none, and no total says that they are nothing.
struct Incomplete {
    Codes missing;
};
// A joint count holds some of the codes together with others.
struct Straddled {
    Codes joint;
    CijferValue value;
};
using Lookup = std::variant<NoSource, CijferValue, NotAddable, Incomplete, Straddled>;

class Division {
public:
    // A count of some codes together: a category of an indeling, or a joint count such as `bao+sbo`.
    struct Part {
        Codes codes;
        CijferValue value;
    };

    // `key` gives area, year, indicator and unit. With an indeling: its column is the one divided by, and every indeling of that column is
    // used. Without one only the total is known.
    Division(const Cijfers& cijfers, const Definitions& definitions, CijferKey key, const Indeling* indeling);

    // The figure of all codes: the row `totaal`. Where that is absent: for units that add up the sum of the parts.
    Lookup total() const;

    // The figure of a set of codes together, the first of
    // - the category or joint count that is exactly that set;
    // - the sum of its parts, for units that add up;
    // - for leerlingen that sum only if it is exact for certain: all parts but one are 0, or all parts together are the total, so that
    //   no pupil is in two.
    // - of an open indeling, which holds what occurs: 0 for a code that is not there, if the figure is divided at all in this area and year.
    Lookup of(const Codes& codes) const;

    // What the total counts besides these codes: rows without a code, and other codes. Of leerlingen it is not known.
    Lookup rest(const Codes& codes) const;

    // The codes that have a figure.
    Codes codes() const;

    // The finest parts that don't overlap, smallest first: each count once.
    const std::vector<Part>& finest() const { return finest_; }
    // Counts that overlap with others without being made of them, such as `bao+sbo` beside `bao` without `sbo`: contradictory input.
    const std::vector<Part>& overlapping() const { return overlapping_; }
    // True when the cijfers hold anything of this figure.
    bool has_source() const { return stated_total_ || !parts_.empty(); }

private:
    void find_finest();
    bool parts_make_total() const;

    bool adds_up_;
    bool open_ = false;        // of an open indeling: rows without a code are in the total only
    bool is_divided_ = false;  // of an open indeling: what is not there is 0
    std::optional<CijferValue> stated_total_;
    std::vector<Part> parts_, finest_, overlapping_;
    std::map<Codes, CijferValue> values_;           // of parts_
    std::map<std::string, std::size_t> finest_of_;  // by code: where in finest_ it is
};

// The codes of the column that categories of an indeling stand for; of an open indeling the categories themselves.
Codes codes_of(const Indeling& indeling, const std::vector<std::string>& categories);

}  // namespace jv
