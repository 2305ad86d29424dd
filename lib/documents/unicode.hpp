// UTF-8 text as it is shown: code points, and how many columns they take.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace jv {

// The text as valid UTF-8 without control characters: each invalid byte becomes U+FFFD, a line break or tab a space, other control
// characters nothing.
std::string printable(std::string_view text);

// The number of terminal columns that valid UTF-8 takes: 0 for combining and invisible characters, 2 for wide ones, 1 for the others.
std::size_t display_width(std::string_view text);

// The same of its widest word: what stands between spaces.
std::size_t longest_word(std::string_view text);

// The lines of a text, broken at spaces so that each takes at most `width` columns; a longer word is broken inside.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

// The first so many code points at most; when there are more, the last is `…`.
std::string shortened(std::string_view text, std::size_t code_points);

// The same in at most so many UTF-16 units, which is what spreadsheets count.
std::string fitted(std::string_view text, std::size_t size);

// In lower case, of ASCII and the accented letters of Latin-1: spreadsheets take names that differ in case only for the same.
std::string folded(std::string text);

// Where from some place on `_x0041_` or the like begins, which spreadsheets take for a character; npos when it does not.
std::size_t find_escape(std::string_view text, std::size_t from = 0);

// ¹, ²³: the mark of a note.
std::string superscript(std::size_t number);

}  // namespace jv
