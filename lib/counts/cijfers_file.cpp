// Figures as a file.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstring>

#include "bytes/files.hpp"
#include "counts/cijfers.hpp"
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

// A file as records of fields; a quoted field may hold separators, quotes (doubled) and line breaks. Fails with status 2: as
// require_readable_file, and I003 when the disk does.
class Records {
public:
    explicit Records(const std::filesystem::path& path) : name_(display_name(path)) {
        require_readable_file(path);
        file_.reset(std::fopen(path.c_str(), "rb"));
        if (!file_) fail_usage("I003", "dit bestand mag niet gelezen worden", "vraag om leesrechten of kopieer het naar een eigen map", {name_});
        read_on();
        if (rest().starts_with("\xEF\xBB\xBF")) at_ = 3;
    }
    bool at_end() const { return at_ == size_ && ended_; }
    // Where the record begins, from 1.
    std::uint64_t line() const { return line_; }
    // The next record; false at the end. The fields stay valid until the next call.
    bool next(std::vector<std::string_view>& fields) {
        fields.clear();
        for (;;) {
            if (at_end()) return false;
            const auto text = rest();
            const auto line_end = text.find('\n');
            const bool whole = line_end != std::string_view::npos;
            const bool quoted = text.substr(0, line_end).find('"') != std::string_view::npos;
            if (whole || ended_) {
                if (!quoted) {
                    split(whole ? text.substr(0, line_end) : text, whole, fields);
                    pass(whole ? line_end + 1 : text.size(), whole ? 1 : 0);
                    return true;
                }
                if (split_quoted(text)) {
                    fields.assign(unquoted_.begin(), unquoted_.end());
                    return true;
                }
            }
            read_on();
        }
    }

private:
    std::string_view rest() const { return {buffer_.data() + at_, size_ - at_}; }

    // Goes past a record that was read.
    void pass(std::size_t bytes, std::uint64_t line_breaks) {
        at_ += bytes;
        line_ = next_line_;
        next_line_ += line_breaks;
    }

    static void split(std::string_view line, bool ended_by_line_break, std::vector<std::string_view>& fields) {
        if (ended_by_line_break && line.ends_with('\r')) line.remove_suffix(1);
        for (;;) {
            const auto* end = static_cast<const char*>(line.empty() ? nullptr : std::memchr(line.data(), ';', line.size()));
            if (!end) break;
            const auto size = static_cast<std::size_t>(end - line.data());
            fields.push_back(line.substr(0, size));
            line.remove_prefix(size + 1);
        }
        fields.push_back(line);
    }

    // Reads a record with quotes; false when its end is not in the text yet.
    bool split_quoted(std::string_view text) {
        unquoted_.assign(1, {});
        std::uint64_t line_breaks = 0;
        std::size_t at = 0;
        bool quoted = false, ended = false;
        for (; at < text.size() && !ended; ++at) {
            const char c = text[at];
            auto& field = unquoted_.back();
            if (c == '\n') ++line_breaks;
            if (quoted) {
                if (c != '"') {
                    field += c;
                } else if (at + 1 < text.size() && text[at + 1] == '"') {
                    field += c;
                    ++at;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && field.empty()) {
                quoted = true;
            } else if (c == ';') {
                unquoted_.emplace_back();
            } else if (c == '\n') {
                ended = true;
            } else if (c != '\r' || at + 1 == text.size() || text[at + 1] != '\n') {
                field += c;
            }
        }
        if (!ended && !ended_) return false;
        pass(at, line_breaks);
        return true;
    }

    // Reads as much again as is held of the record that goes on, and a block at least.
    void read_on() {
        constexpr std::size_t block = 1 << 18;
        std::memmove(buffer_.data(), buffer_.data() + at_, size_ - at_);
        size_ -= at_;
        at_ = 0;
        const auto wanted = std::max(block, size_);
        if (buffer_.size() < size_ + wanted) buffer_.resize(size_ + wanted);
        const auto count = read_bytes(file_.get(), buffer_.data() + size_, wanted, name_);
        size_ += count;
        ended_ = count < wanted;
    }

    std::string name_;
    FileHandle file_;
    std::string buffer_;             // holds text up to size_, of which what stands before at_ was given
    std::size_t at_ = 0, size_ = 0;  // in buffer_
    bool ended_ = false;             // there is nothing behind the buffer
    std::uint64_t line_ = 0, next_line_ = 1;
    std::vector<std::string> unquoted_;  // the fields of a record with quotes
};

}  // namespace

std::string_view cijfers_header() { return header_line; }

void CijferLines::append(std::string& out, const CijferKeyView& key, CijferValue value) {
    // Equal texts are nearly always the same.
    const auto equals_last = [&](std::string_view CijferKeyView::*part) {
        const auto now = key.*part, before = last_.*part;
        return (now.data() == before.data() && now.size() == before.size()) || now == before;
    };
    const bool begins_alike = !begin_.empty() && equals_last(&CijferKeyView::indeling) && equals_last(&CijferKeyView::eenheid) &&
                              equals_last(&CijferKeyView::indicator) && equals_last(&CijferKeyView::schooljaar) &&
                              equals_last(&CijferKeyView::gebied);
    if (!begins_alike) {
        begin_.clear();
        for (const auto part : {key.gebied, key.schooljaar, key.indicator, key.eenheid, key.indeling}) {
            append_csv_field(begin_, part, ';');
            begin_ += ';';
        }
        last_ = key;
    }
    out += begin_;
    append_csv_field(out, key.categorie, ';');
    out += ';';
    if (value.is_number()) append_number(out, value);
    out += ';';
    out += to_text(value.status);
    out += '\n';
}

std::string to_csv(const Cijfers& cijfers) {
    std::string out(header_line);
    CijferLines lines;
    for (const auto& [key, value] : cijfers) lines.append(out, key, value);
    return out;
}

void read_cijfers(const std::filesystem::path& path, Cijfers& into) {
    const auto file = display_name(path);
    Records records(path);
    if (records.at_end()) fail_usage("I004", "dit bestand is leeg", "geef een cijfers.csv van jv-tel", {file});
    std::vector<std::string_view> fields;
    records.next(fields);
    if (fmt::format("{}", fmt::join(fields, ";")) != header)
        fail_usage("I006", "de kop is niet die van cijfers.csv", fmt::format("de eerste regel moet zijn: {}", header), {file, 1});
    while (records.next(fields)) {
        if (fields.size() == 1 && fields[0].empty()) continue;
        if (fields.size() != 8)
            fail_usage("I008", fmt::format("deze regel heeft {} velden in plaats van 8", fields.size()),
                       "vul de regel aan; zet een tekst met ; tussen aanhalingstekens", {file, records.line()});
        const CijferKeyView key{fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]};
        const auto status = parse_status(fields[7]);
        if (!status)
            fail_data("C002", fmt::format("status \"{}\" is onbekend", fields[7]), "kies uit: leeg, nvt, onbekend, onderdrukt",
                      {file, records.line(), 8});
        CijferValue value{0, *status};
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
                      "haal een van de twee weg", {file, records.line()});
    }
}

}  // namespace jv
