#include "rows/csv_reader.hpp"

#include <fmt/format.h>
#include <libfccp/csv.h>

#include <algorithm>
#include <cstring>
#include <map>

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

// How many rows have the most usual number of separators, and that number; quotes hide what is between them.
std::pair<std::size_t, std::size_t> regularity(std::string_view text, char separator, char terminator) {
    std::map<std::size_t, std::size_t> rows_with;
    std::size_t n = 0, rows = 0;
    bool quoted = false;
    for (std::size_t i = 0; i <= text.size() && rows < CsvReader::most_head_rows; ++i) {
        const char c = i < text.size() ? text[i] : terminator;
        if (c == '"') quoted = !quoted;
        if (quoted && i < text.size()) continue;
        n += c == separator;
        if (c != terminator) continue;
        if (n > 0) ++rows_with[n];
        ++rows;
        n = 0;
    }
    std::pair<std::size_t, std::size_t> best;
    for (const auto& [number, count] : rows_with) best = std::max(best, {count, number});
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
    erased_ = source_.begin();
    if (!refill()) fail_usage("I004", "dit bestand is leeg", "exporteer opnieuw; een export heeft ten minste een kopregel", {name()});
    if (text_.find('\n') == std::string::npos && text_.find('\r') != std::string::npos) terminator_ = '\r';
    // A line `sep=;` tells the separator, and comes before the header.
    while (at_ < text_.size()) {
        const auto end = std::min(text_.find(terminator_, at_), text_.size());
        auto line = std::string_view(text_).substr(at_, end - at_);
        if (line.ends_with('\r')) line.remove_suffix(1);
        const bool names_separator = line.size() == 5 && fold_name(line).starts_with("sep=");
        if (!names_separator && !is_blank(line)) break;
        if (names_separator && separator_ == 0) {
            separator_ = line[4];
            if (separator_ != ';' && separator_ != ',' && separator_ != '\t')
                fail_usage("I011", fmt::format("scheidingsteken {} wordt niet ondersteund", as_shown(line.substr(4))),
                           "exporteer met een puntkomma, komma of tab", {name(), next_line_number_});
        }
        at_ = std::min(end + 1, text_.size());
        ++next_line_number_;
    }
    if (separator_ == 0) separator_ = find_separator();
    if (!look_ahead(0))
        fail_usage("I004", "dit bestand heeft geen kopregel", "exporteer opnieuw; een export heeft ten minste een kopregel", {name()});
    choose_header(0);
}

char CsvReader::find_separator() const {
    const auto text = std::string_view(text_).substr(at_);
    char best = ';';
    std::pair<std::size_t, std::size_t> most;
    for (const char candidate : {';', ',', '\t'})
        if (const auto rows = regularity(text, candidate, terminator_); rows > most) most = rows, best = candidate;
    return best;
}

const std::deque<CsvReader::Row>& CsvReader::head() {
    while (ahead_.size() < most_head_rows && look_ahead(ahead_.size())) {
    }
    return ahead_;
}

std::vector<std::string> CsvReader::as_header(const Row& row) {
    std::vector<std::string> header;
    for (const auto& cell : row.cells) header.push_back(tidy(cell));
    if (header.size() > 1 && header.back().empty()) header.pop_back();
    return header;
}

void CsvReader::choose_header(std::size_t row) {
    header_row_ = row;
    header_ = as_header(ahead_[row]);
    header_line_ = ahead_[row].line;
}

const CsvReader::Row* CsvReader::look_ahead(std::size_t rows) {
    if (ahead_.size() <= rows) keep_row();
    std::vector<std::string_view> fields;
    for (Position position; ahead_.size() <= rows;) {
        if (!read_row(fields, position)) return nullptr;
        ahead_.push_back({position.line, position.after_blank, {fields.begin(), fields.end()}});
    }
    return &ahead_[rows];
}

// Lets the fields of the row just read outlive the text that they were read from.
void CsvReader::keep_row() {
    std::vector<std::string> kept(fields_.begin(), fields_.end());
    kept_ = std::move(kept);
    std::copy(kept_.begin(), kept_.end(), fields_.begin());
}

bool CsvReader::refill() {
    erased_ += source_.bytes_of(std::string_view(text_).substr(0, at_));
    text_.erase(0, at_);
    at_ = 0;
    return source_.read(text_);
}

// Finds the real end of the row that begins at `begin` and holds quotes: line breaks inside a quoted field do not end it. Quotes that
// delimit nothing are replaced. `end` is the row's terminator or the end of the text.
void CsvReader::scan_quotes(std::size_t begin, std::size_t& end) {
    enum class In { start, plain, quoted, closed } in = In::start;
    std::uint64_t opened_at = 0, line = next_line_number_, opened_byte = 0;
    std::uint32_t field = 1, opened_field = 1;
    for (std::size_t i = begin;; ++i) {
        if (i == text_.size()) {
            const auto offset = i - at_, begin_offset = begin - at_;
            const bool more = refill();  // moves the text to the front: at_ is 0 now
            begin = begin_offset;
            i = offset;
            if (!more) {
                if (in == In::quoted)
                    fail_usage("I010", fmt::format("het aanhalingsteken op byte {} wordt nergens gesloten", opened_byte + 1),
                               "verwijder het, of sluit de tekst met een aanhalingsteken", {name(), opened_at, opened_field});
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
                opened_byte = erased_ + source_.bytes_of(std::string_view(text_).substr(0, i));
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
bool CsvReader::next_line(char*& begin, bool& quoted, Position& position) {
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
    position.line = next_line_number_;
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

void CsvReader::split(char* line, bool quoted, std::vector<std::string_view>& fields) const {
    switch (separator_) {
        case ',':
            chop<','>(line, fields);
            break;
        case '\t':
            chop<'\t'>(line, fields);
            break;
        default:
            chop<';'>(line, fields);
            break;
    }
    if (!quoted) return;
    for (const auto field : fields)
        for (auto at = field.find(lone_quote); at != std::string_view::npos; at = field.find(lone_quote, at + 1)) const_cast<char&>(field[at]) = '"';
}

// The next row that is not blank.
bool CsvReader::read_row(std::vector<std::string_view>& fields, Position& position) {
    char* line = nullptr;
    bool quoted = false;
    position.after_blank = false;
    while (next_line(line, quoted, position)) {
        if (!is_blank(line)) {
            split(line, quoted, fields);
            return true;
        }
        position.after_blank = true;
    }
    return false;
}

bool CsvReader::next(std::span<const std::string_view>& fields) {
    if (!started_) {
        ahead_.erase(ahead_.begin(), ahead_.begin() + static_cast<std::ptrdiff_t>(header_row_ + 1));
        started_ = true;
    }
    if (!ahead_.empty()) {
        auto& row = ahead_.front();
        position_ = {row.line, row.after_blank};
        kept_ = std::move(row.cells);
        fields_.assign(kept_.begin(), kept_.end());
        ahead_.pop_front();
    } else if (!read_row(fields_, position_)) {
        return false;
    }
    // A separator at the end of every line makes an empty field more.
    if (fields_.size() == header_.size() + 1 && fields_.back().empty()) fields_.pop_back();
    fields = fields_;
    return true;
}

}  // namespace jv
