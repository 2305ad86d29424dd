#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "tables/style.hpp"
#include "tables/table_slots.hpp"

namespace jv {

namespace {

// A figure as it stands in cijfers: `5497`, `3,67`.
std::string number_text(std::int64_t thousandths) {
    const bool whole = thousandths % 1000 == 0;
    return to_text(Number{whole ? thousandths / 1000 : thousandths, whole ? 0 : 3, true}, {}, Thousands::none);
}

}  // namespace

std::string CellNames::of_group(const Slot& slot) const {
    const auto& column = table.columns[slot.column];
    const auto label = codes_are_rows ? fmt::format("kolom \"{}\"", column.kolom) : fmt::format("rij \"{}\"", table.rows[slot.row].label);
    return fmt::format("tabel \"{}\", {}, {}", table.name, label, column.schooljaar);
}

std::string CellNames::of_line(const Slot& slot) const {
    const auto& column = table.columns[slot.column];
    return fmt::format("tabel \"{}\", {} \"{}\", {}", table.name, line(), codes_are_rows ? table.rows[slot.row].label : column.kolom,
                       column.schooljaar);
}

std::string CellNames::of_cell(const Slot& slot) const {
    const auto& column = table.columns[slot.column];
    return fmt::format("tabel \"{}\", rij \"{}\", kolom \"{}\", {}", table.name, table.rows[slot.row].label, column.kolom, column.schooljaar);
}

Codes covered_by(const SlotGroup& group) {
    Codes covered;
    for (const auto& slot : group)
        if (!slot.part) covered.insert(slot.figure.codes.begin(), slot.figure.codes.end());
    return covered;
}

bool is_open(const SlotGroup& group) {
    return std::any_of(group.begin(), group.end(), [](const Slot& slot) { return slot.figure.indeling && slot.figure.indeling->open; });
}

bool check_coverage(const SlotGroup& group, const Division& division, const CellNames& names, const Place& place, FindingLog& log) {
    if (std::any_of(group.begin(), group.end(), [](const Slot& slot) { return slot.rest; })) return false;
    const auto covered = covered_by(group);
    bool found = false;
    for (const auto& part : division.finest()) {
        const bool counts = part.value.thousandths > 0 || part.value.status == Status::onderdrukt;
        Codes uncovered;
        for (const auto& code : part.codes)
            if (!covered.contains(code)) uncovered.insert(code);
        if (!counts || uncovered.empty()) continue;
        found = true;
        const auto& figure = group.front().figure;
        const auto count = part.value.is_number() ? number_text(part.value.thousandths) : std::string("een onderdrukt aantal");
        log.add({place, "T001",
                 fmt::format("{}: {} {} telt {} {}, en geen {} telt {} mee", names.of_group(group.front()), figure.indeling->column,
                             to_text(part.codes), count, figure.key.eenheid, names.line(), to_text(uncovered)),
                 fmt::format("neem {} op in de codes van een {}, of geef er een eigen {} voor", to_text(uncovered), names.line(), names.line())});
    }
    return found;
}

std::optional<Totals> compare_total(const SlotGroup& group) {
    const auto total = std::find_if(group.begin(), group.end(), [](const Slot& s) { return s.figure.total && s.value && s.value->is_number(); });
    if (total == group.end()) return std::nullopt;
    Totals totals{&*total, total->value->thousandths};
    bool any = false;
    for (const auto& slot : group) {
        if (slot.figure.total || slot.part || slot.joint || !slot.value) continue;
        any = true;
        totals.all_known = totals.all_known && (slot.value->is_number() || slot.value->status == Status::nvt);
        totals.sum += slot.value->thousandths;
        totals.largest = std::max(totals.largest, slot.value->thousandths);
    }
    return any ? std::optional(totals) : std::nullopt;
}

void check_total(const SlotGroup& group, const CellNames& names, const Place& place, FindingLog& log) {
    const auto totals = compare_total(group);
    if (!totals) return;
    const bool adds = adds_up(totals->total->figure.key.eenheid);
    // Of an open indeling pupils without a code are in the total only; the table says so.
    const bool open = is_open(group);
    const bool too_little = totals->all_known && totals->sum < totals->whole && (adds || !open);
    const bool too_much = adds ? totals->sum > totals->whole : totals->largest > totals->whole;
    if (!too_little && !too_much) return;
    const auto text =
        !adds && too_much
            ? fmt::format("een {} telt {}, meer dan het totaal {}", names.line(), number_text(totals->largest), number_text(totals->whole))
            : fmt::format("de {} tellen op tot {}, het totaal is {}", names.lines(), number_text(totals->sum), number_text(totals->whole));
    const auto advice = open && too_little
                            ? fmt::format("voeg een {0} toe voor wat geen code heeft: {{ {0} = \"Onbekend\", rest = true }}", names.line())
                            : std::string("zoek het verschil op in cijfers.csv en verbeter de bron");
    log.add({place, "T003", fmt::format("{}: {}", names.of_group(*totals->total), text), advice});
}

void check_sum(const SumCheck& check, const Slot& slot, const Resolver& resolver, const CellNames& names, FindingLog& log) {
    const auto whole_lookup = resolver.lookup(resolver.with_indicator(slot.figure, check.whole));
    const auto* whole = std::get_if<CijferValue>(&whole_lookup);
    std::int64_t sum = 0;
    std::vector<std::string> parts;
    bool all_known = whole && whole->is_number();
    for (const auto& part : check.parts) {
        const auto lookup = resolver.lookup(resolver.with_indicator(slot.figure, part));
        const auto* value = std::get_if<CijferValue>(&lookup);
        all_known = all_known && value && value->is_number();
        if (all_known) sum += value->thousandths;
        parts.push_back(part.text);
    }
    if (!all_known) return;
    const bool wrong = adds_up(slot.figure.key.eenheid) ? sum != whole->thousandths : sum < whole->thousandths;
    if (!wrong) return;
    log.add({check.whole.place, "T003",
             fmt::format("{}: {} telt {}, maar {} tellen op tot {}", names.of_line(slot), check.whole.text, number_text(whole->thousandths),
                         fmt::join(parts, ", "), number_text(sum)),
             "geef de tabel ook een kolom voor wat ontbreekt, of verbeter de bron"});
}

void check_overlap(const SlotGroup& group, const Division& division, const CellNames& names, const Place& place, FindingLog& log) {
    for (const auto& part : division.overlapping())
        log.add({place, "T006",
                 fmt::format("{}: {} staat in de cijfers naast een telling van een deel daarvan", names.of_group(group.front()), to_text(part.codes)),
                 "geef of de samen getelde codes, of elk apart"});
}

}  // namespace jv
