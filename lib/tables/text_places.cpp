#include "tables/text_places.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "messages/suggest.hpp"
#include "rows/csv_reader.hpp"
#include "rows/fold_name.hpp"

namespace jv {

namespace {

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? std::string() : std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

// What stands behind a name and its dot; an empty text when nothing does, none when the text begins otherwise.
std::optional<std::string> behind(const std::string& text, std::string_view name) {
    const auto folded_text = fold_name(text), folded_name = fold_name(name);
    if (name.empty() || !folded_text.starts_with(folded_name)) return std::nullopt;
    if (text.size() == name.size()) return std::string();
    if (text[name.size()] != '.') return std::nullopt;
    return text.substr(name.size() + 1);
}

struct NamedRow {
    std::string label;
    std::size_t row;
};

// The rows by their labels, and joint counts by all the labels that they hold.
std::vector<NamedRow> rows_of(const Table& table) {
    std::vector<NamedRow> rows;
    for (std::size_t row = 0; row < table.rows.size(); ++row) rows.push_back({table.rows[row].label, row});
    for (const auto& joint : table.joints)
        if (joint.rows.size() > 1) rows.push_back({table.row_label(joint.rows.front(), joint.columns.front()), joint.rows.front()});
    return rows;
}

// A school year as it is written, or as `schooljaar-1`.
std::optional<std::string> year_of(std::string_view text, const std::string& report_year) {
    if (const auto offset = parse_year_offset(fold_name(text))) return shift_year(report_year, *offset);
    return parse_report_year(text);
}

// The column that a text names, of that year unless it names one; the first of that year when it is empty.
std::optional<std::size_t> find_column(const Table& table, const std::string& text, const std::string& report_year) {
    const auto find = [&](std::string_view kolom, const std::string& year) -> std::optional<std::size_t> {
        for (std::size_t column = 0; column < table.columns.size(); ++column)
            if (table.columns[column].schooljaar == year && (kolom.empty() || fold_name(table.columns[column].kolom) == fold_name(kolom)))
                return column;
        return std::nullopt;
    };
    if (text.empty()) return find({}, report_year);
    if (const auto year = year_of(text, report_year)) return find({}, *year);
    for (const auto& column : table.columns)
        if (const auto rest = behind(text, column.kolom)) {
            const auto year = rest->empty() ? report_year : year_of(*rest, report_year);
            if (year) return find(column.kolom, *year);
        }
    return std::nullopt;
}

bool is_counted_jointly(const Table& table, const NamedRow& row, std::size_t column) {
    if (std::holds_alternative<Covered>(table.cell(row.row, column))) return true;
    const auto* joint = table.joint_of(row.row, column);
    return joint && (joint->columns.size() > 1 || table.row_label(row.row, column) != row.label);
}

}  // namespace

std::vector<const Table*> tables_of(const Report& report) {
    std::vector<const Table*> tables;
    for (const auto& part : report.parts) {
        if (const auto* table = std::get_if<Table>(&part)) tables.push_back(table);
        if (const auto* chart = std::get_if<Chart>(&part)) tables.push_back(&chart->data);
    }
    return tables;
}

std::string place_name(const Table& table, std::size_t row, std::size_t column, const std::string& report_year) {
    auto name = fmt::format("{}.{}", table.name, table.row_label(row, column));
    const auto& head = table.columns[column];
    if (find_column(table, head.schooljaar == report_year ? std::string() : head.schooljaar, report_year) != column) name += "." + head.kolom;
    if (head.schooljaar != report_year) name += "." + head.schooljaar;
    return name;
}

std::string TextPlaces::fill_cell(const Name& name, const Cell& cell, FindingLog& warnings) const {
    auto style = values_.style;
    style.zero.assign(1, '0');
    style.no_source = style.unknown;
    auto text = std::holds_alternative<Covered>(cell) ? std::string("samen geteld") : to_text(cell, style);
    if (!std::holds_alternative<Number>(cell))
        warnings.add({name.place, "T012", fmt::format("{{{}}} is geen getal, maar \"{}\"", name.text, text),
                      "vul de bron aan, of herschrijf de zin zonder dit cijfer", Level::warning});
    return text;
}

std::string TextPlaces::fill(const Name& name, FindingLog& errors, FindingLog& warnings) {
    const auto text = trimmed(name.text);
    if (text == "{") return "{";
    if (text.starts_with('=')) return trimmed(std::string_view(text).substr(1));
    const auto folded = fold_name(text);
    if (folded == "gebied" && !report_.gebied.empty()) return report_.gebied;
    if (const auto offset = parse_year_offset(folded)) return values_.resolver.year(*offset);
    for (const auto& [figure, value] : values_.figures)
        if (fold_name(figure) == folded) {
            figures_.push_back(figure);
            return fill_cell(name, value.cell, warnings);
        }

    // What is wrong with the name, as far as its first parts are known.
    std::optional<Finding> wrong;
    for (const auto* table : tables_) {
        const auto row_and_more = behind(text, table->name);
        if (!row_and_more) continue;
        const auto rows = rows_of(*table);
        std::vector<std::string> known;
        for (const auto& row : rows) known.push_back(row.label);
        wrong = {name.place, "S005", fmt::format("tabel \"{}\" heeft geen rij \"{}\"", table->name, *row_and_more),
                 did_you_mean(*row_and_more, known)};
        for (const auto& row : rows) {
            const auto column_and_year = behind(*row_and_more, row.label);
            if (!column_and_year) continue;
            if (const auto column = find_column(*table, *column_and_year, report_.schooljaar))
                return fill_cell(name, is_counted_jointly(*table, row, *column) ? Cell(Covered{}) : table->cell(row.row, *column), warnings);
            known.clear();
            for (const auto& column : table->columns)
                known.push_back(column.schooljaar == report_.schooljaar ? column.kolom : column.kolom + "." + column.schooljaar);
            const auto column = column_and_year->empty() ? fmt::format("van {}", report_.schooljaar) : fmt::format("\"{}\"", *column_and_year);
            wrong = {name.place, "S005", fmt::format("tabel \"{}\" heeft geen kolom {}", table->name, column), did_you_mean(*column_and_year, known)};
        }
    }
    errors.add(wrong ? *wrong : unknown(name));
    return {};
}

// A name of which not even the table is known.
Finding TextPlaces::unknown(const Name& name) const {
    std::vector<std::string> known = {"gebied", "schooljaar", "schooljaar-1"};
    for (const auto& [figure, value] : values_.figures) known.push_back(figure);
    for (const auto* table : tables_) {
        for (const auto& row : table->rows) known.push_back(fmt::format("{}.{}", table->name, row.label));
        for (const auto& row : table->rows)
            for (const auto& column : table->columns) known.push_back(fmt::format("{}.{}.{}", table->name, row.label, column.kolom));
    }
    const auto best = nearest(trimmed(name.text), known);
    return {name.place, "S005", fmt::format("{{{}}} is geen cijfer van dit verslag", name.text),
            best.empty() ? "schrijf de naam van een [cijfer], of TABEL.RIJ, zoals in het sjabloon" : fmt::format("bedoelde u {{{}}}?", best)};
}

}  // namespace jv
