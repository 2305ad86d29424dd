// The footnotes of a Word document: the notes of its tables, at what they are about.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "tables/table.hpp"

namespace jv {

class DocxNotes {
public:
    // The marks of notes in a text, as runs: of each note the first mark holds it, and later ones refer to that. Word numbers notes as they come.
    // `half_points` is the size of the text; 0: that of its paragraph.
    std::string marks(const Table& table, const Marks& marks, int half_points = 0);
    // The notes of the table that no mark has held.
    std::vector<std::string> left_over(const Table& table) const;
    std::string part() const;

private:
    std::map<std::size_t, std::size_t> ids_;  // of the notes of a report, by their number there
    std::string notes_;
};

}  // namespace jv
