// Named figures and the table of them.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "tables/annotations.hpp"
#include "tables/table_builder.hpp"

namespace jv {

namespace {

// The reason why there is no number, of the figures that something is made from: the strongest of unknown, suppressed and nvt.
std::optional<Cell> reason_of(const std::vector<const FigureValue*>& terms) {
    bool suppressed = false, all_nvt = true;
    for (const auto* term : terms) {
        if (const auto* unknown = std::get_if<Unknown>(&term->cell)) return *unknown;
        suppressed = suppressed || std::holds_alternative<Suppressed>(term->cell);
        all_nvt = all_nvt && std::holds_alternative<Nvt>(term->cell);
    }
    if (suppressed) return Suppressed{};
    if (all_nvt) return Nvt{};
    return std::nullopt;
}

struct Compute {
    const FigureTemplate& figure;
    const FigureValues& before;
    const Resolver& resolver;
    FindingLog& log;
    int years_later;

    FigureValue operator()(const CountFigure& count) const {
        const auto year = count.year + years_later;
        const auto lookup = resolver.lookup(resolver.resolve({&count.selection}, year, figure.name.place));
        const auto where = fmt::format("cijfer \"{}\", {}", figure.name.text, resolver.year(year));
        const auto* value = std::get_if<CijferValue>(&lookup);
        return {to_cell(lookup, figure.decimals, figure.eenheid, where, figure.name.place, log), value ? value->thousandths : 0};
    }
    FigureValue operator()(const SumFigure& sum) const {
        std::vector<const FigureValue*> terms;
        FigureValue result;
        for (const auto& name : sum.add) terms.push_back(&before.at(name)), result.thousandths += terms.back()->thousandths;
        for (const auto& name : sum.subtract) terms.push_back(&before.at(name)), result.thousandths -= terms.back()->thousandths;
        if (const auto reason = reason_of(terms)) return {*reason, 0};
        result.cell = rounded(result.thousandths, figure.decimals);
        return result;
    }
    FigureValue operator()(const ShareFigure& share) const {
        const auto& part = before.at(share.part);
        const auto& whole = before.at(share.whole);
        if (const auto reason = reason_of({&part, &whole})) return {*reason, 0};
        if (std::holds_alternative<Nvt>(part.cell) || std::holds_alternative<Nvt>(whole.cell)) return {Nvt{}, 0};
        const auto quotient = share_of(part.thousandths, whole.thousandths, share.per, figure.decimals);
        return {quotient ? Cell(*quotient) : Cell(Nvt{}), 0};
    }
};

// The cijfers that a figure is made from.
struct Counts {
    const FigureTemplate& figure;
    const FigureValues& before;
    const Resolver& resolver;
    int years_later;

    std::vector<FigureKey> operator()(const CountFigure& count) const {
        return {resolver.resolve({&count.selection}, count.year + years_later, figure.name.place)};
    }
    std::vector<FigureKey> operator()(const SumFigure& sum) const {
        auto names = sum.add;
        names.insert(names.end(), sum.subtract.begin(), sum.subtract.end());
        return of(names);
    }
    std::vector<FigureKey> operator()(const ShareFigure& share) const { return of({share.part, share.whole}); }

    std::vector<FigureKey> of(const std::vector<std::string>& names) const {
        std::vector<FigureKey> counts;
        for (const auto& name : names) {
            const auto& more = before.at(name).counts;
            counts.insert(counts.end(), more.begin(), more.end());
        }
        return counts;
    }
};

}  // namespace

Cell to_cell(const Lookup& lookup, int decimals, std::string_view eenheid, const std::string& where, const Place& place, FindingLog& log) {
    if (const auto* value = std::get_if<CijferValue>(&lookup)) return to_cell(*value, decimals);
    if (const auto* parts = std::get_if<NotAddable>(&lookup)) {
        std::vector<std::string> texts;
        for (const auto& [codes, count] : parts->parts) texts.push_back(fmt::format("{} ({})", to_text(codes), count / 1000));
        log.add({place, "T004",
                 fmt::format("{}: {} van {} kunnen niet worden opgeteld, want een leerling kan in meer dan een daarvan zitten", where, eenheid,
                             fmt::join(texts, ", ")),
                 "voeg een indeling toe met een categorie voor deze codes samen, of geef elk een eigen rij"});
    } else if (const auto* incomplete = std::get_if<Incomplete>(&lookup)) {
        log.add({place, "T005", fmt::format("{}: van {} is er geen cijfer, van de andere codes wel", where, to_text(incomplete->missing)),
                 "vul dat cijfer aan (ook 0), of het totaal"});
    } else if (const auto* straddled = std::get_if<Straddled>(&lookup)) {
        log.add({place, "T005", fmt::format("{}: {} is alleen samen geteld en valt hier maar voor een deel onder", where, to_text(straddled->joint)),
                 "neem de andere codes ook op in de tabel, of geef de cijfers gesplitst"});
    }
    return Unknown{};
}

FigureValues build_figures(const std::vector<FigureTemplate>& figures, const Resolver& resolver, FindingLog& log, int years_later) {
    FigureValues values;
    for (const auto& figure : figures) {
        auto value = std::visit(Compute{figure, values, resolver, log, years_later}, figure.value);
        value.counts = std::visit(Counts{figure, values, resolver, years_later}, figure.value);
        values.emplace(figure.name.text, std::move(value));
    }
    return values;
}

Table build_key_figures(const KeyFiguresTemplate& key_figures, const TextValues& values) {
    Table table;
    table.name = key_figures.name.text;
    table.title = fill(key_figures.title, values);
    table.gebied = values.resolver.gebied();
    table.row_head = key_figures.row_head;
    table.columns.push_back({key_figures.kolom, "", key_figures.kolom, values.resolver.year(0)});
    for (const auto& entry : key_figures.rows) {
        TableRow row{entry.label.text};
        row.total = entry.total;
        if (entry.note) attach(table, row.notes, fill(*entry.note, values));
        table.rows.push_back(std::move(row));
        table.cells.push_back(values.figures.at(entry.figure).cell);
    }
    if (key_figures.note) attach(table, table.title_notes, fill(*key_figures.note, values));
    put_notes_in_order(table);
    for (const auto& remark : key_figures.remarks) table.remarks.push_back(fill(remark, values));
    std::vector<std::string> indicators;
    for (const auto& entry : key_figures.rows)
        for (const auto& count : values.figures.at(entry.figure).counts) indicators.push_back(count.key.indicator);
    add_definitions(table.definitions, indicators, key_figures.definitions, values.resolver.definitions());
    return table;
}

}  // namespace jv
