// Names that were probably meant, and lists of names in a message.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jv {

// How many letters must be inserted, dropped, changed or swapped with a neighbour to make one text of the other, in bytes.
std::size_t letters_apart(std::string_view a, std::string_view b);

// The candidate nearest to `name` (letters inserted, dropped, changed or swapped; case ignored), or empty when none is near:
// at most a third of the letters may differ.
std::string nearest(std::string_view name, std::span<const std::string> candidates);

// The advice after an unknown name: `bedoelde u "x"?`, or else `kies uit: a, b, c`.
std::string did_you_mean(std::string_view name, std::span<const std::string> candidates);

// "a, b en c".
std::string enumerate(std::span<const std::string> names);

}  // namespace jv
