#include "tables/table_builder.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <span>

#include "comparison/row_figures.hpp"
#include "messages/suggest.hpp"
#include "tables/annotations.hpp"
#include "tables/change_columns.hpp"
#include "tables/fixed_texts.hpp"
#include "tables/lines.hpp"
#include "tables/place_notes.hpp"
#include "tables/table_slots.hpp"

namespace jv {

namespace {

std::vector<const Line*> lines_of(const std::vector<AreaLine>& area_lines) {
    std::vector<const Line*> lines;
    for (const auto& one : area_lines) lines.push_back(one.line);
    return lines;
}

bool has_codes(const std::vector<Line>& lines) {
    return std::any_of(lines.begin(), lines.end(), [](const Line& line) { return line.rest || !line.selection.codes.empty(); });
}

// Some of the codes, but not all.
bool holds_some_of(const Codes& codes, const Codes& part) {
    const auto inside = std::count_if(part.begin(), part.end(), [&](const auto& code) { return codes.contains(code); });
    return inside > 0 && static_cast<std::size_t>(inside) < part.size();
}

// Divided by the same column of the same figure, so that one total holds both. A total needs no indeling of its own.
bool same_division(const FigureKey& a, const FigureKey& b) {
    return a.key == b.key && (!a.indeling || !b.indeling || a.indeling->column == b.indeling->column);
}

class TableBuilder {
public:
    TableBuilder(const TableTemplate& source, const TextValues& values, FindingLog& log)
        : source_(source), values_(values), resolver_(values.resolver), log_(log) {}

    Table build() {
        const auto indicators = indicators_of(source_);
        const auto areas = resolver_.areas_with({indicators.begin(), indicators.end()});
        rows_ = by_area(source_.rows, areas, resolver_.gebied());
        columns_ = by_area(source_.columns, areas, resolver_.gebied());
        find_axis();
        // On the other side a total is one of areas, and says nothing of codes.
        for (auto& line : codes_are_rows_ ? columns_ : rows_) line.selection.total = false;
        lay_out();
        warn_absent(source_.expected_rows, rows_, "rij");
        warn_absent(source_.expected_columns, columns_, "kolom");
        place_notes(table_, source_, values_, lines_of(rows_), lines_of(columns_));
        fill_slots();
        compare_areas();
        add_changes();
        put_notes_in_order(table_);
        add_joint_remarks();
        for (const auto& remark : source_.remarks) table_.remarks.push_back(fill(remark, values_));
        if (values_.style.no_source.empty() && std::find(table_.cells.begin(), table_.cells.end(), Cell(Unknown{})) != table_.cells.end())
            table_.remarks.emplace_back(fixed::empty_cell);
        add_definitions(table_.definitions, indicators, source_.definitions, resolver_.definitions());
        return std::move(table_);
    }

private:
    const AreaLine& column_of(const Slot& slot) const { return columns_[slot.column / source_.years.size()]; }

    // The codes stand on the rows or on the columns; each line of that side must have codes or be the total.
    void find_axis() {
        const bool on_rows = has_codes(source_.rows), on_columns = has_codes(source_.columns);
        if (on_rows && on_columns)
            fail_usage("S004", "rijen en kolommen hebben allebei codes", "geef alleen de rijen of alleen de kolommen codes", source_.name.place);
        codes_are_rows_ = !on_columns;
        by_codes_ = on_rows || on_columns;
        if (!by_codes_) return;
        for (const auto& line : codes_are_rows_ ? source_.rows : source_.columns)
            if (line.selection.codes.empty() && !line.selection.total && !line.rest)
                fail_usage("S004", fmt::format("\"{}\" heeft geen codes", line.label.text), "schrijf codes = [\"…\"], of totaal = true",
                           line.label.place);
    }

