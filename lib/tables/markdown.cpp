#include "tables/markdown.hpp"

#include <cmark.h>
#include <fmt/format.h>
#include <utf8.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>

namespace jv {

namespace {

// Marks are characters of the last two planes, which are for private use.
constexpr std::uint32_t first_mark = 0xF0000, last_mark = 0x10FFFD;

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r' && text.substr(i, 2) == "\r\n") continue;
        if (text[i] == '\n' || text[i] == '\r')
            lines.emplace_back();
        else
            lines.back() += text[i];
    }
    return lines;
}

void require_text(const std::vector<std::string>& lines, const std::string& file) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& line = lines[i];
        const auto invalid = utf8::find_invalid(line.begin(), line.end());
        if (invalid != line.end())
            fail_usage("I007", fmt::format("byte {} van deze regel is geen UTF-8", invalid - line.begin() + 1), "bewaar de tekst als UTF-8",
                       {file, i + 1, 0});
        if (const auto nul = line.find('\0'); nul != std::string::npos)
            fail_usage("I009", "hier staat een NUL-byte", "bewaar de tekst opnieuw, als platte tekst in UTF-8", {file, i + 1, 0});
        for (auto at = line.begin(); at != line.end();)
            if (utf8::next(at, line.end()) >= first_mark)
                fail_usage("I007", "hier staat een teken dat geen betekenis heeft", "haal het teken weg", {file, i + 1, 0});
    }
}

// The text with a mark for each place.
std::string with_marks(const std::string& file, Markdown& markdown) {
    std::string marked;
    for (std::size_t number = 0; number < markdown.source.size(); ++number) {
        const auto& line = markdown.source[number];
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (line[i] != '{') {
                marked += line[i];
                continue;
            }
            const auto place = place_in(file, number + 1, line, i);
            const bool brace = line.compare(i, 2, "{{") == 0;
            const auto end = brace ? i + 1 : line.find('}', i);
            if (end == std::string::npos)
                fail_usage("S004", "een { zonder } op dezelfde regel", "sluit de naam af met }, of schrijf {{ voor een accolade", place);
            if (markdown.places.size() > last_mark - first_mark)
                fail_usage("S004", "deze tekst heeft te veel cijfers", "verdeel hem over meer bestanden", place);
            utf8::append(first_mark + static_cast<std::uint32_t>(markdown.places.size()), std::back_inserter(marked));
            markdown.places.push_back({brace ? "{" : line.substr(i + 1, end - i - 1), place});
            i = end;
        }
        marked += '\n';
    }
    return marked;
}

std::string text_of(const char* text) { return text ? text : ""; }

// Where a link may lead; anything else could start a program, or is nowhere in a document that travels.
bool is_address(std::string_view link) {
    constexpr std::array<std::string_view, 3> schemes = {"https://", "http://", "mailto:"};
    return std::any_of(schemes.begin(), schemes.end(), [&](auto scheme) { return link.starts_with(scheme); });
}

// `| --- | --- |`: the line below the head of a table, which CommonMark does not have.
bool is_table_rule(std::string_view line) {
    return line.find('|') != std::string_view::npos && line.find("--") != std::string_view::npos &&
           line.find_first_not_of("|-: ") == std::string_view::npos;
}

// Goes through the parsed text from begin to end, and makes blocks of what it meets.
class Reading {
public:
    Reading(Markdown& markdown, const std::string& file, FindingLog& log) : markdown_(markdown), file_(file), log_(log) {}

    void enter(cmark_node* node) {
        switch (cmark_node_get_type(node)) {
            case CMARK_NODE_LIST:
                lists_.push_back({cmark_node_get_list_type(node) == CMARK_ORDERED_LIST, static_cast<std::size_t>(cmark_node_get_list_start(node))});
                break;
            case CMARK_NODE_ITEM:
                item_begins_ = true;
                break;
            case CMARK_NODE_PARAGRAPH:
                begin(node, {BlockKind::paragraph, lists_.size()});
                warn_of_table();
                break;
            case CMARK_NODE_HEADING:
                begin(node, {BlockKind::heading, static_cast<std::size_t>(cmark_node_get_heading_level(node))});
                break;
            case CMARK_NODE_BLOCK_QUOTE:
                warn(node, "een citaat (>)");
                break;
            case CMARK_NODE_CODE_BLOCK:
            case CMARK_NODE_HTML_BLOCK:
                warn(node, cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK ? "een blok code (``` of vier spaties)" : "HTML");
                begin(node, {BlockKind::paragraph, lists_.size()});
                add_literal(node);
                break;
            case CMARK_NODE_THEMATIC_BREAK:
                warn(node, "een streep (---)");
                begin(node, {BlockKind::paragraph, lists_.size()});
                add("---");
                break;
            case CMARK_NODE_TEXT:
                add_literal(node);
                break;
            case CMARK_NODE_SOFTBREAK:
                add(" ");
                break;
            case CMARK_NODE_LINEBREAK:
                add("\n");
                break;
            case CMARK_NODE_CODE:
            case CMARK_NODE_HTML_INLINE:
                warn(node, cmark_node_get_type(node) == CMARK_NODE_CODE ? "code (`…`)" : "HTML");
                add_literal(node);
                break;
            case CMARK_NODE_EMPH:
                ++italic_;
                break;
            case CMARK_NODE_STRONG:
                ++bold_;
                break;
            case CMARK_NODE_LINK:
                if (is_address(text_of(cmark_node_get_url(node))))
                    link_ = text_of(cmark_node_get_url(node));
                else
                    warn(node, "een link die niet met https://, http:// of mailto: begint");
                break;
            case CMARK_NODE_IMAGE:
                warn(node, "een afbeelding");
                break;
            default:
                break;
        }
    }

