#include "tables/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "messages/suggest.hpp"
#include "settings/templates.hpp"
#include "tables/style.hpp"

namespace jv {

namespace {

using Slots = std::vector<std::pair<std::string_view, std::string>>;

// The text of the place `{name}` that begins at `at`, which is moved behind it; none for a name that there is not.
const std::string* take_slot(std::string_view text, std::size_t& at, const Slots& slots) {
    const auto end = std::min(text.find('}', at), text.size());
    const auto name = text.substr(at + 1, end - at - 1);
    at = std::min(end + 1, text.size());
    for (const auto& [slot, value] : slots)
        if (slot == name) return &value;
    return nullptr;
}

// The text with its places filled in. A part between brackets goes when a place in it has no text.
std::string phrase(std::string_view text, const Slots& slots) {
    std::string filled;
    std::size_t optional_from = 0;
    bool optional = false, empty = false;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '{') {
            const auto* value = take_slot(text, at, slots);
            empty = empty || !value || value->empty();
            if (value) filled += *value;
            continue;
        }
        if (text[at] == '[') {
            optional = true, empty = false, optional_from = filled.size();
        } else if (text[at] == ']' && optional) {
            if (empty) filled.resize(optional_from);
            optional = false;
        } else {
            filled += text[at];
        }
        ++at;
    }
    return filled;
}

// A text whose places are all known.
std::string read_phrase(const Settings& settings, std::string_view key, const std::vector<std::string>& places) {
    auto text = settings.text(key);
    Slots known;
    for (const auto& place : places) known.emplace_back(place, "");
    for (std::size_t at = 0; (at = text.find('{', at)) != std::string::npos;) {
        const auto begin = at;
        if (!take_slot(text, at, known)) {
            const auto name = text.substr(begin + 1, at - begin - 2);
            fail_usage("S005", fmt::format("{{{}}} kan hier niet staan", name), did_you_mean(name, places), settings.place(key, 0));
        }
    }
    return text;
}

std::int64_t thousandths(const Number& number) {
    auto value = number.units;
    for (int i = number.decimals; i < max_decimals; ++i) value *= 10;
    return value;
}

Number magnitude(Number number) {
    number.units = std::abs(number.units);
    return number;
}

// What the numbers differ, with the decimals of the one that has most.
Number difference(const TwoYears& change) {
    const int decimals = std::max(change.before.decimals, change.now.decimals);
    auto number = rounded(std::abs(thousandths(change.now) - thousandths(change.before)), decimals);
    number.share = change.now.share;
    return number;
}

// Whether the test lets a change be called slight or strong.
bool carries_degree(const TwoYears& change, const Tested& tested) {
    if (tested.by_size) return true;
    const auto rises = [](const TwoYears& years) { return thousandths(years.now) > thousandths(years.before); };
    return tested.verdict == Verdict::more && (!tested.rates || rises(*tested.rates) == rises(change));
}

}  // namespace

const std::string& Noun::of(const Number& number) const { return std::abs(thousandths(number)) == 1000 ? one : more; }

bool ChangeForm::says_test() const {
    const auto names = [](const std::string& text) { return text.find("{toets}") != std::string::npos; };
    return names(up) || names(down) || names(same);
}

const Noun* Wording::noun(std::string_view eenheid) const {
    const auto found = nouns.find(eenheid);
    return found == nouns.end() ? nullptr : &found->second;
}

Wording parse_wording(const Settings& settings) {
    Wording wording;
    const auto percent = settings.table("procent");
    wording.smallest_base = percent.whole("vanaf", 20);
    wording.decimals = static_cast<int>(percent.whole("decimalen", 0));
    if (wording.decimals < 0 || wording.decimals > max_decimals)
        percent.fail("decimalen", fmt::format("{} decimalen kan niet", wording.decimals), fmt::format("kies 0 tot en met {}", max_decimals));
    wording.slight = percent.whole("licht", 5);
    wording.strong = percent.whole("fors", 20);
    if (wording.slight >= wording.strong) percent.fail("licht", "licht is niet minder dan fors", "kies voor licht een kleiner getal");
    percent.check_keys();
    const auto nouns = settings.table("eenheid");
    for (const auto& eenheid : nouns.keys()) {
        const auto words = nouns.texts(eenheid);
        if (words.size() != 2) nouns.fail(eenheid, "een eenheid heeft twee woorden", "schrijf [\"leerling\", \"leerlingen\"]");
        wording.nouns[eenheid] = {words[0], words[1]};
    }
    const auto count = settings.table("aantal");
    wording.count_none = read_phrase(count, "nul", {"eenheid"});
    wording.count = read_phrase(count, "anders", {"aantal", "eenheid"});
    count.check_keys();
    const auto part = settings.table("deel");
    const std::vector<std::string> part_places = {"deel", "geheel", "eenheid", "procent"};
    wording.part = read_phrase(part, "deels", part_places);
    wording.part_all = read_phrase(part, "alle", part_places);
    wording.part_none = read_phrase(part, "geen", part_places);
    wording.part_only = read_phrase(part, "enige", {"eenheid"});
    wording.part_of_nothing = read_phrase(part, "leeg", {"eenheid"});
    part.check_keys();
    const std::vector<std::string> change_places = {"vorig", "nu", "verschil", "eenheid", "procent", "mate", "schooljaar-1", "toets"};
    for (const auto& change : settings.tables("verandering")) {
        wording.changes.push_back({change.text("naam"), read_phrase(change, "meer", change_places), read_phrase(change, "minder", change_places),
                                   read_phrase(change, "gelijk", {"nu", "schooljaar-1", "toets"}), change.text("licht"), change.text("fors")});
        change.check_keys();
    }
    const auto test = settings.table("toets");
    for (const auto verdict : {Verdict::may_be_chance, Verdict::may_be_more, Verdict::more})
        wording.verdicts[static_cast<std::size_t>(verdict)] = test.text(to_text(verdict));
    wording.on_rates = read_phrase(test, "per-1000", {"vorig", "nu", "oordeel"});
    test.check_keys();
    settings.check_keys();
    return wording;
}

