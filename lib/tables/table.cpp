#include "tables/table.hpp"

#include <algorithm>

namespace jv {

namespace {

// The labels of the members, with " + " between them.
template <typename Items, typename Label>
std::string joined(const std::vector<std::size_t>& members, const Items& items, Label label) {
    std::string text;
    for (const auto member : members) {
        if (!text.empty()) text += " + ";
        text += label(items[member]);
    }
    return text;
}

bool adjacent(const std::vector<std::size_t>& members) { return members.back() - members.front() + 1 == members.size(); }

}  // namespace

std::string to_text(const Definition& definition) {
    auto text = definition.term + ": ";
    if (definition.text.empty()) return text + definition.ground + ".";
    text += definition.text;
    return text + (definition.ground.empty() ? "." : " (" + definition.ground + ").");
}

const std::string& Table::gebied_of(std::size_t row, std::size_t column) const {
    if (!gebied.empty()) return gebied;
    return rows[row].gebied.empty() ? columns[column].gebied : rows[row].gebied;
}

const Joint* Table::joint_of(std::size_t row, std::size_t column) const {
    for (const auto& joint : joints)
        if (joint.rows.front() == row && joint.columns.front() == column) return &joint;
    return nullptr;
}

const Joint* Table::block_of(std::size_t row, std::size_t column) const {
    for (const auto& joint : joints) {
        if (!adjacent(joint.rows) || !adjacent(joint.columns)) continue;
        if (row >= joint.rows.front() && row <= joint.rows.back() && column >= joint.columns.front() && column <= joint.columns.back()) return &joint;
    }
    return nullptr;
}

std::string Table::row_label(std::size_t row, std::size_t column) const {
    const auto* joint = joint_of(row, column);
    return joint ? joined(joint->rows, rows, [](const TableRow& r) { return r.label; }) : rows[row].label;
}

std::string Table::column_label(std::size_t row, std::size_t column) const {
    const auto* joint = joint_of(row, column);
    return joint ? joined(joint->columns, columns, [](const TableColumn& c) { return c.kolom; }) : columns[column].kolom;
}

bool Table::two_levels() const {
    return std::any_of(columns.begin(), columns.end(), [](const TableColumn& c) { return !c.group.empty() && !c.head.empty(); });
}

std::vector<Group> Table::groups(std::size_t begin, std::size_t end) const {
    std::vector<Group> groups;
    for (std::size_t i = begin; i < end; ++i) {
        const auto& column = columns[i];
        if (!groups.empty() && !column.group.empty() && groups.back().text == column.group)
            ++groups.back().size;
        else
            groups.push_back({column.group, i, 1, column.group_notes});
    }
    return groups;
}

bool Table::begins_group(std::size_t column) const {
    if (column == 0 || !two_levels()) return false;
    return columns[column].group.empty() || columns[column].group != columns[column - 1].group;
}

const Marks& Table::notes_of(std::size_t row, std::size_t column) const {
    static const Marks none;
    const auto found = cell_notes.find({row, column});
    return found == cell_notes.end() ? none : found->second;
}

Heading heading_of(const Part& part) {
    struct Describe {
        Heading operator()(const Table& table) const { return {table.name, table.title}; }
        Heading operator()(const Chart& chart) const { return {chart.data.name, chart.data.title, !chart.data.rows.empty()}; }
        Heading operator()(const Sentences& sentences) const { return {"", sentences.title}; }
        Heading operator()(const OwnText& text) const { return {"", text.title}; }
    };
    return std::visit(Describe(), part);
}

bool Trend::is_drawn() const {
    return std::count_if(points.begin(), points.end(), [](const Point& point) { return point.figure.has_value(); }) > 1;
}

}  // namespace jv
