#include "profiles/known_names.hpp"

#include <algorithm>
#include <iterator>

#include "messages/suggest.hpp"
#include "records/file_pattern.hpp"
#include "settings/templates.hpp"

namespace jv {

namespace {

using Words = std::set<std::string>;

// A word of a code list made comparable: letters and digits only, without accents.
std::string code_word(std::string_view text) {
    std::string word;
    for (const char c : without_accents(text))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || static_cast<unsigned char>(c) >= 0x80) word += c;
    return word;
}

Words without(Words words, const Words& drop) {
    for (const auto& word : drop) words.erase(word);
    return words;
}

bool contains_all(const Words& words, const Words& part) { return std::includes(words.begin(), words.end(), part.begin(), part.end()); }

std::size_t shared(const Words& a, const Words& b) {
    return static_cast<std::size_t>(std::count_if(a.begin(), a.end(), [&](const auto& word) { return b.contains(word); }));
}

// The most letters that a typing error may change in a name.
std::size_t most_apart(std::size_t length) { return length >= 14 ? 2 : length >= 6 ? 1 : 0; }

// The letters that the nearest of some names is away from a name, and its place among them; 99 when none is near.
std::pair<std::size_t, std::size_t> nearest_name(const NameWords& name, const std::vector<NameWords>& names) {
    std::pair<std::size_t, std::size_t> best{99, 0};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto& known = names[i].letters;
        const auto most = most_apart(std::min(known.size(), name.letters.size()));
        if (std::max(known.size(), name.letters.size()) - std::min(known.size(), name.letters.size()) > most) continue;
        if (const auto apart = letters_apart(known, name.letters); apart <= most) best = std::min(best, {apart, i});
    }
    return best;
}

bool has_words(const std::vector<NameWords>& names, const Words& words) {
    return std::any_of(names.begin(), names.end(), [&](const NameWords& known) { return known.words == words; });
}

// The words that a column's type repeats: a date is called datum, a number nummer.
const Words& words_of_type(ValueType type) {
    static const Words date{"datum"}, none;
    return type == ValueType::date ? date : none;
}

constexpr std::string_view folder = "herkenning";

}  // namespace

KnownNames::KnownNames() {
    const auto settings = read_settings(find_template(folder, "woorden"));
    const auto empty = settings.table("loos");
    const auto elsewhere = settings.table("anders");
    vocabulary_.emplace(settings.table("woorden"), elsewhere.texts("woorden"), empty.texts("altijd"));
    const auto words_of = [&](const std::vector<std::string>& texts) {
        Words words;
        for (const auto& text : texts) words.merge(vocabulary_->analyse(text).words);
        return words;
    };
    aside_ = words_of(empty.texts("bijzaak"));
    elsewhere_ = words_of(elsewhere.texts("woorden"));
    general_ = words_of(settings.table("algemeen").texts("woorden"));
    const auto topics = empty.table("onderwerp");
    const auto rankings = settings.table("voorrang");
    const auto yes_no = settings.table("ja-nee");
    for (const auto& kind : all_kinds()) {
        KnownKind known;
        known.topic = words_of(topics.texts(kind.name));
        for (const auto& column : kind.columns) {
            auto& entry = known.columns.emplace_back();
            for (const auto& name : rankings.texts(column.name)) entry.ranking.push_back(vocabulary_->analyse(name).words);
            for (const auto code : column.codes) entry.codes.emplace(code_word(code), code);
            if (column.type == ValueType::yes_no)
                for (const auto& word : yes_no.keys())
                    entry.codes.emplace(code_word(word), *std::find(column.codes.begin(), column.codes.end(), yes_no.text(word)));
        }
        kinds_.push_back(std::move(known));
    }
    add_profile(read_profile((templates_folder() / folder / "kolommen.toml").string()));
    for (const auto& name : template_names("profielen")) {
        profiles_.push_back(read_profile(name));
        add_profile(profiles_.back());
    }
    for (const auto& kind : all_kinds())
        for (std::size_t i = 0; i < kind.columns.size(); ++i)
            add_names(kinds_[static_cast<std::size_t>(kind.kind)].columns[i], {std::string(kind.columns[i].name)});
    const auto others = settings.table("andere-kolommen");
    for (const auto& name : others.texts("personen")) personal_.push_back(vocabulary_->analyse(name));
    for (const auto& name : others.texts("overige")) others_.push_back(vocabulary_->analyse(name));
    for (const auto& table : {empty, topics, elsewhere, others, rankings}) table.check_keys();
    settings.check_keys();
}

const KnownNames::Known& KnownNames::known(Kind kind, const Column& column) const {
    return kinds_[static_cast<std::size_t>(kind)].columns[static_cast<std::size_t>(info(kind).index_of(column.name))];
}

void KnownNames::add_names(Known& known, const std::vector<std::string>& names) const {
    for (const auto& name : names) {
        auto words = vocabulary_->analyse(name);
        if (!words.words.empty()) known.names.push_back(std::move(words));
    }
}

void KnownNames::add_profile(const Profile& profile) {
    for (const auto& kind : profile.kinds) {
        auto& known = kinds_[static_cast<std::size_t>(kind.kind)];
        const auto& columns = info(kind.kind).columns;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (const auto named = kind.columns.find(columns[i].name); named != kind.columns.end()) add_names(known.columns[i], named->second);
            if (const auto codes = kind.codes.find(columns[i].name); codes != kind.codes.end())
                for (const auto& [word, code] : codes->second) {
                    const auto meant = std::find(columns[i].codes.begin(), columns[i].codes.end(), code);
                    if (meant == columns[i].codes.end()) continue;
                    const auto [at, is_new] = known.columns[i].codes.emplace(code_word(word), *meant);
                    if (!is_new && at->second != *meant) at->second = {};  // profiles disagree: not known
                }
        }
    }
}