    void leave(cmark_node* node) {
        switch (cmark_node_get_type(node)) {
            case CMARK_NODE_LIST:
                lists_.pop_back();
                break;
            case CMARK_NODE_ITEM:
                if (item_begins_) begin(node, {});  // an empty one
                ++lists_.back().number;
                break;
            case CMARK_NODE_EMPH:
                --italic_;
                break;
            case CMARK_NODE_STRONG:
                --bold_;
                break;
            case CMARK_NODE_LINK:
            case CMARK_NODE_IMAGE:
                if (const auto url = text_of(cmark_node_get_url(node)); url != link_ && !url.empty()) add(fmt::format(" ({})", url));
                if (cmark_node_get_type(node) == CMARK_NODE_LINK) link_.clear();
                break;
            default:
                break;
        }
    }

private:
    struct List {
        bool ordered;
        std::size_t number;
    };

    // A block; the first of an item is that item.
    void begin(cmark_node* node, Block block) {
        if (std::exchange(item_begins_, false))
            block = lists_.back().ordered ? Block{BlockKind::numbered, lists_.size(), lists_.back().number} : Block{BlockKind::bullet, lists_.size()};
        const auto line = static_cast<std::uint64_t>(cmark_node_get_start_line(node));
        const auto column = static_cast<std::size_t>(std::max(cmark_node_get_start_column(node), 1));
        markdown_.blocks.push_back({std::move(block), line, static_cast<std::uint64_t>(cmark_node_get_end_line(node)), column - 1});
    }

    void add(std::string text) {
        auto& runs = markdown_.blocks.back().block.runs;
        Run run{std::move(text), bold_ > 0, italic_ > 0, link_};
        if (!runs.empty() && runs.back().bold == run.bold && runs.back().italic == run.italic && runs.back().link == run.link)
            runs.back().text += run.text;
        else if (!run.text.empty())
            runs.push_back(std::move(run));
    }

    void add_literal(cmark_node* node) {
        auto text = text_of(cmark_node_get_literal(node));
        while (text.ends_with('\n')) text.pop_back();
        add(std::move(text));
    }

    void warn(cmark_node* node, std::string_view what) {
        auto line = static_cast<std::uint64_t>(cmark_node_get_start_line(node));
        if (line == 0) line = markdown_.blocks.empty() ? 1 : markdown_.blocks.back().first_line;
        warn_at(line, what);
    }
    // Once a line: a tag that opens and closes is one thing.
    void warn_at(std::uint64_t line, std::string_view what) {
        if (!warned_.emplace(line, what).second) return;
        log_.add({{file_, line, 0},
                  "T011",
                  fmt::format("{} staat in het verslag als gewone tekst", what),
                  "gebruik koppen, alinea's, lijsten, **vet**, *cursief* en [links](https://…)",
                  Level::warning});
    }
    void warn_of_table() {
        const auto& block = markdown_.blocks.back();
        for (auto line = block.first_line + 1; line <= block.last_line && line <= markdown_.source.size(); ++line)
            if (is_table_rule(markdown_.source[line - 1])) return warn_at(block.first_line, "een tabel (|)");
    }

    Markdown& markdown_;
    const std::string& file_;
    FindingLog& log_;
    std::vector<List> lists_;
    bool item_begins_ = false;
    int bold_ = 0, italic_ = 0;
    std::string link_;
    std::set<std::pair<std::uint64_t, std::string>> warned_;
};

}  // namespace

Markdown read_markdown(std::string_view text, const std::string& file, FindingLog& log) {
    Markdown markdown;
    markdown.source = lines_of(text);
    require_text(markdown.source, file);
    const auto marked = with_marks(file, markdown);
    const std::unique_ptr<cmark_node, void (*)(cmark_node*)> root(cmark_parse_document(marked.data(), marked.size(), CMARK_OPT_DEFAULT),
                                                                  cmark_node_free);
    const std::unique_ptr<cmark_iter, void (*)(cmark_iter*)> nodes(cmark_iter_new(root.get()), cmark_iter_free);
    Reading reading(markdown, file, log);
    for (auto event = cmark_iter_next(nodes.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(nodes.get())) {
        auto* node = cmark_iter_get_node(nodes.get());
        event == CMARK_EVENT_ENTER ? reading.enter(node) : reading.leave(node);
    }
    return markdown;
}

std::string replace_marks(std::string_view text, const std::function<std::string(std::size_t)>& filling) {
    std::string replaced;
    for (auto at = text.begin(); at != text.end();) {
        const auto* const begin = at;
        const auto point = utf8::next(at, text.end());
        if (point >= first_mark)
            replaced += filling(point - first_mark);
        else
            replaced.append(begin, at);
    }
    return replaced;
}

Place place_in(const std::string& file, std::uint64_t line, std::string_view text, std::size_t byte) {
    const auto before = text.substr(0, byte);
    return {file, line, static_cast<std::uint32_t>(utf8::distance(before.begin(), before.end()) + 1)};
}

}  // namespace jv
