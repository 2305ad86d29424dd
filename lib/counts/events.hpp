// The events of a row: in which school years it counts, and as what. Most rows are one event, in the year of their date; a thuiszitter and
// a traject have several, told apart by the code `gebeurtenis`.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "law/datum.hpp"
#include "records/record.hpp"

namespace jv {

// The years that are counted, and the day on which what runs on is judged.
struct EventScope {
    Schooljaar first, last;
    Datum peildatum;
};

class Events {
public:
    explicit Events(Kind kind);

    // True when each row is one event: the row itself.
    bool is_single() const { return gebeurtenis_ == nullptr; }
    // Adds the school years of the dates of a row that is not one event.
    void years_of_row(std::uint64_t codes, std::vector<Schooljaar>& years) const;
    // Adds the events of a row in any year up to the last of the scope, each as the word of a row with its `jaar` and `gebeurtenis`.
    // - thuiszitter: `nieuw` in the year of begindatum; `einde` in that of einddatum; `begin` in each year that began after begindatum, if it
    //   lasted past 31 August; `drie-maanden` in the year of begindatum + 3 calendar months, if it lasted longer than that day
    //   or runs on and that day is not after the peildatum;
    // - traject: `benaderd`, `intake`, `start` and `einde` in the years of their dates; `uitstroom`, where the row has one, in the year of
    //   traject_einde, or else of traject_start.
    void expand(std::uint64_t codes, const EventScope& scope, std::vector<std::uint64_t>& events) const;

private:
    std::uint64_t event(std::uint64_t codes, Schooljaar year, std::uint64_t gebeurtenis) const;
    void expand_thuiszitter(std::uint64_t codes, const EventScope& scope, std::vector<std::uint64_t>& events) const;
    void expand_traject(std::uint64_t codes, std::vector<std::uint64_t>& events) const;
    std::optional<Schooljaar> year(std::uint64_t codes, std::size_t date) const;

    Kind kind_;
    const CodeField* year_;
    const CodeField* gebeurtenis_;
    std::vector<const CodeField*> dates_;  // in the order of the columns
    std::uint64_t kept_ = 0;               // the bits of a row that its events keep: all but its dates
};

}  // namespace jv
