#include "rows/csv_reader.hpp"

#include <fmt/format.h>
#include <libfccp/csv.h>

#include <algorithm>
#include <cstring>

#include "messages/finding.hpp"

namespace jv {

namespace {

// Stands for a quote that does not delimit a field, while the parser splits a row; no byte of UTF-8.
constexpr char lone_quote = '\xFF';
constexpr std::string_view non_breaking_space = "\u00a0";

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r") == std::string_view::npos; }

std::string tidy(std::string_view cell) {
    std::string name;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        if (cell.substr(i).starts_with(non_breaking_space)) {
            name += ' ';
            ++i;
        } else if (cell[i] == '\r' || cell[i] == '\n' || cell[i] == '\t') {
            name += ' ';
        } else {
            name += cell[i];
        }
    }
    const auto unique_end = std::unique(name.begin(), name.end(), [](char a, char b) { return a == ' ' && b == ' '; });
    name.erase(unique_end, name.end());
    const auto begin = name.find_first_not_of(" #");
    if (begin == std::string::npos) return {};
    return name.substr(begin, name.find_last_not_of(' ') - begin + 1);
}

char sniff(std::string_view line) {
    char best = ';';
    std::ptrdiff_t most = 0;
    for (const char candidate : {';', ',', '\t'}) {
        bool quoted = false;
        std::ptrdiff_t n = 0;
        for (const char c : line) {
            if (c == '"') quoted = !quoted;
            n += !quoted && c == candidate;
        }
        if (n > most) most = n, best = candidate;
    }
    return best;
}

template <char separator>
void chop(char* line, std::vector<std::string_view>& fields) {
    using Quotes = io::double_quote_escape<separator, '"'>;
    fields.clear();
    while (line) {
        char *begin = nullptr, *end = nullptr;
        io::detail::chop_next_column<Quotes>(line, begin, end);
        io::trim_chars<' ', '\t'>::trim(begin, end);
        Quotes::unescape(begin, end);
        fields.emplace_back(begin, static_cast<std::size_t>(end - begin));
    }
}

}  // namespace

std::string fold_name(std::string_view name) {
    std::string folded(name);
    for (std::size_t i = 0; i < folded.size(); ++i) {
        auto& c = folded[i];
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        // The capitals of Latin-1 (À to Þ, but not ×) stand 32 before their small letters.
        const auto second = i + 1 < folded.size() ? static_cast<unsigned char>(folded[i + 1]) : 0;
        if (c == '\xC3' && second >= 0x80 && second <= 0x9E && second != 0x97) folded[i + 1] = static_cast<char>(second + 0x20);
    }
    return folded;
}

