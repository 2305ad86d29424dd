#include "tables/lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "rows/csv_reader.hpp"
#include "rows/fold_name.hpp"
#include "tables/fixed_texts.hpp"

namespace jv {

namespace {

using Lines = std::vector<Line>;

bool any_of(const Lines& lines, auto holds) { return std::any_of(lines.begin(), lines.end(), holds); }
bool is_each_code(const Line& line) { return line.each_code; }
bool is_rest(const Line& line) { return line.rest; }
bool is_total(const Line& line) { return line.selection.total; }
bool has_codes(const Line& line) { return line.each_code || line.rest || !line.selection.codes.empty(); }

std::optional<long> whole_number(const std::string& text) {
    long number = 0;
    const auto* end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, number);
    return error == std::errc() && at == end ? std::optional(number) : std::nullopt;
}

// One side of a table, rows or columns, with the codes on it.
class CodeLines {
public:
    CodeLines(const TableTemplate& table, bool are_rows, const Resolver& resolver, std::set<std::string>& unnamed)
        : table_(table), are_rows_(are_rows), resolver_(resolver), unnamed_(unnamed) {
        const auto indicators = indicators_of(table);
        areas_ = resolver.areas_with({indicators.begin(), indicators.end()});
    }

    Lines expanded() const {
        check();
        Lines lines;
        for (const auto& line : own()) {
            if (!line.each_code) {
                lines.push_back(line);
                continue;
            }
            auto each = lines_of(line);
            std::move(each.begin(), each.end(), std::back_inserter(lines));
        }
        std::erase_if(lines, [&](const Line& line) { return line.rest && !is_left(line, lines); });
        require_own_labels(lines);
        return lines;
    }

    // Leerlingen of an open indeling with a total: who has no code is in the total only.
    bool needs_note() const {
        if (!any_of(own(), has_codes) || !any_of(own(), is_total)) return false;
        return any_of(own(), [&](const Line& line) {
            if (!has_codes(line)) return false;
            const auto figures = figures_of(line);
            return std::any_of(figures.begin(), figures.end(),
                               [](const FigureKey& figure) { return figure.indeling && figure.indeling->open && !adds_up(figure.key.eenheid); });
        });
    }

private:
    const Lines& own() const { return are_rows_ ? table_.rows : table_.columns; }
    const Lines& other() const { return are_rows_ ? table_.columns : table_.rows; }

    void check() const {
        if (const auto at = std::find_if(other().begin(), other().end(), has_codes); at != other().end() && any_of(own(), has_codes))
            fail_usage("S004", "rijen en kolommen hebben allebei codes", "geef alleen de rijen of alleen de kolommen codes", at->label.place);
        const auto rest = std::find_if(own().begin(), own().end(), is_rest);
        if (rest == own().end()) return;
        if (std::any_of(rest + 1, own().end(), is_rest))
            fail_usage("S004", "deze tabel heeft twee keer een rest", "haal er een weg", rest->label.place);
        if (!any_of(own(), is_total))
            fail_usage("S004", "een rest hoort bij een totaal", "voeg een rij of kolom toe met totaal = true", rest->label.place);
    }

    // The figures that a line shows: for each line of the other side, area and year.
    std::vector<FigureKey> figures_of(const Line& line) const {
        std::vector<FigureKey> figures;
        const auto add = [&](const Selection& across) {
            const auto* row = are_rows_ ? &line.selection : &across;
            const auto* column = are_rows_ ? &across : &line.selection;
            for (const auto year : table_.years) figures.push_back(resolver_.resolve({row, column, &table_.selection}, year, line.label.place));
        };
        for (const auto& across : by_area(other(), areas_, resolver_.gebied())) add(across.selection);
        for (const auto& figure : figures)
            if (!figure.indeling) fail_usage("S004", "bij codes hoort een indeling", "schrijf indeling = \"…\" bij de tabel", line.label.place);
        return figures;
    }