Wording read_wording() { return parse_wording(read_settings(templates_folder() / "zinnen.toml")); }

bool carries_percentage(const Number& base, const Wording& wording) { return thousandths(base) >= wording.smallest_base * 1000; }

std::string say_number(const Number& number, bool percent) {
    Style style;
    style.zero.assign(1, '0');
    return to_text(number, style) + (percent && number.share ? " %" : "");
}

std::string say_count(const Number& count, const Noun& noun, const Wording& wording) {
    return phrase(count.units == 0 ? wording.count_none : wording.count, {{"aantal", say_number(count, false)}, {"eenheid", noun.of(count)}});
}

std::optional<std::string> say_part(const Number& part, const Number& whole, const Number& percentage, const Noun& noun, const Wording& wording) {
    const auto some = thousandths(part), all = thousandths(whole);
    if (some < 0 || some > all) return std::nullopt;
    const Slots eenheid = {{"eenheid", noun.of(all == 1000 && some == 0 ? Number{} : whole)}};
    if (all == 0 || (all == 1000 && some == 0)) return phrase(wording.part_of_nothing, eenheid);
    if (all == 1000 && some == all) return phrase(wording.part_only, eenheid);
    const auto hundred = thousandths(percentage) == 100'000;
    const bool says_it = carries_percentage(whole, wording) && percentage.units != 0 && !(hundred && some < all);
    auto slots = eenheid;
    slots.insert(slots.end(), {{"deel", say_number(part, false)},
                               {"geheel", say_number(whole, false)},
                               {"procent", says_it ? say_number(percentage, true) : std::string()}});
    return phrase(some == 0 ? wording.part_none : some == all ? wording.part_all : wording.part, slots);
}

std::string say_test(const TwoYears& change, const Tested& tested, const Wording& wording) {
    const auto& verdict = wording.verdicts[static_cast<std::size_t>(tested.verdict)];
    const auto& [before, now] = tested.rates.value_or(change);
    if (thousandths(before) == thousandths(now)) return {};
    if (!tested.rates || verdict.empty()) return verdict;
    return phrase(wording.on_rates, {{"vorig", say_number(before, false)}, {"nu", say_number(now, false)}, {"oordeel", verdict}});
}

std::string say_change(const TwoYears& change, const ChangeForm& form, const Noun& noun, bool percent, std::string_view year_before,
                       const Tested& tested, const Wording& wording) {
    const auto before = thousandths(change.before), now = thousandths(change.now);
    Slots slots = {{"vorig", say_number(change.before, percent)},
                   {"nu", say_number(change.now, percent)},
                   {"schooljaar-1", std::string(year_before)},
                   {"toets", say_test(change, tested, wording)}};
    if (before == now) return phrase(form.same, slots);
    std::string percentage, degree;
    if (!change.now.share && carries_percentage(change.before, wording)) {
        const auto exact = magnitude(*share_of(now - before, before, 100, wording.decimals));
        if (exact.units != 0) percentage = say_number(exact, true);
        const bool says_degree = carries_degree(change, tested);
        if (says_degree && thousandths(exact) <= wording.slight * 1000) degree = form.slight;
        if (says_degree && thousandths(exact) >= wording.strong * 1000) degree = form.strong;
    }
    const auto by = difference(change);
    slots.insert(slots.end(), {{"verschil", say_number(by, false)}, {"eenheid", noun.of(by)}, {"procent", percentage}, {"mate", degree}});
    return phrase(now > before ? form.up : form.down, slots);
}

std::string say_list(std::vector<ListItem> items, bool by_size) {
    std::erase_if(items, [](const ListItem& item) { return item.number.units == 0; });
    if (by_size)
        std::stable_sort(items.begin(), items.end(),
                         [](const ListItem& a, const ListItem& b) { return thousandths(a.number) > thousandths(b.number); });
    std::vector<std::string> texts;
    for (const auto& item : items) texts.push_back(fmt::format("{} {}", say_number(item.number, false), item.text));
    return texts.empty() ? std::string() : enumerate(texts);
}

}  // namespace jv