std::size_t KnownNames::rank_of(const Known& known, std::size_t name) {
    const auto ranked = std::find(known.ranking.begin(), known.ranking.end(), known.names[name].words);
    return static_cast<std::size_t>(ranked - known.ranking.begin());
}

NameMatch KnownNames::match(const NameWords& name, const Known& known, const Column& column, const Words& topic) const {
    NameMatch result;
    const auto& repeated = words_of_type(column.type);
    const auto words = without(name.words, repeated);
    auto bare = without(words, aside_);
    auto barest = without(bare, topic);
    if (bare.empty()) bare = words;
    if (barest.empty()) barest = bare;
    Words allowed;
    const auto better = [&](NameFit fit, std::size_t rank) {
        if (fit > result.fit || (fit == result.fit && rank < result.rank)) result = {fit, false, false, rank};
    };
    for (std::size_t i = 0; i < known.names.size(); ++i) {
        const auto rank = rank_of(known, i);
        const auto wanted = without(known.names[i].words, repeated);
        allowed.insert(known.names[i].words.begin(), known.names[i].words.end());
        if (known.names[i].letters == name.letters || known.names[i].words == name.words || (!wanted.empty() && wanted == words))
            better(name.guessed ? NameFit::near : NameFit::exact, rank);
        else if (!wanted.empty() && (wanted == bare || wanted == barest))
            better(NameFit::near, rank);
        else if (const auto both = shared(words, wanted);
                 both > 0 && both * 2 >= wanted.size() && (both == wanted.size() || both * 2 >= words.size()))
            better(NameFit::partial, rank);
    }
    result.general = contains_all(general_, name.words);
    if (result.fit != NameFit::exact)
        result.doubtful =
            std::any_of(name.words.begin(), name.words.end(), [&](const auto& word) { return elsewhere_.contains(word) && !allowed.contains(word); });
    return result;
}

std::vector<NameMatch> KnownNames::match(Kind kind, std::string_view header) const {
    const auto& known = kinds_[static_cast<std::size_t>(kind)];
    const auto& columns = info(kind).columns;
    const auto name = vocabulary_->analyse(header);
    std::vector<NameMatch> matches;
    std::vector<std::size_t> distances, nearest_names;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        matches.push_back(match(name, known.columns[i], columns[i], known.topic));
        const auto [distance, at] = nearest_name(name, known.columns[i].names);
        distances.push_back(distance);
        nearest_names.push_back(at);
    }
    // A typing error makes it the column that it is nearest to, unless something else is as near.
    const auto elsewhere = std::min(nearest_name(name, personal_).first, nearest_name(name, others_).first);
    const auto nearest = *std::min_element(distances.begin(), distances.end());
    if (nearest < elsewhere && std::count(distances.begin(), distances.end(), nearest) == 1) {
        const auto i = static_cast<std::size_t>(std::find(distances.begin(), distances.end(), nearest) - distances.begin());
        if (matches[i].fit < NameFit::near) matches[i] = {NameFit::near, false, matches[i].doubtful, rank_of(known.columns[i], nearest_names[i])};
    }
    // The name of something else is none of ours.
    const bool is_ours = std::any_of(matches.begin(), matches.end(), [](const NameMatch& m) { return m.fit == NameFit::exact; });
    if (!is_ours && !name.guessed && (has_words(personal_, name.words) || has_words(others_, name.words)))
        for (auto& match : matches) match.fit = NameFit::other;
    return matches;
}

bool KnownNames::is_personal(std::string_view header) const {
    const auto name = vocabulary_->analyse(header);
    return std::any_of(personal_.begin(), personal_.end(), [&](const NameWords& known) { return contains_all(name.words, known.words); });
}

std::optional<std::string_view> KnownNames::code(Kind kind, const Column& column, std::string_view word) const {
    const auto& codes = known(kind, column).codes;
    const auto find = [&](std::string_view text) -> std::optional<std::string_view> {
        const auto known = codes.find(code_word(text));
        if (known == codes.end() || known->second.empty()) return std::nullopt;
        return known->second;
    };
    if (const auto known = find(word)) return known;
    // "VO - Voortgezet onderwijs", "Voortgezet onderwijs (VO)": every part has to say the same.
    std::optional<std::string_view> agreed;
    for (std::size_t begin = 0; begin <= word.size();) {
        auto end = word.size(), next = word.size() + 1;
        for (const std::string_view mark : {" - ", ": ", " (", ")", " = "})
            if (const auto at = word.find(mark, begin); at < end) end = at, next = at + mark.size();
        if (const auto part = word.substr(begin, end - begin); !code_word(part).empty()) {
            const auto known = find(part);
            if (!known || (agreed && *agreed != *known)) return std::nullopt;
            agreed = known;
        }
        begin = next;
    }
    return agreed;
}

std::optional<std::string_view> KnownNames::probable_code(Kind kind, const Column& column, std::string_view word) const {
    const auto& codes = known(kind, column).codes;
    std::vector<std::string> words;
    for (const auto& [known_word, code] : codes)
        if (!code.empty() && known_word.size() >= 4) words.push_back(known_word);
    const auto wanted = code_word(word);
    if (wanted.size() < 4) return std::nullopt;
    const auto best = nearest(wanted, words);
    if (best.empty()) return std::nullopt;
    return codes.find(best)->second;
}

const Profile* KnownNames::profile_by_file(Kind kind, std::string_view file) const {
    for (const auto& profile : profiles_)
        if (const auto* entry = profile.find(kind))
            if (const auto matched = match_file_name(entry->file_patterns, file); matched.matches && matched.year) return &profile;
    return nullptr;
}

}  // namespace jv
