#include "documents/docx_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "documents/docx_xml.hpp"
#include "documents/own_text.hpp"
#include "documents/unicode.hpp"

namespace jv {

namespace {

class TextXml {
public:
    TextXml(bool written, DocxLists& lists, Relationships& links, const DocxHeading& heading)
        : written_(written), lists_(lists), links_(links), heading_(heading) {}

    std::string xml(const std::vector<Block>& blocks) {
        std::string out;
        for (const auto& block : blocks) out += xml(block);
        return out;
    }

private:
    std::string runs(const Block& block) const {
        std::string out;
        for (const auto& run : block.runs) {
            const RunLook look{.style = run.link.empty() ? "" : docx_style::link, .bold = run.bold, .italic = run.italic};
            const auto xml = docx_run(run.text, look);
            out += run.link.empty()
                       ? xml
                       : fmt::format("<w:hyperlink r:id=\"{}\" w:history=\"1\">{}</w:hyperlink>", links_.add_link(printable(run.link)), xml);
        }
        return out;
    }

    std::string xml(const Block& block) {
        if (block.kind == BlockKind::heading) {
            open_.clear();
            std::string text;
            for (const auto& run : block.runs) text += run.text;
            return heading_(levels_.next(block) - 1, text, runs(block));
        }
        if (block.kind == BlockKind::bullet || block.kind == BlockKind::numbered) return item(block);
        if (!block.in_list()) open_.clear();
        if (!written_) return docx_paragraph(docx_style::open_place, runs(block));
        if (!block.in_list()) return docx_paragraph(docx_style::text, runs(block));
        open_.resize(std::min(open_.size(), block.level));
        return docx_paragraph(docx_style::item_text, runs(block),
                              fmt::format("<w:ind w:left=\"{}\"/>", docx_list_indent * static_cast<int>(block.level)));
    }

    std::string item(const Block& block) {
        const auto level = std::min(block.level, docx_list_levels) - 1;
        const bool numbered = block.kind == BlockKind::numbered;
        open_.resize(std::min(open_.size(), level + 1));
        // An item after one of another kind begins another list.
        if (open_.size() == level + 1 && (open_.back() != DocxLists::bullets) != numbered) open_.pop_back();
        while (open_.size() < level) open_.push_back(DocxLists::bullets);
        if (open_.size() == level) open_.push_back(numbered ? lists_.begin_numbered(level, block.number) : DocxLists::bullets);
        return docx_paragraph(numbered ? docx_style::numbered : docx_style::bullet, runs(block),
                              fmt::format("<w:numPr><w:ilvl w:val=\"{}\"/><w:numId w:val=\"{}\"/></w:numPr>", level, open_.back()));
    }

    bool written_;
    DocxLists& lists_;
    Relationships& links_;
    const DocxHeading& heading_;
    std::vector<int> open_;  // the numbers of the lists around, outermost first
    HeadingLevels levels_;
};

}  // namespace

std::string docx_text(const OwnText& text, DocxLists& lists, Relationships& links, const DocxHeading& heading) {
    return TextXml(text.written, lists, links, heading).xml(text.blocks);
}

}  // namespace jv
