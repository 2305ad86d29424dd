#include "tables/annotations.hpp"

#include <algorithm>

namespace jv {

namespace {

// Calls `visit` for the marks of each part of the table, in reading order.
template <typename Visit>
void for_each_marks(Table& table, Visit visit) {
    visit(table.title_notes);
    for (auto& column : table.columns) visit(column.group_notes);
    for (auto& column : table.columns) visit(column.head_notes);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        visit(table.rows[row].notes);
        for (auto at = table.cell_notes.lower_bound({row, 0}); at != table.cell_notes.end() && at->first.first == row; ++at) visit(at->second);
    }
}

}  // namespace

void attach(Table& table, Marks& marks, std::string text) {
    const auto at = std::find(table.notes.begin(), table.notes.end(), text);
    const auto note = static_cast<std::size_t>(at - table.notes.begin());
    if (at == table.notes.end()) table.notes.push_back(std::move(text));
    if (std::find(marks.begin(), marks.end(), note) == marks.end()) marks.push_back(note);
}

void put_notes_in_order(Table& table) {
    std::vector<std::size_t> order;  // the notes as they are met
    for_each_marks(table, [&](Marks& marks) {
        for (auto& mark : marks) {
            const auto at = std::find(order.begin(), order.end(), mark);
            const auto place = static_cast<std::size_t>(at - order.begin());
            if (at == order.end()) order.push_back(mark);
            mark = place;
        }
        std::sort(marks.begin(), marks.end());
    });
    std::vector<std::string> notes;
    for (const auto note : order) notes.push_back(std::move(table.notes[note]));
    table.notes = std::move(notes);
}

void add_definitions(std::vector<Definition>& definitions, const std::vector<std::string>& indicators, bool all, const Definitions& known) {
    const auto add = [&](Definition definition) {
        if (std::find(definitions.begin(), definitions.end(), definition) == definitions.end()) definitions.push_back(std::move(definition));
    };
    for (const auto& code : indicators) {
        const auto* indicator = known.indicator(code);
        if (!indicator) continue;
        if (const auto* term = known.glossary_term(indicator->term); term && (all || term->always))
            add({term->label, term->definition, term->ground});
        if (all && !(indicator->definition.empty() && indicator->ground.empty())) add({indicator->label, indicator->definition, indicator->ground});
    }
}

}  // namespace jv
