// Counts rows of an example in a simple way of its own: the check on everything that made them.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "examples/fill.hpp"
#include "records/limits.hpp"

namespace jv {

// By kind, the rows of one municipality in one school year, or over all years.
using MunicipalRows = std::map<Kind, std::vector<ExportRow>>;

class Recount {
public:
    // For figures of years from the first to the last.
    Recount(const Definitions& definitions, Schooljaar first, Schooljaar last);

    // Reads the rows of some municipalities, in place of those read before.
    void read(const std::map<std::string, MunicipalRows>& rows);

    // What to count: a key of a closed indeling (its area aside), over the rows of some of these municipalities. The texts stay as long as this does.
    struct Asked {
        CijferKeyView key;
        std::span<const std::string> municipalities;
    };
    std::vector<std::int64_t> count(std::span<const Asked> asked);

private:
    // What a row counts as; a row of several events counts as each of them.
    struct Fact {
        Kind kind;
        std::uint64_t codes;  // as code_layout, with the place in municipalities_ as gemeente
        bool operator==(const Fact&) const = default;
    };
    struct HashOfFact {
        std::size_t operator()(const Fact& fact) const { return (fact.codes * 31 + static_cast<std::uint64_t>(fact.kind)) * 0x9E3779B97F4A7C15u; }
    };
    // The facts of a kind that meet all filters.
    class Condition {
    public:
        Condition(Kind kind, const std::vector<Filter>& filters);
        bool holds(const Fact& fact) const;

    private:
        struct Allowed {
            unsigned shift, width;
            std::uint64_t values;  // a bit for each
        };
        Kind kind_;
        std::vector<Allowed> allowed_;
    };
    // What a key asks of facts, whatever its area and year.
    struct Question {
        std::vector<Condition> parts;
        std::int64_t at_least;
        bool of_pupils;
    };
    // The questions that a fact counts for, whatever its municipality and year; the first so many have been looked at.
    struct Relevance {
        bool excluded = false;
        std::size_t judged = 0;
        std::vector<std::uint32_t> questions = {};
    };
    // Facts are known by a number.
    struct Known {
        Fact fact;
        Relevance* relevance;
    };
    void add(const KindInfo& kind, const std::vector<ExportRow>& rows, std::uint64_t municipality);
    std::uint32_t number_of(const Fact& fact);
    std::uint32_t question_of(const CijferKeyView& key);
    void tally(std::span<const std::string> municipalities, Schooljaar year);

    const Definitions& definitions_;
    Schooljaar first_, last_;
    Limits limits_;
    std::vector<Condition> excluded_;
    std::vector<Question> questions_;
    std::map<std::array<std::string_view, 4>, std::uint32_t> question_of_;  // indicator, eenheid, indeling, categorie
    std::unordered_map<Fact, Relevance, HashOfFact> relevance_;             // of facts without municipality and year
    // Of the rows at hand.
    std::vector<std::string> municipalities_;  // in order
    std::vector<Known> facts_;
    std::unordered_map<Fact, std::uint32_t, HashOfFact> number_of_;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> of_pupils_;  // hash64 of the number of a pupil, and a fact
    std::map<std::vector<std::uint32_t>, std::int64_t> pupils_;       // how many pupils have these facts
    std::vector<std::int64_t> figures_;                               // by question, of the municipalities and year counted last
    std::vector<std::int64_t> times_;                                 // by question, of the pupil at hand; else 0
};

}  // namespace jv
