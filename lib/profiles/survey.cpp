#include "profiles/survey.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "law/pgn.hpp"
#include "messages/finding.hpp"
#include "records/values.hpp"
#include "rows/csv_reader.hpp"

namespace jv {

namespace {

constexpr std::size_t most_shapes = 12, most_examples = 3, longest_in_list = 80;

bool is_pupil_number(std::string_view text) { return (text.size() == 8 || text.size() == 9) && is_digits(text); }

// The names and codes of municipalities, of today and former ones.
class KnownMunicipalities {
public:
    explicit KnownMunicipalities(const Municipalities& municipalities)
        : municipalities_(municipalities), listed_(municipalities.listed().begin(), municipalities.listed().end()) {}
    bool is_known(std::string_view text) const {
        const auto official = municipalities_.official(text);
        return listed_.contains(official) || municipalities_.merger(official) != nullptr;
    }

private:
    const Municipalities& municipalities_;
    std::unordered_set<std::string> listed_;
};

// Collects one column. A value is looked at once as long as it stands in the list, and each time after that.
class Collector {
public:
    Collector(ColumnSurvey& column, const KnownMunicipalities& municipalities) : column_(column), municipalities_(municipalities) {}

    void add(std::string_view text) {
        if (text.empty()) {
            ++column_.empty;
            return;
        }
        ++column_.filled;
        count_distinct(text);
        if (column_.is_list) {
            if (const auto kept = column_.values.find(text); kept != column_.values.end()) {
                ++kept->second;
                return;
            }
            if (column_.values.size() < ColumnSurvey::most_kept && text.size() <= longest_in_list) {
                column_.values.emplace(text, 1);
                return;
            }
            finish();
            column_.is_list = false;
            column_.values.clear();
        }
        look_at(text, 1);
    }

    // Looks at the values in the list.
    void finish() {
        if (!column_.is_list) return;
        for (const auto& [value, count] : column_.values) look_at(value, count);
    }

private:
    void count_distinct(std::string_view text) {
        const auto hash = std::hash<std::string_view>()(text);
        if (seen_.contains(hash)) {
            column_.repeats = true;
            return;
        }
        if (seen_.size() == ColumnSurvey::most_counted) {
            column_.more_distinct = true;
            return;
        }
        seen_.insert(hash);
        column_.distinct = seen_.size();
        if (column_.examples.size() < most_examples) column_.examples.emplace_back(text);
    }

    void look_at(std::string_view text, std::uint64_t count) {
        auto& c = column_;
        const auto shape = masked(text);
        if (const auto known = c.shapes.find(shape); known != c.shapes.end())
            known->second += count;
        else if (c.shapes.size() < most_shapes)
            c.shapes.emplace(shape, count);
        if (const auto date = written_date(text); date && date->form) {
            c.dates[static_cast<std::size_t>(*date->form)] += count;
            if (*date->form == DateForm::day_month_year && date->certain) c.certain_dates += count;
            c.years[static_cast<std::size_t>(date->date.year() - 1900)] += static_cast<std::uint32_t>(count);
        } else if (date) {
            c.other_dates += count;
        }
        if (text.find(' ') != std::string_view::npos) c.with_space += count;
        if (is_number(text)) {
            c.numbers += count;
            if (is_digits(text)) c.digits += count;
            if (municipalities_.is_known(text)) c.municipality_codes += count;
        } else if (municipalities_.is_known(text)) {
            c.municipalities += count;
        }
        if (text.size() <= 12 && parse_schooljaar(text)) c.school_years += count;
        text = without_point_zero(text);
        if (parse_vsv_month(text)) c.months += count;
        if (looks_like_brin(text)) c.brins += count;
        if (is_pupil_number(text)) {
            c.pupil_numbers += count;
            if (is_pgn(text.size() == 8 ? "0" + std::string(text) : std::string(text))) c.valid_pupil_numbers += count;
        }
    }

    ColumnSurvey& column_;
    const KnownMunicipalities& municipalities_;
    std::unordered_set<std::size_t> seen_;
};

std::size_t filled_cells(const auto& cells) {
    return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [](const auto& cell) { return !cell.empty(); }));
}

// A first row of values, or a title above the header, can't be described. A value is not shown: it may be a pupil's.
void require_header(const CsvReader& csv) {
    const auto& header = csv.header();
    const auto fail = [&](std::string_view what, std::size_t field) {
        fail_usage("I012", fmt::format("dit lijkt geen kopregel: {}", what), "exporteer opnieuw met kolomnamen op de eerste regel",
                   {csv.name(), csv.header_line(), static_cast<std::uint32_t>(field + 1)});
    };
    for (std::size_t i = 0; i < header.size(); ++i)
        if (is_pupil_number(header[i]) || written_date(header[i])) fail("in dit veld staat een getal of datum", i);
    const auto filled = filled_cells(header);
    if (filled < 2) fail("er staat maar een naam", 0);
    const auto numbers = static_cast<std::size_t>(std::count_if(header.begin(), header.end(), [](const auto& cell) { return is_number(cell); }));
    if (numbers * 3 > filled) fail("er staan vooral getallen", 0);
}

// Titles above the header fill a cell or two.
void choose_header(CsvReader& csv) {
    const auto& head = csv.head();
    std::size_t widest = 0;
    for (const auto& row : head) widest = std::max(widest, row.cells.size());
    for (std::size_t row = 0; row < head.size(); ++row)
        if (const auto filled = filled_cells(head[row].cells); filled >= 2 && filled * 2 > widest) return csv.choose_header(row);
}

bool is_ascii(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace

int ColumnSurvey::median_year() const {
    const auto all = std::accumulate(years.begin(), years.end(), std::uint64_t{0});
    std::uint64_t before = 0;
    for (std::size_t i = 0; i < years.size(); ++i)
        if ((before += years[i]) * 2 >= all && all > 0) return 1900 + static_cast<int>(i);
    return 0;
}

ExportSurvey survey_export(const std::filesystem::path& path, const Municipalities& municipalities) {
    CsvReader csv(path, TextOptions(), '\0');
    choose_header(csv);
    require_header(csv);
    const KnownMunicipalities known(municipalities);
    ExportSurvey survey{
        .file = csv.name(), .encoding = csv.encoding(), .separator = csv.separator(), .header_line = csv.header_line(), .columns = {}};
    survey.columns.resize(csv.header().size());
    std::vector<Collector> collectors;
    for (std::size_t i = 0; i < survey.columns.size(); ++i) {
        survey.columns[i].name = csv.header()[i];
        survey.only_ascii = survey.only_ascii && is_ascii(csv.header()[i]);
        collectors.emplace_back(survey.columns[i], known);
    }
    for (std::span<const std::string_view> fields; csv.next(fields);) {
        ++survey.rows;
        // A row of a kind fills more than a note or a total below the rows.
        const bool is_note = fields.size() >= 5 && filled_cells(fields) <= 2;
        if (fields.size() != survey.columns.size() || is_note) {
            if (survey.odd_rows++ == 0) survey.first_odd_line = csv.line();
            continue;
        }
        for (std::size_t i = 0; i < fields.size(); ++i) {
            collectors[i].add(fields[i]);
            survey.only_ascii = survey.only_ascii && is_ascii(fields[i]);
        }
    }
    for (auto& collector : collectors) collector.finish();
    return survey;
}

}  // namespace jv
