#include "counts/division.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <tuple>

namespace jv {

namespace {

constexpr std::string_view total_code = "totaal";

// In time of `part`, which is small beside the codes of a table with a line for every school.
bool contains(const Codes& whole, const Codes& part) {
    return std::all_of(part.begin(), part.end(), [&](const auto& code) { return whole.contains(code); });
}

bool overlap(const Codes& part, const Codes& whole) {
    return std::any_of(part.begin(), part.end(), [&](const auto& code) { return whole.contains(code); });
}

// The sum of parts. A part that can't occur adds nothing; one that is unknown or hidden makes the sum so.
CijferValue sum_of(const std::vector<Division::Part>& parts) {
    CijferValue sum{0, Status::nvt};
    for (const auto& part : parts) {
        if (part.value.status == Status::nvt) continue;
        if (sum.status == Status::nvt) sum.status = Status::counted;
        sum.thousandths += part.value.thousandths;
        if (part.value.is_number() || sum.status == Status::onbekend) continue;
        sum.status = part.value.status;
    }
    if (!sum.is_number()) sum.thousandths = 0;
    return sum;
}

bool share_kind(const Definitions& definitions, std::string_view a, std::string_view b) {
    const auto* one = definitions.indicator(a);
    const auto* other = definitions.indicator(b);
    return one && other && one->kinds == other->kinds;
}

// Whether rows of the same kind are divided by an indeling in this area and year, so that it holds all that occurs.
bool is_divided(const Cijfers& cijfers, const Definitions& definitions, const CijferKey& key, const std::string& indeling) {
    const auto figures = cijfers.under({key.gebied, key.schooljaar});
    return std::any_of(figures.begin(), figures.end(), [&](const auto& figure) {
        return figure.first.indeling == indeling && share_kind(definitions, figure.first.indicator, key.indicator);
    });
}

}  // namespace

std::string to_text(const Codes& codes) { return fmt::format("{}", fmt::join(codes, " + ")); }

std::vector<std::string> split_joint(std::string_view category) {
    std::vector<std::string> codes;
    for (std::size_t at = 0; at <= category.size();) {
        const auto end = std::min(category.find('+', at), category.size());
        codes.emplace_back(category.substr(at, end - at));
        at = end + 1;
    }
    return codes;
}

bool adds_up(std::string_view eenheid) { return eenheid != "leerlingen"; }

Codes codes_of(const Indeling& indeling, const std::vector<std::string>& categories) {
    Codes codes;
    for (const auto& wanted : categories) {
        const auto at = std::find_if(indeling.categories.begin(), indeling.categories.end(), [&](const Category& c) { return c.code == wanted; });
        if (at == indeling.categories.end() || at->codes.empty())
            codes.insert(wanted);
        else
            codes.insert(at->codes.begin(), at->codes.end());
    }
    return codes;
}

Division::Division(const Cijfers& cijfers, const Definitions& definitions, CijferKey key, const Indeling* indeling) : adds_up_(adds_up(key.eenheid)) {
    key.indeling = key.categorie = total_code;
    stated_total_ = cijfers.find(key);
    if (!indeling) return;
    for (const auto& other : definitions.indelingen) {
        if (other.column != indeling->column) continue;
        for (const auto& [found, value] : cijfers.under({key.gebied, key.schooljaar, key.indicator, key.eenheid, other.code})) {
            // What occurs in an open indeling is a text as it stands.
            auto codes = other.open ? Codes{std::string(found.categorie)} : codes_of(other, split_joint(found.categorie));
            if (values_.emplace(codes, value).second) parts_.push_back({std::move(codes), value});
        }
    }
    find_finest();
    open_ = indeling->open;
    is_divided_ = open_ && (!parts_.empty() || stated_total_ == CijferValue::of(0) || is_divided(cijfers, definitions, key, indeling->code));
}

void Division::find_finest() {
    std::stable_sort(parts_.begin(), parts_.end(), [](const Part& a, const Part& b) { return a.codes.size() < b.codes.size(); });
    Codes taken;
    for (const auto& part : parts_) {
        if (contains(taken, part.codes)) continue;
        if (overlap(part.codes, taken)) {
            overlapping_.push_back(part);
            continue;
        }
        taken.insert(part.codes.begin(), part.codes.end());
        for (const auto& code : part.codes) finest_of_.emplace(code, finest_.size());
        finest_.push_back(part);
    }
}

bool Division::parts_make_total() const {
    // A pupil in two parts may hide one who is in none.
    if (open_ && !adds_up_) return false;
    return stated_total_ && stated_total_->is_number() && sum_of(finest_) == *stated_total_;
}

Lookup Division::total() const {
    if (stated_total_) return *stated_total_;
    if (!adds_up_ || finest_.empty()) return NoSource{};
    return sum_of(finest_);
}

Lookup Division::of(const Codes& codes) const {
    if (const auto at = values_.find(codes); at != values_.end()) return at->second;
    Codes missing;
    std::set<std::size_t> touched;
    for (const auto& code : codes)
        if (const auto at = finest_of_.find(code); at != finest_of_.end())
            touched.insert(at->second);
        else
            missing.insert(code);
    std::vector<Part> inside;
    for (const auto index : touched) {
        const auto& part = finest_[index];
        if (!contains(codes, part.codes)) return Straddled{part.codes, part.value};
        inside.push_back(part);
    }
    if (inside.empty() && !is_divided_) return NoSource{};
    if (inside.empty()) return CijferValue::of(0);
    if (!missing.empty() && !open_ && !parts_make_total()) return Incomplete{missing};
    const auto sum = sum_of(inside);
    if (!sum.is_number() || adds_up_ || parts_make_total()) return sum;
    NotAddable parts;
    for (const auto& part : inside)
        if (part.value.thousandths > 0) parts.parts.emplace_back(part.codes, part.value.thousandths);
    if (parts.parts.size() < 2) return sum;
    return parts;
}

Lookup Division::rest(const Codes& codes) const {
    auto whole = total();
    const auto* known = std::get_if<CijferValue>(&whole);
    if (!known || *known == CijferValue::of(0) || !known->is_number()) return whole;
    if (!adds_up_) return CijferValue{0, Status::onbekend};
    std::vector<Part> inside;
    for (const auto& part : finest_)
        if (contains(codes, part.codes)) inside.push_back(part);
    const auto sum = sum_of(inside);
    if (sum.is_number()) return CijferValue{std::max<std::int64_t>(known->thousandths - sum.thousandths, 0), Status::counted};
    return sum.status == Status::nvt ? *known : sum;
}

Codes Division::codes() const {
    Codes codes;
    for (const auto& part : parts_) codes.insert(part.codes.begin(), part.codes.end());
    return codes;
}

}  // namespace jv
