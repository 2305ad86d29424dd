#include "documents/house_style.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "documents/colour.hpp"
#include "rows/fold_name.hpp"
#include "tables/text.hpp"

namespace jv {

namespace {

constexpr double wanted_contrast = 4.5;
constexpr Colour paper = 0xFFFFFF, ink = 0x1B2225;  // of all formats the lightest ink

bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; }

bool is_digit(std::string_view text, std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; }

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) text.replace(at, from.size(), to);
    return text;
}

// The text with every school year that is written as `2023-2024` in the notation of the style.
std::string with_years(const std::string& text, const Style& style) {
    constexpr std::size_t size = 9, half = 4;
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto part = std::string_view(text).substr(at, size);
        const bool is_free = (at == 0 || (!is_digit(text, at - 1) && text[at - 1] != '-')) && !is_digit(text, at + size);
        const auto year = part.size() == size && part[half] == '-' && is_free ? parse_report_year(part) : std::nullopt;
        if (year && *year == part) {
            out += print_year(part, style);
            at += size;
        } else {
            out += text[at++];
        }
    }
    return out;
}

class Dresser {
public:
    Dresser(const Style& style, const std::map<std::string, std::string>& labels) : style_(style), labels_(labels) {}

    void operator()(Table& table) const {
        print(table.title);
        print(table.row_head);
        for (auto& column : table.columns) print(column.group), print(column.head);
        for (auto& row : table.rows) print(row.label);
        for (auto& note : table.notes) print(note);
        for (auto& remark : table.remarks) print(remark);
        for (auto& remark : table.trend_remarks) print(remark);
        for (auto& column : table.trends) {
            print(column.head);
            for (auto& trend : column.rows) {
                print(trend.description);
                for (auto& point : trend.points) print(point.schooljaar);
            }
        }
        for (auto& definition : table.definitions) print(definition.term), print(definition.text), print(definition.ground);
    }
    void operator()(Chart& chart) const {
        chart.description = with_labels(chart.description, chart.data);
        print(chart.description);
        print(chart.unit);
        (*this)(chart.data);
    }
    void operator()(Sentences& sentences) const {
        print(sentences.title);
        for (auto& line : sentences.lines) print(line);
    }
    void operator()(OwnText& text) const {
        print(text.title);
        for (auto& block : text.blocks)
            for (auto& run : block.runs)
                if (run.link.empty() && run.text.find("://") == std::string::npos) run.text = with_years(run.text, style_);
    }

    void print(std::string& text) const { text = with_years(label(text), style_); }

private:
    const std::string& label(const std::string& text) const {
        if (labels_.empty()) return text;
        const auto at = labels_.find(fold_name(text));
        return at == labels_.end() ? text : at->second;
    }

    // The text with each label of the table that stands in it, the longest first, as it is printed.
    std::string with_labels(std::string text, const Table& table) const {
        std::vector<std::string> names = {table.title};
        for (const auto& row : table.rows) names.push_back(row.label);
        for (const auto& column : table.columns) names.push_back(column.head);
        std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
        std::string out;
        for (std::size_t at = 0; at < text.size();) {
            const auto here = std::string_view(text).substr(at);
            const auto name = std::find_if(names.begin(), names.end(), [&](const auto& one) {
                return !one.empty() && here.starts_with(one) && (one.size() == here.size() || !is_word(here[one.size()]));
            });
            const bool begins = at == 0 || text[at - 1] == ' ';
            out += begins && name != names.end() ? label(*name) : std::string(1, text[at]);
            at += begins && name != names.end() ? name->size() : 1;
        }
        return out;
    }

    const Style& style_;
    const std::map<std::string, std::string>& labels_;
};

}  // namespace

Report without_parts(const Report& report) {
    return {report.title, report.gebied, report.schooljaar, {}, report.notes, report.style, report.contents};
}

HouseStyle::HouseStyle(const Report& report) : report_(without_parts(report)) {
    const std::array<std::pair<std::string_view, std::string>, 3> places = {
        {{"{gebied}", report.gebied}, {"{schooljaar}", report.schooljaar}, {"{schooljaar-1}", shift_year(report.schooljaar, -1)}}};
    for (const auto& [text_before, label] : report.style.labels) {
        auto key = text_before, text = label;
        for (const auto& [place, value] : places) key = replaced(key, place, fold_name(value)), text = replaced(text, place, value);
        labels_[key] = text;
    }
}

Report HouseStyle::head() const {
    auto dressed = report_;
    const Dresser dresser(report_.style, labels_);
    dresser.print(dressed.title);
    for (auto& note : dressed.notes) dresser.print(note);
    for (auto& heading : dressed.contents) dresser.print(heading.title);
    dressed.schooljaar = print_year(report_.schooljaar, report_.style);
    dressed.style = readable(report_.style);
    return dressed;
}

void HouseStyle::dress(Part& part) const { std::visit(Dresser(report_.style, labels_), part); }

Style readable(Style style) {
    style.head_text = with_contrast(style.head_text, style.head_fill, wanted_contrast);
    style.year_fill = with_contrast(style.year_fill, ink, wanted_contrast);
    style.total_fill = with_contrast(style.total_fill, ink, wanted_contrast);
    style.muted = with_contrast(style.muted, paper, wanted_contrast);
    style.accent = with_contrast(style.head_fill, paper, wanted_contrast);
    return style;
}

double letter_width(std::string_view font) {
    constexpr std::array<std::string_view, 11> usual_fonts = {"Aptos",    "Arial",     "Calibri",         "Cambria",  "Carlito",        "Corbel",
                                                              "Garamond", "Helvetica", "Liberation Sans", "Segoe UI", "Times New Roman"};
    return std::find(usual_fonts.begin(), usual_fonts.end(), font) == usual_fonts.end() ? 1.2 : 1;
}

double logo_scale(const Picture& png) {
    constexpr double widest = 240, highest = 56;
    return std::min(widest / png.width, highest / png.height);
}

std::string office_language(const Style& style) {
    if (style.language == "nl" || style.language == "fy") return style.language + "-NL";
    return style.language == "en" ? "en-GB" : style.language;
}

void check_house_style(const Style& style, FindingLog& log) {
    const auto changed = readable(style);
    struct Pair {
        std::string_view what;
        Colour first, second, made;
    };
    const std::array<Pair, 5> pairs = {{
        {"kleur_koptekst op kleur_kop", style.head_text, style.head_fill, changed.head_text},
        {"zwart op kleur_onderkop", style.year_fill, ink, changed.year_fill},
        {"zwart op kleur_totaal", style.total_fill, ink, changed.total_fill},
        {"kleur_bijtekst op wit", style.muted, paper, changed.muted},
        {"kleur_kop (van titels) op wit", style.head_fill, paper, changed.accent},
    }};
    for (const auto& pair : pairs)
        if (pair.first != pair.made) {
            auto ratio = fmt::format("{:.1f}", contrast(pair.first, pair.second));
            std::replace(ratio.begin(), ratio.end(), '.', ',');
            log.add({{style.file},
                     "S010",
                     fmt::format("{} is slecht te lezen: het contrast is {} : 1, en er wordt {} van gemaakt", pair.what, ratio, css(pair.made)),
                     "kies kleuren met een contrast van minstens 4,5 : 1",
                     Level::warning});
        }
    if (!style.logo.empty() && !style.logo_of(Picture::Kind::png))
        log.add({{style.file},
                 "S011",
                 "het logo is alleen een svg, en die staat alleen in html",
                 "noem ook een png: logo = [\"logo.svg\", \"logo.png\"]",
                 Level::warning});
}

}  // namespace jv
