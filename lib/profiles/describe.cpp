#include "profiles/describe.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "records/values.hpp"
#include "rows/csv_reader.hpp"
#include "rows/fold_name.hpp"

namespace jv {

namespace {

constexpr std::size_t few_values = 30;

std::string plural(std::uint64_t n, std::string_view one, std::string_view more) { return fmt::format("{} {}", n, n == 1 ? one : more); }

// The number of pupils in the export, as far as a column tells; 0 when none does.
std::uint64_t pupils(const ExportSurvey& survey) {
    std::uint64_t most = 0;
    for (const auto& column : survey.columns)
        if (column.mostly(column.pupil_numbers)) most = std::max(most, column.distinct);
    return most;
}

// The most frequent of counted texts first.
std::vector<std::string> by_count(const auto& counted) {
    std::vector<std::pair<std::uint64_t, std::string>> order;
    for (const auto& [text, count] : counted) order.emplace_back(count, text);
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<std::string> texts;
    for (auto& [count, text] : order) texts.push_back(std::move(text));
    return texts;
}

std::string examples(const ColumnSurvey& column, bool show) {
    if (column.filled == 0) return {};
    constexpr std::size_t most = 3;
    auto texts = show ? (column.is_list ? by_count(column.values) : column.examples) : by_count(column.shapes);
    const auto more = texts.size() > most ? ", …" : "";
    if (texts.size() > most) texts.resize(most);
    if (show)
        for (auto& text : texts) text = as_shown(text);
    return fmt::format("{}{}", fmt::join(texts, ", "), more);
}

std::string proposal_text(const Proposal& proposal, std::size_t field) {
    if (const auto* column = column_of(proposal, field)) return std::string(column->name);
    std::vector<std::string_view> perhaps;
    for (std::size_t c = 0; c < proposal.columns.size(); ++c) {
        const auto& found = proposal.columns[c];
        if (!found.sure && std::find(found.fields.begin(), found.fields.end(), field) != found.fields.end())
            perhaps.push_back(info(proposal.kind).columns[c].name);
    }
    return perhaps.empty() ? "-" : fmt::format("{}?", fmt::join(perhaps, "? "));
}

std::size_t width_of(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// Lines with aligned columns, two spaces between them.
std::string aligned(const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
    }
    std::string out;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) line += row[i] + std::string(widths[i] - width_of(row[i]) + 2, ' ');
        out += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
    }
    return out;
}

// Whether an export is read without a profile: all its columns and codes have our own names.
bool is_canonical(const ExportSurvey& survey, const Proposal& proposal) {
    const auto& kind = info(proposal.kind);
    for (std::size_t c = 0; c < kind.columns.size(); ++c) {
        const auto& column = kind.columns[c];
        for (const auto field : proposal.columns[c].fields) {
            const auto& values = survey.columns[field];
            if (fold_name(values.name) != column.name) return false;
            for (const auto& [word, rows] : values.values)
                if (!column.codes.empty() && std::find(column.codes.begin(), column.codes.end(), word) == column.codes.end()) return false;
        }
    }
    return proposal.dates.form != DateForm::month_day_year;
}

std::string separator_name(char separator) { return separator == '\t' ? "tab" : separator == ',' ? "komma" : "puntkomma"; }

}  // namespace

std::string content_of(const ColumnSurvey& column) {
    if (column.filled == 0) return "leeg";
    for (const auto form : {DateForm::year_month_day, DateForm::day_month_year, DateForm::month_day_year, DateForm::compact})
        if (column.mostly(column.dates_in(form))) return fmt::format("datum {}", to_text(form));
    if (column.mostly(column.other_dates)) return "datum, anders geschreven";
    if (column.mostly(column.all_dates())) return "datum, in meer vormen";
    if (column.mostly(column.valid_pupil_numbers, 0.9)) return "leerlingnummer (PGN)";
    if (column.mostly(column.pupil_numbers)) return "8 of 9 cijfers";
    if (column.mostly(column.months)) return "maand";
    if (column.mostly(column.school_years)) return "schooljaar";
    if (column.mostly(column.municipalities, 0.9)) return "gemeente";
    if (column.mostly(column.brins)) return "brin";
    if (column.mostly(column.numbers)) return column.repeats ? "getal" : "nummer";
    if (column.is_list && column.distinct <= few_values && column.repeats) return "codelijst";
    return "tekst";
}

namespace {

constexpr std::size_t longest_code = 3;

}  // namespace

bool may_show(const KnownNames& names, const ExportSurvey& survey, const Proposal& proposal, std::size_t field) {
    const auto& values = survey.columns[field];
    const auto* column = column_of(proposal, field);
    if (column && (column->personal || column->type != ValueType::text)) return !column->personal && column->type != ValueType::date;
    if (names.is_personal(values.name) || values.mostly(values.all_dates(), 0.01) || values.mostly(values.pupil_numbers, 0.01)) return false;
    if (values.mostly(values.brins) || values.mostly(values.months) || values.mostly(values.school_years)) return true;
    // Words of a column that is nobody knows what may be names of streets or people; a few letters are a code.
    const bool codes = std::all_of(values.values.begin(), values.values.end(), [](const auto& value) { return value.first.size() <= longest_code; });
    if (!codes && proposal_text(proposal, field) == "-") return false;
    const auto persons = pupils(survey);
    return values.is_list && values.distinct <= few_values && values.filled >= 5 * values.distinct && values.distinct * 3 <= persons;
}

