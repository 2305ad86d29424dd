// Codes of rows that the plan leaves to chance: within their class, and in columns that no figure looks at.
#pragma once

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "examples/random.hpp"
#include "examples/row_classes.hpp"
#include "examples/row_events.hpp"
#include "law/plicht.hpp"

namespace jv {

struct ChosenRow {
    Kind kind = {};
    Codes codes = {};
    ExportRow row = {};                 // with the codes in their columns; the rest is empty
    std::optional<Plicht> plicht = {};  // of a leerling, where its codes say so
    bool is_adult = false;              // it is about absence of a pupil of 18 or over
};

class RowChooser {
public:
    // The definitions are kept by reference.
    explicit RowChooser(const Definitions& definitions) : definitions_(definitions) {}

    // A row of the class, which must stay where it is. What comes out stays as long as this does.
    const ChosenRow& choose(const RowClass& row_class, Random& random);

private:
    // A row in the making: the next choice, or when there is none the row. The same choices come back all the time, so each is worked out once.
    struct Step {
        std::vector<Codes> options = {};  // the codes so far and one more
        std::vector<std::int64_t> weights = {};
        std::vector<std::unique_ptr<Step>> after = {};  // each option
        std::size_t column = 0;                         // where the columns begin that come after the options
        ChosenRow row = {};
    };
    std::unique_ptr<Step> step_after(Kind kind, Codes codes, std::size_t column) const;

    const Definitions& definitions_;
    std::unordered_map<const RowClass*, Step> first_steps_;
};

}  // namespace jv
