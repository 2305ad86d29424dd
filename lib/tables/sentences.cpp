#include "tables/sentences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace jv {

namespace {

// Why a sentence is left out.
struct Omission {
    std::string_view code;  // outlives the finding that is made of it
    std::string text, advice;
};

const FigureTemplate& find_figure(const ReportTemplate& source, std::string_view name) {
    return *std::find_if(source.figures.begin(), source.figures.end(), [&](const FigureTemplate& figure) { return figure.name.text == name; });
}

const ListTemplate& find_list(const ReportTemplate& source, std::string_view name) {
    return *std::find_if(source.lists.begin(), source.lists.end(), [&](const ListTemplate& list) { return list.name.text == name; });
}

// Fills in the places of one sentence. All throw an Omission when the sentence must be left out.
class Filling {
public:
    explicit Filling(const SentenceValues& values) : source_(values.source), values_(values) {}

    std::string operator()(const std::string& literal) const { return literal; }
    std::string operator()(const YearPlace& year) const { return values_.values.resolver.year(year.offset); }
    std::string operator()(const AreaPlace&) const { return values_.values.resolver.gebied(); }
    std::string operator()(const FigurePlace& place) const {
        const auto number = now(place.name);
        require_percentage(place.name);
        return say_number(number, false);
    }
    std::string operator()(const CountPlace& place) const { return say_count(now(place.name), noun(place.name), source_.wording); }
    std::string operator()(const PartPlace& place) const {
        const auto& share = std::get<ShareFigure>(find_figure(source_, place.name).value);
        const auto part = now(share.part), whole = now(share.whole);
        // Of nothing there is no percentage, and the words need none.
        const auto percentage = whole.units == 0 ? Number{} : now(place.name);
        const auto said = say_part(part, whole, percentage, noun(share.whole), source_.wording);
        if (!said)
            throw Omission{"T018",
                           fmt::format("{} ({}) is meer dan {} ({})", share.part, say_number(part, false), share.whole, say_number(whole, false)),
                           "controleer of het een deel van het ander is"};
        return *said;
    }
    std::string operator()(const ChangePlace& place) const {
        const auto& forms = source_.wording.changes;
        const auto form = std::find_if(forms.begin(), forms.end(), [&](const ChangeForm& one) { return one.name == place.form; });
        require_comparable(place.name);
        const TwoYears change{number(place.name, values_.year_before, values_.values.resolver.year(year_of(place.name) - 1)), now(place.name)};
        const auto* share = std::get_if<ShareFigure>(&find_figure(source_, place.name).value);
        if (share) require_percentage(place.name), require_percentage(place.name, values_.year_before);
        const bool percent = share && share->per == 100;
        return say_change(change, *form, noun(place.name), percent, values_.values.resolver.year(year_of(place.name) - 1), tested(place.name),
                          source_.wording);
    }
    std::string operator()(const ChoicePlace& place) const { return Noun{place.one, place.more}.of(now(place.name)); }
    std::string operator()(const ListPlace& place) const {
        const auto& list = find_list(source_, place.name);
        std::vector<ListItem> items;
        std::int64_t sum = 0;
        for (const auto& entry : list.entries) {
            items.push_back({now(entry.figure), entry.text});
            sum += values_.values.figures.at(entry.figure).thousandths;
        }
        if (!list.whole.empty() && now(list.whole).units >= 0 && sum != values_.values.figures.at(list.whole).thousandths)
            throw Omission{"T018", fmt::format("de delen van {} zijn samen niet {}", place.name, list.whole),
                           "voeg aan de lijst toe wat ontbreekt, of haal geheel weg"};
        const auto said = say_list(std::move(items), list.by_size);
        return said.empty() ? said : list.begin + said;
    }

private:
    Number now(const std::string& name) const { return number(name, values_.values.figures, {}); }

    // The figure as printed; `year` says of which year it is, if that is not the figure's own.
    static Number number(const std::string& name, const FigureValues& figures, const std::string& year) {
        const auto& cell = figures.at(name).cell;
        if (const auto* number = std::get_if<Number>(&cell)) return *number;
        const auto in_year = year.empty() ? std::string() : fmt::format(" in {}", year);
        const auto* what = std::holds_alternative<Suppressed>(cell) ? "is onderdrukt" : "heeft geen cijfer";
        throw Omission{"T007", fmt::format("{} {}{}", name, what, in_year), "voeg de bron toe, of haal de zin uit het sjabloon"};
    }

    // A change across a break is not worded, and neither is one of a year that was out of the ordinary.
    void require_comparable(const std::string& name) const {
        for (const auto& count : values_.values.figures.at(name).counts) {
            const auto& later = count.key.schooljaar;
            const auto earlier = shift_year(later, -1);
            const auto breaks = breaks_between(values_.values.breaks, count.key.indicator, count.key.gebied, earlier, later);
            if (breaks.empty()) continue;
            const auto& first = *breaks.front();
            throw Omission{"T020",
                           fmt::format("{} is in {} {} {} ({}: {})", name, later,
                                       first.separates() ? "niet te vergelijken met" : "niet zonder meer te vergelijken met", earlier,
                                       to_text(first.kind), first.text),
                           "leg de verandering uit in een eigen tekst, of haal de zin uit het sjabloon"};
        }
    }

