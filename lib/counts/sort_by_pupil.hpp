// Sorts rows by the number of their pupil.
#pragma once

#include <span>
#include <vector>

#include "counts/row_store.hpp"

namespace jv {

// In the time of a few passes; `spare` holds the rows in between.
void sort_by_pupil(std::span<CountableRow> rows, std::vector<CountableRow>& spare);

}  // namespace jv
