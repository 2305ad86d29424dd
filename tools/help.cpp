#include "help.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "option_table.hpp"
#include "settings/templates.hpp"

namespace jv {

namespace {

constexpr std::pair<int, std::string_view> exit_statuses[] = {
    {0, "gelukt, ook als er waarschuwingen zijn"},
    {1, "fouten in de gegevens, sommen die niet kloppen, of verschillen waarnaar gevraagd is"},
    {2, "verkeerd gebruik, of invoer die niet gelezen kan worden"},
};

std::size_t width_of(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// Breaks a text at spaces into lines that fit between the indent and column 80; the first line is not indented.
std::string wrapped(std::string_view text, std::size_t indent) {
    std::string out;
    std::size_t column = indent;
    while (!text.empty()) {
        const auto word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        if (column > indent && column + 1 + width_of(word) > 80) {
            out += '\n' + std::string(indent, ' ');
            column = indent;
        } else if (column > indent) {
            out += ' ';
            ++column;
        }
        out += word;
        column += width_of(word);
    }
    return out;
}

// A text in roff: what would be markup is escaped, what is not ASCII written as `\[uXXXX]`, so that every locale shows it.
std::string roff(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 0x80) {
            const std::size_t more = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
            unsigned code = byte & (0x3FU >> more);
            for (std::size_t n = 0; n < more && i + 1 < text.size(); ++n) code = code << 6 | (static_cast<unsigned char>(text[++i]) & 0x3FU);
            out += fmt::format("\\[u{:04X}]", code);
        } else if (text[i] == '\\') {
            out += "\\e";
        } else if (text[i] == '-') {
            out += "\\-";
        } else if ((text[i] == '.' || text[i] == '\'') && (i == 0 || text[i - 1] == '\n')) {
            out += "\\&";
            out += text[i];
        } else {
            out += text[i];
        }
    }
    return out;
}

// Paragraphs, divided by empty lines.
std::string roff_paragraphs(std::string_view text) {
    auto out = roff(text);
    for (std::size_t at = 0; (at = out.find("\n\n", at)) != std::string::npos;) out.replace(at, 2, "\n.PP\n");
    return out;
}

}  // namespace

std::string help_text(const CLI::App& app, const About& about) {
    const auto table = option_table(app);
    constexpr std::size_t indent = 30;
    auto out = fmt::format("Gebruik: {}\n\n{}\n", table.usage, wrapped(about.summary, 0));
    std::string_view group;
    for (const auto& row : table.rows) {
        if (row.group != group) out += fmt::format("\n{}:\n", group = row.group);
        auto left = fmt::format("  {}{}{}", row.names, row.type.empty() ? "" : " ", row.type);
        const auto width = width_of(left);
        left += width + 2 > indent ? "\n" + std::string(indent, ' ') : std::string(indent - width, ' ');
        out += left + wrapped(row.description, indent) + '\n';
    }
    if (!about.examples.empty()) out += "\nVoorbeelden:\n";
    for (const auto& [command, effect] : about.examples) out += fmt::format("  {}\n      {}\n", command, wrapped(effect, 6));
    out += "\nAfsluitstatus:\n";
    for (const auto& [status, meaning] : exit_statuses) out += fmt::format("  {}  {}\n", status, wrapped(meaning, 5));
    return out + fmt::format("\nMeer uitleg: man {0}, of {0} --man | man -l -\n", about.name);
}

std::string man_page(const CLI::App& app, const About& about) {
    const auto table = option_table(app);
    auto title = about.name;
    std::transform(title.begin(), title.end(), title.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    auto out = fmt::format(".TH {} 1 \"\" \"jaarverslag {}\" \"Handleiding van jaarverslag\"\n", title, version());
    out += fmt::format(".SH NAAM\n{} \\- {}\n", roff(about.name), roff(about.summary));
    out += fmt::format(".SH OVERZICHT\n.B {}\n{}\n", roff(about.name), roff(std::string_view(table.usage).substr(about.name.size() + 1)));
    if (!about.explanation.empty()) out += fmt::format(".SH BESCHRIJVING\n{}\n", roff_paragraphs(about.explanation));
    out += ".SH OPTIES\n";
    for (const auto& row : table.rows) {
        out += fmt::format(".TP\n\\fB{}\\fR", roff(row.names));
        if (!row.type.empty()) out += fmt::format(" \\fI{}\\fR", roff(row.type));
        out += fmt::format("\n{}\n", roff(row.description));
    }
    if (!about.examples.empty()) out += ".SH VOORBEELDEN\n";
    for (const auto& [command, effect] : about.examples) out += fmt::format(".TP\n.B {}\n{}\n", roff(command), roff(effect));
    out += ".SH AFSLUITSTATUS\n";
    for (const auto& [status, meaning] : exit_statuses) out += fmt::format(".TP\n.B {}\n{}\n", status, roff(meaning));
    std::vector<std::string> others;
    for (const auto& name : CLI::detail::split(JV_PROGRAMS, ' '))
        if (name != about.name) others.push_back(fmt::format("\\fB{}\\fR(1)", roff(name)));
    if (!others.empty()) out += fmt::format(".SH ZIE OOK\n{}\n", fmt::join(others, ", "));
    return out;
}

}  // namespace jv