    // What the test says of a figure that is one count.
    Tested tested(const std::string& name) const {
        if (!values_.values.tests) return {.by_size = true};
        if (!std::holds_alternative<CountFigure>(find_figure(source_, name).value)) return {};
        return values_.values.tests->of(values_.values.figures.at(name).counts.front());
    }

    // A share of too few is left out of a sentence.
    void require_percentage(const std::string& name) const { require_percentage(name, values_.values.figures); }
    void require_percentage(const std::string& name, const FigureValues& figures) const {
        const auto* share = std::get_if<ShareFigure>(&find_figure(source_, name).value);
        if (!share) return;
        const auto whole = number(share->whole, figures, {});
        if (!carries_percentage(whole, source_.wording))
            throw Omission{
                "T017", fmt::format("{} is een deel van {}, en dat is te weinig voor een percentage", name, say_number(whole, false)),
                share->per == 100 ? fmt::format("schrijf {{{}:deel}}, dat het percentage dan weglaat", name) : "haal de zin uit het sjabloon"};
    }

    Noun noun(const std::string& name) const {
        const auto& figure = find_figure(source_, name);
        if (const auto* share = std::get_if<ShareFigure>(&figure.value)) return share->per == 100 ? noun_of("procent") : Noun{};
        return figure.noun.more.empty() ? noun_of(figure.eenheid) : figure.noun;
    }
    Noun noun_of(std::string_view eenheid) const {
        const auto* known = source_.wording.noun(eenheid);
        return known ? *known : Noun{};
    }

    // The relative year of a figure: the last one of what it is made from.
    int year_of(const std::string& name) const {
        const auto& figure = find_figure(source_, name);
        if (const auto* count = std::get_if<CountFigure>(&figure.value)) return count->year;
        if (const auto* share = std::get_if<ShareFigure>(&figure.value)) return year_of(share->part);
        return year_of(std::get<SumFigure>(figure.value).add.front());
    }

    const ReportTemplate& source_;
    const SentenceValues& values_;
};

// The figures that a place is made from.
struct FiguresNamed {
    const ReportTemplate& source;
    std::vector<std::string> operator()(const std::string&) const { return {}; }
    std::vector<std::string> operator()(const YearPlace&) const { return {}; }
    std::vector<std::string> operator()(const AreaPlace&) const { return {}; }
    std::vector<std::string> operator()(const ListPlace& place) const {
        std::vector<std::string> names;
        for (const auto& entry : find_list(source, place.name).entries) names.push_back(entry.figure);
        return names;
    }
    template <typename FigureOf>
    std::vector<std::string> operator()(const FigureOf& place) const {
        return {place.name};
    }
};

bool begins_sentence(const std::string& before) { return before.empty() || before.ends_with(". "); }

std::string fill_sentence(const Text& line, const SentenceValues& values) {
    const Filling filling(values);
    std::string filled;
    for (const auto& piece : line.pieces) {
        auto text = std::visit(filling, piece);
        const bool is_words = !std::holds_alternative<std::string>(piece) && !std::holds_alternative<AreaPlace>(piece);
        if (is_words && begins_sentence(filled) && !text.empty() && text[0] >= 'a' && text[0] <= 'z')
            text[0] = static_cast<char>(text[0] - 'a' + 'A');
        filled += text;
    }
    return filled;
}

}  // namespace

bool names_change(const ReportTemplate& source) {
    for (const auto& part : source.parts)
        if (const auto* sentences = std::get_if<SentencesTemplate>(&part))
            for (const auto& line : sentences->lines)
                for (const auto& piece : line.pieces)
                    if (std::holds_alternative<ChangePlace>(piece)) return true;
    return false;
}

std::vector<std::string> figures_of(const Text& sentence, const ReportTemplate& source) {
    std::vector<std::string> names;
    for (const auto& piece : sentence.pieces) {
        const auto more = std::visit(FiguresNamed{source}, piece);
        names.insert(names.end(), more.begin(), more.end());
    }
    return names;
}

Sentences build_sentences(const SentencesTemplate& sentences, const SentenceValues& values, FindingLog& log) {
    Sentences built{fill(sentences.title, values.values), {}};
    for (const auto& line : sentences.lines) {
        try {
            built.lines.push_back(fill_sentence(line, values));
        } catch (const Omission& omission) {
            log.add({line.place, omission.code, fmt::format("deze zin is weggelaten: {}", omission.text), omission.advice, Level::warning});
        }
    }
    return built;
}

}  // namespace jv
