#include "profiles/draft.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "records/values.hpp"
#include "rows/csv_reader.hpp"
#include "rows/fold_name.hpp"

namespace jv {

namespace {

// A basic string of TOML, on one line.
std::string toml_text(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
            out += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
        else
            out += c;
    }
    return out + '"';
}

class Writer {
public:
    Writer(const KnownNames& names, const ExportSurvey& survey, const Proposal& proposal)
        : names_(names), survey_(survey), proposal_(proposal), kind_(info(proposal.kind)) {}

    Draft write() {
        head();
        kind();
        columns();
        for (std::size_t c = 0; c < kind_.columns.size(); ++c)
            if (!kind_.columns[c].codes.empty() && !proposal_.columns[c].fields.empty()) codes(c);
        constants();
        return std::move(draft_);
    }

private:
    void line(std::string_view text) { (draft_.toml += text) += '\n'; }
    void choice(std::string text) {
        (draft_.toml += choice_mark) += text + '\n';
        draft_.choices.push_back(std::move(text));
    }
    const std::string& name(std::size_t field) const { return survey_.columns[field].name; }
    std::string names(const std::vector<std::size_t>& fields) const {
        std::vector<std::string> list;
        for (const auto field : fields) list.push_back(toml_text(name(field)));
        return fmt::format("{}", fmt::join(list, ", "));
    }

    void head() {
        line(fmt::format("# Ontwerp van jv-profiel. Regels met {}zijn niet zeker: haal dat weg en houd over wat klopt.", choice_mark));
        line(fmt::format("omschrijving = {}", toml_text("Ontwerp voor " + survey_.file)));
        if (!survey_.only_ascii) line(fmt::format("codering = {}", toml_text(fold_name(to_text(survey_.encoding)))));
        line(fmt::format("scheiding = {}", survey_.separator == '\t' ? "\"tab\"" : toml_text(std::string(1, survey_.separator))));
        const auto& dates = proposal_.dates;
        if (!dates.form) return;
        const auto form = fmt::format("datum = \"{}\"", to_text(*dates.form));
        if (dates.sure)
            line(form);
        else
            choice(fmt::format("{}  # of {}: geen enkele dag is groter dan 12, of er staan vormen door elkaar", form,
                               to_text(*dates.form == DateForm::day_month_year ? DateForm::month_day_year : DateForm::day_month_year)));
    }

    void kind() {
        line("\n[[soort]]");
        const auto naam = fmt::format("naam = \"{}\"", kind_.name);
        if (proposal_.kind_is_sure) {
            line(naam);
        } else {
            std::vector<std::string_view> others;
            for (const auto other : proposal_.other_kinds) others.push_back(info(other).name);
            choice(others.empty() ? naam + "  # de soort is niet herkend"
                                  : fmt::format("{}  # of {}; maak dan een nieuw ontwerp met --soort", naam, fmt::join(others, ", ")));
        }
        if (!proposal_.file_patterns.empty()) {
            std::vector<std::string> patterns;
            for (const auto& pattern : proposal_.file_patterns) patterns.push_back(toml_text(pattern));
            const auto text = fmt::format("bestandsnaam = [{}]", fmt::join(patterns, ", "));
            if (proposal_.file_is_sure)
                line(text);
            else
                choice(text + "  # alleen als het schooljaar van alle rijen in de naam van het bestand staat");
        }
        std::vector<std::string> skipped;
        for (std::size_t field = 0; field < survey_.columns.size(); ++field)
            if (!column_of(proposal_, field) && !name(field).empty()) skipped.push_back(toml_text(name(field)));
        if (!skipped.empty()) line(fmt::format("overgeslagen = [{}]", fmt::join(skipped, ", ")));
    }

    // Whether a column that the export does not have can be the same in every row.
    static bool can_be_constant(const Column& column) {
        return column.type == ValueType::municipality || column.type == ValueType::school_year || column.type == ValueType::code;
    }
    bool is_missing(std::size_t c) const {
        const bool from_file = kind_.columns[c].name == kind_.year_column && !proposal_.file_patterns.empty();
        return kind_.columns[c].required && proposal_.columns[c].fields.empty() && !from_file;
    }

    void columns() {
        line("[soort.kolommen]");
        std::vector<std::string_view> absent;
        for (std::size_t c = 0; c < kind_.columns.size(); ++c) {
            const auto& column = kind_.columns[c];
            const auto& found = proposal_.columns[c];
            if (found.sure) {
                line(fmt::format("{} = [{}]", column.name, names(found.fields)));
            } else if (!found.fields.empty()) {
                const std::vector<std::size_t> rest(found.fields.begin() + 1, found.fields.end());
                choice(fmt::format("{} = [{}]  # {}{}", column.name, toml_text(name(found.fields.front())),
                                   column.required ? "verplicht" : "laat weg wat er niet is", rest.empty() ? "" : "; of " + names(rest)));
            } else if (is_missing(c) && !can_be_constant(column)) {
                choice(fmt::format("{} = [\"\"]  # verplicht; geen kolom gevonden", column.name));
            } else if (!column.required) {
                absent.push_back(column.name);
            }
        }
        if (!absent.empty()) line(fmt::format("# Niet gevonden, en niet verplicht: {}", fmt::join(absent, ", ")));
    }

    void codes(std::size_t c) {
        const auto& column = kind_.columns[c];
        // Of a column that is not sure the words of the most probable one.
        const auto& found = proposal_.columns[c];
        line(fmt::format("[soort.codes.{}]", column.name));
        for (std::size_t i = 0; i < (found.sure ? found.fields.size() : 1); ++i) {
            const auto& values = survey_.columns[found.fields[i]];
            for (const auto& [word, rows] : values.values) {
                if (const auto code = names_.code(proposal_.kind, column, word)) {
                    line(fmt::format("{} = \"{}\"", toml_text(word), *code));
                    continue;
                }
                const auto probable = names_.probable_code(proposal_.kind, column, word);
                const auto text = fmt::format("{} = \"{}\"  # {} {}; kies uit {}; of \"\" als het niets bekends betekent", toml_text(word),
                                              probable.value_or("…"), rows, rows == 1 ? "rij" : "rijen", fmt::join(column.codes, ", "));
                if (found.sure || found.fields.size() == 1)
                    choice(text);
                else
                    line("# " + text);
            }
        }
    }

    void constants() {
        for (std::size_t c = 0, n = 0; c < kind_.columns.size(); ++c) {
            const auto& column = kind_.columns[c];
            if (!is_missing(c) || !can_be_constant(column)) continue;
            if (n++ == 0) line("[soort.vast]");
            const auto what = column.type == ValueType::municipality  ? "de gemeente"
                              : column.type == ValueType::school_year ? "het schooljaar, zoals 2023-2024"
                                                                      : "";
            choice(fmt::format("{} = \"…\"  # verplicht; geen kolom gevonden: {}{}{}, in elke rij dezelfde", column.name, what,
                               column.codes.empty() ? "" : "een van ", fmt::join(column.codes, ", ")));
        }
    }

    const KnownNames& names_;
    const ExportSurvey& survey_;
    const Proposal& proposal_;
    const KindInfo& kind_;
    Draft draft_;
};

}  // namespace

Draft draft_profile(const KnownNames& names, const ExportSurvey& survey, const Proposal& proposal) { return Writer(names, survey, proposal).write(); }

}  // namespace jv
