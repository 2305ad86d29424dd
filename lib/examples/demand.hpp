// What is asked of an example: which figures must come out, and what each of them counts.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "counts/cijfers.hpp"
#include "counts/definitions.hpp"
#include "law/datum.hpp"
#include "messages/finding.hpp"

namespace jv {

// What to make an example of.
struct ExampleRequest {
    Cijfers cijfers;
    std::string file;  // the name of the cijfers in messages
    Definitions definitions;
    std::map<std::string, std::vector<std::string>, std::less<>> regions = {};  // region -> its municipalities, by official names
    std::vector<Kind> kinds = {};                                               // empty: all
    std::vector<Schooljaar> years = {};                                         // empty: all
    std::vector<std::string> municipalities = {};                               // empty: all; never narrows a region
    bool skip = false;                                                          // leave out figures that can't come from records
};

// A school type by its place in the list of codes; kinds without school types have one of their own.
constexpr int school_type_count = 10;
constexpr int no_school_type = 9;
// The code of a school type; empty for no_school_type.
std::string_view school_type_code(int type);

// A property of rows, within one school type: the row's kind is one of the parts', and its filters hold.
struct Predicate {
    struct Part {
        Kind kind;
        std::vector<Filter> filters;  // none on schooltype
    };
    std::vector<Part> parts;
    int pupils_from = 0;  // the highest number of rows from which a given figure counts a pupil; 0: no figure counts pupils
};

// What a figure counts: rows, or pupils with at least so many rows, that have a property, which may differ by school type.
struct Question {
    std::array<int, school_type_count> predicate;  // an index in Demand::predicates; -1: nothing of this school type counts
    bool rows = false;
    int at_least = 1;
};

// A figure that must come out. A country has millions of them.
struct Given {
    Cijfers::Iterator figure;  // in the cijfers of the request
    int question;
    Schooljaar year;
    int area;            // an index in Demand::areas
    bool spans = false;  // counts rows that lie over several years

    CijferKeyView key() const { return (*figure).first; }
    std::int64_t value() const { return (*figure).second.whole(); }
};
static_assert(sizeof(Given) <= 40);

struct Demand {
    std::vector<Predicate> predicates;
    std::vector<Question> questions;
    std::vector<Given> given;
    std::vector<std::vector<std::string>> areas;  // of the figures given: the official names of the municipalities in each
    std::vector<Kind> kinds;                      // those that get an export
    Schooljaar first, last;                       // of the years given
    std::uint64_t skipped = 0;                    // figures left out because they can't come from records
    std::uint64_t free = 0;                       // figures of open indelingen, which nothing promises

    const std::vector<std::string>& municipalities(const Given& figure) const { return areas[static_cast<std::size_t>(figure.area)]; }
};

// Whether a pupil has one row of this kind: one a year, and of a kind that spans years one in all. So pupils are rows.
constexpr bool one_row_a_pupil(Kind kind) { return kind == Kind::leerling || kind == Kind::thuiszitter || kind == Kind::kwetsbaar; }

// Sorts the figures out; the request is kept by reference. Adds errors for those that can't come from records, unless they are to be skipped: J001 no
// number, J002 a joint count, J003 an unknown indicator, eenheid, indeling or categorie, J004 no school year.
Demand read_demand(const ExampleRequest& request, FindingLog& log);

// `melding van Twenterand in 2023-2024 (leerlingen, totaal: totaal)`.
std::string describe(const CijferKeyView& key);

}  // namespace jv
