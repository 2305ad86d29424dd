// Reading the sentences of a report template, and the lists in them.
#include <fmt/format.h>

#include <algorithm>

#include "messages/suggest.hpp"
#include "tables/template_parts.hpp"

namespace jv {

namespace {

const FigureTemplate& figure_named(std::string_view name, const ReportTemplate& report) {
    return *std::find_if(report.figures.begin(), report.figures.end(), [&](const FigureTemplate& figure) { return figure.name.text == name; });
}

// Fails for a form that the figure does not have.
struct RequireForm {
    const ReportTemplate& report;
    const Place& place;

    void operator()(const CountPlace& count) const { require_noun(figure_named(count.name, report), "aantal"); }
    void operator()(const PartPlace& part) const {
        const auto* share = std::get_if<ShareFigure>(&figure_named(part.name, report).value);
        if (!share || share->per != 100)
            fail_usage("S004", fmt::format("{{{}:deel}}: \"{}\" is geen deel in procenten", part.name, part.name),
                       "schrijf een cijfer als { deel = \"…\", geheel = \"…\" }", place);
        require_noun(figure_named(share->whole, report), "deel");
    }
    void operator()(const ChangePlace& change) const {
        const auto& forms = report.wording.changes;
        const auto form = std::find_if(forms.begin(), forms.end(), [&](const ChangeForm& one) { return one.name == change.form; });
        const auto& figure = figure_named(change.name, report);
        if (form->says_test() && !(std::holds_alternative<CountFigure>(figure.value) && figure.eenheid == "leerlingen"))
            fail_usage("S004",
                       fmt::format("{{{}:{}}}: \"{}\" telt geen leerlingen, en alleen die worden getoetst", change.name, change.form, change.name),
                       fmt::format("schrijf {{{}:verandering}}", change.name), place);
    }
    void operator()(const ChoicePlace& choice) const { require_count(figure_named(choice.name, report)); }
    template <typename Other>
    void operator()(const Other&) const {}

private:
    void require_count(const FigureTemplate& figure) const {
        if (std::holds_alternative<ShareFigure>(figure.value))
            fail_usage("S004", fmt::format("\"{}\" is een deel en geen aantal", figure.name.text),
                       fmt::format("schrijf {{{}:deel}}", figure.name.text), place);
    }
    void require_noun(const FigureTemplate& figure, std::string_view form) const {
        require_count(figure);
        if (figure.noun.more.empty() && !report.wording.noun(figure.eenheid))
            fail_usage("S004", fmt::format("{{{}:{}}}: van de eenheid \"{}\" zijn de woorden onbekend", figure.name.text, form, figure.eenheid),
                       "geef het cijfer woord = [\"…\", \"…\"]: het woord bij 1 en bij meer", place);
    }
};

std::vector<std::string> names_of(const auto& named) {
    std::vector<std::string> names;
    for (const auto& one : named) names.push_back(one.name.text);
    return names;
}

std::string read_figure_name(const Settings& settings, std::string_view key, const std::vector<FigureTemplate>& figures) {
    auto name = settings.text(key);
    const auto known = names_of(figures);
    const auto found = std::find(known.begin(), known.end(), name);
    if (found == known.end())
        fail_usage("S005", fmt::format("het cijfer \"{}\" staat niet in dit sjabloon", name), did_you_mean(name, known), settings.place(key, 0));
    if (std::holds_alternative<ShareFigure>(figures[static_cast<std::size_t>(found - known.begin())].value))
        settings.fail(key, fmt::format("\"{}\" is een deel en geen aantal", name), "noem aantallen");
    return name;
}

ListTemplate read_list(const Settings& settings, const Name& name, const std::vector<FigureTemplate>& figures) {
    ListTemplate list{name, settings.text("begin", ""), false, {}, {}};
    const auto order = settings.text("volgorde", "sjabloon");
    list.by_size = order == "grootte";
    if (!list.by_size && order != "sjabloon")
        settings.fail("volgorde", fmt::format("\"{}\" is geen volgorde", order), "kies \"sjabloon\" of \"grootte\"");
    if (settings.has("geheel")) list.whole = read_figure_name(settings, "geheel", figures);
    for (const auto& entry : settings.tables("delen")) {
        list.entries.push_back({read_figure_name(entry, "cijfer", figures), entry.text("tekst")});
        entry.check_keys();
    }
    settings.check_keys();
    if (list.entries.empty()) settings.fail("delen", "deze lijst heeft geen delen", "schrijf delen = [{ cijfer = \"…\", tekst = \"…\" }]");
    return list;
}

}  // namespace

std::vector<ListTemplate> read_lists(const Settings& settings, const std::vector<FigureTemplate>& figures) {
    std::vector<ListTemplate> lists;
    const auto taken = names_of(figures);
    for (const auto& key : settings.keys()) {
        if (key == "gebied" || key.starts_with("schooljaar") || key.find_first_of("{}:") != std::string::npos ||
            std::find(taken.begin(), taken.end(), key) != taken.end())
            settings.fail(key, fmt::format("\"{}\" kan geen naam van een lijst zijn", key), "kies een andere naam, ook niet die van een cijfer");
        lists.push_back(read_list(settings.table(key), {key, settings.place(key)}, figures));
    }
    return lists;
}

SentencesTemplate read_sentences(const Settings& settings, const ReportTemplate& report) {
    PlaceNames names{names_of(report.figures), names_of(report.lists), {}, true};
    for (const auto& form : report.wording.changes) names.change_forms.push_back(form.name);
    SentencesTemplate sentences{read_text(settings, "titel", report.figures), {}};
    for (const auto& text : settings.texts("zinnen")) {
        sentences.lines.push_back(parse_text(text, settings.place("zinnen", sentences.lines.size()), names));
        const auto& line = sentences.lines.back();
        for (const auto& piece : line.pieces) std::visit(RequireForm{report, line.place}, piece);
    }
    settings.check_keys();
    if (sentences.lines.empty()) settings.fail("zinnen", "hier staan geen zinnen", "schrijf zinnen = [\"…\"]");
    return sentences;
}

}  // namespace jv
