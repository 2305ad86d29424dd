// What exports call our columns and codes: the canonical names, those in all profiles, and those in templates/herkenning.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "profiles/vocabulary.hpp"
#include "records/kinds.hpp"
#include "records/profile.hpp"

namespace jv {

// How well the name of a column in an export fits one of ours, worst first.
enum class NameFit {
    other,    // it is the name of something else
    none,     // it says nothing about this column
    partial,  // it shares words with a name of this column, or says more than it
    near,     // a typing error, or a word that says nothing, away from one
    exact     // it has the words of one
};

struct NameMatch {
    NameFit fit = NameFit::none;
    bool general = false;   // it has only words such as datum or nummer
    bool doubtful = false;  // it says that the column is about something else: a school, a parent, an earlier year
    std::size_t rank = 0;   // of the name it fits among those that go before others: the first 0; equal when there are none
};

class KnownNames {
    struct Known {
        std::vector<NameWords> names;                // in the order of the files
        std::vector<std::set<std::string>> ranking;  // names that go before others
        // Word, made plain -> code.
        std::map<std::string, std::string_view, std::less<>> codes;
    };
    struct KnownKind {
        std::vector<Known> columns;  // as the canonical ones
        std::set<std::string> topic;
    };

public:
    // Reads templates/herkenning and all profiles. Fails with status 2 and codes S001-S008.
    KnownNames();

    // The fit of a name to each canonical column of a kind, in their order.
    std::vector<NameMatch> match(Kind kind, std::string_view header) const;
    // How many names of a column go before others; the rank of the others. 0: names have no order.
    std::size_t ranks(Kind kind, const Column& column) const { return known(kind, column).ranking.size(); }
    // Whether a column of this name holds what is personal, as far as its name says.
    bool is_personal(std::string_view header) const;
    // The code that a word in an export stands for; none when it is not known or could be more than one.
    std::optional<std::string_view> code(Kind kind, const Column& column, std::string_view word) const;
    // The code that a word with a typing error probably stands for, or none.
    std::optional<std::string_view> probable_code(Kind kind, const Column& column, std::string_view word) const;
    // The profile that file name patterns recognise an export of this kind by, with a year in the pattern; or none.
    const Profile* profile_by_file(Kind kind, std::string_view file) const;
    const std::vector<Profile>& profiles() const { return profiles_; }

private:
    const Known& known(Kind kind, const Column& column) const;
    void add_names(Known& known, const std::vector<std::string>& names) const;
    void add_profile(const Profile& profile);
    static std::size_t rank_of(const Known& known, std::size_t name);
    NameMatch match(const NameWords& name, const Known& known, const Column& column, const std::set<std::string>& topic) const;

    std::vector<Profile> profiles_;  // those in templates/profielen
    std::optional<Vocabulary> vocabulary_;
    std::set<std::string> aside_;      // words that say little: leerling, naam
    std::set<std::string> general_;    // words that many columns have: datum, nummer
    std::set<std::string> elsewhere_;  // words that say that a column is about something else
    std::vector<NameWords> personal_, others_;
    std::vector<KnownKind> kinds_;
};

}  // namespace jv
