// The words that names of columns consist of, so that "Meld_dat", "datum van de melding" and "MELDINGSDATUM" are one name:
// templates/herkenning/woorden.toml.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "settings/settings.hpp"

namespace jv {

// A name as the set of its words, each in the spelling that stands for all.
struct NameWords {
    std::set<std::string> words;
    std::string letters;   // the letters and digits of the name, in lower case, without accents
    bool guessed = false;  // a word was not known, but nearly
};

class Vocabulary {
public:
    // `woorden`: word -> its other spellings; `more`: words with one spelling; `empty`: words that say nothing.
    Vocabulary(const Settings& woorden, const std::vector<std::string>& more, const std::vector<std::string>& empty);
    // Words that are not known stand for themselves.
    NameWords analyse(std::string_view name) const;

private:
    void add_word(std::string_view text, NameWords& into) const;
    bool split(std::string_view text, NameWords& into) const;

    std::map<std::string, std::string, std::less<>> word_of_;  // spelling -> word
    std::set<std::string, std::less<>> empty_;
    std::size_t longest_ = 0;
};

// Lower case, and letters without their accents.
std::string without_accents(std::string_view text);

}  // namespace jv