    void lay_out() {
        const auto has_area = [](const AreaLine& line) { return !line.gebied.empty(); };
        table_.name = source_.name.text;
        table_.title = fill(source_.title, values_);
        table_.row_head = source_.row_head;
        if (source_.selection.gebied)
            table_.gebied = source_.selection.gebied->text;
        else if (!std::all_of(rows_.begin(), rows_.end(), has_area) && !std::all_of(columns_.begin(), columns_.end(), has_area))
            table_.gebied = resolver_.gebied();
        for (const auto& row : rows_) table_.rows.push_back({row.label, row.gebied, row.line->selection.total, row.line->part});
        for (const auto& column : columns_)
            for (const auto year : source_.years) table_.columns.push_back(column_head(column, resolver_.year(year)));
        table_.cells.resize(table_.rows.size() * table_.columns.size());
    }

    // Lines that nvt or a note names, and that these cijfers do not give.
    void warn_absent(const std::vector<Name>& expected, const std::vector<AreaLine>& lines, std::string_view what) {
        std::vector<std::string> labels;
        for (const auto& line : lines) labels.push_back(line.label);
        for (const auto& name : expected)
            if (!labels.empty() && std::find(labels.begin(), labels.end(), name.text) == labels.end())
                log_.add({name.place, "T019",
                          fmt::format("tabel \"{}\" heeft nu geen {} \"{}\", dus wat het sjabloon daarvan zegt staat nergens", table_.name, what,
                                      name.text),
                          did_you_mean(name.text, labels), Level::warning});
    }

    TableColumn column_head(const AreaLine& column, std::string year) const {
        TableColumn head{
            column.label, column.line->group.value_or(column.label), column.line->head, year, column.gebied, column.line->selection.total};
        if (source_.years.size() > 1 || !source_.changes_of(*column.line).empty())
            head.head = head.head.empty() ? year : fmt::format("{} {}", head.head, year);
        if (head.group.empty() && head.head.empty()) head.head = column.label;
        return head;
    }

    Slot make_slot(std::size_t row, std::size_t column) const {
        Slot slot{row, column, {}};
        const auto& row_line = rows_[row];
        const auto& column_line = column_of(slot);
        const auto year = source_.years[column % source_.years.size()];
        slot.figure = resolver_.resolve({&row_line.selection, &column_line.selection, &source_.selection}, year, row_line.line->label.place);
        for (const auto* ratio : {&row_line.line->ratio, &column_line.line->ratio, &source_.ratio})
            if (*ratio && !slot.ratio) slot.ratio = &**ratio;
        slot.decimals = row_line.line->decimals.value_or(column_line.line->decimals.value_or(source_.decimals));
        if (slot.ratio && slot.decimals == all_decimals) slot.decimals = 1;  // a quotient has no end
        const auto& code_line = *(codes_are_rows_ ? row_line : column_line).line;
        slot.part = code_line.part;
        slot.rest = code_line.rest;
        if (slot.rest) slot.figure.total = false;
        return slot;
    }

    // Goes along the axis of the codes for each line and year of the other, one group of slots of the same figure at a time.
    void fill_slots() {
        const auto outer = codes_are_rows_ ? table_.columns.size() : table_.rows.size() * source_.years.size();
        for (std::size_t i = 0; i < outer; ++i) {
            std::vector<SlotGroup> groups;
            if (codes_are_rows_) {
                for (std::size_t row = 0; row < table_.rows.size(); ++row) add_to_groups(groups, make_slot(row, i));
            } else {
                const auto years = source_.years.size();
                for (std::size_t column = i % years; column < table_.columns.size(); column += years)
                    add_to_groups(groups, make_slot(i / years, column));
            }
            for (auto& group : groups) fill_group(group);
        }
    }

    static void add_to_groups(std::vector<SlotGroup>& groups, Slot slot) {
        for (auto& group : groups)
            if (same_division(group.front().figure, slot.figure) && (group.front().ratio != nullptr) == (slot.ratio != nullptr)) {
                if (!group.front().figure.indeling) group.front().figure.indeling = slot.figure.indeling;
                group.push_back(std::move(slot));
                return;
            }
        groups.push_back({std::move(slot)});
    }

