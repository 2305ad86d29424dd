// Breaks in series: where figures of two school years do not count the same. templates/breuken.toml describes the form.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "counts/cijfers.hpp"
#include "counts/definitions.hpp"
#include "law/datum.hpp"
#include "messages/finding.hpp"

namespace jv {

enum class BreakKind { definition, system, border, law, circumstance };
std::string_view to_text(BreakKind kind);  // definitie, registratiesysteem, gemeentegrens, wet, omstandigheid

struct Break {
    std::vector<std::string> indicators;  // empty: all; those of the kinds of exports are in it
    std::vector<std::string> areas;       // empty: all
    BreakKind kind = BreakKind::definition;
    Schooljaar first;                 // the first year that counts otherwise; of a circumstance: in which it was there
    std::optional<Schooljaar> mixed;  // the year before that, in which both are mixed
    Schooljaar last;                  // of a circumstance
    std::string text, source;

    bool is_about(std::string_view indicator, std::string_view area) const;
    // Whether it lies between two years, of which the earlier one comes first; of a circumstance: whether it was there in one of them.
    bool touches(Schooljaar earlier, Schooljaar later) const;
    // Years on both sides are not compared; those of a circumstance are.
    bool separates() const { return kind != BreakKind::circumstance; }
    bool operator==(const Break&) const = default;
};

// Those that a change of an area's indicator crosses, in their order; the years as in the cijfers. Between calendar years there are none.
std::vector<const Break*> breaks_between(std::span<const Break> breaks, std::string_view indicator, std::string_view area, std::string_view earlier,
                                         std::string_view later);

// Those of templates/breuken.toml, and of the user's own files after it. An indicator that is not defined must be one of the cijfers. Fails
// with status 2 and codes I001-I003, S001-S005.
std::vector<Break> read_breaks(std::span<const std::filesystem::path> own, const Definitions& definitions, const Cijfers& cijfers);

}  // namespace jv
