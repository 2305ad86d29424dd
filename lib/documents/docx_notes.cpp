#include "documents/docx_notes.hpp"

#include <fmt/format.h>

#include "documents/docx_styles.hpp"
#include "documents/docx_xml.hpp"

namespace jv {

namespace {

// The bookmarks of notes have other numbers than those of headings.
constexpr int first_bookmark = 100000;

// What stands above the notes of a page: a line.
std::string separator(int id, std::string_view kind) {
    return fmt::format(
        "<w:footnote w:type=\"{0}\" w:id=\"{1}\"><w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"240\" "
        "w:lineRule=\"auto\"/></w:pPr><w:r><w:{0}/></w:r></w:p>"
        "</w:footnote>\n",
        kind, id);
}

}  // namespace

std::string DocxNotes::marks(const Table& table, const Marks& marks, int half_points) {
    std::string runs;
    const RunLook look{.style = docx_style::footnote_mark, .half_points = half_points};
    for (const auto mark : marks) {
        if (!runs.empty()) runs += docx_run(" ", look);
        const auto [at, is_new] = ids_.try_emplace(table.first_note + mark, ids_.size() + 1);
        const auto id = at->second;
        const auto name = fmt::format("_Noot{}", id);
        if (!is_new) {
            runs += docx_field(fmt::format("NOTEREF {} \\f \\h", name), std::to_string(id), look);
            continue;
        }
        runs += docx_bookmark(first_bookmark + static_cast<int>(id), name, docx_run_of(fmt::format("<w:footnoteReference w:id=\"{}\"/>", id), look));
        const auto text = docx_run_of("<w:footnoteRef/>", {.style = docx_style::footnote_mark}) + docx_run(" " + table.notes[mark]);
        notes_ += fmt::format("<w:footnote w:id=\"{}\">{}</w:footnote>\n", id, docx_paragraph(docx_style::footnote, text));
    }
    return runs;
}

std::vector<std::string> DocxNotes::left_over(const Table& table) const {
    std::vector<std::string> notes;
    for (std::size_t i = 0; i < table.notes.size(); ++i)
        if (!ids_.contains(table.first_note + i)) notes.push_back(table.notes[i]);
    return notes;
}

std::string DocxNotes::part() const {
    return fmt::format("{}<w:footnotes {}>\n{}{}{}</w:footnotes>\n", xml_head, word_namespaces, separator(-1, "separator"),
                       separator(0, "continuationSeparator"), notes_);
}

}  // namespace jv
