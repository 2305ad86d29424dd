// The persoonsgebonden nummer (PGN) of a pupil: a BSN, or else an onderwijsnummer.
#pragma once

#include <string_view>

namespace jv {

// Nine digits, not all zero, whose sum with weights 9,8,7,6,5,4,3,2,-1 is divisible by 11 (the elfproef of the BSN).
bool is_bsn(std::string_view nine_digits);

// Nine digits whose sum with weights 9..2 over the first eight equals, modulo 11, the ninth digit + 5; the reading with all nine
// weights and remainder 5 is the same rule modulo 11.
bool is_onderwijsnummer(std::string_view nine_digits);

bool is_pgn(std::string_view nine_digits);

}  // namespace jv
