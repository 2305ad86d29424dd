#include "counts/cijfers.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "bytes/files.hpp"
#include "messages/finding.hpp"
#include "messages/suggest.hpp"
#include "rows/split.hpp"

namespace jv {

namespace {

constexpr std::string_view header_line = "gebied;schooljaar;indicator;eenheid;indeling;categorie;aantal;status\n";
constexpr auto header = header_line.substr(0, header_line.size() - 1);

void append_number(std::string& out, CijferValue value) {
    const fmt::format_int whole(value.thousandths / 1000);
    out.append(whole.data(), whole.size());
    const auto rest = value.thousandths % 1000;
    if (rest == 0) return;
    out += fmt::format(".{:03}", rest);
    while (out.back() == '0') out.pop_back();
}

// A whole number, or one with at most three decimals after a point; not negative.
std::optional<std::int64_t> parse_thousandths(std::string_view text) {
    std::int64_t value = 0;
    std::size_t i = 0;
    for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i) {
        if (i == 12) return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    if (i == 0) return std::nullopt;
    std::size_t decimals = 0;
    if (i < text.size() && text[i] == '.') {
        for (++i; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i) {
            if (++decimals > 3) return std::nullopt;
            value = value * 10 + (text[i] - '0');
        }
        if (decimals == 0) return std::nullopt;
    }
    if (i != text.size()) return std::nullopt;
    for (; decimals < 3; ++decimals) value *= 10;
    return value;
}

constexpr std::array<std::string_view, 4> status_texts = {"", "nvt", "onbekend", "onderdrukt"};

// Splits the whole text into records of fields; a quoted field may hold separators, quotes (doubled) and line breaks.
class Records {
public:
    explicit Records(std::string_view text) : text_(text) {}
    std::uint64_t line() const { return line_; }
    bool next(std::vector<std::string>& fields) {
        fields.clear();
        if (at_ == text_.size()) return false;
        line_ = next_line_;
        std::string field;
        for (bool quoted = false; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (c == '\n') ++next_line_;
            if (quoted) {
                if (c != '"') {
                    field += c;
                } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
                    field += c;
                    ++at_;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && field.empty()) {
                quoted = true;
            } else if (c == ';') {
                fields.push_back(std::exchange(field, {}));
            } else if (c == '\n') {
                ++at_;
                break;
            } else if (c != '\r' || at_ + 1 == text_.size() || text_[at_ + 1] != '\n') {
                field += c;
            }
        }
        fields.push_back(std::move(field));
        return true;
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;
    std::uint64_t line_ = 0, next_line_ = 1;
};

}  // namespace

std::string_view to_text(Status status) { return status_texts[static_cast<std::size_t>(status)]; }

bool Cijfers::add(const CijferKey& key, CijferValue value) {
    // Cijfers come in this order, so that the place is known without a search.
    const auto at = figures_.emplace_hint(figures_.end(), key, value);
    return at->second == value;
}

std::optional<CijferValue> Cijfers::find(const CijferKey& key) const {
    const auto at = figures_.find(key);
    return at == figures_.end() ? std::nullopt : std::optional(at->second);
}

std::string_view cijfers_header() { return header_line; }

std::string csv_begin(std::string_view gebied, std::string_view schooljaar) {
    std::string begin;
    append_csv_field(begin, gebied, ';');
    begin += ';';
    append_csv_field(begin, schooljaar, ';');
    return begin + ';';
}

void append_csv(std::string& out, std::string_view begin, std::string_view indicator, std::string_view eenheid, std::string_view indeling,
                std::string_view categorie, CijferValue value) {
    out += begin;
    for (const auto field : {indicator, eenheid, indeling, categorie}) {
        append_csv_field(out, field, ';');
        out += ';';
    }
    if (value.is_number()) append_number(out, value);
    out += ';';
    out += to_text(value.status);
    out += '\n';
}

void append_csv(std::string& out, const CijferKey& key, CijferValue value) {
    append_csv(out, csv_begin(key.gebied, key.schooljaar), key.indicator, key.eenheid, key.indeling, key.categorie, value);
}

std::string to_csv(const Cijfers& cijfers) {
    std::string out(header_line);
    for (const auto& [key, value] : cijfers) append_csv(out, key, value);
    return out;
}

void read_cijfers(const std::filesystem::path& path, Cijfers& into) {
    const auto file = display_name(path);
    const auto text = read_whole_file(path);
    if (text.empty()) fail_usage("I004", "dit bestand is leeg", "geef een cijfers.csv van jv-tel", {file});
    Records records(text);
    std::vector<std::string> fields;
    records.next(fields);
    if (fmt::format("{}", fmt::join(fields, ";")) != header)
        fail_usage("I006", "de kop is niet die van cijfers.csv", fmt::format("de eerste regel moet zijn: {}", header), {file, 1});
    while (records.next(fields)) {
        const Place place{file, records.line()};
        if (fields.size() == 1 && fields[0].empty()) continue;
        if (fields.size() != 8)
            fail_usage("I008", fmt::format("deze regel heeft {} velden in plaats van 8", fields.size()),
                       "vul de regel aan; zet een tekst met ; tussen aanhalingstekens", place);
        const CijferKey key{fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]};
        const auto status = std::find(status_texts.begin(), status_texts.end(), fields[7]);
        if (status == status_texts.end())
            fail_data("C002", fmt::format("status \"{}\" is onbekend", fields[7]), "kies uit: leeg, nvt, onbekend, onderdrukt",
                      {file, records.line(), 8});
        CijferValue value{0, static_cast<Status>(status - status_texts.begin())};
        if (value.is_number()) {
            const auto number = parse_thousandths(fields[6]);
            if (!number || (fields[3] != "fte" && *number % 1000 != 0))
                fail_data("C001", fmt::format("aantal \"{}\" is geen geheel getal", fields[6]),
                          "schrijf alleen cijfers; alleen fte heeft een decimale punt", {file, records.line(), 7});
            value.thousandths = *number;
        } else if (!fields[6].empty()) {
            fail_data("C001", fmt::format("bij status \"{}\" hoort geen aantal", fields[7]), "laat het aantal leeg, of de status",
                      {file, records.line(), 7});
        }
        if (!into.add(key, value))
            fail_data("C003",
                      fmt::format("{} van {} in {} ({}, {}: {}) staat er al met een ander cijfer", key.indicator, key.gebied, key.schooljaar,
                                  key.eenheid, key.indeling, key.categorie),
                      "haal een van de twee weg", place);
    }
}

}  // namespace jv
