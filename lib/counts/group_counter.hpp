// Counts the rows of all kinds together, a group at a time: an area in a school year.
#pragma once

#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "counts/group_tally.hpp"
#include "counts/kind_rows.hpp"

namespace jv {

// A municipality or a region.
struct CountedArea {
    std::string name;
    std::vector<std::uint32_t> municipalities;  // by number, sorted
    bool is_region;
};

// For one thread.
class GroupCounter {
public:
    // Keeps references. `spread`: the figures have their squares, see Figure.
    GroupCounter(const Definitions& definitions, const std::list<KindRows>& kinds, const TextNumbers& texts, bool spread);

    // The figures of a group, in the byte order of their columns; valid until the next one.
    const std::vector<Figure>& count(const CountedArea& area, Schooljaar year);

private:
    struct OfKind {
        OfKind(const KindRows& of, const Definitions& definitions, const TextNumbers& texts, bool spread);
        const KindRows& rows;
        KindPlan plan;
        GroupTally tally;
        bool covered = false;
        std::span<const CountableRow> group = {};
        std::vector<CountableRow> merged = {};
    };
    struct Part {
        const Indicator* indicator;
        std::size_t kind, index;  // in kinds_, and among the plan's indicators
    };
    std::int64_t count_pupils(const std::vector<Part>& parts) const;

    std::vector<std::unique_ptr<OfKind>> kinds_;
    std::map<std::string_view, std::vector<Part>> indicators_;  // by code
    std::vector<Figure> figures_;
};

}  // namespace jv
