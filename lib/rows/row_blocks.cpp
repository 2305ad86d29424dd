#include "rows/row_blocks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <map>

#include "messages/finding.hpp"
#include "rows/fold_name.hpp"
#include "rows/split.hpp"

namespace jv {

namespace {

// A row that takes more is one with a quote that was not meant to open a field.
constexpr std::size_t most_row_bytes = 64u << 20;

bool is_blank(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\t' || c == '\r'; });
}

// How many of the first rows have the most usual number of separators, and that number; quotes hide what is between them.
std::pair<std::size_t, std::size_t> regularity(std::string_view text, char separator, char terminator) {
    constexpr std::size_t most_rows = 20;
    std::map<std::size_t, std::size_t> rows_with;
    std::size_t n = 0, rows = 0;
    bool quoted = false;
    for (std::size_t i = 0; i <= text.size() && rows < most_rows; ++i) {
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

// Appends the block that follows.
void join(RowBlock& block, const RowBlock& following) {
    const auto offset = static_cast<std::uint32_t>(block.text.size());
    const auto lines = static_cast<std::uint32_t>(following.first_line - block.first_line);
    block.text += following.text;
    for (auto row : following.rows) {
        row.begin += offset;
        row.end += offset;
        row.lines += lines;
        block.rows.push_back(row);
    }
}

}  // namespace

RowBlocks::RowBlocks(const std::filesystem::path& path, const TextOptions& options, char separator)
    : source_(path, options), separator_(separator), block_bytes_(options.block_bytes) {
    constexpr std::size_t enough = 1 << 16;
    erased_ = source_.begin();
    while (text_.size() < enough && read_more()) {
    }
    if (text_.empty()) fail_usage("I004", "dit bestand is leeg", "exporteer opnieuw; een export heeft ten minste een kopregel", {source_.name()});
    if (text_.find('\n') == std::string::npos && text_.find('\r') != std::string::npos) terminator_ = '\r';
    skip_separator_line();
    if (separator_ == 0) separator_ = find_separator();
}

bool RowBlocks::read_more() {
    if (ended_) return false;
    text_.reserve(text_.size() + block_bytes_ + 1 + readable_behind);  // so that the block that this becomes has room for what stands behind it
    ended_ = !source_.read(text_);
    return !ended_;
}

// A line `sep=;` tells the separator, and comes before the header.
void RowBlocks::skip_separator_line() {
    std::size_t at = 0;
    while (at < text_.size()) {
        const auto end = std::min(text_.find(terminator_, at), text_.size());
        auto line = std::string_view(text_).substr(at, end - at);
        if (line.ends_with('\r')) line.remove_suffix(1);
        const bool names_separator = line.size() == 5 && fold_name(line).starts_with("sep=");
        if (!names_separator && !is_blank(line)) break;
        if (names_separator && separator_ == 0) {
            separator_ = line[4];
            if (separator_ != ';' && separator_ != ',' && separator_ != '\t')
                fail_usage("I011", fmt::format("scheidingsteken {} wordt niet ondersteund", as_shown(line.substr(4))),
                           "exporteer met een puntkomma, komma of tab", {source_.name(), line_});
        }
        at = std::min(end + 1, text_.size());
        ++line_;
    }
    erased_ += source_.bytes_of(std::string_view(text_).substr(0, at));
    text_.erase(0, at);
}

char RowBlocks::find_separator() const {
    char best = ';';
    std::pair<std::size_t, std::size_t> most;
    for (const char candidate : {';', ',', '\t'})
        if (const auto rows = regularity(text_, candidate, terminator_); rows > most) most = rows, best = candidate;
    return best;
}

// Finds the real end of the row that begins at `begin` and holds quotes: line breaks inside a quoted field do not end it. Quotes that delimit nothing
// are replaced. `end` is the row's terminator or the end of the text; false when only more text can tell, and nothing is replaced then.
bool RowBlocks::scan_quotes(std::size_t begin, std::size_t& end) {
    enum class In { start, plain, quoted, closed } in = In::start;
    std::size_t opened = begin;
    std::vector<std::size_t> lone;
    std::uint32_t field = 1, opened_field = 1;
    std::size_t i = begin;
    for (; i < text_.size(); ++i) {
        const char c = text_[i];
        if (in == In::quoted) {
            if (c != '"') continue;
            if (i + 1 == text_.size() && !ended_) return false;  // what follows decides
            if (i + 1 < text_.size() && text_[i + 1] == '"')
                ++i;
            else
                in = In::closed;
            continue;
        }
        if (c == terminator_) break;
        if (c == separator_) {
            in = In::start;
            ++field;
        } else if (c == '"') {
            if (in == In::start) {
                in = In::quoted;
                opened = i;
                opened_field = field;
            } else {
                lone.push_back(i);
            }
        } else if (in == In::start && c != ' ' && c != '\t') {
            in = In::plain;
        }
    }
    const bool too_long = i - begin > most_row_bytes;
    if (i == text_.size() && !ended_ && !too_long) return false;
    if (in == In::quoted) {
        const auto before = std::string_view(text_).substr(0, opened);
        const auto line = line_ + static_cast<std::uint64_t>(std::count(before.begin(), before.end(), terminator_));
        fail_usage("I010",
                   fmt::format("het aanhalingsteken op byte {} wordt {} gesloten", erased_ + source_.bytes_of(before) + 1,
                               ended_ ? "nergens" : "de volgende 64 MB niet"),
                   "verwijder het, of sluit de tekst met een aanhalingsteken", {source_.name(), line, opened_field});
    }
    for (const auto at : lone) text_[at] = lone_quote;
    end = i;
    return true;
}

// Moves the rows that text_ holds whole into a block, reading until there is one; false when there are no more.
bool RowBlocks::find_rows(RowBlock& block) {
    block.rows.clear();
    block.first_line = line_;
    std::size_t at = 0;
    std::uint32_t lines = 0;
    while (block.rows.empty()) {
        // A row that is not whole yet is looked at again: each time with twice as much text.
        for (const auto wanted = 2 * (text_.size() - at); read_more() && text_.size() - at < wanted;) {
        }
        if (at == text_.size() && ended_) break;
        std::size_t quote = text_.find('"', at);  // the next one
        while (at < text_.size()) {
            const auto* found = static_cast<const char*>(std::memchr(text_.data() + at, terminator_, text_.size() - at));
            if (!found && !ended_) break;
            auto end = found ? static_cast<std::size_t>(found - text_.data()) : text_.size();
            const bool quoted = quote < end;
            if (quoted && !scan_quotes(at, end)) break;
            const auto content_end = end > at && text_[end - 1] == '\r' ? end - 1 : end;
            if (is_blank(std::string_view(text_).substr(at, content_end - at))) {
                after_blank_ = true;
            } else {
                block.rows.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(content_end), lines, quoted, after_blank_});
                after_blank_ = false;
            }
            lines += 1;
            if (quoted) {
                lines += static_cast<std::uint32_t>(
                    std::count(text_.begin() + static_cast<std::ptrdiff_t>(at), text_.begin() + static_cast<std::ptrdiff_t>(end), terminator_));
                quote = text_.find('"', end);
            }
            at = std::min(end + 1, text_.size());
        }
    }
    block.text = std::move(text_);
    text_.assign(block.text, at);
    block.text.resize(at);
    erased_ += source_.bytes_of(block.text);
    line_ += lines;
    block.text.append(1 + readable_behind, '\0');
    for (const auto& row : block.rows) block.text[row.end] = '\0';
    return !block.rows.empty();
}

std::size_t RowBlocks::rows_ahead() const {
    std::size_t rows = 0;
    for (std::size_t i = 1; i < ahead_.size(); ++i) rows += ahead_[i].rows.size();
    return rows;
}

bool RowBlocks::next(RowBlock& block) {
    bool more = true;
    while (more && (ahead_.empty() || rows_ahead() < rows_behind || (first_ && ahead_.front().rows.size() < rows_behind))) {
        RowBlock following;
        more = find_rows(following);
        if (!more) break;
        if (first_ && !ahead_.empty() && ahead_.front().rows.size() < rows_behind)
            join(ahead_.front(), following);
        else
            ahead_.push_back(std::move(following));
    }
    if (ahead_.empty()) return false;
    first_ = false;
    block = std::move(ahead_.front());
    ahead_.pop_front();
    if (more) return true;
    for (auto& following : ahead_) join(block, following);
    ahead_.clear();
    block.last = true;
    return true;
}

}  // namespace jv