    void fill_group(SlotGroup& group) {
        const auto division = resolver_.division(group.front().figure);
        const CellNames names{table_, codes_are_rows_};
        const auto& place = source_.name.place;
        require_disjoint(group);
        join(group, division);
        const auto covered = covered_by(group);
        for (auto& slot : group)
            if (!slot.joint) fill_slot(slot, division, covered, names);
        for (const auto& slot : group)
            for (const auto& check : source_.checks)
                if (!slot.ratio && is_first_of_check(slot)) check_sum(check, slot, resolver_, names, log_);
        if (!by_codes_) return;
        const bool has_total = std::any_of(group.begin(), group.end(), [](const Slot& s) { return s.figure.total; });
        check_overlap(group, division, names, place, log_);
        const bool uncovered = ((has_total && !group.front().ratio) || source_.complete) && check_coverage(group, division, names, place, log_);
        if (!has_total || uncovered || group.front().ratio) return;
        check_total(group, names, place, log_);
        note_double_counts(group, names);
    }

    // Says at a total of pupils how much smaller it is than its parts together. Of an open indeling that is not known.
    void note_double_counts(const SlotGroup& group, const CellNames& names) {
        const auto totals = compare_total(group);
        if (!totals || !totals->all_known || is_open(group) || totals->sum <= totals->whole || adds_up(totals->total->figure.key.eenheid)) return;
        attach(table_, table_.cell_notes[{totals->total->row, totals->total->column}],
               fixed_text(values_.style, names.codes_are_rows ? fixed::twice_in_rows : fixed::twice_in_columns,
                          {{"aantal", std::to_string((totals->sum - totals->whole) / 1000)}}));
    }

    // The lines of areas against the line that is their total.
    void compare_areas() {
        for (const bool rows : {true, false}) {
            const auto& lines = rows ? rows_ : columns_;
            const auto total =
                std::find_if(lines.begin(), lines.end(), [](const AreaLine& l) { return l.line->selection.total && l.gebied.empty(); });
            const bool by_area = std::any_of(lines.begin(), lines.end(), [](const AreaLine& l) { return !l.gebied.empty(); });
            if (!by_area || total == lines.end()) continue;
            const auto years = source_.years.size();
            const auto at_total = static_cast<std::size_t>(total - lines.begin());
            for (std::size_t i = 0; i < (rows ? table_.columns.size() : table_.rows.size() * years); ++i) {
                const auto slot_of = [&](std::size_t line) { return rows ? area_slot(line, i) : area_slot(i / years, line * years + i % years); };
                SlotGroup group{slot_of(at_total)};
                group.front().figure.total = true;
                for (std::size_t line = 0; line < lines.size(); ++line)
                    if (!lines[line].gebied.empty()) group.push_back(slot_of(line));
                if (std::any_of(group.begin(), group.end(), [](const Slot& slot) { return slot.ratio || !slot.value; })) continue;
                const CellNames names{table_, rows};
                check_total(group, names, source_.name.place, log_);
                note_double_counts(group, names);
            }
        }
    }

    // A slot as part of a total over areas: whatever its codes, it is one of the parts.
    Slot area_slot(std::size_t row, std::size_t column) const {
        auto slot = make_slot(row, column);
        const auto lookup = resolver_.lookup(slot.figure);
        if (const auto* value = std::get_if<CijferValue>(&lookup)) slot.value = *value;
        slot.figure.total = slot.part = false;
        return slot;
    }

    // A sum over indicators is checked once for each row (or column) of codes and year, whatever the number of indicators beside it.
    bool is_first_of_check(const Slot& slot) const { return codes_are_rows_ ? slot.column < source_.years.size() : slot.row == 0; }

    // Lines of one total may not share a code, or it would count twice.
    void require_disjoint(const SlotGroup& group) const {
        Codes seen;
        const bool has_total = std::any_of(group.begin(), group.end(), [](const Slot& s) { return s.figure.total; });
        for (const auto& slot : group) {
            if (slot.part || !has_total) continue;
            for (const auto& code : slot.figure.codes)
                if (!seen.insert(code).second)
                    fail_usage("S004", fmt::format("{} staat in twee rijen of kolommen van dezelfde tabel", code),
                               "haal de code bij een van beide weg, of schrijf daar waarvan = true",
                               (codes_are_rows_ ? rows_[slot.row] : column_of(slot)).line->label.place);
        }
    }