    Lines lines_of(const Line& line) const {
        std::vector<std::pair<std::string, std::string>> found;  // category and label
        std::set<std::string> codes;
        std::map<std::string, std::size_t> times;  // that a label stands there
        const auto add = [&](const Indeling& indeling, const std::string& code) {
            if (!codes.insert(code).second) return;
            found.emplace_back(code, indeling.label(code));
            ++times[found.back().second];
            if (indeling.column == "brin" && !indeling.labels.contains(code)) unnamed_.insert(code);
        };
        bool open = false;
        for (const auto& figure : figures_of(line)) {
            open = open || figure.indeling->open;
            for (const auto& category : figure.indeling->categories) add(*figure.indeling, category.code);
            if (figure.indeling->open)
                for (const auto& code : resolver_.division(figure).codes()) add(*figure.indeling, code);
        }
        if (open) sort(found);
        Lines lines;
        for (const auto& [code, text] : found) {
            const auto label = times.at(text) > 1 && text != code ? fmt::format("{} ({})", text, code) : text;
            lines.push_back(line);
            lines.back().each_code = false;
            lines.back().selection.codes = {{code, line.label.place}};
            lines.back().label.text = line.label.text.empty() ? label : fmt::format("{} {}", line.label.text, label);
        }
        return lines;
    }

    static void sort(std::vector<std::pair<std::string, std::string>>& found) {
        const bool are_numbers = std::all_of(found.begin(), found.end(), [](const auto& entry) { return whole_number(entry.second); });
        std::sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
            if (are_numbers) return *whole_number(a.second) < *whole_number(b.second);
            return std::pair(fold_name(a.second), a.first) < std::pair(fold_name(b.second), b.first);
        });
    }

    // Whether the total of some figure that adds up holds more than the lines do.
    bool is_left(const Line& rest, const Lines& lines) const {
        const auto figures = figures_of(rest);
        return std::any_of(figures.begin(), figures.end(), [&](const FigureKey& figure) {
            if (!figure.indeling->open)
                fail_usage("S004", fmt::format("een rest hoort bij een open indeling, en {} heeft vaste codes", figure.indeling->code),
                           "noem de codes van deze rij of kolom", rest.label.place);
            std::vector<std::string> categories;
            for (const auto& line : lines)
                if (!line.part)
                    for (const auto& code : line.selection.codes) categories.push_back(code.text);
            const auto left = resolver_.division(figure).rest(codes_of(*figure.indeling, categories));
            const auto* value = std::get_if<CijferValue>(&left);
            return adds_up(figure.key.eenheid) && value && *value != CijferValue::of(0);
        });
    }

    // A category may be called as another line of the template is.
    static void require_own_labels(const Lines& lines) {
        std::set<std::string> seen;
        for (const auto& line : lines)
            if (!line.label.text.empty() && !seen.insert(line.label.text).second)
                fail_usage("S004", fmt::format("\"{}\" staat twee keer in deze tabel", line.label.text), "geef elke rij en kolom een eigen naam",
                           line.label.place);
    }

    const TableTemplate& table_;
    bool are_rows_;
    const Resolver& resolver_;
    std::set<std::string>& unnamed_;
    std::vector<std::string> areas_;
};

}  // namespace

std::vector<std::string> indicators_of(const TableTemplate& table) {
    std::vector<std::string> indicators;
    const auto add = [&](const Selection& selection) {
        if (selection.indicator) indicators.push_back(selection.indicator->text);
    };
    add(table.selection);
    for (const auto& line : table.columns) add(line.selection);
    for (const auto& line : table.rows) add(line.selection);
    return indicators;
}

std::vector<AreaLine> by_area(const std::vector<Line>& lines, const std::vector<std::string>& all_areas, const std::string& own_area) {
    std::vector<AreaLine> found;
    for (const auto& line : lines) {
        auto areas = line.areas;
        for (const auto& area : all_areas)
            if (line.all_areas || (line.other_areas && area != own_area)) areas.push_back({area, line.label.place});
        if (areas.empty() && !line.all_areas && !line.other_areas)
            found.push_back({&line, line.label.text, line.selection, line.selection.gebied ? line.selection.gebied->text : ""});
        for (const auto& area : areas) {
            auto selection = line.selection;
            selection.gebied = area;
            found.push_back({&line, line.label.text.empty() ? area.text : fmt::format("{} {}", line.label.text, area.text), selection, area.text});
        }
    }
    return found;
}

TableTemplate with_code_lines(const TableTemplate& source, const Resolver& resolver, std::set<std::string>& unnamed) {
    auto table = source;
    for (const bool are_rows : {true, false}) {
        const CodeLines lines(source, are_rows, resolver, unnamed);
        const auto& own = are_rows ? source.rows : source.columns;
        if (any_of(own, is_each_code) || any_of(own, is_rest)) (are_rows ? table.rows : table.columns) = lines.expanded();
        if (!lines.needs_note()) continue;
        table.remarks.push_back(Text{{std::string(are_rows ? fixed::in_each_row : fixed::in_each_column)}, source.name.place});
    }
    return table;
}

}  // namespace jv
