#include "profiles/vocabulary.hpp"

#include <algorithm>
#include <array>

#include "messages/suggest.hpp"
#include "records/values.hpp"
#include "rows/csv_reader.hpp"
#include "rows/fold_name.hpp"

namespace jv {

namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_part(char c) { return is_upper(c) || is_lower(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; }

// The words between spaces and marks; `DatumMelding` is two. Single letters that follow each other are one word: `t/m`.
std::vector<std::string> tokens(std::string_view name) {
    std::vector<std::string> found;
    bool in_word = false;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        if (!is_part(c)) {
            in_word = false;
            continue;
        }
        if (!in_word || (is_upper(c) && is_lower(name[i - 1]))) found.emplace_back();
        in_word = true;
        found.back() += c;
    }
    std::vector<std::string> joined;
    bool after_single = false;
    for (const auto& token : found) {
        if (token.size() == 1 && after_single)
            joined.back() += token;
        else
            joined.push_back(token);
        after_single = token.size() == 1;
    }
    return joined;
}

// Shorter spellings stand at an end of a compound only: `leerlingnr`.
constexpr std::size_t shortest_inside = 4;

}  // namespace

std::string without_accents(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, char>, 13> accents = {{{"à", 'a'},
                                                                                   {"á", 'a'},
                                                                                   {"â", 'a'},
                                                                                   {"ä", 'a'},
                                                                                   {"è", 'e'},
                                                                                   {"é", 'e'},
                                                                                   {"ê", 'e'},
                                                                                   {"ë", 'e'},
                                                                                   {"ï", 'i'},
                                                                                   {"ó", 'o'},
                                                                                   {"ö", 'o'},
                                                                                   {"ú", 'u'},
                                                                                   {"ü", 'u'}}};
    auto folded = fold_name(text);
    for (const auto& [accented, letter] : accents)
        for (auto at = folded.find(accented); at != std::string::npos; at = folded.find(accented, at)) folded.replace(at, accented.size(), 1, letter);
    return folded;
}

Vocabulary::Vocabulary(const Settings& woorden, const std::vector<std::string>& more, const std::vector<std::string>& empty)
    : empty_(empty.begin(), empty.end()) {
    for (const auto& word : woorden.keys()) {
        word_of_.emplace(word, word);
        for (const auto& spelling : woorden.texts(word)) word_of_.emplace(spelling, word);
    }
    for (const auto& word : more) word_of_.emplace(word, word);
    for (const auto& [spelling, word] : word_of_) longest_ = std::max(longest_, spelling.size());
}

// Splits a compound into known words, the fewest that cover all of it, with an `s` or `e` between them.
bool Vocabulary::split(std::string_view text, NameWords& into) const {
    constexpr std::size_t never = 99;
    struct Step {
        std::size_t words = never, begin = 0, length = 0;
    };
    std::vector<Step> best(text.size() + 1);
    best[0].words = 0;
    for (std::size_t begin = 0; begin < text.size(); ++begin) {
        if (best[begin].words == never) continue;
        for (std::size_t length = 2; length <= std::min(longest_, text.size() - begin); ++length) {
            const auto end = begin + length;
            if (length < shortest_inside && begin != 0 && end != text.size()) continue;
            if (!word_of_.contains(text.substr(begin, length))) continue;
            const auto words = best[begin].words + 1;
            for (const auto next : {end, end + 1}) {
                const bool linked = next == end || (next < text.size() && (text[end] == 's' || text[end] == 'e'));
                if (linked && next <= text.size() && words < best[next].words) best[next] = {words, begin, length};
            }
        }
    }
    if (best[text.size()].words == never) return false;
    for (auto end = text.size(); end > 0; end = best[end].begin)
        into.words.insert(word_of_.find(text.substr(best[end].begin, best[end].length))->second);
    return true;
}

void Vocabulary::add_word(std::string_view text, NameWords& into) const {
    if (empty_.contains(text) || split(text, into)) return;
    // A typing error in a long word: one letter of five, two of twelve.
    const std::size_t most = text.size() >= 12 ? 2 : text.size() >= 5 ? 1 : 0;
    std::string_view nearest_word;
    auto nearest_distance = most + 1;
    bool tie = false;
    for (const auto& [spelling, word] : word_of_) {
        if (most == 0 || spelling.size() < 5 || spelling.size() + most < text.size() || text.size() + most < spelling.size()) continue;
        const auto apart = letters_apart(text, spelling);
        if (apart > nearest_distance || apart > most) continue;
        tie = apart == nearest_distance && nearest_word != word;
        nearest_distance = apart;
        nearest_word = word;
    }
    if (!nearest_word.empty() && !tie) {
        into.guessed = true;
        into.words.emplace(nearest_word);
    } else {
        into.words.emplace(text);
    }
}

NameWords Vocabulary::analyse(std::string_view name) const {
    NameWords result;
    for (const auto& token : tokens(name)) {
        const auto word = without_accents(token);
        result.letters += word;
        add_word(word, result);
    }
    return result;
}

}  // namespace jv