    bool is_nvt(const Slot& slot) const { return is_nvt(slot, table_.columns[slot.column].schooljaar); }
    bool is_nvt(const Slot& slot, const std::string& year) const {
        return std::any_of(source_.nvt.begin(), source_.nvt.end(), [&](const CellRule& rule) {
            return rule.holds_row(rows_[slot.row].label) && rule.holds_column(column_of(slot).label) && rule.holds_year(year);
        });
    }

    // What the slot shows, in another year: by itself, also where it is drawn jointly with others.
    YearFigure figure_in(const Slot& slot, const std::string& year, const Codes& covered) const {
        if (is_nvt(slot, year)) return to_year_figure(CijferValue{0, Status::nvt});
        auto figure = slot.figure;
        figure.key.schooljaar = year;
        const auto division = resolver_.division(figure);
        return to_year_figure(slot.rest ? division.rest(covered) : figure.total ? division.total() : division.of(figure.codes));
    }

    // The figures of a row and a line of columns, in every year up to the last.
    CellSeries series_of(std::size_t row, std::size_t line, const std::vector<std::string>& years) const {
        const auto last = static_cast<std::size_t>(std::max_element(source_.years.begin(), source_.years.end()) - source_.years.begin());
        auto slot = make_slot(row, line * source_.years.size() + last);
        // A total may have its indeling, and what is left its codes, from the others of its group.
        SlotGroup group;
        if (slot.rest || (slot.figure.total && !slot.figure.indeling))
            for (std::size_t i = 0; i < (codes_are_rows_ ? rows_ : columns_).size(); ++i) {
                const auto at = codes_are_rows_ ? slot.column : i * source_.years.size() + last;
                if (auto other = make_slot(codes_are_rows_ ? i : row, at); same_division(slot.figure, other.figure) && !other.ratio) {
                    if (!slot.figure.indeling) slot.figure.indeling = other.figure.indeling;
                    group.push_back(std::move(other));
                }
            }
        CellSeries series{slot.figure, slot.decimals, {}};
        const auto covered = covered_by(group);
        for (const auto& year : years) series.years.emplace(year, figure_in(slot, year, covered));
        return series;
    }

    // The columns of `verandering`.
    void add_changes() {
        const auto wants = [&](const AreaLine& column) { return !source_.changes_of(*column.line).empty(); };
        if (std::none_of(columns_.begin(), columns_.end(), wants)) return;
        const auto years = resolver_.years_until(resolver_.year(*std::max_element(source_.years.begin(), source_.years.end())));
        std::vector<CellSeries> series;
        for (std::size_t row = 0; row < rows_.size(); ++row)
            for (std::size_t line = 0; line < columns_.size(); ++line)
                series.push_back(wants(columns_[line]) ? series_of(row, line, years) : CellSeries());
        jv::add_changes(table_, source_, lines_of(columns_), series, values_);
    }

    // Slots over which a joint count is spread become one: the first holds all their codes, the others are covered by it.
    void join(SlotGroup& group, const Division& division) {
        for (const auto& part : division.finest()) {
            if (part.codes.size() < 2) continue;
            std::vector<Slot*> sharing;
            for (auto& slot : group) {
                if (slot.joint || slot.part || slot.figure.total || is_nvt(slot)) continue;
                if (holds_some_of(slot.figure.codes, part.codes)) sharing.push_back(&slot);
            }
            if (sharing.size() < 2) continue;
            auto& holder = *sharing.front();
            for (auto* slot : std::span(sharing).subspan(1)) {
                holder.figure.codes.insert(slot->figure.codes.begin(), slot->figure.codes.end());
                absorb(holder, *slot);
                slot->joint = true;
                table_.cell(slot->row, slot->column) = Covered{};
            }
        }
    }

    Joint& joint_of(const Slot& holder) {
        for (auto& joint : table_.joints)
            if (joint.rows.front() == holder.row && joint.columns.front() == holder.column) return joint;
        return table_.joints.emplace_back(Joint{{holder.row}, {holder.column}});
    }