std::string describe(const KnownNames& names, const ExportSurvey& survey, const Proposal& proposal, const Draft& draft, bool show_values) {
    std::vector<std::string_view> others;
    for (const auto kind : proposal.other_kinds) others.push_back(info(kind).name);
    const auto unsure = others.empty() ? std::string(" (niet zeker)") : fmt::format(" (niet zeker; of {})", fmt::join(others, ", "));
    auto out = aligned({{"bestand", survey.file},
                        {"codering", fmt::format("{}{}", to_text(survey.encoding), survey.only_ascii ? ", alleen ASCII" : "")},
                        {"scheiding", separator_name(survey.separator)},
                        {"kopregel", fmt::format("regel {}", survey.header_line)},
                        {"rijen", fmt::format("{}", survey.rows)},
                        {"soort", fmt::format("{}{}", info(proposal.kind).name, proposal.kind_is_sure ? "" : unsure)}});
    std::vector<std::vector<std::string>> table{{"veld", "kolom", "inhoud", "leeg", "verschillend", "voorstel", "voorbeelden"}};
    for (std::size_t field = 0; field < survey.columns.size(); ++field) {
        const auto& column = survey.columns[field];
        table.push_back({fmt::format("{}", field + 1), column.name, content_of(column), fmt::format("{}", column.empty),
                         fmt::format("{}{}", column.more_distinct ? "meer dan " : "", column.distinct), proposal_text(proposal, field),
                         examples(column, show_values || may_show(names, survey, proposal, field))});
    }
    out += '\n' + aligned(table);
    std::vector<std::vector<std::string>> lists;
    const auto& kind = info(proposal.kind);
    for (std::size_t c = 0; c < kind.columns.size(); ++c) {
        if (kind.columns[c].codes.empty() || !proposal.columns[c].sure) continue;
        for (const auto field : proposal.columns[c].fields)
            for (const auto& [word, rows] : survey.columns[field].values)
                lists.push_back({std::string(kind.columns[c].name), as_shown(word), plural(rows, "rij", "rijen"),
                                 std::string(names.code(proposal.kind, kind.columns[c], word).value_or("?"))});
    }
    if (!lists.empty()) {
        lists.insert(lists.begin(), {"codes van", "woord", "aantal", "code"});
        out += '\n' + aligned(lists);
    }
    if (draft.choices.empty())
        return out + (is_canonical(survey, proposal) ? "\nDe export heeft de vaste kolommen en codes: een profiel is niet nodig.\n"
                                                     : "\nHet profiel is zonder keuzes te gebruiken.\n");
    out += fmt::format("\nTe kiezen in het profiel ({}):\n", plural(draft.choices.size(), "regel", "regels"));
    for (const auto& choice : draft.choices) out += "  " + choice + '\n';
    return out;
}

void find_obstacles(const ExportSurvey& survey, FindingLog& findings) {
    const auto place = [&](std::size_t field) { return Place{survey.file, survey.header_line, static_cast<std::uint32_t>(field + 1)}; };
    for (std::size_t field = 0; field < survey.columns.size(); ++field) {
        const auto& column = survey.columns[field];
        const auto same = [&](const ColumnSurvey& other) { return fold_name(other.name) == fold_name(column.name); };
        const auto first = std::find_if(survey.columns.begin(), survey.columns.end(), same) - survey.columns.begin();
        if (column.name.empty())
            findings.add({place(field), "P001", "deze kolom heeft geen naam", "geef haar een naam als zij nodig is", Level::warning});
        else if (static_cast<std::size_t>(first) != field)
            findings.add({place(field), "P001", fmt::format("kolom {} staat twee keer in de kop", as_shown(column.name)),
                          "geef een van de twee een andere naam", Level::warning});
        if (column.mostly(column.all_dates()) && column.other_dates > 0)
            findings.add({place(field), "P002",
                          fmt::format("kolom {} heeft {} in een vorm die niet gelezen wordt", as_shown(column.name),
                                      plural(column.other_dates, "datum", "datums")),
                          "exporteer opnieuw met dag en maand in cijfers en een jaar van vier cijfers", Level::warning});
    }
    if (survey.odd_rows > 0)
        findings.add(
            {{survey.file, survey.first_odd_line},
             "P003",
             fmt::format("{} met een ander aantal velden dan de kop, of bijna leeg; dit is de eerste", plural(survey.odd_rows, "rij", "rijen")),
             "zet tekst met een scheidingsteken tussen aanhalingstekens; noten en totalen onder de rijen mogen blijven",
             Level::warning});
}

}  // namespace jv
