// Counts rows of an example in a simple way of its own: the check on everything that made them.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
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
    // The figure of a key (its area aside) over the rows of some of these municipalities. The key is one of a closed indeling.
    std::int64_t count(const CijferKeyView& key, std::span<const std::string> municipalities) const;

private:
    // What a row counts as; a row of several events counts as each of them.
    struct Fact {
        Kind kind;
        std::uint64_t codes;  // as code_layout, with the place in municipalities_ as gemeente
        auto operator<=>(const Fact&) const = default;
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
    struct FactOfPupil {
        std::uint64_t pupil;  // hash64 of the number
        Fact fact;
        auto operator<=>(const FactOfPupil&) const = default;
    };
    void add(const KindInfo& kind, const std::vector<ExportRow>& rows, std::uint64_t municipality, std::vector<FactOfPupil>& facts) const;

    const Definitions& definitions_;
    Schooljaar first_, last_;
    Limits limits_;
    std::vector<Condition> excluded_;
    std::vector<std::string> municipalities_;           // in order
    std::map<std::vector<Fact>, std::int64_t> pupils_;  // how many pupils have these facts
};

}  // namespace jv
