// What a comparison is about, of what the cijfers hold: for compare.cpp and side_by_side.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "counts/cijfers.hpp"
#include "messages/finding.hpp"

namespace jv {

// Fails with status 2 (U010) for a year that the cijfers do not hold.
void require_years(const Cijfers& cijfers, const std::vector<std::string>& years);

// The school years of the cijfers, in order, or where there are none their calendar years.
std::vector<std::string> default_years(const Cijfers& cijfers);

// The years to compare: those asked for, or the default ones. Fails as require_years() does, when there are not two, and when a calendar year is
// among school years.
std::vector<std::string> chosen_years(const Cijfers& cijfers, const std::vector<std::string>& asked);

// The areas to compare: those asked for, each once, or all. Fails with status 2 (U011) for one that the cijfers do not hold.
std::vector<std::string> chosen_areas(const Cijfers& cijfers, const std::vector<std::string>& asked);

// A base that is asked for has leerlingen in every year: without them rates of some years would be of another base, or of none. Fails with status 2
// (S005) when it has not.
void require_base(const Cijfers& cijfers, const std::string& base, const std::vector<std::string>& years);

// W003: a figure of which there is more than there are leerlingen in its base. Of a category a warning, of a total an error.
Finding contradicts_base(const CijferKeyView& key, std::int64_t count, const std::string& base, std::int64_t pupils);

}  // namespace jv