void append_csv_field(std::string& out, std::string_view field, char separator) {
    if (field.find_first_of("\"\n\r") == std::string_view::npos && field.find(separator) == std::string_view::npos) {
        out += field;
        return;
    }
    out += '"';
    for (const char c : field) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

CsvReader::CsvReader(const std::filesystem::path& path, Encoding encoding, char separator) : source_(path, encoding), separator_(separator) {
    if (!refill()) fail_usage("I004", "dit bestand is leeg", "exporteer opnieuw; een export heeft ten minste een kopregel", {name()});
    if (text_.find('\n') == std::string::npos && text_.find('\r') != std::string::npos) terminator_ = '\r';
    // A line `sep=;` tells the separator, and comes before the header.
    while (at_ < text_.size()) {
        const auto end = std::min(text_.find(terminator_, at_), text_.size());
        auto line = std::string_view(text_).substr(at_, end - at_);
        if (line.ends_with('\r')) line.remove_suffix(1);
        const bool names_separator = line.size() == 5 && fold_name(line).starts_with("sep=");
        if (!names_separator && !is_blank(line)) {
            if (separator_ == 0) separator_ = sniff(line);
            break;
        }
        if (names_separator && separator_ == 0) {
            separator_ = line[4];
            if (separator_ != ';' && separator_ != ',' && separator_ != '\t')
                fail_usage("I011", fmt::format("scheidingsteken {} wordt niet ondersteund", as_shown(line.substr(4))),
                           "exporteer met een puntkomma, komma of tab", {name(), next_line_number_});
        }
        at_ = std::min(end + 1, text_.size());
        ++next_line_number_;
    }
    std::span<const std::string_view> cells;
    if (!next(cells)) fail_usage("I004", "dit bestand heeft geen kopregel", "exporteer opnieuw; een export heeft ten minste een kopregel", {name()});
    header_line_ = row_line_;
    for (const auto cell : cells) header_.push_back(tidy(cell));
}

bool CsvReader::refill() {
    text_.erase(0, at_);
    at_ = 0;
    return source_.read(text_);
}

// Finds the real end of the row that begins at `begin` and holds quotes: line breaks inside a quoted field do not end it. Quotes that
// delimit nothing are replaced. `end` is the row's terminator or the end of the text.
void CsvReader::scan_quotes(std::size_t begin, std::size_t& end) {
    enum class In { start, plain, quoted, closed } in = In::start;
    std::uint64_t opened_at = 0, line = next_line_number_;
    std::uint32_t field = 1, opened_field = 1;
    for (std::size_t i = begin;; ++i) {
        if (i == text_.size()) {
            const auto offset = i - at_, begin_offset = begin - at_;
            const bool more = refill();  // moves the text to the front: at_ is 0 now
            begin = begin_offset;
            i = offset;
            if (!more) {
                if (in == In::quoted)
                    fail_usage("I010", "een aanhalingsteken wordt nergens gesloten", "verwijder het, of sluit de tekst met een aanhalingsteken",
                               {name(), opened_at, opened_field});
                end = i;
                return;
            }
        }
        char& c = text_[i];
        if (in == In::quoted) {
            if (c == terminator_) ++line;
            if (c != '"') continue;
            if (i + 1 == text_.size()) {  // what follows decides
                const auto offset = i - at_, begin_offset = begin - at_;
                refill();
                begin = begin_offset;
                i = offset;
            }
            if (i + 1 < text_.size() && text_[i + 1] == '"')
                ++i;
            else
                in = In::closed;
            continue;
        }
        if (c == terminator_) {
            end = i;
            return;
        }
        if (c == separator_) {
            in = In::start;
            ++field;
        } else if (c == '"') {
            if (in == In::start) {
                in = In::quoted;
                opened_at = line;
                opened_field = field;
            } else {
                c = lone_quote;
            }
        } else if (in == In::start && c != ' ' && c != '\t') {
            in = In::plain;
        }
    }
}

// The next physical line, or row over more lines, NUL-terminated in place.
bool CsvReader::next_line(char*& begin, bool& quoted) {
    if (at_ == text_.size() && !refill()) return false;
    std::size_t searched = at_;
    std::size_t end = 0;
    for (;;) {
        const auto* found = static_cast<const char*>(std::memchr(text_.data() + searched, terminator_, text_.size() - searched));
        if (found) {
            end = static_cast<std::size_t>(found - text_.data());
            break;
        }
        const auto offset = text_.size() - at_;
        const bool more = refill();
        searched = offset;
        if (!more) {
            end = text_.size();
            break;
        }
    }
    row_line_ = next_line_number_;
    quoted = std::memchr(text_.data() + at_, '"', end - at_) != nullptr;
    if (quoted) scan_quotes(at_, end);
    const auto start = at_;
    if (end == text_.size()) text_ += terminator_;  // room for the NUL
    next_line_number_ += 1;
    if (quoted)
        next_line_number_ += static_cast<std::uint64_t>(
            std::count(text_.begin() + static_cast<std::ptrdiff_t>(start), text_.begin() + static_cast<std::ptrdiff_t>(end), terminator_));
    text_[end] = '\0';
    if (end > start && text_[end - 1] == '\r') text_[end - 1] = '\0';
    begin = text_.data() + start;
    at_ = end + 1;
    return true;
}

void CsvReader::split(char* line, bool quoted) {
    switch (separator_) {
        case ',':
            chop<','>(line, fields_);
            break;
        case '\t':
            chop<'\t'>(line, fields_);
            break;
        default:
            chop<';'>(line, fields_);
            break;
    }
    if (!quoted) return;
    for (const auto field : fields_)
        for (auto at = field.find(lone_quote); at != std::string_view::npos; at = field.find(lone_quote, at + 1)) const_cast<char&>(field[at]) = '"';
}

bool CsvReader::next(std::span<const std::string_view>& fields) {
    char* line = nullptr;
    bool quoted = false;
    do {
        if (!next_line(line, quoted)) return false;
    } while (is_blank(line));
    split(line, quoted);
    fields = fields_;
    return true;
}

}  // namespace jv