    // Adds a slot, with all that it held jointly itself, to the joint count of `holder`.
    void absorb(const Slot& holder, const Slot& slot) {
        auto taken = joint_of(slot);
        std::erase_if(table_.joints, [&](const Joint& joint) { return joint.rows == taken.rows && joint.columns == taken.columns; });
        auto& joint = joint_of(holder);
        auto& members = codes_are_rows_ ? joint.rows : joint.columns;
        const auto& more = codes_are_rows_ ? taken.rows : taken.columns;
        members.insert(members.end(), more.begin(), more.end());
        std::sort(members.begin(), members.end());
    }

    // `covered` are the codes of all lines.
    void fill_slot(Slot& slot, const Division& division, const Codes& covered, const CellNames& names) {
        auto& cell = table_.cell(slot.row, slot.column);
        const auto& place = source_.name.place;
        const auto lookup = slot.rest ? division.rest(covered) : slot.figure.total ? division.total() : division.of(slot.figure.codes);
        if (is_nvt(slot)) {
            const auto* value = std::get_if<CijferValue>(&lookup);
            if (std::holds_alternative<NotAddable>(lookup) || (value && value->thousandths > 0))
                log_.add({place, "T002",
                          fmt::format("{}: het sjabloon zegt nvt, maar er is een telling{}", names.of_cell(slot),
                                      value ? fmt::format(" van {} {}", value->thousandths / 1000, slot.figure.key.eenheid) : ""),
                          "verbeter de bron, of beperk de regel nvt in het sjabloon"});
            cell = Nvt{};
            return;
        }
        // A part of a joint count is not known by itself.
        if (slot.part && std::holds_alternative<Straddled>(lookup)) return;
        cell = to_cell(lookup, slot.decimals, slot.figure.key.eenheid, names.of_cell(slot), place, log_);
        if (const auto* value = std::get_if<CijferValue>(&lookup)) slot.value = *value;
        if (slot.ratio) cell = divide(slot, cell, names);
    }

    Cell divide(const Slot& slot, const Cell& part, const CellNames& names) {
        const auto& place = source_.name.place;
        const auto lookup = resolver_.lookup(resolver_.divisor(slot.figure, *slot.ratio, place));
        if (!std::holds_alternative<Number>(part)) return part;
        auto whole = to_cell(lookup, 0, slot.figure.key.eenheid, names.of_cell(slot) + ", deel_van", place, log_);
        if (!std::holds_alternative<Number>(whole)) return whole;
        const auto quotient = share_of(slot.value->thousandths, std::get<CijferValue>(lookup).thousandths, slot.ratio->per, slot.decimals);
        // A share of nothing does not exist.
        return quotient ? Cell(*quotient) : Cell(Nvt{});
    }

    // Says in words what a joint cell shows, once for the same lines.
    void add_joint_remarks() {
        std::map<std::vector<std::string>, std::vector<std::string>> years_of;
        for (const auto& joint : table_.joints) {
            std::vector<std::string> labels;
            for (const auto member : codes_are_rows_ ? joint.rows : joint.columns)
                labels.push_back(values_.style.label(codes_are_rows_ ? table_.rows[member].label : table_.columns[member].kolom));
            auto& years = years_of[labels];
            const auto& year = table_.columns[joint.columns.front()].schooljaar;
            if (std::find(years.begin(), years.end(), year) == years.end()) years.push_back(year);
        }
        for (const auto& [labels, years] : years_of)
            table_.remarks.push_back(fixed_text(values_.style, fixed::counted_together,
                                                {{"jaren", enumerate(years, values_.style)}, {"namen", enumerate(labels, values_.style)}}));
    }

    const TableTemplate& source_;
    const TextValues& values_;
    const Resolver& resolver_;
    FindingLog& log_;
    std::vector<AreaLine> rows_, columns_;
    bool codes_are_rows_ = true;
    bool by_codes_ = false;
    Table table_;
};

}  // namespace

Table build_table(const TableTemplate& table_template, const TextValues& values, FindingLog& log) {
    return TableBuilder(table_template, values, log).build();
}

}  // namespace jv
