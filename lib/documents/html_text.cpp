#include "documents/html_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "documents/own_text.hpp"
#include "documents/unicode.hpp"

namespace jv {

namespace {

std::string runs_html(const Block& block) {
    std::string out;
    for (const auto& run : block.runs) {
        std::string text;
        for (std::size_t at = 0; at <= run.text.size();) {
            const auto end = std::min(run.text.find('\n', at), run.text.size());
            if (at > 0) text += "<br>";
            text += escaped(std::string_view(run.text).substr(at, end - at));
            at = end + 1;
        }
        if (run.italic) text = fmt::format("<em>{}</em>", text);
        if (run.bold) text = fmt::format("<strong>{}</strong>", text);
        if (!run.link.empty()) text = fmt::format("<a href=\"{}\" rel=\"noreferrer\">{}</a>", escaped(run.link), text);
        out += text;
    }
    return out;
}

// Lists in lists; an item stays open for what belongs to it.
class Blocks {
public:
    std::string html(const std::vector<Block>& blocks) {
        for (const auto& block : blocks) add(block);
        close_to(0);
        return std::move(out_);
    }

private:
    void close_to(std::size_t depth) {
        while (open_.size() > depth) {
            out_ += fmt::format("</li></{}>\n", open_.back());
            open_.pop_back();
        }
    }

    void begin_item(const Block& block) {
        const std::string tag = block.kind == BlockKind::numbered ? "ol" : "ul";
        close_to(block.level);
        if (open_.size() == block.level && open_.back() != tag) close_to(block.level - 1);
        if (open_.size() == block.level) {
            out_ += "</li>\n<li>";
            return;
        }
        const auto start = block.kind == BlockKind::numbered && block.number != 1 ? fmt::format(" start=\"{}\"", block.number) : "";
        while (open_.size() < block.level) {
            open_.push_back(tag);
            out_ += fmt::format("<{}{}>\n<li>", tag, start);
        }
    }

    void add(const Block& block) {
        if (block.kind == BlockKind::bullet || block.kind == BlockKind::numbered) {
            begin_item(block);
            out_ += runs_html(block);
            return;
        }
        close_to(block.level * (block.in_list() ? 1 : 0));
        if (block.kind == BlockKind::paragraph) {
            out_ += "<p>" + runs_html(block) + "</p>\n";
            return;
        }
        out_ += fmt::format("<h{0}>{1}</h{0}>\n", levels_.next(block), runs_html(block));
    }

    std::string out_;
    std::vector<std::string> open_;  // the lists around, outermost first
    HeadingLevels levels_;
};

}  // namespace

std::string escaped(std::string_view text) {
    std::string out;
    add_escaped(out, text);
    return out;
}

void add_escaped(std::string& out, std::string_view text) {
    const auto is_plain = [](char c) { return c >= ' ' && c <= '~' && c != '&' && c != '<' && c != '>' && c != '"' && c != '\''; };
    if (std::all_of(text.begin(), text.end(), is_plain)) {
        out += text;
        return;
    }
    for (const char c : printable(text)) switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += c;
        }
}

std::string blocks_html(const OwnText& text) { return Blocks().html(text.blocks); }

std::string Ids::add(std::string_view wanted) {
    std::string id;
    for (const char c : wanted) {
        const bool upper = c >= 'A' && c <= 'Z';
        if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            id += upper ? static_cast<char>(c + ('a' - 'A')) : c;
        else if (!id.empty() && id.back() != '-')
            id += '-';
    }
    while (id.ends_with('-')) id.pop_back();
    if (id.empty()) id = "deel";
    auto unique = id;
    for (int number = 2; !taken_.insert(unique).second; ++number) unique = fmt::format("{}-{}", id, number);
    return unique;
}

}  // namespace jv
